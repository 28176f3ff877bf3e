/**
 * A battery of statistical tests for the grid of draws: slots x weeks x purposes x seeds.
 *
 * A hash can look random in one direction of the grid and fail in another, and simple correlations do not notice a
 * hash that deals numbers too evenly. Every test gives a z score, about standard normal when the draws are random.
 */
import { drawKey } from '../../src/kernel/draw.ts';

export type GridHash = (slot: number, k0: number, k1: number) => number;

/** Where on the grid a draw is made. */
interface Place {
  seed: number;
  week: number;
  purpose: number;
}

/** z scores by name of the test. */
export function battery(hash: GridHash): Record<string, number> {
  const small = evenness(hash, { slots: 4096, bits: 8, weeks: 500 });
  const large = evenness(hash, { slots: 262_144, bits: 12, weeks: 60 });
  return {
    'evenness of 4,096 slots (mean of chi-square)': small.mean,
    'evenness of 4,096 slots (spread of chi-square)': small.spread,
    'evenness of 262,144 slots (mean of chi-square)': large.mean,
    'evenness of 262,144 slots (spread of chi-square)': large.spread,
    'slot and next slot': correlation(hash, 1, (at) => at),
    'slot and slot + 1024': correlation(hash, 1024, (at) => at),
    'week and next week': correlation(hash, 0, (at) => ({ ...at, week: at.week + 1 })),
    'week and week + 4': correlation(hash, 0, (at) => ({ ...at, week: at.week + 4 })),
    'week and week + 52': correlation(hash, 0, (at) => ({ ...at, week: at.week + 52 })),
    'purpose and next purpose': correlation(hash, 0, (at) => ({ ...at, purpose: at.purpose + 1 })),
    'seed and next seed': correlation(hash, 0, (at) => ({ ...at, seed: at.seed + 1 })),
    'next slot in the next week': correlation(hash, 1, (at) => ({ ...at, week: at.week + 1 })),
    'variance of weekly totals, p = 0.0018': totalsVariance(hash, 0.0018),
    'variance of weekly totals, p = 0.0151': totalsVariance(hash, 0.0151),
    'variance of weekly totals, p = 0.1': totalsVariance(hash, 0.1),
    'collisions among 2^20 slots': collisions(hash),
    'equal spacings of slots in a week': birthdaySpacings(hash, false),
    'equal spacings of weeks of a slot': birthdaySpacings(hash, true),
  };
}

const START: Place = { seed: 12345, week: 0, purpose: 0 };

function keyAt({ seed, week, purpose }: Place): { k0: number; k1: number } {
  return drawKey({ lo: seed, hi: 0 }, week, purpose, 0, 0);
}

/** Chi-square of the top bits over the first slots of each week: its average over the weeks, and its variability. */
function evenness(
  hash: GridHash,
  { slots, bits, weeks }: { slots: number; bits: number; weeks: number },
): { mean: number; spread: number } {
  const cells = 2 ** bits;
  const expected = slots / cells;
  const freedom = cells - 1;
  let sum = 0;
  let squares = 0;
  for (let week = 0; week < weeks; week++) {
    const { k0, k1 } = keyAt({ ...START, week });
    const counts = new Int32Array(cells);
    for (let slot = 0; slot < slots; slot++) counts[hash(slot, k0, k1) >>> (32 - bits)]++;
    let chiSquare = 0;
    for (const count of counts) chiSquare += (count - expected) ** 2 / expected;
    const z = (chiSquare - freedom) / Math.sqrt(2 * freedom);
    sum += z;
    squares += z * z;
  }
  // z squared has mean 1 and, as the kurtosis of a chi-square is 3 + 12 / freedom, variance 2 + 12 / freedom
  return { mean: sum / Math.sqrt(weeks), spread: (squares - weeks) / Math.sqrt((2 + 12 / freedom) * weeks) };
}

/** Correlation of the draw of a slot with that of slot + `apart` at another place of the grid. */
function correlation(hash: GridHash, apart: number, other: (at: Place) => Place): number {
  const weeks = 40;
  const slots = 50_000;
  let products = 0;
  for (let week = 0; week < weeks; week++) {
    const here = { ...START, week };
    const a = keyAt(here);
    const b = keyAt(other(here));
    for (let slot = 0; slot < slots; slot++) {
      products += centred(hash(slot, a.k0, a.k1)) * centred(hash(slot + apart, b.k0, b.k1));
    }
  }
  return (products * 12) / Math.sqrt(weeks * slots);
}

const centred = (u32: number): number => u32 / 4294967296 - 0.5;

/** Variance of the number of hits among 20,000 slots, over 1,500 weeks, against the binomial variance. */
function totalsVariance(hash: GridHash, probability: number): number {
  const weeks = 1500;
  const slots = 20_000;
  const below = Math.round(probability * 4294967296);
  const expected = slots * probability;
  let squares = 0;
  for (let week = 0; week < weeks; week++) {
    const { k0, k1 } = keyAt({ ...START, week, purpose: 1 });
    let hits = 0;
    for (let slot = 0; slot < slots; slot++) if (hash(slot, k0, k1) < below) hits++;
    squares += (hits - expected) ** 2;
  }
  const ratio = squares / weeks / (expected * (1 - probability));
  return (ratio - 1) / Math.sqrt(2 / weeks);
}

/** Pairs of equal draws among 2^20 slots of one week, summed over 8 weeks: about 128 a week if draws are independent. */
function collisions(hash: GridHash): number {
  const weeks = 8;
  const slots = 2 ** 20;
  let equal = 0;
  for (let week = 0; week < weeks; week++) {
    const { k0, k1 } = keyAt({ ...START, week });
    equal += neighboursEqual(Uint32Array.from({ length: slots }, (_, slot) => hash(slot, k0, k1)).sort());
  }
  const expected = (weeks * slots * slots) / 2 ** 33;
  return (equal - expected) / Math.sqrt(expected);
}

/** Marsaglia's birthday spacings: 4,096 draws on a year of 2^32 days have 4 equal spacings on average (Poisson). */
function birthdaySpacings(hash: GridHash, alongWeeks: boolean): number {
  const repeats = 100;
  const days = 4096;
  const keys = Array.from({ length: days }, (_, week) => keyAt({ ...START, week }));
  let equal = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const draws = Uint32Array.from({ length: days }, (_, day) => {
      const key = keys[alongWeeks ? day : repeat];
      return hash(alongWeeks ? repeat : day, key.k0, key.k1);
    }).sort();
    equal += neighboursEqual(draws.map((day, rank) => (rank === 0 ? day : day - draws[rank - 1])).sort());
  }
  const expected = (repeats * days ** 3) / (4 * 2 ** 32);
  return (equal - expected) / Math.sqrt(expected);
}

function neighboursEqual(sorted: Uint32Array): number {
  let equal = 0;
  for (let rank = 1; rank < sorted.length; rank++) if (sorted[rank] === sorted[rank - 1]) equal++;
  return equal;
}
