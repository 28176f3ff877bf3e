/** First visits (see ../../phases/outpatient-clinics.ts, which says why). */
import {
  CLOCK,
  PATHWAY,
  SEVERITY,
  STAGE_FIRST_OUTPATIENT,
  STAGE_DIAGNOSTICS,
  OTHER_SOURCE_BIT,
  recordOf,
  practiceOf,
  cellAt,
  f64At,
  add,
  addInteger,
} from './layout';
import {
  servedFirst,
  followUpsDue,
  practiceFollowUps,
  followUpRatio,
  inDiagnostics,
  diagnosticsPace,
  conversionThreshold,
  conversionShare,
  stopAtFirst,
  survivalToClinic,
  delayQuantile,
  batchCounts,
  batchSlots,
  batchClocks,
  delaySlots,
  delayClocks,
  delayWeeks,
  neverAttendedShare,
  gpShareOfReferrals,
  diagnosticsSpan,
  practiceCount,
  DRAW_ATTENDANCE,
  DRAW_DELAY,
  DRAW_DISCHARGE,
  DRAW_BACKGROUND_DELAY,
  RT_FIRST,
  PT_FIRST,
  GT_FIRST,
  OUTPATIENT,
  i32At,
  putAt,
  drawFor,
  unitFor,
  tallyResidents,
  tallyProvider,
  tallyPractice,
  priceOf,
  charge,
  noteLongTermVisit,
  chargeElsewhere,
} from './care-layout';
import { remove, treat } from './acts';
import { severityOf } from './counts';
import { bringInAhead } from './fetch';
import { completeBackground, leaveQueue, moveToStage, stillWaiting } from './pathways';
import { referOn } from './referrals';

/**
 * See patients of the front of a queue until the slots or the batch end. `batchCounts` says then: who was referred on,
 * who goes to diagnostics, entries that are off the queue, slots left, groups met so far, patients that stood there.
 */
export function seeFrom(count: i32, queue: i32, slots: i32, groups: i32, week: i32): void {
  const hs = queue >> 1;
  putAt(batchCounts, 0, 0);
  putAt(batchCounts, 1, 0);
  let left = slots;
  let serial = groups;
  let waited = 0;
  let n = 0;
  for (; n < count && left > 0; n++) {
    bringInAhead(n, count);
    const i = i32At(batchSlots, n);
    const clock = i32At(batchClocks, n);
    if (i < 0) {
      waited -= i;
      if (seeBackground(queue, clock, serial++, -i, week)) left += i;
      continue;
    }
    const at = recordOf(i);
    if (!stillWaiting(at, clock, STAGE_FIRST_OUTPATIENT, hs)) continue;
    if ((<i32>load<u8>(at, PATHWAY) & OTHER_SOURCE_BIT) == 0 && unitFor(DRAW_ATTENDANCE, i) < neverAttendedShare) {
      leaveQueue(at);
      remove(i, 0);
      continue;
    }
    waited++;
    see(i, at, hs, week);
    left--;
  }
  putAt(batchCounts, 2, n);
  putAt(batchCounts, 3, left);
  putAt(batchCounts, 4, serial);
  putAt(batchCounts, 5, waited);
}

function see(i: i32, at: usize, hs: i32, week: i32): void {
  const h = hs >> 3;
  const g = practiceOf(at);
  tallyResidents(cellAt(at), RT_FIRST, 1);
  tallyPractice(g, GT_FIRST, 1);
  served(hs, 1);
  add(practiceFollowUps, hs * practiceCount + g, f64At(followUpRatio, hs));
  const price = priceOf(h, hs & 7);
  charge(i, g, h, OUTPATIENT, price);
  noteLongTermVisit(at, g, hs, price);
  const converts = severityOf(<i32>load<u8>(at, SEVERITY)) >= f64At(conversionThreshold, hs);
  if (!converts && unitFor(DRAW_DISCHARGE, i) < f64At(stopAtFirst, hs & 7)) {
    treat(i, week, 0);
    referOn(i, at, hs, week);
    return;
  }
  moveToStage(at, STAGE_DIAGNOSTICS);
  addInteger(inDiagnostics, hs, 1);
  delay(i, <i32>load<u16>(at, CLOCK), week + weeksInDiagnostics(hs, drawFor(DRAW_DELAY, i)));
}

/** A group of patients from elsewhere, who share one draw; whether their slots were used. */
function seeBackground(queue: i32, clock: i32, serial: i32, patients: i32, week: i32): bool {
  const hs = queue >> 1;
  const h = hs >> 3;
  const draw = drawFor(DRAW_BACKGROUND_DELAY, queue * 32768 + serial);
  const comes = (1 - neverAttendedShare * gpShareOfReferrals) * f64At(survivalToClinic, hs & 7);
  if (<f64>(<u32>draw >>> 20) / 4096 >= comes) return false;
  served(hs, patients);
  chargeElsewhere(h, OUTPATIENT, <f64>patients * priceOf(h, hs & 7));
  if (<f64>(draw & 4095) / 4096 < f64At(stopAtFirst, hs & 7) * (1 - f64At(conversionShare, hs))) {
    completeBackground(h, clock, week, 0, patients);
    return true;
  }
  addInteger(inDiagnostics, hs, patients);
  delay(-patients, clock, week + weeksInDiagnostics(hs, drawFor(DRAW_DELAY, draw)));
  return true;
}

function served(hs: i32, patients: i32): void {
  const number = <f64>patients;
  add(servedFirst, hs, number);
  tallyProvider(hs >> 3, PT_FIRST, number);
  add(followUpsDue, hs, number * f64At(followUpRatio, hs));
}

/** A decision falls due in a week. */
function delay(slot: i32, clock: i32, week: i32): void {
  const delays = i32At(batchCounts, 1);
  putAt(delaySlots, delays, slot);
  putAt(delayClocks, delays, clock);
  putAt(delayWeeks, delays, week);
  putAt(batchCounts, 1, delays + 1);
}

function weeksInDiagnostics(hs: i32, draw: i32): i32 {
  const quantile = f64At(delayQuantile, (hs & 7) * 256 + <i32>(<u32>draw >>> 24));
  const weeks = quantile * f64At(diagnosticsPace, hs >> 3);
  const whole = floor(weeks + <f64>((<u32>draw >>> 8) & 65535) / 65536);
  return <i32>max<f64>(1, min<f64>(<f64>(diagnosticsSpan - 1), whole));
}
