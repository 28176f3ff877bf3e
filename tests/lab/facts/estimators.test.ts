import { describe, expect, it } from 'vitest';
import {
  bentLine,
  correlation,
  differenceInDifferences,
  leastSquares,
  quantile,
  tenthsApart,
  whereLost,
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

  it('has robust errors: the mean of 0, 0, 6 is 2, its standard error 2', () => {
    // Residuals -2, -2 and 4: squares 24, bread 1/3, correction 3/2, so variance 24 / 9 * 3 / 2 = 4.
    const [mean] = leastSquares([[1], [1], [1]], [0, 0, 6]);
    expect(mean!.value).toBeCloseTo(2, 12);
    expect(mean!.error).toBeCloseTo(2, 12);
  });

  it('tells two causes apart: y = 1 + 2 a - 3 b exactly, without error', () => {
    const rows = [
      [1, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 2, 3],
    ];
    const found = leastSquares(
      rows,
      rows.map(([, a, b]) => 1 + 2 * a! - 3 * b!),
    );
    expect(found.map(({ value }) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, -3]);
    for (const { error } of found) expect(error).toBeLessThan(1e-9);
    // The same cause twice is not told apart.
    expect(
      leastSquares(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [1, 2, 4],
      ).every(({ value }) => Number.isNaN(value)),
    ).toBe(true);
  });

  it('takes no bend from where there are no data, and the better of two', () => {
    expect(bentLine([1, 2, 3], [1, 2, 3], []).at).toBeNaN();
    // Flat to 4, then down by 2 a step: 4 is the bend, not 3.
    const x = [0, 1, 2, 3, 4, 5, 6, 7];
    const bend = bentLine(x, [9, 9, 9, 9, 9, 7, 5, 3], [3, 4]);
    expect(bend.at).toBe(4);
    expect(bend.below - bend.above).toBeCloseTo(2, 9);
  });

  it('compares tenths: of 1 to 20 the top two over the bottom two are 39 over 3', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => 20 - n);
    expect(tenthsApart(twenty)).toBeCloseTo(13, 12);
    // Of three, one at either end.
    expect(tenthsApart([5, 1, 2])).toBe(5);
  });

  it('finds where so much is lost', () => {
    // 98 up to 88, then a point lost for each point of x: three are lost at 91.
    const x = Array.from({ length: 200 }, (_, n) => 80 + n / 10);
    const y = x.map((value) => 98 - Math.max(0, value - 88));
    expect(whereLost(x, y, { notCrowded: 86, lost: 3 })).toBeCloseTo(91, 6);
  });

  it('pools neighbours that do not fall, and says when so much is never lost', () => {
    // A dent at 87 is noise: pooled with what follows it, the loss is reached beyond it.
    const x = [84, 84, 87, 89, 91];
    const y = [98, 98, 94, 96, 90];
    const at = whereLost(x, y, { notCrowded: 86, lost: 3 });
    // The pool of 87 and 89 lies at 88 and has lost 3 on average.
    expect(at).toBeCloseTo(88, 9);
    expect(whereLost(x, y, { notCrowded: 86, lost: 9 })).toBeNaN();
    expect(whereLost(x, y, { notCrowded: 80, lost: 3 })).toBeNaN();
  });

  it('correlates and ranks', () => {
    expect(correlation([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12);
    // Deviations -1, 0, 1 and -1, 1, 0 have product 1 and squares 2 and 2.
    expect(correlation([10, 20, 30], [0, 2, 1])).toBeCloseTo(0.5, 12);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
  });
});
