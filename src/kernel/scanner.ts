import { type Columns, int32, uint16 } from './arena.ts';

/** What a scanner is, whichever engine does the work (see scan.ts). */
export interface Scanner {
  readonly engine: 'wasm' | 'typescript';
  /** Per slot: ceil(2^16 x the sum of the bounds of its rare events per week); hit iff (u >>> 16) < it; 0 = never. */
  readonly rareThreshold: Uint16Array;
  /** Per slot: 2^16 x weekly probability of the frequent event; hit iff (u >>> 16) >= 65536 - it; 0 = never. */
  readonly frequentThreshold: Uint16Array;
  /** Slots with a rare hit, ascending; the first `rareCount` are valid until the next scan. */
  readonly rare: Int32Array;
  /** Slots with a frequent hit, ascending; the first `frequentCount` are valid until the next scan. */
  readonly frequent: Int32Array;
  rareCount: number;
  frequentCount: number;
  /**
   * Scan the slots from, ..., to - 1 with u = h3(slot, k0, k1).
   * @throws RangeError when the range leaves 0 .. capacity or is longer than a chunk
   */
  scan(from: number, to: number, k0: number, k1: number): void;
}

/** The columns of an arena that a scanner works on. */
export type ScannerColumns = Columns<ReturnType<typeof scannerRoom>>;

/** What a scanner needs of an arena: pairs of thresholds, and lists with room for what is written and not kept. */
export function scannerRoom(capacity: number, chunk: number, frequent: boolean) {
  const pairs = capacity + (capacity & 1);
  return {
    scanCounts: int32(2),
    rareList: int32(chunk + LIST_SLACK),
    frequentList: int32(chunk + LIST_SLACK),
    rareThreshold: uint16(pairs),
    frequentThreshold: uint16(frequent ? pairs : 0),
  };
}

/** Engines store some slots at a time, and all but one of them may lie beyond the end of a list. */
const LIST_SLACK = 16;

/** @throws RangeError unless 0 <= from <= to <= capacity and to - from <= chunk, in whole numbers */
export function checkRange(from: number, to: number, capacity: number, chunk: number): void {
  const fits = from >= 0 && from <= to && to <= capacity && to - from <= chunk;
  if (!fits || !Number.isInteger(from) || !Number.isInteger(to)) {
    throw new RangeError(`slots ${from} to ${to}: not in 0 to ${capacity}, or more than a chunk of ${chunk}`);
  }
}

/** Whether typed arrays lay out their numbers as WebAssembly does; both faster ways of scanning rest on it. */
export const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
