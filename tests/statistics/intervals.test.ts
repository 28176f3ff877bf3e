import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { differenceInDifferences, leastSquares } from '../../src/lab/facts/estimators.ts';
import type { Measure } from '../../src/lab/facts/fact.ts';
import { effectOf, verdictOf } from '../../src/lab/facts/verdict.ts';

/**
 * Statistical tests. The seeds are fixed, so that they never flicker; each says how often it would fail, with a right
 * program, under another seed.
 */

const TRIALS = 4000;
/** Four standard errors of a share of 0.95 over the trials: beyond them by luck once in 16,000. */
const FOUR_ERRORS = 4 * Math.sqrt((0.95 * 0.05) / TRIALS);

function normals(seed: string): () => number {
  const random = seedrandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function share(trial: () => boolean, trials = TRIALS): number {
  let yes = 0;
  for (let n = 0; n < trials; n++) if (trial()) yes += 1;
  return yes / trials;
}

describe('intervals hold the truth as often as they say', () => {
  it.each([3, 6, 20])('of %d replicates: 95 in 100 (fails by luck once in 16,000)', (replicates) => {
    const normal = normals(`replicates ${replicates}`);
    const held = share(() => {
      const figures = Array.from({ length: replicates }, () => ({ value: 7 + 3 * normal(), error: 0 }));
      const { low, high } = effectOf(figures);
      return low <= 7 && high >= 7;
    });
    expect(Math.abs(held - 0.95)).toBeLessThan(FOUR_ERRORS);
  });

  it('of a difference in differences of 40 practices: 93 to 97% (fails by luck less than once in 1,000)', () => {
    const normal = normals('practices');
    const held = share(() => {
      const units = Array.from({ length: 40 }, (_, n) => {
        const before = normal();
        return { treated: n % 2 === 0, before, after: before + 0.5 * normal() + (n % 2 === 0 ? 1 : 0) };
      });
      const { value, error } = differenceInDifferences(units);
      return Math.abs(value - 1) <= 2.02 * error;
    });
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });

  it('of clustered errors, where ordinary ones would be too sure (fails by luck less than once in 1,000)', () => {
    const normal = normals('clusters');
    const clusters = Array.from({ length: 200 }, (_, n) => Math.floor(n / 5));
    const slopes = (errorsOf: readonly number[] | undefined) =>
      share(() => {
        const byCluster = Array.from({ length: 40 }, () => ({ x: normal(), shock: normal() }));
        const rows = clusters.map((c) => [1, byCluster[c]!.x]);
        const y = clusters.map((c) => byCluster[c]!.shock + 0.3 * normal());
        const [, slope] = errorsOf === undefined ? leastSquares(rows, y) : leastSquares(rows, y, errorsOf);
        return Math.abs(slope!.value) <= 2.02 * slope!.error;
      }, 800);
    expect(slopes(clusters)).toBeGreaterThan(0.9);
    expect(slopes(undefined)).toBeLessThan(0.75);
  });
});

describe('verdicts', () => {
  it('call an effect at the edge of its band inside at most once in forty (fails by luck once in 30,000)', () => {
    const normal = normals('edge');
    const measure: Measure = {
      id: 'edge',
      words: 'edge',
      unit: '%',
      published: { value: Number.NaN, low: Number.NaN, high: Number.NaN },
      expected: 'down',
      neutral: 0,
      band: [-8, -2],
      endInside: false,
      rule: 'inside',
      halfWidthAtMost: null,
      cannot: null,
    };
    const passed = share(() => {
      const figures = Array.from({ length: 6 }, () => ({ value: -2 + 0.5 * normal(), error: 0 }));
      return verdictOf(measure, effectOf(figures)) === 'inside';
    });
    expect(passed).toBeLessThan(0.025 + 4 * Math.sqrt((0.025 * 0.975) / TRIALS));
    expect(passed).toBeGreaterThan(0.025 - 4 * Math.sqrt((0.025 * 0.975) / TRIALS));
  });
});
