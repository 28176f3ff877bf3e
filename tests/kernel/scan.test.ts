import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, h3 } from '../../src/kernel/draw.ts';
import { createScanner, DEFAULT_CHUNK, type Scanner } from '../../src/kernel/scan.ts';

const ENGINES = ['wasm', 'typescript'] as const;
const u32 = fc.integer({ min: 0, max: 0xffffffff });
/** Thresholds at the ends of the range, where mistakes live, and in between. */
const threshold = fc.oneof(
  fc.constantFrom(0, 1, 0x7fff, 0x8000, 0xfffe, 0xffff),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0, max: 1000 }),
);

describe.each(ENGINES)('the %s scanner', (engine) => {
  it('is the engine that was asked for, and starts with nobody at risk', () => {
    const scanner = createScanner(100, { engine });
    expect(scanner.engine).toBe(engine);
    scanner.scan(0, 100, 1, 2);
    expect([scanner.rareCount, scanner.frequentCount]).toEqual([0, 0]);
  });

  it('hits exactly the slots whose draw lies below the rare or above the frequent threshold', () => {
    const property = fc.property(
      fc.array(fc.tuple(threshold, threshold), { minLength: 0, maxLength: 200 }),
      u32,
      u32,
      fc.nat(),
      fc.nat(),
      (thresholds, k0, k1, a, b) => {
        const capacity = thresholds.length;
        const scanner = createScanner(capacity, { engine, chunk: 256 });
        setThresholds(scanner, thresholds);
        const ends = [a % (capacity + 1), b % (capacity + 1)].sort((x, y) => x - y);
        scanner.scan(ends[0], ends[1], k0, k1);
        const slots = Array.from({ length: ends[1] - ends[0] }, (_, place) => ends[0] + place);
        const draw = (slot: number) => h3(slot, k0, k1) >>> 16;
        expect(rareOf(scanner)).toEqual(slots.filter((slot) => draw(slot) < thresholds[slot][0]));
        expect(frequentOf(scanner)).toEqual(
          slots.filter((slot) => draw(slot) >= 65536 - thresholds[slot][1]),
        );
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('gives the same lists whatever the chunk and wherever it starts', () => {
    const capacity = 5000;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), u32, u32, (chunk, k0, k1) => {
        const whole = filled(createScanner(capacity, { engine, chunk: capacity }));
        whole.scan(0, capacity, k0, k1);
        const pieces = filled(createScanner(capacity, { engine, chunk }));
        const rare: number[] = [];
        const frequent: number[] = [];
        for (let from = 0; from < capacity; from += chunk) {
          pieces.scan(from, Math.min(from + chunk, capacity), k0, k1);
          rare.push(...rareOf(pieces));
          frequent.push(...frequentOf(pieces));
        }
        expect(rare).toEqual(rareOf(whole));
        expect(frequent).toEqual(frequentOf(whole));
      }),
      { numRuns: 30 },
    );
  });

  it('lists everybody when every threshold is at its highest', () => {
    const scanner = createScanner(DEFAULT_CHUNK, { engine });
    scanner.rareThreshold.fill(65535);
    scanner.frequentThreshold.fill(65535);
    scanner.scan(0, DEFAULT_CHUNK, 5, 6);
    expect(scanner.rareCount + scanner.frequentCount).toBeGreaterThan(2 * DEFAULT_CHUNK - 10);
    expect(scanner.rareThreshold.every((value) => value === 65535)).toBe(true);
    expect(scanner.frequentThreshold.every((value) => value === 65535)).toBe(true);
  });

  it('hits in proportion to the threshold', () => {
    const scanner = createScanner(DEFAULT_CHUNK, { engine });
    scanner.rareThreshold.fill(655); // 1 % of 65536
    scanner.frequentThreshold.fill(6554); // 10 %
    let rare = 0;
    let frequent = 0;
    for (let week = 0; week < 200; week++) {
      const key = drawKey({ lo: 7, hi: 8 }, week, 0, 0, 0);
      scanner.scan(0, DEFAULT_CHUNK, key.k0, key.k1);
      rare += scanner.rareCount;
      frequent += scanner.frequentCount;
    }
    const draws = 200 * DEFAULT_CHUNK;
    expect(Math.abs(rare / draws - 655 / 65536)).toBeLessThan(4 * Math.sqrt(0.01 / draws));
    expect(Math.abs(frequent / draws - 6554 / 65536)).toBeLessThan(4 * Math.sqrt(0.09 / draws));
  });

  it('refuses ranges outside its slots or longer than a chunk', () => {
    const scanner = createScanner(100, { engine, chunk: 50 });
    expect(() => scanner.scan(0, 51, 0, 0)).toThrow(RangeError);
    expect(() => scanner.scan(60, 101, 0, 0)).toThrow(RangeError);
    expect(() => scanner.scan(-1, 10, 0, 0)).toThrow(RangeError);
    expect(() => scanner.scan(10, 9, 0, 0)).toThrow(RangeError);
    expect(() => scanner.scan(0.5, 9, 0, 0)).toThrow(RangeError);
    expect(() => createScanner(-1, { engine })).toThrow(RangeError);
    expect(() => createScanner(10, { engine, chunk: 0 })).toThrow(RangeError);
  });
});

describe('the two engines', () => {
  it('are bit-identical for any thresholds, keys and ranges', () => {
    const capacity = 3000;
    const wasm = createScanner(capacity, { engine: 'wasm', chunk: capacity });
    const typescript = createScanner(capacity, { engine: 'typescript', chunk: capacity });
    const property = fc.property(
      fc.array(fc.tuple(threshold, threshold), { minLength: 1, maxLength: 40 }),
      u32,
      u32,
      fc.nat({ max: capacity }),
      fc.nat({ max: capacity }),
      (pattern, k0, k1, a, b) => {
        for (const scanner of [wasm, typescript]) {
          const thresholds = Array.from({ length: capacity }, (_, slot) => pattern[slot % pattern.length]);
          setThresholds(scanner, thresholds);
          scanner.scan(Math.min(a, b), Math.max(a, b), k0, k1);
        }
        expect(rareOf(wasm)).toEqual(rareOf(typescript));
        expect(frequentOf(wasm)).toEqual(frequentOf(typescript));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('agree on high slot numbers', () => {
    const capacity = 4_000_037;
    const lists = ENGINES.map((engine) => {
      const scanner = createScanner(capacity, { engine });
      scanner.rareThreshold.fill(900, capacity - 5000);
      scanner.frequentThreshold.fill(6000, capacity - 5000);
      scanner.scan(capacity - 4999, capacity, 0x89abcdef, 0xfedcba98);
      return [rareOf(scanner), frequentOf(scanner)];
    });
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0][0].length).toBeGreaterThan(0);
  });

  it("'auto' is WebAssembly here, and TypeScript where there is none", () => {
    expect(createScanner(1).engine).toBe('wasm');
    const host = globalThis as { WebAssembly?: unknown };
    const original = host.WebAssembly;
    try {
      delete host.WebAssembly;
      expect(createScanner(1).engine).toBe('typescript');
      expect(() => createScanner(1, { engine: 'wasm' })).toThrow('no WebAssembly');
    } finally {
      host.WebAssembly = original;
    }
  });

  it('says so when the slots do not fit in a WebAssembly memory', () => {
    expect(() => createScanner(1_100_000_000, { engine: 'wasm' })).toThrow('4 GiB');
  });
});

function setThresholds(scanner: Scanner, thresholds: readonly (readonly [number, number])[]): void {
  thresholds.forEach(([rare, frequent], slot) => {
    scanner.rareThreshold[slot] = rare;
    scanner.frequentThreshold[slot] = frequent;
  });
}

function filled(scanner: Scanner): Scanner {
  for (let slot = 0; slot < scanner.rareThreshold.length; slot++) {
    scanner.rareThreshold[slot] = (slot * 37) % 4000;
    scanner.frequentThreshold[slot] = (slot * 101) % 20_000;
  }
  return scanner;
}

const rareOf = (scanner: Scanner): number[] => Array.from(scanner.rare.subarray(0, scanner.rareCount));
const frequentOf = (scanner: Scanner): number[] =>
  Array.from(scanner.frequent.subarray(0, scanner.frequentCount));
