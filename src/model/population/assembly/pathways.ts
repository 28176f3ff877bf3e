/** Where people stand on lists (see ../person-lists.ts). */
import {
  completedYear,
  stageCount,
  providerGroup,
  waitBands,
  clockOffset,
  CLOCK,
  LIFE,
  PATHWAY,
  PROVIDER,
  PRESENT,
  STAGE_MASK,
  STAGE_FIRST_OUTPATIENT,
  STAGE_DIAGNOSTICS,
  STAGE_ADMISSION,
  SPECIALTY_SHIFT,
  URGENT_BIT,
  add,
  addInteger,
} from './layout';
import { inDiagnostics, leftFirst, leftAdmission } from './care-layout';

export function stillWaiting(at: usize, clock: i32, stage: i32, place: i32): bool {
  const bits = <i32>load<u8>(at, PATHWAY);
  return (
    <i32>load<u16>(at, CLOCK) == clock &&
    (bits & STAGE_MASK) == stage &&
    <i32>load<u8>(at, LIFE) == PRESENT &&
    <i32>load<u8>(at, PROVIDER) * 8 + ((bits >> SPECIALTY_SHIFT) & 7) == place
  );
}

export function moveToStage(at: usize, stage: i32): void {
  const bits = <i32>load<u8>(at, PATHWAY);
  add(stageCount, bits & STAGE_MASK, -1);
  store<u8>(at, (bits & ~STAGE_MASK) | stage, PATHWAY);
  add(stageCount, stage, 1);
}

/** Somebody on a list has gone: the host lets the queues know. */
export function leaveQueue(at: usize): void {
  const bits = <i32>load<u8>(at, PATHWAY);
  const stage = bits & STAGE_MASK;
  if (stage < STAGE_FIRST_OUTPATIENT) return;
  const place = <i32>load<u8>(at, PROVIDER) * 8 + ((bits >> SPECIALTY_SHIFT) & 7);
  const queue = place * 2 + ((bits & URGENT_BIT) == 0 ? 0 : 1);
  if (stage == STAGE_FIRST_OUTPATIENT) addInteger(leftFirst, queue, 1);
  else if (stage == STAGE_DIAGNOSTICS) addInteger(inDiagnostics, place, -1);
  else if (stage == STAGE_ADMISSION) addInteger(leftAdmission, queue, 1);
}

export function completeBackground(h: i32, clock: i32, week: i32, admitted: i32, patients: i32): void {
  const band = max<i32>(0, min<i32>(waitBands - 1, week + clockOffset - clock));
  addInteger(completedYear, ((providerGroup + h) * 2 + admitted) * waitBands + band, patients);
}
