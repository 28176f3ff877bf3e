import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_INSTITUTIONS, institutionsSchema } from '../../../src/model/institutions/institutions.ts';
import { SETTINGS, settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { type Regime, regime } from '../../../src/model/regimes/regime.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

const NAMED = REGIMES.map((each): [string, Regime] => [each.id, each]);
const PATHS = SETTINGS.map(({ path }) => path);

describe('every regime', () => {
  it('is a file of its own, named after it', () => {
    const files = readdirSync(new URL('../../../src/model/regimes/', import.meta.url));
    const named = files.map((file) => file.replace('.ts', '')).filter((name) => !/^regimes?$/.test(name));
    expect(REGIMES.map(({ id }) => id).toSorted()).toEqual(named.toSorted());
  });

  it.each(NAMED)('%s has allowed settings, in its parts too', (_id, { institutions, parts }) => {
    expect(institutionsSchema.parse(institutions)).toEqual(institutions);
    for (const set of Object.values(parts)) withSettings(institutions, set);
  });

  it.each(NAMED)('%s composed setting by setting, in any order, is the same', (_id, { institutions }) => {
    const settings = Object.entries(settingsOf(institutions));
    fc.assert(
      fc.property(fc.shuffledSubarray(settings, { minLength: settings.length }), (order) => {
        expect(JSON.stringify(withSettings(DEFAULT_INSTITUTIONS, Object.fromEntries(order)))).toBe(
          JSON.stringify(institutions),
        );
      }),
      { numRuns: 10, seed: 3 },
    );
  });

  it.each(NAMED)('%s differs from every other', (_id, { institutions, parts }) => {
    const same = REGIMES.filter(
      (other) => JSON.stringify([other.institutions, other.parts]) === JSON.stringify([institutions, parts]),
    );
    expect(same).toHaveLength(1);
  });

  it.each(NAMED)('%s says what it claims, what was feared, and what to look at', (_id, each) => {
    for (const text of [each.label, each.description, each.claimed, each.feared, each.lookAt]) {
      expect(text.length).toBeGreaterThan(10);
    }
  });

  it.each(NAMED)('%s names settings and regimes that there are', (_id, each) => {
    const words = JSON.stringify([each.description, each.lookAt, each.undecided, each.variantOf]);
    const institutions = [...new Set(PATHS.map((path) => path.split('.')[0]))].join('|');
    const named = [...words.matchAll(new RegExp(`\\b(?:${institutions})\\.\\w+`, 'g'))].map(([path]) => path);
    expect(named.filter((path) => !PATHS.includes(path))).toEqual([]);
    const regimes = [
      ...words.matchAll(/\b(?:heft|integrated-(?:boards|choice)|purchaser-provider-split)[\w-]*/g),
    ];
    const ids = REGIMES.map(({ id }) => id);
    expect(regimes.map(([id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a regime', () => {
  const words = { label: 'x', description: 'x', claimed: 'x', feared: 'x', lookAt: 'x' };

  it('is that of England in 2008/09 where it sets nothing', () => {
    expect(regime({ ...words, id: 'x', set: {} }).institutions).toEqual(DEFAULT_INSTITUTIONS);
    expect(PURCHASER_PROVIDER_SPLIT.institutions).toEqual(DEFAULT_INSTITUTIONS);
  });

  it('keeps the settings and the parts of the one that it varies, but for what it sets', () => {
    const origin = regime({
      ...words,
      id: 'origin',
      set: { 'choice.of': 'none', 'budget.salience': 'hard' },
      parts: { rural: { 'choice.of': 'system', 'choice.steering': 1 } },
    });
    const variant = regime({
      ...words,
      id: 'variant',
      from: origin,
      set: { 'budget.salience': 'none' },
      parts: { rural: { 'choice.steering': 0 }, urban: { 'choice.offeredShare': 1 } },
    });
    expect(variant.institutions.choice.of).toBe('none');
    expect(variant.institutions.budget.salience).toBe('none');
    expect(variant.variantOf).toBe('origin');
    expect(variant.parts).toEqual({
      rural: { 'choice.of': 'system', 'choice.steering': 0 },
      urban: { 'choice.offeredShare': 1 },
    });
  });

  it('is refused with a setting that there is not', () => {
    expect(() => regime({ ...words, id: 'x', set: { 'choice.off': 'none' } })).toThrow('choice.off');
  });
});
