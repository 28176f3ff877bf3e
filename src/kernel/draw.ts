/**
 * One random number per person, week and purpose, as a pure function: no generator, no order of drawing.
 *
 * A draw is `h3(slot, k0, k1)` under a key made by `drawKey(seed, week, purpose, drawIndex, replicate)`. Two arms of a
 * comparison that share a seed therefore give the same person the same luck in the same week for the same purpose,
 * whatever else a policy changed (common random numbers), and people can be walked in any order by any thread.
 */
import { philox4x32 } from './philox.ts';

/** The 64-bit key of a run, as two unsigned 32-bit halves (see `seed.ts`). */
export interface SeedKey {
  lo: number;
  hi: number;
}

/** The 64-bit key of one week and purpose, as two unsigned 32-bit halves. */
export interface DrawKey {
  k0: number;
  k1: number;
}

/**
 * The key under which everybody draws for one purpose in one week.
 * @param seed the run's key
 * @param week week number, 0 to 2^32 - 1
 * @param purpose what the draw decides; numbers are fixed for ever, so that adding a purpose moves no other draw
 * @param drawIndex 0 for the first draw of that purpose by the same person in the same week, then 1, 2, ...
 * @param replicate number of the replicate
 */
export function drawKey(
  seed: SeedKey,
  week: number,
  purpose: number,
  drawIndex: number,
  replicate: number,
): DrawKey {
  const words = philox4x32([week, purpose, drawIndex, replicate], seed.lo, seed.hi);
  return { k0: words[0], k1: words[1] };
}

/**
 * Hash of a slot number under a 64-bit key: an unsigned 32-bit integer, uniform over slots, weeks and purposes.
 *
 * Three multiplications. The slot is fed in twice, so that the map is not a bijection of slots: a bijection would deal
 * the 2^32 numbers without replacement, and the weekly totals of a large population would vary too little.
 * Source: the mixing constants of lowbias32/triple32 (C. Wellons, "Prospecting for hash functions", 2018); quality is
 * tested in tests/kernel/draw-quality.test.ts.
 */
export function h3(slot: number, k0: number, k1: number): number {
  let x = slot ^ k0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  x ^= x >>> 15;
  x = (x + (slot ^ k1)) | 0;
  x ^= x >>> 17;
  x = Math.imul(x, 0xed5ad4bb);
  x ^= x >>> 15;
  return x >>> 0;
}

/** An unsigned 32-bit draw as a number in [0, 1), a multiple of 2^-32. */
export function unit(u32: number): number {
  return u32 * 2.3283064365386963e-10;
}
