/**
 * The weekly scan in WebAssembly SIMD (AssemblyScript, not TypeScript: built by scripts/build-wasm.mjs).
 *
 * The same integers as `scanInTypeScript` in ../scan-typescript.ts, sixteen slots at a time. The host owns the memory
 * and the addresses; nothing is allocated here.
 */

/** For each set of four lanes, the byte shuffle that moves the lanes of the set to the front. */
const COMPRESS: usize = memory.data<u8>(
  [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // none
    0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 0
    4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 1
    0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, // 0 1
    8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 2
    0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, // 0 2
    4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, // 1 2
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, // 0 1 2
    12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 3
    0, 1, 2, 3, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, // 0 3
    4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, // 1 3
    0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, // 0 1 3
    8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, // 2 3
    0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, // 0 2 3
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, // 1 2 3
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, // 0 1 2 3
  ],
  16,
);

/**
 * @param from first slot
 * @param to one past the last slot
 * @param k0 first half of the draw key
 * @param k1 second half of the draw key
 * @param rareAt address of the rare threshold of slot 0 (u16 each)
 * @param frequentAt address of the frequent threshold of slot 0 (u16 each); 0 = there is no frequent event
 * @param rareList address of the list of rare hits; room for to - from + 16 slots
 * @param frequentList address of the list of frequent hits; room for to - from + 16 slots, scratch without such an event
 * @param counts address of two i32: the lengths of the two lists
 */
export function scan(
  from: i32,
  to: i32,
  k0: i32,
  k1: i32,
  rareAt: usize,
  frequentAt: usize,
  rareList: usize,
  frequentList: usize,
  counts: usize,
): void {
  const key0 = i32x4.splat(k0);
  const key1 = i32x4.splat(k1);
  if (frequentAt == 0) {
    scanRare(from, to, k0, k1, rareAt, rareList, frequentList, counts);
    return;
  }
  let rareEnd = rareList;
  let frequentEnd = frequentList;
  let slot = from;
  let ids = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3));
  for (; slot + 16 <= to; slot += 16) {
    const ids1 = i32x4.add(ids, i32x4.splat(4));
    const ids2 = i32x4.add(ids, i32x4.splat(8));
    const ids3 = i32x4.add(ids, i32x4.splat(12));
    const low = i16x8.narrow_i32x4_u(high16(ids, key0, key1), high16(ids1, key0, key1));
    const high = i16x8.narrow_i32x4_u(high16(ids2, key0, key1), high16(ids3, key0, key1));
    const offset = <usize>slot << 1;

    let rareSet = below(low, high, rareAt + offset);
    while (rareSet != 0) {
      store<i32>(rareEnd, slot + ctz(rareSet));
      rareEnd += 4;
      rareSet &= rareSet - 1;
    }

    const frequentSet = below(v128.not(low), v128.not(high), frequentAt + offset);
    if (frequentSet != 0) {
      frequentEnd = append(frequentEnd, ids, frequentSet & 15);
      frequentEnd = append(frequentEnd, ids1, (frequentSet >> 4) & 15);
      frequentEnd = append(frequentEnd, ids2, (frequentSet >> 8) & 15);
      frequentEnd = append(frequentEnd, ids3, frequentSet >> 12);
    }
    ids = i32x4.add(ids, i32x4.splat(16));
  }
  for (; slot < to; slot++) {
    const h = i32x4.extract_lane(high16(i32x4.splat(slot), key0, key1), 0);
    const offset = <usize>slot << 1;
    if (h < <i32>load<u16>(rareAt + offset)) {
      store<i32>(rareEnd, slot);
      rareEnd += 4;
    }
    if ((h ^ 0xffff) < <i32>load<u16>(frequentAt + offset)) {
      store<i32>(frequentEnd, slot);
      frequentEnd += 4;
    }
  }
  store<i32>(counts, <i32>((rareEnd - rareList) >> 2));
  store<i32>(counts, <i32>((frequentEnd - frequentList) >> 2), 4);
}

