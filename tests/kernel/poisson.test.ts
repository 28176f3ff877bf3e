import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, h3, unit } from '../../src/kernel/draw.ts';
import { poisson } from '../../src/kernel/poisson.ts';

describe('a Poisson number from one draw', () => {
  it('is the quantile: for mean 1 the first steps are at 0.3679, 0.7358 and 0.9197', () => {
    expect([0.36, 0.37, 0.73, 0.74, 0.91, 0.92].map((draw) => poisson(1, draw))).toEqual([0, 1, 1, 2, 2, 3]);
    expect(poisson(0, 0.999)).toBe(0);
  });

  it('never falls when the draw or the mean rises', () => {
    const mean = fc.double({ min: 0, max: 400, noNaN: true });
    const draw = fc.double({ min: 0, max: 0.999999999, noNaN: true });
    fc.assert(
      fc.property(mean, mean, draw, draw, (a, b, u, v) => {
        const [low, high] = [Math.min(u, v), Math.max(u, v)];
        expect(poisson(a, low)).toBeLessThanOrEqual(poisson(a, high));
        // The two methods meet at 60: one apart at most there.
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(poisson(less, u)).toBeLessThanOrEqual(poisson(more, u) + 1);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it.each([0.3, 4, 59, 61, 900])('has mean and variance %d', (mean) => {
    const { k0, k1 } = drawKey({ lo: 3, hi: 4 }, 1, 2, 0, 0);
    const n = 60_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = poisson(mean, unit(h3(i, k0, k1)));
      sum += x;
      squares += (x - mean) ** 2;
    }
    expect(Math.abs(sum / n - mean)).toBeLessThan(4.5 * Math.sqrt(mean / n));
    // Variance of the squared deviation of a Poisson: mean + 2 mean^2.
    const spread = Math.sqrt((mean + 2 * mean * mean) / n);
    expect(Math.abs(squares / n - mean)).toBeLessThan(4.5 * spread + 0.002 * mean);
  });
});
