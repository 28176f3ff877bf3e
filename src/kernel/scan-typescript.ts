/** The weekly scan in plain TypeScript: the fallback, and the law that the WebAssembly scan is tested against. */
import { h3 } from './draw.ts';
import { checkRange, type Scanner } from './scanner.ts';

/** A scanner that needs nothing of the machine but typed arrays. See `createScanner`. */
export function typescriptScanner(capacity: number, chunk: number): Scanner {
  const rareThreshold = new Uint16Array(capacity);
  const frequentThreshold = new Uint16Array(capacity);
  // One place more than a chunk: every slot is written at the end of its list, and kept only if it is hit.
  const rare = new Int32Array(chunk + 1);
  const frequent = new Int32Array(chunk + 1);
  return {
    engine: 'typescript',
    rareThreshold,
    frequentThreshold,
    rare,
    frequent,
    rareCount: 0,
    frequentCount: 0,
    scan(from, to, k0, k1) {
      checkRange(from, to, capacity, chunk);
      let rareCount = 0;
      let frequentCount = 0;
      for (let slot = from; slot < to; slot++) {
        const high16 = h3(slot, k0, k1) >>> 16;
        rare[rareCount] = slot;
        rareCount += high16 < rareThreshold[slot] ? 1 : 0;
        frequent[frequentCount] = slot;
        frequentCount += 65535 - high16 < frequentThreshold[slot] ? 1 : 0;
      }
      this.rareCount = rareCount;
      this.frequentCount = frequentCount;
    },
  };
}
