/** Who thinks again about their system (see ../../behaviour/enrolment.ts). */
import {
  clockOffset,
  AGE_CLASS,
  AGE_YEARS,
  CLOCK,
  LIFE,
  PRESENT,
  RESIDUAL,
  recordOf,
  practiceOf,
  f64At,
} from './layout';
import { batchCounts, batchSlots, i32At, putAt, systemAt, unitFor } from './care-layout';
import {
  reviewRate,
  reviewTarget,
  reviewLaunch,
  reviewLeast,
  reviewByAge,
  enrolledSince,
  reviewExperience,
  practiceCount,
} from './review-layout';

// PURPOSE of ../../draws.ts: fixed for ever.
const DRAW_SYSTEM_REVIEW: i32 = 82;
const YEAR_WEEKS: i32 = 52;
/** People fetched from memory at once. */
const FETCHED: i32 = 64;

/**
 * Those of every 52nd slot from `from` to below `to` who think again, in the batch; there must be room in it for all
 * that are asked. @param most no draw from here on makes anybody think again @returns their number
 */
export function whoThinksAgain(from: i32, to: i32, most: f64, week: i32): i32 {
  let asked = 0;
  for (let i = from; i < to; i += YEAR_WEEKS) {
    putAt(batchSlots, asked, i);
    asked += <i32>(unitFor(DRAW_SYSTEM_REVIEW, i) < most);
  }
  let thinking = 0;
  for (let n = 0; n < asked; n++) {
    if (n % FETCHED == 0) bringIn(n, min<i32>(asked, n + FETCHED));
    const i = i32At(batchSlots, n);
    putAt(batchSlots, thinking, i);
    thinking += <i32>wouldLike(i, week);
  }
  let free = 0;
  for (let n = 0; n < thinking; n++) {
    const i = i32At(batchSlots, n);
    const since = <i32>load<u16>(enrolledSince + ((<usize>i) << 1));
    putAt(batchSlots, free, i);
    free += <i32>(since == 0 || <f64>(week + 1 - since) >= f64At(reviewLeast, groupOf(i, recordOf(i))));
  }
  return free;
}

function bringIn(from: i32, to: i32): void {
  let sum = 0;
  for (let n = from; n < to; n++) {
    const i = i32At(batchSlots, n);
    const at = recordOf(i);
    sum += <i32>load<u8>(at) + <i32>load<u8>(at, RESIDUAL) + systemAt(i);
  }
  // Nobody needs it; fetches that left nothing would be left out.
  putAt(batchCounts, 7, sum);
}

/** Whether somebody thinks again if no least time keeps them. */
@inline
function wouldLike(i: i32, week: i32): bool {
  const at = recordOf(i);
  if (load<u8>(at, LIFE) != PRESENT) return false;
  const group = groupOf(i, at);
  const clock = <i32>load<u16>(at, CLOCK);
  const waited = <f64>(clock == 0 ? 0 : week + clockOffset - clock);
  const target = f64At(reviewTarget, group);
  const bad = target > 0 && waited > target ? reviewExperience : 1;
  const often = f64At(reviewRate, group) * bad * f64At(reviewLaunch, group);
  const chance = min<f64>(1, often * f64At(reviewByAge, <i32>load<u8>(at, AGE_CLASS) % AGE_YEARS));
  return unitFor(DRAW_SYSTEM_REVIEW, i) < chance;
}

/** Practice of a person, or the body that they belong to by themselves behind all practices. */
@inline
function groupOf(i: i32, at: usize): i32 {
  const own = systemAt(i);
  return own == 0 ? practiceOf(at) : practiceCount + own - 1;
}
