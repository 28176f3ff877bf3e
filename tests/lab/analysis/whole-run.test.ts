import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeRun } from '../../../src/lab/analysis/whole-run.ts';

describe('the figure of a whole run', () => {
  const weeks = [52, 52, 26];

  it('adds up, averages or takes the last, as the metric says', () => {
    expect(wholeRun([100, 200, 60], weeks, 'sum')).toBe(360);
    expect(wholeRun([100, 200, 60], weeks, 'rate')).toBe(144); // 360 in two and a half years
    expect(wholeRun([10, 20, 40], weeks, 'mean')).toBe(20); // (10 + 20 + 40 / 2) / 2.5
    expect(wholeRun([10, 20, 40], weeks, 'last')).toBe(40);
  });

  it('leaves out years without a value', () => {
    expect(wholeRun([100, Number.NaN, 60], weeks, 'rate')).toBe((160 * 52) / 78);
    expect(wholeRun([10, 20, Number.NaN], weeks, 'last')).toBe(20);
    expect(wholeRun([Number.NaN, Number.NaN, Number.NaN], weeks, 'sum')).toBeNaN();
  });

  it('does not notice how a steady run is cut into years, unless it counts', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 52 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.double({ min: 0.1, max: 1000, noNaN: true }), (cut, perYear) => {
        const flow = cut.map((w) => (perYear * w) / 52);
        expect(wholeRun(flow, cut, 'rate') / perYear).toBeCloseTo(1, 9);
        const level = cut.map(() => perYear);
        expect(wholeRun(level, cut, 'mean') / perYear).toBeCloseTo(1, 9);
      }),
    );
  });
});
