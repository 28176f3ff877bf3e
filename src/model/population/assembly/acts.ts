/** The book of a person: what happens to people (see ../person-book.ts). */
import {
  withCondition,
  deathsByClass,
  consultationRate,
  minorAeRate,
  needDecrement,
  treatmentGain,
  deaths,
  departures,
  removals,
  clockStarts,
  stopsAdmitted,
  stopsNonAdmitted,
  residualStep,
  residualYears,
  gainWithoutAdmission,
  BIRTH_WEEK,
  CONDITIONS,
  ZONE,
  CLOCK,
  PRACTICE,
  TRAITS,
  LIFE,
  AGE_CLASS,
  PATHWAY,
  PROVIDER,
  SEVERITY,
  RESIDUAL,
  PRESENT,
  DIED,
  AGE_YEARS,
  STAGE_MASK,
  STAGE_NONE,
  STAGE_KEPT,
  STAGE_FIRST_OUTPATIENT,
  SPECIALTY_SHIFT,
  URGENT_BIT,
  OTHER_SOURCE_BIT,
  ROW_MINOR_AE,
  ROW_CONSULTATIONS,
  ROW_UTILITY,
  MASK_CONSULTATIONS,
  MASK_UTILITY,
  recordOf,
  rowOf,
  maskOf,
  practiceOf,
  cellAt,
  f64At,
  add,
} from './layout';
import { rounded } from './round';
import { renew } from './thresholds';
import {
  utilityAt,
  micro,
  addUtility,
  consultations,
  countPerson,
  recordCompleted,
  setPathway,
  severityOf,
  count,
} from './counts';

export function arrive(i: i32): void {
  const at = recordOf(i);
  store<u8>(at, PRESENT, LIFE);
  countPerson(i, at, 1);
  renew(i, at);
}

/** The person is off the queues already. */
export function depart(i: i32, how: i32): void {
  const at = recordOf(i);
  count(cellAt(at), how == DIED ? deaths : departures);
  if (how == DIED) add(deathsByClass, <i32>load<u8>(at, AGE_CLASS), 1);
  countPerson(i, at, -1);
  if ((<i32>load<u8>(at, PATHWAY) & STAGE_MASK) != STAGE_NONE) {
    store<u8>(at, 0, PATHWAY);
    store<u16>(at, 0, CLOCK);
  }
  store<u8>(at, how, LIFE);
  renew(i, at);
}

export function changeCondition(i: i32, condition: i32, onset: i32): void {
  const at = recordOf(i);
  const cell = cellAt(at);
  const g = practiceOf(at);
  const before = utilityAt(at);
  add(consultationRate, g, -consultations(at));
  const mask = <i32>load<u16>(at, CONDITIONS);
  const bit = 1 << condition;
  store<u16>(at, onset != 0 ? mask | bit : mask & ~bit, CONDITIONS);
  add(consultationRate, g, consultations(at));
  add(withCondition, cell * 12 + condition, onset != 0 ? 1 : -1);
  addUtility(i, cell, utilityAt(at) - before);
  renew(i, at);
}

/** The yearly review of the slots from, ..., to - 1. */
export function reviewBlock(from: i32, to: i32, week: i32): void {
  for (let i = from; i < to; i++) {
    const at = recordOf(i);
    if (load<u8>(at, LIFE) != PRESENT) continue;
    const mask = maskOf(at);
    const row = rowOf(at);
    const weeks = week - <i32>load<i16>(at, BIRTH_WEEK) + 26;
    const years = weeks < 0 ? 0 : min<i32>(AGE_YEARS - 1, weeks / 52);
    store<u8>(at, years + (<i32>load<u8>(at, TRAITS) & 1) * AGE_YEARS, AGE_CLASS);
    const now = rowOf(at);
    const bits = <i32>load<u8>(at, PATHWAY);
    const severity = <i32>load<u8>(at, SEVERITY);
    const residual = <i32>load<u8>(at, RESIDUAL);
    const left = residual > 0 ? residual - <i32>ceil(<f64>residual / residualYears) : 0;
    store<u8>(at, left, RESIDUAL);
    const utility = load<f64>(mask, MASK_UTILITY);
    const change =
      micro(load<f64>(now, ROW_UTILITY) * utility, bits, severity, left) -
      micro(load<f64>(row, ROW_UTILITY) * utility, bits, severity, residual);
    addUtility(i, cellAt(at), change);
    const visits = load<f64>(mask, MASK_CONSULTATIONS);
    const more =
      floor(load<f64>(now, ROW_CONSULTATIONS) * visits) - floor(load<f64>(row, ROW_CONSULTATIONS) * visits);
    add(consultationRate, practiceOf(at), more);
    const attendances = load<f64>(now, ROW_MINOR_AE) - load<f64>(row, ROW_MINOR_AE);
    add(minorAeRate, <i32>load<u16>(at, ZONE), attendances);
    renew(i, at);
  }
}

