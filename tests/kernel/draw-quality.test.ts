import { describe, expect, it } from 'vitest';
import { h3 } from '../../src/kernel/draw.ts';
import { battery } from './draw-battery.ts';

/** Everything here is fixed by the seed: a score beyond this is a defect, never bad luck. */
const LIMIT = 4;

describe('the quality of the draws', () => {
  it.each(Object.entries(battery(h3)))('h3: %s', (_test, z) => {
    expect(Math.abs(z)).toBeLessThan(LIMIT);
  });

  it('the battery notices a common two-multiplication hash', () => {
    const scores = battery(twoMultiplications);
    const failed = Object.keys(scores).filter((test) => Math.abs(scores[test]) > LIMIT);
    expect(failed).toContain('evenness of 262,144 slots (mean of chi-square)');
    expect(failed).toContain('evenness of 262,144 slots (spread of chi-square)');
    // a bijection never deals the same number twice
    expect(failed).toContain('collisions among 2^20 slots');
  });
});

/** Wellons' lowbias32 under a key: a fine hash of one word, and not random enough on the grid. */
function twoMultiplications(slot: number, k0: number): number {
  let x = slot ^ k0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  x ^= x >>> 15;
  return x >>> 0;
}
