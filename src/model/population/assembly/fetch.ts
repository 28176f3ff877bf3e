/** Bring people into a core's nearest cache, many at once, before they are come to one by one. */
import { rareThreshold, RESIDUAL, recordOf } from './layout';
import { batchCounts, batchSlots, i32At, putAt } from './care-layout';

/** BROUGHT_IN of ../people.ts. */
const BROUGHT_IN: i32 = 64;

/** To be called before entry n of a batch: now and then fetches the people of the next entries; below 0 is nobody. */
@inline
export function bringInAhead(n: i32, count: i32): void {
  if ((n & (BROUGHT_IN - 1)) == 0) bringIn(n, min<i32>(count, n + BROUGHT_IN));
}

function bringIn(from: i32, to: i32): void {
  let sum = 0;
  for (let n = from; n < to; n++) {
    const i = max<i32>(0, i32At(batchSlots, n));
    const at = recordOf(i);
    sum += <i32>load<u8>(at) + <i32>load<u8>(at, RESIDUAL) + <i32>load<u16>(rareThreshold + ((<usize>i) << 1));
  }
  // Nobody needs it; fetches that left nothing would be left out.
  putAt(batchCounts, 7, sum);
}
