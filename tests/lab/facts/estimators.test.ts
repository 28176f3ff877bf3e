import { describe, expect, it } from 'vitest';
import {
  bentLine,
  correlation,
  differenceInDifferences,
  leastSquares,
  quantile,
} from '../../../src/lab/facts/estimators.ts';

describe('estimators against numbers worked out by hand', () => {
  it('fits a line: (0, 0), (1, 2), (2, 3) has slope 3/2 and constant 1/6', () => {
    const [constant, slope] = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [0, 2, 3],
    );
    expect(slope!.value).toBeCloseTo(1.5, 12);
    expect(constant!.value).toBeCloseTo(1 / 6, 12);
  });

  it('clusters: the mean of 1, 1, 3, 3 in two clusters is 2, its standard error 1', () => {
    // Residual sums -2 and 2, bread 1/4: variance (4 + 4) / 16, times 2 / 1 clusters and 3 / 3 observations.
    const [mean] = leastSquares([[1], [1], [1], [1]], [1, 1, 3, 3], ['a', 'a', 'b', 'b']);
    expect(mean!.value).toBeCloseTo(2, 12);
    expect(mean!.error).toBeCloseTo(1, 12);
  });

  it('takes differences of differences: changes of 4 and 6 against 1 and 3 are 3, standard error root 2', () => {
    const effect = differenceInDifferences([
      { treated: true, before: 10, after: 14 },
      { treated: true, before: 12, after: 18 },
      { treated: false, before: 10, after: 11 },
      { treated: false, before: 8, after: 11 },
    ]);
    expect(effect.value).toBeCloseTo(3, 12);
    expect(effect.error).toBeCloseTo(Math.SQRT2, 12);
  });

  it('has no estimate where nobody is treated', () => {
    const units = [1, 2, 3].map((after) => ({ treated: false, before: 0, after }));
    expect(differenceInDifferences(units).value).toBeNaN();
  });

  it('finds the bend of a line that turns from slope 1 to slope 3 at 5', () => {
    const x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const y = x.map((value) => value + 2 * Math.max(0, value - 5));
    const bend = bentLine(x, y, [3, 4, 5, 6, 7]);
    expect(bend.at).toBe(5);
    expect(bend.below).toBeCloseTo(1, 9);
    expect(bend.above).toBeCloseTo(3, 9);
  });

  it('correlates and ranks', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  });
});
