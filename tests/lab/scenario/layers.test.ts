import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, type Layers, layersResolved } from '../../../src/lab/scenario/layers.ts';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { type ResolvedArm, resolveScenario } from '../../../src/lab/scenario/resolve.ts';
import type { Changes } from '../../../src/lab/scenario/scenario.ts';
import { institutionsOfPart, type Part } from '../../../src/model/institutions/by-part.ts';
import { DEFAULT_INSTITUTIONS } from '../../../src/model/institutions/institutions.ts';
import { type SettingValues, settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { SMALL_VOCABULARY } from './small-vocabulary.ts';

const NOTHING: Changes = { set: {}, parts: {}, organisations: {} };
const START: Layers = { base: DEFAULT_INSTITUTIONS, writes: [] };
const PARTS: readonly Part[] = ['rural', 'urban'];
const CODES = ['5CN', '5M2', '5QA'];

/** The value of a setting for each part of each PCT, e.g. `rural 5CN: none`. */
function valuesOf(layers: Layers, setting: string): string[] {
  const resolved = layersResolved(layers);
  return CODES.flatMap((code) =>
    PARTS.map((part) => `${part} ${code}: ${settingsOf(institutionsOfPart(resolved, part, code))[setting]}`),
  );
}

describe('what is written for some', () => {
  it('counts more than what the same entry says of all: the part, then the PCT', () => {
    const layers = changed(START, {
      set: { 'choice.of': 'none' },
      parts: { rural: { 'choice.of': 'system' } },
      organisations: { '5CN': { 'choice.of': 'provider' } },
    });
    expect(valuesOf(layers, 'choice.of')).toEqual([
      'rural 5CN: provider',
      'urban 5CN: provider',
      'rural 5M2: system',
      'urban 5M2: none',
      'rural 5QA: system',
      'urban 5QA: none',
    ]);
    expect(layersResolved(layers).overrides.map(({ part, commissioner }) => [part, commissioner])).toEqual([
      ['rural', null],
      [null, '5CN'],
    ]);
  });

  it('gives way to what is written later for all', () => {
    const early = changed(START, { ...NOTHING, parts: { rural: { 'choice.of': 'system' } } });
    const late = changed(early, { ...NOTHING, set: { 'choice.of': 'none' } });
    expect(layersResolved(late).overrides).toEqual([]);
    expect(layersResolved(late).institutions.choice.of).toBe('none');
  });

  it('leaves no trace where it changes nothing', () => {
    const same = settingsOf(DEFAULT_INSTITUTIONS);
    const layers = changed(START, { set: same, parts: { urban: same }, organisations: { '5CN': same } });
    expect(layersResolved(layers)).toEqual(layersResolved(START));
  });
});

describe('laws', () => {
  const VALUES = fc.record(
    {
      'choice.of': fc.constantFrom('none', 'provider', 'system'),
      'payment.elective': fc.constantFrom('tariff', 'block'),
      'budget.salience': fc.constantFrom('none', 'indicative', 'hard'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<SettingValues>;
  const CHANGES: fc.Arbitrary<Changes> = fc.record({
    set: VALUES,
    parts: fc.record({ rural: VALUES, urban: VALUES }, { requiredKeys: [] }),
    organisations: fc.dictionary(fc.constantFrom(...CODES), VALUES, { maxKeys: 2 }),
  });
  const HISTORY = fc.array(CHANGES, { maxLength: 4 });
  const layersOf = (history: readonly Changes[]) => history.reduce(changed, START);

  it('everybody has what was last written for them', () => {
    fc.assert(
      fc.property(HISTORY, fc.constantFrom(...PARTS), fc.constantFrom(...CODES), (history, part, code) => {
        let expected = DEFAULT_INSTITUTIONS;
        for (const { set, parts, organisations } of history) {
          for (const written of [set, parts[part] ?? {}, organisations[code] ?? {}])
            expected = withSettings(expected, written);
        }
        expect(institutionsOfPart(layersResolved(layersOf(history)), part, code)).toEqual(expected);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('an override is there only where it makes a difference', () => {
    fc.assert(
      fc.property(HISTORY, (history) => {
        const { institutions, overrides } = layersResolved(layersOf(history));
        overrides.forEach((override, index) => {
          const others = overrides.filter((_, other) => other !== index);
          const parts = override.part === null ? PARTS : [override.part];
          const without = parts.map((part) =>
            institutionsOfPart(
              { institutions, overrides: others },
              part,
              override.commissioner ?? 'elsewhere',
            ),
          );
          expect(without.some((each) => JSON.stringify(each) !== JSON.stringify(override.institutions))).toBe(
            true,
          );
        });
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});

describe('a preset has no power of its own', () => {
  const armOf = (arm: object, vocabulary = SMALL_VOCABULARY): ResolvedArm => {
    const scenario = {
      name: 'small',
      question: 'Why?',
      place: 'herefordshire',
      arms: [{ name: 'a', ...arm }],
    };
    const loaded = loadScenario(JSON.stringify(scenario), 'x', vocabulary);
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    return resolveScenario(loaded.scenario, vocabulary)[0];
  };
  const bytes = ({ input }: ResolvedArm) =>
    JSON.stringify(input.institutions.map(({ why: _why, ...entry }) => entry));

  it.each(REGIMES.map((regime) => [regime.id, regime] as const))(
    '%s, under another name or written setting by setting, gives the same bytes',
    (id, regime) => {
      const renamed = { ...SMALL_VOCABULARY, regimes: [{ ...regime, id: 'nobody-has-named-this' }] };
      const set = settingsOf(regime.institutions);
      const composed = armOf({ regime: 'purchaser-provider-split', set, parts: regime.parts });
      expect(bytes(armOf({ regime: 'nobody-has-named-this' }, renamed))).toBe(bytes(armOf({ regime: id })));
      expect(bytes(composed)).toBe(bytes(armOf({ regime: id })));
    },
  );
});
