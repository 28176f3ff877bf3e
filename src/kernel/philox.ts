/**
 * Philox4x32-10, a counter-based generator: 128 bits of counter and 64 bits of key to 128 random bits.
 *
 * It is used once per week and purpose to make the keys under which every person is hashed (`draw.ts`), so its cost
 * does not matter and its quality does.
 *
 * Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC'11; test vectors
 * from the authors' Random123 library.
 */

/** Four unsigned 32-bit words. */
export type Words4 = readonly [number, number, number, number];

const ROUNDS = 10;
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/**
 * @param counter four words, taken modulo 2^32
 * @param key0 first word of the key, modulo 2^32
 * @param key1 second word of the key, modulo 2^32
 * @returns four unsigned 32-bit words
 */
export function philox4x32(counter: Words4, key0: number, key1: number): Words4 {
  let [a, b, c, d] = counter;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < ROUNDS; round++) {
    const productA = Math.imul(a, MULTIPLIER_0);
    const productC = Math.imul(c, MULTIPLIER_1);
    const nextA = multiplyHigh(c, MULTIPLIER_1) ^ b ^ k0;
    const nextC = multiplyHigh(a, MULTIPLIER_0) ^ d ^ k1;
    a = nextA;
    b = productC;
    c = nextC;
    d = productA;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** The upper 32 of the 64 bits of a product of two unsigned 32-bit numbers, by schoolbook halves. */
function multiplyHigh(x: number, y: number): number {
  const xLow = x & 0xffff;
  const xHigh = (x >>> 16) & 0xffff;
  const yLow = y & 0xffff;
  const yHigh = y >>> 16;
  const cross = xHigh * yLow + ((xLow * yLow) >>> 16);
  const crossLow = (cross & 0xffff) + xLow * yHigh;
  return (xHigh * yHigh + Math.floor(cross / 65536) + Math.floor(crossLow / 65536)) | 0;
}
