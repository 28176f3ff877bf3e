/** The weekly scan in WebAssembly SIMD: thresholds and lists live in the module's memory, as views for the host. */
import { SCAN_MODULE_BASE64 } from './scan-module.generated.ts';
import { checkRange, LITTLE_ENDIAN, type Scanner } from './scanner.ts';

/** The part of the WebAssembly interface in use here; the compiler knows it only together with a browser's document. */
interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => ScanModule;
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Instance: new (
    module: ScanModule,
    imports: { env: { memory: { readonly buffer: ArrayBuffer } } },
  ) => { readonly exports: { scan: ScanFunction } };
}

/** A compiled scan. */
export type ScanModule = object & { readonly scanModule?: never };

type ScanFunction = (
  from: number,
  to: number,
  k0: number,
  k1: number,
  rareAt: number,
  frequentAt: number,
  rareList: number,
  frequentList: number,
  counts: number,
) => void;

const PAGE_BYTES = 65_536;
const MOST_PAGES = 65_536;
/** The module's own constants stay below this address. */
const COUNTS_AT = 4096;
/** The scan stores four slots at a time, and up to three of them lie beyond the end of a list. */
const LIST_SLACK = 16;

/** The compiled scan, or null where WebAssembly or its SIMD instructions are missing. */
export function simdModule(): ScanModule | null {
  const wasm = hostWebAssembly();
  if (wasm === undefined || !LITTLE_ENDIAN) return null;
  const bytes = Uint8Array.from(atob(SCAN_MODULE_BASE64), (character) => character.charCodeAt(0));
  return wasm.validate(bytes) ? new wasm.Module(bytes) : null;
}

/**
 * A scanner over its own WebAssembly memory. See `createScanner`.
 * @throws RangeError when the thresholds and lists need more than 4 GiB
 */
export function wasmScanner(
  module: ScanModule,
  capacity: number,
  chunk: number,
  withFrequent: boolean,
): Scanner {
  const rareListAt = COUNTS_AT + 64;
  const frequentListAt = aligned(rareListAt + 4 * (chunk + LIST_SLACK));
  const rareAt = aligned(frequentListAt + 4 * (chunk + LIST_SLACK));
  const rareEnd = aligned(rareAt + 2 * capacity);
  // address 0 tells the module that there is no frequent event
  const frequentAt = withFrequent ? rareEnd : 0;
  const frequentSlots = withFrequent ? capacity : 0;
  const pages = Math.ceil((rareEnd + 2 * frequentSlots) / PAGE_BYTES);
  if (pages > MOST_PAGES) throw new RangeError(`${capacity} slots do not fit in 4 GiB of WebAssembly memory`);

  const wasm = hostWebAssembly()!;
  const memory = new wasm.Memory({ initial: pages });
  const scanSlots = new wasm.Instance(module, { env: { memory } }).exports.scan;
  const counts = new Int32Array(memory.buffer, COUNTS_AT, 2);
  return {
    engine: 'wasm',
    rareThreshold: new Uint16Array(memory.buffer, rareAt, capacity),
    frequentThreshold: new Uint16Array(memory.buffer, frequentAt, frequentSlots),
    rare: new Int32Array(memory.buffer, rareListAt, chunk),
    frequent: new Int32Array(memory.buffer, frequentListAt, chunk),
    rareCount: 0,
    frequentCount: 0,
    scan(from, to, k0, k1) {
      checkRange(from, to, capacity, chunk);
      scanSlots(from, to, k0, k1, rareAt, frequentAt, rareListAt, frequentListAt, COUNTS_AT);
      this.rareCount = counts[0];
      this.frequentCount = counts[1];
    },
  };
}

function hostWebAssembly(): WebAssemblyInterface | undefined {
  return Reflect.get(globalThis, 'WebAssembly') as WebAssemblyInterface | undefined;
}

/** The next address that is a multiple of a cache line. */
function aligned(address: number): number {
  return Math.ceil(address / 64) * 64;
}
