import { describe, expect, it } from 'vitest';
import { giveOrTake, judge, type Line, samplingShare } from '../../../src/lab/calibration/compare.ts';

function line(model: number, pass: Line['pass']): Line {
  return {
    id: 'row',
    label: 'a row',
    unit: 'people',
    model,
    target: 100,
    pass,
    standing: 'fitted',
    countedBy: 'count',
    source: 'somewhere',
  };
}
const mark = (model: number, pass: Line['pass']) => judge([line(model, pass)])[0].mark;

describe('a line of the calibration', () => {
  it('passes on its bounds and fails beyond them', () => {
    expect(mark(98, giveOrTake(100, 0.02))).toBe('pass');
    expect(mark(102, giveOrTake(100, 0.02))).toBe('pass');
    expect(mark(97.99, giveOrTake(100, 0.02))).toBe('FAIL');
    expect(mark(102.01, giveOrTake(100, 0.02))).toBe('FAIL');
  });

  it('fails when the model has no value', () => {
    expect(mark(Number.NaN, giveOrTake(100, 0.02))).toBe('FAIL');
  });

  it('without bounds is shown only, however far off', () => {
    expect(mark(1, null)).toBe('shown');
    expect(judge([line(150, null)])[0].differencePct).toBeCloseTo(50, 12);
  });

  it('allows a rare condition three standard errors', () => {
    // Arithmetic only; a right model would be beyond the bound by luck once in 370 runs.
    // 4 in 1,000 of 250,000 people are 1,000, give or take 31.6: three of them are 9.5%.
    expect(samplingShare(0.004, 250_000)).toBeCloseTo(3 * Math.sqrt(0.996 / 1000), 12);
  });
});
