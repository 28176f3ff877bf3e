/**
 * The weekly scan: which of these people does something this week happen to?
 *
 * One draw per slot, `u = h3(slot, k0, k1)`, is compared with two 16-bit thresholds. The bottom of the range of u
 * belongs to the slot's rare events (a handler then looks at u itself and at the actual state), the top to a frequent
 * event that is only counted. Slots that are hit come out as two ascending lists. There are two engines, WebAssembly
 * SIMD and plain TypeScript, and they give the same integers.
 */
import { type Arena, createArena } from './arena.ts';
import { typescriptScanner } from './scan-typescript.ts';
import { simdModule, wasmScanner } from './scan-wasm.ts';
import { type Scanner, scannerRoom } from './scanner.ts';

export { type Scanner, scannerRoom } from './scanner.ts';

export interface ScannerOptions {
  /** 'auto' (the default) takes WebAssembly where it has SIMD. Asking for 'wasm' where it has not is an error. */
  engine?: 'auto' | 'wasm' | 'typescript';
  /** Most slots per call of scan(); results do not depend on it. */
  chunk?: number;
  /** Without a frequent event (false) its thresholds and list are empty, and a slot takes 2 bytes. Default true. */
  frequent?: boolean;
}

/** Slots per call unless told otherwise: the lists then stay in a core's nearest cache. */
export const DEFAULT_CHUNK = 8192;

/**
 * A scanner for slots 0 .. capacity - 1, all thresholds 0. Takes 4 bytes per slot, or 2 without a frequent event.
 * @throws RangeError when capacity or chunk is not a count, or the slots do not fit in the 4 GiB of a WebAssembly memory
 */
export function createScanner(capacity: number, options: ScannerOptions = {}): Scanner {
  const { engine = 'auto', chunk = DEFAULT_CHUNK, frequent = true } = options;
  if (!Number.isInteger(capacity) || capacity < 0)
    throw new RangeError(`capacity ${capacity} is not a count`);
  if (!Number.isInteger(chunk) || chunk < 1) throw new RangeError(`chunk ${chunk} is not a positive count`);
  const arena = createArena(scannerRoom(capacity, chunk, frequent), chooseEngine(engine));
  return scannerIn(arena, capacity, chunk);
}

/** A scanner on the columns that it needs (`scannerRoom`) of an arena, with others beside them. */
export function scannerIn(
  { memory, columns }: Arena<ReturnType<typeof scannerRoom>>,
  capacity: number,
  chunk: number,
): Scanner {
  if (memory === null) return typescriptScanner(columns, capacity, chunk);
  return wasmScanner(simdModule()!, memory, columns, capacity, chunk);
}

/** @throws Error when WebAssembly with SIMD is asked for and not there */
export function chooseEngine(engine: 'auto' | 'wasm' | 'typescript'): 'wasm' | 'typescript' {
  if (engine === 'typescript' || simdModule() !== null) return engine === 'typescript' ? engine : 'wasm';
  if (engine === 'wasm') throw new Error('this machine has no WebAssembly with SIMD');
  return 'typescript';
}
