/** The weekly scan in WebAssembly SIMD: thresholds and lists live in the module's memory, as views for the host. */
import { SCAN_MODULE_BASE64 } from './scan-module.generated.ts';
import { checkRange, LITTLE_ENDIAN, type Scanner, type ScannerColumns } from './scanner.ts';
import { compileModule, instantiate, type WasmMemory, type WasmModule } from './web-assembly.ts';

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

/** The compiled scan, or null where WebAssembly or its SIMD instructions are missing. */
export function simdModule(): WasmModule | null {
  return LITTLE_ENDIAN ? compileModule(SCAN_MODULE_BASE64) : null;
}

/** A scanner over columns in a WebAssembly memory. See `createScanner`. */
export function wasmScanner(
  module: WasmModule,
  memory: WasmMemory,
  columns: ScannerColumns,
  capacity: number,
  chunk: number,
): Scanner {
  const { scan: scanSlots } = instantiate<{ readonly scan: ScanFunction }>(module, memory);
  const { scanCounts: counts, rareThreshold, frequentThreshold, rareList, frequentList } = columns;
  const rareAt = rareThreshold.byteOffset;
  // address 0 tells the module that there is no frequent event
  const withFrequent = frequentThreshold.length > 0;
  const frequentAt = withFrequent ? frequentThreshold.byteOffset : 0;
  return {
    engine: 'wasm',
    rareThreshold: rareThreshold.subarray(0, capacity),
    frequentThreshold: frequentThreshold.subarray(0, withFrequent ? capacity : 0),
    rare: rareList.subarray(0, chunk),
    frequent: frequentList.subarray(0, chunk),
    rareCount: 0,
    frequentCount: 0,
    scan(from, to, k0, k1) {
      checkRange(from, to, capacity, chunk);
      scanSlots(
        from,
        to,
        k0,
        k1,
        rareAt,
        frequentAt,
        rareList.byteOffset,
        frequentList.byteOffset,
        counts.byteOffset,
      );
      this.rareCount = counts[0];
      this.frequentCount = counts[1];
    },
  };
}
