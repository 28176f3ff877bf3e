import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expected, expectedInWords, judge } from '../../../src/lab/signs/judge.ts';

const UP: Expected = { is: 'up' };
const DOWN: Expected = { is: 'down' };

describe('judging a sign', () => {
  it.each([
    [UP, [2, 2.2, 2.4], 'came out'],
    [DOWN, [2, 2.2, 2.4], 'did not'],
    [UP, [-9, 1, 9], 'inconclusive'],
    [UP, [0, 0, 0], 'did not'],
    [DOWN, [0, 0, 0], 'did not'],
    [{ is: 'same', within: 0.1 }, [0, 0, 0], 'came out'],
    [{ is: 'same', within: 0.1 }, [1, -1, 0.5], 'came out'],
    [{ is: 'same', within: 0.1 }, [30, 31, 32], 'did not'],
    [{ is: 'between', low: -0.08, high: -0.01 }, [-3, -3.5, -4], 'came out'],
    [{ is: 'between', low: -0.08, high: -0.01 }, [-0.1, -0.2, 0], 'did not'],
    [UP, [5], 'inconclusive'],
  ] as const)('%j with differences %j: %s', (expected, differences, verdict) => {
    const base = differences.map((_, n) => 100 + n);
    const arm = differences.map((difference, n) => base[n]! + difference);
    expect(judge(expected, base, arm).verdict).toBe(verdict);
  });

  it('turns round with the arms', () => {
    const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(figures, (differences) => {
        const zeros = differences.map(() => 0);
        expect(judge(UP, zeros, differences).verdict).toBe(
          judge(
            DOWN,
            zeros,
            differences.map((value) => -value),
          ).verdict,
        );
      }),
    );
  });

  it('names what is expected', () => {
    expect(expectedInWords({ is: 'same', within: 0.01 })).toBe('same within 1%');
    expect(expectedInWords({ is: 'between', low: -0.08, high: -0.01 })).toBe('-8% to -1%');
  });
});
