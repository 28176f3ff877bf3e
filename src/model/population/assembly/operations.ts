/** Decisions after diagnostics, and operations (see ../../phases/admissions.ts, which says why). */
import {
  PATHWAY,
  SEVERITY,
  STAGE_DIAGNOSTICS,
  STAGE_ADMISSION,
  URGENT_BIT,
  recordOf,
  practiceOf,
  cellAt,
  f64At,
  add,
  addInteger,
} from './layout';
import {
  bedDaysLeft,
  bookedBedDays,
  servedAdmission,
  inDiagnostics,
  conversionThreshold,
  packageFrom,
  conversionNorm,
  conversionAfterDiagnostics,
  dayCaseShare,
  survivalThroughDiagnostics,
  survivalToAdmission,
  batchCounts,
  batchSlots,
  batchClocks,
  batchDetails,
  delaySlots,
  delayClocks,
  delayWeeks,
  urgentShare,
  electiveStayDays,
  pathwaySetting0,
  pathwaySetting1,
  DRAW_STAY,
  DRAW_STAY_START,
  DRAW_BACKGROUND_SETTING,
  DRAW_BACKGROUND_URGENCY,
  DRAW_BACKGROUND_REMOVAL,
  RT_ADMISSIONS,
  RT_DAY_CASES,
  RT_CANCELLED,
  RT_BED_DAYS,
  RT_REFUSED,
  PT_ADMISSIONS,
  PT_DAY_CASES,
  PT_CANCELLED,
  GT_ADMISSIONS,
  ELECTIVE,
  PRICE_DAY_CASE,
  PRICE_INPATIENT,
  i32At,
  putAt,
  drawFor,
  unitFor,
  tallyResidents,
  tallyProvider,
  tallyPractice,
  priceOf,
  charge,
  chargeElsewhere,
} from './care-layout';
import { refuse, treat } from './acts';
import { occupyBed, stayAfterOperation } from './beds';
import { severityOf } from './counts';
import { h3, unit } from './draw';
import { bringInAhead } from './fetch';
import { completeBackground, moveToStage, stillWaiting } from './pathways';
import { referOn } from './referrals';

/** Decisions that fall due, from entry `first` of the week's on. Who joins which queue goes to the host, in order. */
export function decideOnAdmissions(count: i32, first: i32, week: i32): void {
  putAt(batchCounts, 0, 0);
  putAt(batchCounts, 1, 0);
  for (let n = 0; n < count; n++) {
    bringInAhead(n, count);
    const i = i32At(batchSlots, n);
    const hs = i32At(batchDetails, n);
    const clock = i32At(batchClocks, n);
    if (i < 0) {
      decideOnBackground(first + n, -i, hs, clock, week);
      continue;
    }
    const at = recordOf(i);
    if (!stillWaiting(at, clock, STAGE_DIAGNOSTICS, hs)) continue;
    addInteger(inDiagnostics, hs, -1);
    const severity = severityOf(<i32>load<u8>(at, SEVERITY));
    const outside = severity < f64At(packageFrom, practiceOf(at) * 8 + (hs & 7));
    if (severity < f64At(conversionThreshold, hs) || (outside && severity < f64At(conversionNorm, hs & 7))) {
      treat(i, week, 0);
      referOn(i, at, hs, week);
      continue;
    }
    if (outside) {
      tallyResidents(cellAt(at), RT_REFUSED, 1);
      refuse(i, week);
      continue;
    }
    moveToStage(at, STAGE_ADMISSION);
    hand(i, clock, hs * 2 + ((<i32>load<u8>(at, PATHWAY) & URGENT_BIT) == 0 ? 0 : 1));
  }
}

function decideOnBackground(entry: i32, patients: i32, hs: i32, clock: i32, week: i32): void {
  addInteger(inDiagnostics, hs, -patients);
  if (unitFor(DRAW_BACKGROUND_SETTING, entry) >= f64At(conversionAfterDiagnostics, hs)) {
    completeBackground(hs >> 3, clock, week, 0, patients);
    return;
  }
  const urgent = unitFor(DRAW_BACKGROUND_URGENCY, entry) < urgentShare ? 1 : 0;
  const stays = f64At(survivalThroughDiagnostics, hs & 7) * f64At(survivalToAdmission, hs & 7);
  if (unitFor(DRAW_BACKGROUND_REMOVAL, entry) >= stays) return;
  hand(-patients, clock, hs * 2 + urgent);
}