/**
 * The same without a frequent event. A hit is rare, and a branch on it would be guessed wrong about as often as there is
 * one: first every sixteen slots write down their hits, those without any are overwritten; then the hits are read out.
 * @param scratch room for 8 bytes for every 16 slots, and 8 more
 */
function scanRare(
  from: i32,
  to: i32,
  k0: i32,
  k1: i32,
  rareAt: usize,
  rareList: usize,
  scratch: usize,
  counts: usize,
): void {
  const key0 = i32x4.splat(k0);
  const key1 = i32x4.splat(k1);
  let end = scratch;
  let slot = from;
  let ids = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3));
  for (; slot + 16 <= to; slot += 16) {
    const low = i16x8.narrow_i32x4_u(
      high16(ids, key0, key1),
      high16(i32x4.add(ids, i32x4.splat(4)), key0, key1),
    );
    const high = i16x8.narrow_i32x4_u(
      high16(i32x4.add(ids, i32x4.splat(8)), key0, key1),
      high16(i32x4.add(ids, i32x4.splat(12)), key0, key1),
    );
    const set = below(low, high, rareAt + (<usize>slot << 1));
    store<i32>(end, slot);
    store<i32>(end, set, 4);
    end += <usize>(set != 0) << 3;
    ids = i32x4.add(ids, i32x4.splat(16));
  }
  let rareEnd = rareList;
  for (let at = scratch; at < end; at += 8) {
    const first = load<i32>(at);
    let set = load<i32>(at, 4);
    // Mostly one hit or two: both are written, what is too much is overwritten.
    store<i32>(rareEnd, first + ctz(set));
    set &= set - 1;
    store<i32>(rareEnd, first + ctz(set), 4);
    rareEnd += 4 + (<usize>(set != 0) << 2);
    set &= set - 1;
    while (set != 0) {
      store<i32>(rareEnd, first + ctz(set));
      rareEnd += 4;
      set &= set - 1;
    }
  }
  for (; slot < to; slot++) {
    const h = i32x4.extract_lane(high16(i32x4.splat(slot), key0, key1), 0);
    store<i32>(rareEnd, slot);
    rareEnd += <usize>(h < <i32>load<u16>(rareAt + (<usize>slot << 1))) << 2;
  }
  store<i32>(counts, <i32>((rareEnd - rareList) >> 2));
  store<i32>(counts, 0, 4);
}

/** The upper 16 bits of h3(id, k0, k1), in each of four lanes. */
// biome-ignore lint: decorators are AssemblyScript's way to say this
@inline
function high16(ids: v128, key0: v128, key1: v128): v128 {
  let x = v128.xor(ids, key0);
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x21f0aaad));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x735a2d97));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.add(x, v128.xor(ids, key1));
  x = v128.xor(x, i32x4.shr_u(x, 17));
  x = i32x4.mul(x, i32x4.splat(<i32>0xed5ad4bb));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  return i32x4.shr_u(x, 16);
}

/** The set (bit i for slot i) of the sixteen draws that are below their thresholds. */
@inline
function below(low: v128, high: v128, thresholds: usize): i32 {
  // threshold - draw, saturated at 0, is positive exactly when the draw is below
  const lowHit = i16x8.ne(i16x8.sub_sat_u(v128.load(thresholds), low), i16x8.splat(0));
  const highHit = i16x8.ne(i16x8.sub_sat_u(v128.load(thresholds, 16), high), i16x8.splat(0));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(lowHit, highHit));
}

/** Write the ids of a set of four lanes; whatever is written beyond the set is overwritten or never read. */
@inline
function append(end: usize, ids: v128, set: i32): usize {
  v128.store(end, i8x16.swizzle(ids, v128.load(COMPRESS + (<usize>set << 4))));
  return end + (<usize>popcnt(set) << 2);
}
