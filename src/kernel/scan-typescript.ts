/** The weekly scan in plain TypeScript: the fallback, and the law that the WebAssembly scan is tested against. */
import { h3 } from './draw.ts';
import { checkRange, LITTLE_ENDIAN, type Scanner, type ScannerColumns } from './scanner.ts';

/** A scanner that needs nothing of the machine but typed arrays. See `createScanner`. */
export function typescriptScanner(columns: ScannerColumns, capacity: number, chunk: number): Scanner {
  const rarePairs = pairsOf(columns.rareThreshold);
  const frequentPairs = pairsOf(columns.frequentThreshold);
  const withFrequent = frequentPairs.length > 0;
  const hits: Hits = {
    rare: columns.rareList,
    frequent: columns.frequentList,
    rareCount: 0,
    frequentCount: 0,
  };
  const rareThreshold = columns.rareThreshold.subarray(0, capacity);
  const frequentThreshold = columns.frequentThreshold.subarray(0, withFrequent ? capacity : 0);
  return {
    engine: 'typescript',
    rareThreshold,
    frequentThreshold,
    rare: hits.rare,
    frequent: hits.frequent,
    rareCount: 0,
    frequentCount: 0,
    scan(from, to, k0, k1) {
      checkRange(from, to, capacity, chunk);
      hits.rareCount = 0;
      hits.frequentCount = 0;
      const even = Math.min(to, from + (from & 1));
      const fours = LITTLE_ENDIAN ? even + 4 * Math.floor((to - even) / 4) : even;
      // as signed integers, which the engine keeps in registers; unsigned ones may be boxed
      const key0 = k0 | 0;
      const key1 = k1 | 0;
      scanSingly(hits, from, even, key0, key1, rareThreshold, frequentThreshold);
      if (withFrequent) scanInFours(hits, even, fours, key0, key1, rarePairs, frequentPairs);
      else scanRareInFours(hits, even, fours, key0, key1, rarePairs);
      scanSingly(hits, fours, to, key0, key1, rareThreshold, frequentThreshold);
      this.rareCount = hits.rareCount;
      this.frequentCount = hits.frequentCount;
    },
  };
}

/** The same memory, two thresholds at a time; the columns have an even length. */
function pairsOf(thresholds: Uint16Array): Int32Array {
  return new Int32Array(thresholds.buffer, thresholds.byteOffset, thresholds.length / 2);
}

/** The lists under construction. */
interface Hits {
  readonly rare: Int32Array;
  readonly frequent: Int32Array;
  rareCount: number;
  frequentCount: number;
}

/** The law itself, one slot at a time. */
function scanSingly(
  hits: Hits,
  from: number,
  to: number,
  k0: number,
  k1: number,
  rareThreshold: Uint16Array,
  frequentThreshold: Uint16Array,
): void {
  for (let slot = from; slot < to; slot++) {
    const draw = h3(slot, k0, k1) >>> 16;
    if (draw < rareThreshold[slot]) hits.rare[hits.rareCount++] = slot;
    if (65535 - draw < frequentThreshold[slot]) hits.frequent[hits.frequentCount++] = slot;
  }
}

/**
 * The same for whole fours from an even slot, nearly twice as fast: two thresholds are read at once, rare hits are
 * looked for together, and frequent hits are kept without a branch (the sign bit of draw - threshold is the hit).
 */
function scanInFours(
  hits: Hits,
  from: number,
  to: number,
  k0: number,
  k1: number,
  rarePairs: Int32Array,
  frequentPairs: Int32Array,
): void {
  const { rare, frequent } = hits;
  let rareCount = hits.rareCount | 0;
  let frequentCount = hits.frequentCount | 0;
  for (let a = from | 0; a < to; a = (a + 4) | 0) {
    const b = (a + 1) | 0;
    const c = (a + 2) | 0;
    const d = (a + 3) | 0;
    const drawA = h3(a, k0, k1) >>> 16;
    const drawB = h3(b, k0, k1) >>> 16;
    const drawC = h3(c, k0, k1) >>> 16;
    const drawD = h3(d, k0, k1) >>> 16;
    const pair = a >>> 1;

    const frequentAB = frequentPairs[pair];
    const frequentCD = frequentPairs[pair + 1];
    frequent[frequentCount] = a;
    frequentCount = (frequentCount + ((65535 - drawA - (frequentAB & 65535)) >>> 31)) | 0;
    frequent[frequentCount] = b;
    frequentCount = (frequentCount + ((65535 - drawB - (frequentAB >>> 16)) >>> 31)) | 0;
    frequent[frequentCount] = c;
    frequentCount = (frequentCount + ((65535 - drawC - (frequentCD & 65535)) >>> 31)) | 0;
    frequent[frequentCount] = d;
    frequentCount = (frequentCount + ((65535 - drawD - (frequentCD >>> 16)) >>> 31)) | 0;

    const rareAB = rarePairs[pair];
    const rareCD = rarePairs[pair + 1];
    const overA = drawA - (rareAB & 65535);
    const overB = drawB - (rareAB >>> 16);
    const overC = drawC - (rareCD & 65535);
    const overD = drawD - (rareCD >>> 16);
    if ((overA | overB | overC | overD) < 0) {
      if (overA < 0) rare[rareCount++] = a;
      if (overB < 0) rare[rareCount++] = b;
      if (overC < 0) rare[rareCount++] = c;
      if (overD < 0) rare[rareCount++] = d;
    }
  }
  hits.rareCount = rareCount;
  hits.frequentCount = frequentCount;
}

/** The rare half alone. */
function scanRareInFours(
  hits: Hits,
  from: number,
  to: number,
  k0: number,
  k1: number,
  rarePairs: Int32Array,
): void {
  const { rare } = hits;
  let rareCount = hits.rareCount | 0;
  for (let a = from | 0; a < to; a = (a + 4) | 0) {
    const pair = a >>> 1;
    const rareAB = rarePairs[pair];
    const rareCD = rarePairs[pair + 1];
    const overA = (h3(a, k0, k1) >>> 16) - (rareAB & 65535);
    const overB = (h3((a + 1) | 0, k0, k1) >>> 16) - (rareAB >>> 16);
    const overC = (h3((a + 2) | 0, k0, k1) >>> 16) - (rareCD & 65535);
    const overD = (h3((a + 3) | 0, k0, k1) >>> 16) - (rareCD >>> 16);
    if ((overA | overB | overC | overD) < 0) {
      if (overA < 0) rare[rareCount++] = a;
      if (overB < 0) rare[rareCount++] = (a + 1) | 0;
      if (overC < 0) rare[rareCount++] = (a + 2) | 0;
      if (overD < 0) rare[rareCount++] = (a + 3) | 0;
    }
  }
  hits.rareCount = rareCount;
}
