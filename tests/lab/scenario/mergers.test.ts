import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { loadScenario } from '../../../src/lab/scenario/load.ts';
import { trustCodes } from '../../../src/lab/scenario/open-place.ts';
import { resolveScenario } from '../../../src/lab/scenario/resolve.ts';
import type { PlaceChoice } from '../../../src/lab/scenario/scenario.ts';
import { SMALL_VOCABULARY, VALID } from './small-vocabulary.ts';

function withMergers(...entries: readonly string[]): string {
  return `${VALID}    mergers:\n${entries.map((entry) => `      - ${entry}\n`).join('')}`;
}

function load(...entries: readonly string[]) {
  return loadScenario(withMergers(...entries), 'test.yaml', SMALL_VOCABULARY);
}

function faults(...entries: readonly string[]): readonly string[] {
  const loaded = load(...entries);
  return 'problems' in loaded ? loaded.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe('mergers of a scenario', () => {
  it('reach the model in the order of their weeks, and set when the cohort is closed', () => {
    const loaded = load(
      '{ week: 60, commissioners: nearest-smaller, imposed: true }',
      '{ week: 30, trusts: ["RAA", "RBB"], why: too small }',
    );
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    const { input } = resolveScenario(loaded.scenario, SMALL_VOCABULARY)[0]!;
    expect(input.mergers).toEqual([
      { week: 30, kind: 'trusts', who: ['RAA', 'RBB'], withinKm: null, imposed: false, why: 'too small' },
      {
        week: 60,
        kind: 'commissioners',
        who: 'nearest-smaller',
        withinKm: null,
        imposed: true,
        why: 'scenario',
      },
    ]);
    expect(input.cohortWeek).toBe(30);
  });

  it('an arm without any has none', () => {
    const loaded = loadScenario(VALID, 'test.yaml', SMALL_VOCABULARY);
    if ('problems' in loaded) throw new Error('not valid');
    expect(resolveScenario(loaded.scenario, SMALL_VOCABULARY)[0]!.input).not.toHaveProperty('mergers');
  });

  it.each([
    ['{ week: 10 }', 'who merges: trusts or commissioners'],
    [
      '{ week: 10, trusts: nearest-smaller, commissioners: nearest-smaller }',
      'either trusts or commissioners',
    ],
    ['{ week: 10, trusts: [RAA] }', 'two or more codes'],
    ['{ week: 10, trusts: nearest }', 'nearest-smaller'],
    ['{ week: 10, trusts: [RAA, RAA] }', 'each code once'],
    ['{ week: 10, trusts: [RAA, RBB], within_km: 5 }', 'no distance where codes say who merges'],
    ['{ week: 520, trusts: nearest-smaller }', 'a week before the end of the run'],
    ['{ week: 0, trusts: nearest-smaller }', 'a whole number from 1'],
  ])('%s is refused: %s', (entry, expected) => {
    expect(faults(entry).join()).toContain(expected);
  });

  it('codes of trusts are held against the place, at their line and beside other mistakes', () => {
    const entries = ['{ week: 10, trusts: [T1, T9] }', '{ week: 0, trusts: nearest-smaller }'];
    const text = withMergers(...entries).replace(
      'herefordshire',
      '{ synthetic: { people: 1000, practices: 1, trusts: 2 } }',
    );
    const asked: PlaceChoice[] = [];
    const loaded = loadScenario(text, 'test.yaml', SMALL_VOCABULARY, undefined, (place) => {
      asked.push(place);
      return trustCodes(place, 'test.yaml');
    });
    expect(asked.map(({ kind }) => kind)).toEqual(['synthetic']);
    if (!('problems' in loaded)) throw new Error('valid');
    expect(loaded.problems.map(({ line, path, message }) => [line, path, message])).toEqual([
      [
        8,
        'arms[0].mergers[0].trusts[1]',
        'expected the code of a trust within reach of the place: T1, T2, found the text "T9"',
      ],
      [9, 'arms[0].mergers[1].week', expect.stringContaining('a whole number from 1')],
    ]);
  });

  it('the codes of a synthetic place are those that it is made with', () => {
    const spec = { people: 1000, practices: 1, trusts: 12, rural: 0, seed: 'codes' };
    expect(trustCodes({ kind: 'synthetic', synthetic: spec }, 'test.yaml')).toEqual(
      syntheticPlace(spec).providers.code,
    );
  });

  it('no place is made where trusts have no codes, or the place is none', () => {
    const never = () => {
      throw new Error('made');
    };
    const entry = '{ week: 10, trusts: nearest-smaller }';
    expect(loadScenario(withMergers(entry), 'test.yaml', SMALL_VOCABULARY, undefined, never)).toHaveProperty(
      'scenario',
    );
    const nowhere = withMergers('{ week: 10, trusts: [RAA, RBB] }').replace('herefordshire', 'nowhere');
    expect(loadScenario(nowhere, 'test.yaml', SMALL_VOCABULARY, undefined, never)).toHaveProperty('problems');
  });
});
