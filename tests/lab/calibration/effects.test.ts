import { describe, expect, it } from 'vitest';
import { effectRatios, questionsOf } from '../../../src/lab/calibration/fact-evaluations.ts';
import { deviationAt, deviationOf, figureOf, ratioAt } from '../../../src/lab/calibration/figures.ts';

describe('effects between scenarios as figures of a calibration', () => {
  it('are asked by the questions of their facts', () => {
    expect(questionsOf(['B25 wait', 'B25 demand']).map(({ facts }) => facts)).toEqual([['B25']]);
    expect(questionsOf([])).toEqual([]);
  });

  it('answer the rows: demand follows waits more where GPs look at waits more', async () => {
    const asked = { figures: ['B25 demand'], seed: 'effects', worlds: 1, threads: 1 };
    const [none, most] = await effectRatios([{ a_wait: 0 }, { a_wait: 0.12 }], asked);
    expect(most![0]!['B25 demand']).toBeGreaterThan(none![0]!['B25 demand']! + 0.2);
  });

  it('are asked in a world whose base years were at rest: where levers rest is solved at each point', async () => {
    const asked = { figures: ['B33 year-7'], seed: 'effects', worlds: 1, threads: 1 };
    const other = { acsc_elasticity: 0.8 };
    const [solved, kept] = await effectRatios(
      // A point that says where a lever rests is asked as it says.
      [other, { ...other, lever_rest_shift_long_term_care: 0 }],
      asked,
    );
    expect(solved![0]!['B33 year-7']).not.toBe(kept![0]!['B33 year-7']);
  });

  it('may be nought or go the other way: they are off by shares, figures of a run by logarithms', () => {
    expect(figureOf('B33 year-1').target).toBe(-3);
    expect(deviationAt(-0.5, 'B33 year-1')).toBe(-1.5);
    expect(ratioAt(-1.5, 'B33 year-1')).toBe(-0.5);
    expect(deviationOf([{ 'B33 year-1': 0.5 }, { 'B33 year-1': 1 }], 'B33 year-1')).toBe(-0.25);
    expect(deviationAt(2, 'gp_referrals_per_1000')).toBeCloseTo(Math.log(2), 12);
    expect(ratioAt(Math.log(2), 'gp_referrals_per_1000')).toBeCloseTo(2, 12);
  });
});
