import { describe, expect, it } from 'vitest';
import { caseCosts } from '../../../src/lab/facts/practice-costs.ts';
import { run, smallWorld } from '../../model/world.ts';

/** Mean and standard deviation of what some cases cost over the mean of their kind. */
function spread(cases: number, variation: number): { mean: number; deviation: number } {
  const world = smallWorld({ people: 1000, parameters: { case_cost_variation: variation } });
  const draw = caseCosts(world, 0);
  const drawn = Array.from({ length: 20_000 }, () => draw(cases));
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
  const square = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
  return { mean, deviation: Math.sqrt(square) };
}

describe('what cases of one kind cost', () => {
  it('is their mean price on average, and differs by the variation of one over the root of their number', () => {
    for (const cases of [50, 800]) {
      const { mean, deviation } = spread(cases, 2);
      const expected = 2 / Math.sqrt(cases);
      // Fixed draws. Five standard errors of 20,000: with others it would fail by luck once in 1.7 million.
      expect(Math.abs(mean - 1)).toBeLessThan((5 * expected) / Math.sqrt(20_000));
      // Half a decimal is nine standard errors of a spread of 20,000 draws of such skew (0.6%): never by luck.
      expect(deviation / expected).toBeCloseTo(1, 1);
    }
  });

  it('is the mean price where cases do not differ, or there are none', () => {
    expect(spread(50, 0)).toEqual({ mean: 1, deviation: 0 });
    expect(caseCosts(smallWorld({ people: 1000 }), 0)(0)).toBe(1);
  });

  it('is drawn anew for each draw, and the same for the same', () => {
    const world = run(smallWorld({ people: 1000 }), 1);
    const once = caseCosts(world, 0)(100);
    expect(caseCosts(world, 0)(100)).toBe(once);
    expect(caseCosts(world, 1)(100)).not.toBe(once);
  });
});