export function changePractice(i: i32, to: i32): void {
  const at = recordOf(i);
  countPerson(i, at, -1);
  store<u16>(at, to, PRACTICE);
  countPerson(i, at, 1);
  renew(i, at);
}

export function keepNeed(i: i32, specialty: i32, severity: i32): void {
  const at = recordOf(i);
  setPathway(
    i,
    at,
    STAGE_KEPT | (specialty << SPECIALTY_SHIFT),
    severity,
    0,
    <i32>load<u8>(at, PROVIDER),
    <i32>load<u8>(at, RESIDUAL),
  );
}

/** The host puts the person on the list. */
export function refer(
  i: i32,
  start: i32,
  specialty: i32,
  severity: i32,
  urgent: i32,
  provider: i32,
  otherSource: i32,
): void {
  const at = recordOf(i);
  const bits =
    STAGE_FIRST_OUTPATIENT |
    (specialty << SPECIALTY_SHIFT) |
    (urgent != 0 ? URGENT_BIT : 0) |
    (otherSource != 0 ? OTHER_SOURCE_BIT : 0);
  setPathway(i, at, bits, severity, start, provider, <i32>load<u8>(at, RESIDUAL));
  count(cellAt(at), clockStarts);
}

export function treat(i: i32, week: i32, admitted: i32): void {
  const at = recordOf(i);
  const specialty = (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7;
  const gain = f64At(treatmentGain, specialty) * (admitted != 0 ? 1 : gainWithoutAdmission);
  const left = (1 - gain) * f64At(needDecrement, specialty) * severityOf(<i32>load<u8>(at, SEVERITY));
  const cell = cellAt(at);
  count(cell, admitted != 0 ? stopsAdmitted : stopsNonAdmitted);
  recordCompleted(at, cell, week, admitted);
  const residual = min<i32>(255, <i32>load<u8>(at, RESIDUAL) + <i32>rounded(left / residualStep));
  setPathway(i, at, 0, 0, 0, <i32>load<u8>(at, PROVIDER), residual);
}

/** The person is in diagnostics no more. */
export function refuse(i: i32, week: i32): void {
  const at = recordOf(i);
  const specialty = (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7;
  const cell = cellAt(at);
  count(cell, stopsNonAdmitted);
  recordCompleted(at, cell, week, 0);
  setPathway(
    i,
    at,
    STAGE_KEPT | (specialty << SPECIALTY_SHIFT),
    <i32>load<u8>(at, SEVERITY),
    0,
    <i32>load<u8>(at, PROVIDER),
    <i32>load<u8>(at, RESIDUAL),
  );
}

/** The person is off the queues already. */
export function remove(i: i32, solved: i32): void {
  const at = recordOf(i);
  count(cellAt(at), removals);
  const specialty = (<i32>load<u8>(at, PATHWAY) >> SPECIALTY_SHIFT) & 7;
  setPathway(
    i,
    at,
    solved != 0 ? 0 : STAGE_KEPT | (specialty << SPECIALTY_SHIFT),
    solved != 0 ? 0 : <i32>load<u8>(at, SEVERITY),
    0,
    <i32>load<u8>(at, PROVIDER),
    <i32>load<u8>(at, RESIDUAL),
  );
}

export function resolveNeed(i: i32): void {
  const at = recordOf(i);
  setPathway(i, at, 0, 0, 0, <i32>load<u8>(at, PROVIDER), <i32>load<u8>(at, RESIDUAL));
}
