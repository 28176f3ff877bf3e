import type { World } from './world.ts';

/**
 * A 64-bit fingerprint of people and books, as 16 hexadecimal digits: equal runs have equal fingerprints whatever the
 * engine, the chunk or the number of threads. FNV-1a over 32-bit words, twice with different primes.
 */
export function checksum(world: World): string {
  const { people, books, ledger, tally } = world;
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  const feed = (bytes: ArrayBufferView): void => {
    const words = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let n = 0; n < words.length; n++) {
      a = Math.imul(a ^ words[n]!, 0x01000193);
      b = Math.imul(b ^ words[n]!, 0x85ebca6b);
      b = (b << 13) | (b >>> 19);
    }
  };
  for (const column of [
    people.bytes,
    books.outpatientSlots,
    books.electiveSlots,
    books.bedDays,
    books.publishedWait,
    ledger.balance,
    tally.open,
    tally.utility,
  ]) {
    feed(column);
  }
  return hex(a) + hex(b);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
