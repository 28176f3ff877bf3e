/** The book of a person: what is counted about people (see ../person-book.ts). */
import {
  residents,
  present,
  withCondition,
  utility,
  cohortUtility,
  unmetSeverity,
  open,
  completedYear,
  completedWeek,
  stageCount,
  registered,
  consultationRate,
  minorAeRate,
  needDecrement,
  cohortEnd,
  quintileGroup,
  providerGroup,
  residentTallies,
  waitBands,
  clockOffset,
  residualStep,
  CONDITIONS,
  ZONE,
  CLOCK,
  PATHWAY,
  PROVIDER,
  SEVERITY,
  RESIDUAL,
  STAGE_MASK,
  STAGE_NONE,
  SPECIALTY_SHIFT,
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
  addInteger,
} from './layout';
import { renewStage, stagePart } from './thresholds';

@inline
export function severityOf(byte: i32): f64 {
  return (<f64>byte + 0.5) / 256.0;
}

@inline
export function baseUtility(at: usize): f64 {
  return load<f64>(rowOf(at), ROW_UTILITY) * load<f64>(maskOf(at), MASK_UTILITY);
}

@inline
export function micro(base: f64, bits: i32, severity: i32, residual: i32): f64 {
  let value = base - <f64>residual * residualStep;
  if ((bits & STAGE_MASK) != STAGE_NONE) {
    value -= f64At(needDecrement, (bits >> SPECIALTY_SHIFT) & 7) * severityOf(severity);
  }
  return value <= 0 ? 0 : floor(value * 1e6 + 0.5);
}

@inline
export function utilityAt(at: usize): f64 {
  return micro(
    baseUtility(at),
    <i32>load<u8>(at, PATHWAY),
    <i32>load<u8>(at, SEVERITY),
    <i32>load<u8>(at, RESIDUAL),
  );
}

export function utilityOf(i: i32): f64 {
  return utilityAt(recordOf(i));
}

@inline
export function addUtility(i: i32, cell: i32, change: f64): void {
  add(utility, cell, change);
  if (i < cohortEnd) add(cohortUtility, 0, change);
}

@inline
export function consultations(at: usize): f64 {
  return floor(load<f64>(rowOf(at), ROW_CONSULTATIONS) * load<f64>(maskOf(at), MASK_CONSULTATIONS));
}

export function countPerson(i: i32, at: usize, sign: i32): void {
  const one = <f64>sign;
  const cell = cellAt(at);
  add(present, cell, one);
  for (let mask = <i32>load<u16>(at, CONDITIONS), c = 0; mask != 0; mask >>= 1, c++) {
    if ((mask & 1) != 0) add(withCondition, cell * 12 + c, one);
  }
  const stage = <i32>load<u8>(at, PATHWAY) & STAGE_MASK;
  if (stage != STAGE_NONE) {
    add(unmetSeverity, cell, one * <f64>load<u8>(at, SEVERITY));
    add(stageCount, stage, one);
  }
  const g = practiceOf(at);
  addInteger(registered, g, sign);
  add(consultationRate, g, one * consultations(at));
  add(minorAeRate, <i32>load<u16>(at, ZONE), one * load<f64>(rowOf(at), ROW_MINOR_AE));
  addUtility(i, cell, one * utilityAt(at));
  const clock = <i32>load<u16>(at, CLOCK);
  if (clock != 0) addInteger(open, clock, sign);
}

export function recordCompleted(at: usize, cell: i32, week: i32, admitted: i32): void {
  const waited = week + clockOffset - <i32>load<u16>(at, CLOCK);
  const band = max<i32>(0, min<i32>(waitBands - 1, waited));
  const kind = admitted != 0 ? 1 : 0;
  const c = cell / 5;
  addInteger(completedWeek, kind * waitBands + band, 1);
  addInteger(completedYear, kind * waitBands + band, 1);
  addInteger(completedYear, ((1 + c) * 2 + kind) * waitBands + band, 1);
  addInteger(completedYear, ((quintileGroup + cell - c * 5) * 2 + kind) * waitBands + band, 1);
  addInteger(completedYear, ((providerGroup + <i32>load<u8>(at, PROVIDER)) * 2 + kind) * waitBands + band, 1);
}

/** @param residual of the new state; what is stored is its lowest byte */
export function setPathway(
  i: i32,
  at: usize,
  bits: i32,
  severity: i32,
  clock: i32,
  provider: i32,
  residual: i32,
): void {
  const cell = cellAt(at);
  const base = baseUtility(at);
  const oldPart = stagePart(at);
  const oldBits = <i32>load<u8>(at, PATHWAY);
  const oldSeverity = <i32>load<u8>(at, SEVERITY);
  const before = micro(base, oldBits, oldSeverity, <i32>load<u8>(at, RESIDUAL));
  const oldStage = oldBits & STAGE_MASK;
  if (oldStage != STAGE_NONE) {
    add(unmetSeverity, cell, -(<f64>oldSeverity));
    add(stageCount, oldStage, -1);
  }
  const oldClock = <i32>load<u16>(at, CLOCK);
  if (oldClock != 0) addInteger(open, oldClock, -1);
  store<u8>(at, bits, PATHWAY);
  store<u8>(at, severity, SEVERITY);
  store<u16>(at, clock, CLOCK);
  store<u8>(at, provider, PROVIDER);
  store<u8>(at, residual, RESIDUAL);
  const stage = bits & STAGE_MASK;
  if (stage != STAGE_NONE) {
    add(unmetSeverity, cell, <f64>severity);
    add(stageCount, stage, 1);
  }
  if (clock != 0) addInteger(open, clock, 1);
  addUtility(i, cell, micro(base, bits, severity, residual) - before);
  renewStage(i, at, oldPart);
}

/** One more of a tally of the residents. */
@inline
export function count(cell: i32, what: i32): void {
  add(residents, cell * residentTallies + what, 1);
}
