import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference, pairedOverDraws, readingOf } from '../../../src/lab/analysis/paired.ts';

const value = fc.double({ min: -1000, max: 1000, noNaN: true });
const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 30 });

describe('the paired difference of two arms', () => {
  it('is what a person computes by hand', () => {
    // Differences 1, 2, 3: mean 2, standard error 1/sqrt(3), t(0.975, 2) = 4.302653.
    const paired = pairedDifference([10, 20, 30], [11, 22, 33]);
    expect(paired).toMatchObject({ replicates: 3, meanBaseline: 20, meanArm: 22, difference: 2 });
    expect(paired.high).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 5);
    expect(paired.low).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 5);
  });

  it('has no interval with one replicate, and says so', () => {
    const paired = pairedDifference([10], [12]);
    expect(paired).toEqual({
      replicates: 1,
      meanBaseline: 10,
      meanArm: 12,
      difference: 2,
      low: Number.NaN,
      high: Number.NaN,
      interval: 'luck only',
    });
    expect(readingOf(paired, 'up is better')).toBe('one replicate: luck not measured');
  });

  it('leaves out a replicate in which an arm has no value', () => {
    const whole = pairedDifference([1, 3, 4], [2, 5, 9]);
    expect(pairedDifference([1, Number.NaN, 3, 7, 4], [2, 8, 5, Number.NaN, 9])).toEqual(whole);
    const none = pairedDifference([Number.NaN], [1]);
    expect(none.replicates).toBe(0);
    expect(none.difference).toBeNaN();
    expect(readingOf(none, 'up is better')).toBe('');
  });

  it('refuses arms with different numbers of replicates', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow(/2 replicates of the baseline, 1 of the arm/);
  });

  it('does not care for luck that both arms share', () => {
    fc.assert(
      fc.property(pairs, value, (both, luck) => {
        const plain = pairedDifference(
          both.map(([a]) => a),
          both.map(([, b]) => b),
        );
        const lucky = pairedDifference(
          both.map(([a], r) => a + luck * r),
          both.map(([, b], r) => b + luck * r),
        );
        expect(lucky.difference).toBeCloseTo(plain.difference, 6);
        expect(lucky.high).toBeCloseTo(plain.high, 5);
      }),
    );
  });

  it('changes sign when the arms are exchanged, and its interval is around it', () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const forth = pairedDifference(
          both.map(([a]) => a),
          both.map(([, b]) => b),
        );
        const back = pairedDifference(
          both.map(([, b]) => b),
          both.map(([a]) => a),
        );
        expect(back.difference).toBeCloseTo(-forth.difference, 9);
        expect(back.low).toBeCloseTo(-forth.high, 7);
        expect(forth.low).toBeLessThanOrEqual(forth.difference);
        expect(forth.high).toBeGreaterThanOrEqual(forth.difference);
      }),
    );
  });

  it('covers the truth as often as it promises', () => {
    // 4,000 experiments of 5 replicates with a true difference of 1: sums of 12 uniforms are near enough normal.
    const noise = lcg(20070401);
    const normal = () => Array.from({ length: 12 }, noise).reduce((sum, u) => sum + u, -6);
    let covered = 0;
    for (let experiment = 0; experiment < 4000; experiment++) {
      const base = Array.from({ length: 5 }, () => 100 + 20 * normal());
      const { low, high } = pairedDifference(
        base,
        base.map((v) => v + 1 + normal()),
      );
      if (low <= 1 && high >= 1) covered += 1;
    }
    expect(covered / 4000).toBeGreaterThan(0.94);
    expect(covered / 4000).toBeLessThan(0.96);
  });
});

describe('the reading of a difference', () => {
  const higher = pairedDifference([10, 20, 30], [15, 25.1, 34.9]);
  const lower = pairedDifference([15, 25.1, 34.9], [10, 20, 30]);
  const unclear = pairedDifference([10, 20, 30], [11, 19, 30]);
  const same = pairedDifference([10, 20, 30], [10, 20, 30]);

  it('takes a side when the whole interval does', () => {
    expect(readingOf(higher, 'up is better')).toBe('better');
    expect(readingOf(higher, 'down is better')).toBe('worse');
    expect(readingOf(lower, 'up is better')).toBe('worse');
    expect(readingOf(lower, 'down is better')).toBe('better');
    expect(readingOf(higher, 'neither')).toBe('more');
    expect(readingOf(lower, 'neither')).toBe('less');
  });

  it('takes none when the interval holds zero', () => {
    for (const direction of ['up is better', 'down is better', 'neither'] as const) {
      expect(readingOf(unclear, direction)).toBe('no difference shown');
      expect(readingOf(same, direction)).toBe('no difference shown');
    }
  });
});

/** A plain linear congruential generator: the test's own luck. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the paired difference over draws of parameters', () => {
  it('is what a person computes by hand', () => {
    // Two worlds of each draw, differences 0 and 2, 1 and 3, 2 and 4: draws differ by 1, 2 and 3.
    const paired = pairedOverDraws([1, 1, 1, 1, 1, 1], [1, 3, 2, 4, 3, 5], 2);
    expect(paired).toMatchObject({ replicates: 6, difference: 2, interval: 'luck and parameters' });
    // One more draw: standard deviation 1, times the root of 1 + 1/3.
    expect(paired.high).toBeCloseTo(2 + 4.302653 * Math.sqrt(4 / 3), 5);
  });

  it('does not become certain with more draws, as the mean over luck does', () => {
    const arm = (count: number) => Array.from({ length: count }, (_, n) => (n % 2 === 0 ? 1 : 3));
    const width = (of: typeof pairedDifference | typeof pairedOverDraws, count: number) => {
      const { low, high } = of(new Array<number>(count).fill(0), arm(count), 1);
      return high - low;
    };
    expect(width(pairedOverDraws, 1000)).toBeGreaterThan(3.9);
    expect(width((a: readonly number[], b: readonly number[]) => pairedDifference(a, b), 1000)).toBeLessThan(
      0.2,
    );
  });

  it('says that one draw is too few', () => {
    const one = pairedOverDraws([1, 1], [2, 3], 2);
    expect([one.low, readingOf(one, 'up is better')]).toEqual([
      Number.NaN,
      'one replicate: luck not measured',
    ]);
  });
});
