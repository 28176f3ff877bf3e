import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSize, tooLargeFor } from '../../../src/lab/scenario/size.ts';

const ONE = { people: 0, organisations: 0, scale: 1, weeks: 52, runs: 1, threads: 1 };

describe('estimateSize', () => {
  it('counts the results of all runs: 100 figures of 8 bytes a week and an organisation’s year', () => {
    const empty = estimateSize({ ...ONE, weeks: 104, runs: 0 }).bytes;
    // 10 organisations in 2 years and 104 weeks: 124 rows of 800 bytes, in 1,000 runs.
    expect(estimateSize({ ...ONE, organisations: 10, weeks: 104, runs: 1000 }).bytes - empty).toBe(
      99_200_000,
    );
  });

  it('counts everybody and those who arrive', () => {
    // 1,000,000 people; ten years at 3 in 100 a year are 300,000 arrivals; one in ten is simulated.
    expect(estimateSize({ ...ONE, people: 1_000_000, scale: 0.1, weeks: 520 }).agents).toBe(130_000);
  });

  it('grows with people, scale, weeks and threads', () => {
    const experiment = fc.record({
      organisations: fc.integer({ min: 1, max: 9000 }),
      runs: fc.integer({ min: 1, max: 1000 }),
      people: fc.integer({ min: 100_000, max: 60_000_000 }),
      scale: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      weeks: fc.integer({ min: 1, max: 1000 }),
      threads: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(
        experiment,
        fc.constantFrom('people', 'organisations', 'scale', 'weeks', 'runs', 'threads'),
        (small, key) => {
          const large = { ...small, [key]: small[key] * 2 };
          expect(estimateSize(large).bytes).toBeGreaterThan(estimateSize(small).bytes);
        },
      ),
    );
  });
});

describe('tooLargeFor', () => {
  it('says how much is needed and how much there is', () => {
    const estimate = { agents: 66_950_000, bytes: 2.4e9 };
    expect(tooLargeFor(8e9, estimate)).toBeUndefined();
    expect(tooLargeFor(2e9, estimate)).toBe(
      'this needs about 2.4 GB of memory for 67 million people simulated at a time, and this machine has 2.0 GB; ' +
        'use a smaller scale, fewer threads or fewer replicates',
    );
  });
});