/** Somebody for the host to put on an admission list, or back on one. */
function hand(slot: i32, clock: i32, queue: i32): void {
  const handed = i32At(batchCounts, 1);
  putAt(delaySlots, handed, slot);
  putAt(delayClocks, handed, clock);
  putAt(delayWeeks, handed, queue);
  putAt(batchCounts, 1, handed + 1);
}

/**
 * Operate on the front of a list until the slots or the batch end. `batchCounts` says then: who was referred on, who
 * keeps the place at the head of the list, entries looked at, slots left, entries met that still stood there, patients
 * among them.
 */
export function operate(count: i32, queue: i32, slots: i32, met: i32, week: i32): void {
  const hs = queue >> 1;
  const h = hs >> 3;
  putAt(batchCounts, 0, 0);
  putAt(batchCounts, 1, 0);
  let left = slots;
  let waited = 0;
  let n = 0;
  for (; n < count && left > 0; n++) {
    bringInAhead(n, count);
    const i = i32At(batchSlots, n);
    const clock = i32At(batchClocks, n);
    if (i >= 0 && !stillWaiting(recordOf(i), clock, STAGE_ADMISSION, hs)) continue;
    const patients = i < 0 ? -i : 1;
    waited += patients;
    const day = isDayCase(i, clock, hs);
    if (!day && f64At(bedDaysLeft, h) < 1) {
      if (f64At(bookedBedDays, h) >= 1) {
        add(bookedBedDays, h, -(<f64>patients * electiveStayDays));
        tallyProvider(h, PT_CANCELLED, <f64>patients);
        if (i >= 0) tallyResidents(cellAt(recordOf(i)), RT_CANCELLED, 1);
        left -= patients;
      }
      hand(i, clock, queue);
      continue;
    }
    left -= patients;
    if (!day) {
      const key = i >= 0 ? i : -1 - (queue * 32768 + met + n);
      const days = <f64>layInBed(h, hs & 7, key, patients, week);
      add(bedDaysLeft, h, -days);
      add(bookedBedDays, h, -days);
    }
    if (i >= 0) admit(i, hs, day, week);
    else admitBackground(hs, clock, day, patients, week);
  }
  putAt(batchCounts, 2, n);
  putAt(batchCounts, 3, left);
  putAt(batchCounts, 5, waited);
}

function isDayCase(slot: i32, clock: i32, hs: i32): bool {
  const key = (slot >= 0 ? slot : -1 - hs) ^ (clock * <i32>0x9e3779b1);
  return unit(h3(key, pathwaySetting0, pathwaySetting1)) < f64At(dayCaseShare, hs);
}

/** Bed-days of this week. */
function layInBed(h: i32, specialty: i32, key: i32, patients: i32, week: i32): i32 {
  const days = stayAfterOperation(h, specialty, drawFor(DRAW_STAY, key));
  const start = <i32>(<u32>drawFor(DRAW_STAY_START, key) % 7);
  occupyBed(h, start, days, patients, week);
  if (key >= 0) tallyResidents(cellAt(recordOf(key)), RT_BED_DAYS, <f64>days);
  return patients * min<i32>(days, 7 - start);
}

function admit(i: i32, hs: i32, day: bool, week: i32): void {
  const at = recordOf(i);
  const h = hs >> 3;
  const g = practiceOf(at);
  const cell = cellAt(at);
  tallyResidents(cell, RT_ADMISSIONS, 1);
  if (day) tallyResidents(cell, RT_DAY_CASES, 1);
  tallyPractice(g, GT_ADMISSIONS, 1);
  countOperation(hs, day, 1);
  charge(i, g, h, ELECTIVE, priceOf(h, (day ? PRICE_DAY_CASE : PRICE_INPATIENT) + (hs & 7)));
  treat(i, week, 1);
  referOn(i, at, hs, week);
}

function admitBackground(hs: i32, clock: i32, day: bool, patients: i32, week: i32): void {
  const h = hs >> 3;
  countOperation(hs, day, patients);
  const price = priceOf(h, (day ? PRICE_DAY_CASE : PRICE_INPATIENT) + (hs & 7));
  chargeElsewhere(h, ELECTIVE, <f64>patients * price);
  completeBackground(h, clock, week, 1, patients);
}

function countOperation(hs: i32, day: bool, patients: i32): void {
  const number = <f64>patients;
  tallyProvider(hs >> 3, PT_ADMISSIONS, number);
  if (day) tallyProvider(hs >> 3, PT_DAY_CASES, number);
  add(servedAdmission, hs, number);
}
