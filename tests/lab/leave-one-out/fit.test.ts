import { describe, expect, it } from 'vitest';
import { fitOf, type Prediction, worst } from '../../../src/lab/leave-one-out/fit.ts';

const of = (pairs: readonly (readonly [number, number])[]): Prediction[] =>
  pairs.map(([actual, predicted], n) => ({ code: `H${n}`, name: '', actual, predicted, remarks: [] }));

describe('the fit of predictions', () => {
  it('is what a hand reckons', () => {
    // Mean 200; squares from it 2 x 100^2; differences 50 and -100.
    const fit = fitOf(
      of([
        [100, 150],
        [200, 200],
        [300, 200],
      ]),
    );
    expect(fit.rSquared).toBeCloseTo(1 - (2500 + 10_000) / 20_000, 12);
    expect(fit.mapePct).toBeCloseTo((50 + 0 + 100 / 3) / 3, 12);
    expect(fit.medianPct).toBeCloseTo(100 / 3, 12);
    expect(fit.count).toBe(3);
  });

  it('is 1 when all are right, 0 for the mean of all, and below it when worse', () => {
    expect(
      fitOf(
        of([
          [1, 1],
          [2, 2],
        ]),
      ).rSquared,
    ).toBe(1);
    expect(
      fitOf(
        of([
          [1, 2],
          [3, 2],
        ]),
      ).rSquared,
    ).toBe(0);
    expect(
      fitOf(
        of([
          [1, 3],
          [3, 1],
        ]),
      ).rSquared,
    ).toBe(-3);
  });

  it('calls worst what is furthest off as a ratio, too much or too little', () => {
    const found = worst(
      of([
        [100, 110],
        [100, 300],
        [100, 25],
      ]),
      2,
    );
    expect(found.map(({ code }) => code)).toEqual(['H2', 'H1']);
  });
});
