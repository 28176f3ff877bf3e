import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, h3, unit } from '../../src/kernel/draw.ts';
import { philox4x32 } from '../../src/kernel/philox.ts';
import { seedKey } from '../../src/kernel/seed.ts';

const u32 = fc.integer({ min: 0, max: 0xffffffff });

describe('philox4x32', () => {
  // Known-answer tests published with the Random123 library.
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('reproduces the published answer for counter %j, key %j', (counter, key, answer) => {
    expect(philox4x32(counter, key[0], key[1])).toEqual(answer);
  });

  it('agrees with the same rounds written in 64-bit whole numbers', () => {
    fc.assert(
      fc.property(fc.tuple(u32, u32, u32, u32), u32, u32, (counter, key0, key1) => {
        expect(philox4x32(counter, key0, key1)).toEqual(philoxInBigInts(counter, key0, key1));
      }),
    );
  });
});

describe('h3', () => {
  it.each([
    [0, 0, 0, 0x00000000],
    [1, 0, 0, 0xea6ae8f9],
    [0, 1, 0, 0x225af94b],
    [0, 0, 1, 0xed5b0e0e],
    [0xffffffff, 0xffffffff, 0xffffffff, 0x00000000],
    [330_000, 0x243f6a88, 0x85a308d3, 0xe3130ea6],
    [50_999_999, 0x13198a2e, 0x03707344, 0x36d34c38],
  ])('h3(%i, %i, %i) is the fixed value', (slot, k0, k1, answer) => {
    expect(h3(slot, k0, k1)).toBe(answer);
  });

  it('is an unsigned 32-bit whole number, and unit() puts it in [0, 1)', () => {
    fc.assert(
      fc.property(u32, u32, u32, (slot, k0, k1) => {
        const u = h3(slot, k0, k1);
        expect(u).toBe(u >>> 0);
        expect(unit(u)).toBe(u / 4294967296);
        expect(unit(u)).toBeLessThan(1);
      }),
    );
  });
});

describe('drawKey', () => {
  it.each([
    [12345, 0, 0, 0xd1fa3e81, 0x2f7fea51, 0, 0x9a597de8],
    [12345, 0, 0, 0xd1fa3e81, 0x2f7fea51, 1, 0x252a362f],
    [12345, 519, 6, 0x056a194f, 0xc13a12e5, 329_999, 0xeedd064b],
    [1, 52, 3, 0x5b273442, 0x26455bcd, 50_999_999, 0xe0707a77],
  ])('seed %i, week %i, purpose %i: the whole draw is fixed', (seed, week, purpose, k0, k1, slot, answer) => {
    const key = drawKey({ lo: seed, hi: 0 }, week, purpose, 0, 0);
    expect(key).toEqual({ k0, k1 });
    expect(h3(slot, key.k0, key.k1)).toBe(answer);
  });

  it('depends on every one of its six words', () => {
    const base = [1, 2, 3, 4, 5, 6] as const;
    const keyOf = (words: readonly number[]) =>
      drawKey({ lo: words[0], hi: words[1] }, words[2], words[3], words[4], words[5]);
    for (let place = 0; place < base.length; place++) {
      const changed = base.map((word, index) => (index === place ? word + 100 : word));
      expect(keyOf(changed)).not.toEqual(keyOf(base));
    }
  });
});

describe('seedKey', () => {
  it('is the same key for the same text, for ever', () => {
    expect(seedKey('12345')).toEqual({ lo: 213308242, hi: 3296319256 });
    expect(seedKey('')).toEqual({ lo: 808652792, hi: 2563510094 });
  });

  // '1' and '11' (a repeated ARC4 key) and characters equal in their low byte are one seed to seedrandom itself.
  it.each([
    ['1', '11'],
    ['ab', 'abab'],
    ['a', '\u0161'],
    ['', '\u0000'],
  ])('tells %j from %j', (a, b) => {
    expect(seedKey(a)).not.toEqual(seedKey(b));
  });

  it('is two unsigned 32-bit words, and another text gives another key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const key = seedKey(a);
        expect([key.lo >>> 0, key.hi >>> 0]).toEqual([key.lo, key.hi]);
        if (a !== b) expect(seedKey(b)).not.toEqual(key);
      }),
    );
  });
});

function philoxInBigInts(counter: readonly number[], key0: number, key1: number): number[] {
  const mask = 0xffffffffn;
  let [a, b, c, d] = counter.map(BigInt);
  let [k0, k1] = [BigInt(key0), BigInt(key1)];
  for (let round = 0; round < 10; round++) {
    const first = a * 0xd2511f53n;
    const second = c * 0xcd9e8d57n;
    [a, b, c, d] = [(second >> 32n) ^ b ^ k0, second & mask, (first >> 32n) ^ d ^ k1, first & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [a, b, c, d].map(Number);
}
