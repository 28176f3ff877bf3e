/** What the week's events do to people, and whom they bring to care (see ../../phases/health.ts). */
import {
  eventSlots,
  eventKinds,
  eventDetails,
  DIED,
  MOVED_OUT,
  recordOf,
  cellAt,
} from './layout';
import {
  listCounts,
  needSlots,
  needDetails,
  otherSlots,
  otherDetails,
  emergencySlots,
  plannedSlots,
  movingSlots,
  removalSolvedShare,
  DRAW_REMOVAL,
  RT_NEEDS_ARISING,
  i32At,
  putAt,
  tallyResidents,
  unitFor,
} from './care-layout';
import { changeCondition, depart, remove, resolveNeed } from './acts';
import {
  DEATH,
  DEPARTURE,
  EMERGENCY,
  NEED,
  ONSET,
  OTHER_REFERRAL,
  PLANNED,
  PRACTICE_CHANGE,
  REMISSION,
  REMOVAL,
  REPRESENT,
  RESOLVE,
} from './decisions';
import { leaveQueue } from './pathways';

/** The first `count` events of the last screening. */
export function befall(count: i32): void {
  let needs = 0;
  let others = 0;
  let emergencies = 0;
  let planned = 0;
  let moving = 0;
  for (let n = 0; n < count; n++) {
    const i = i32At(eventSlots, n);
    const kind = <i32>load<u8>(eventKinds + <usize>n);
    const at = recordOf(i);
    if (kind == NEED || kind == REPRESENT) {
      if (kind == NEED) tallyResidents(cellAt(at), RT_NEEDS_ARISING, 1);
      store<u8>(needDetails + <usize>needs, load<u8>(eventDetails + <usize>n));
      putAt(needSlots, needs++, i);
    } else if (kind == OTHER_REFERRAL) {
      store<u8>(otherDetails + <usize>others, load<u8>(eventDetails + <usize>n));
      putAt(otherSlots, others++, i);
    } else if (kind == EMERGENCY) putAt(emergencySlots, emergencies++, i);
    else if (kind == PLANNED) putAt(plannedSlots, planned++, i);
    else if (kind == PRACTICE_CHANGE) putAt(movingSlots, moving++, i);
    else if (kind == RESOLVE) resolveNeed(i);
    else if (kind == ONSET || kind == REMISSION) {
      changeCondition(i, <i32>load<u8>(eventDetails + <usize>n), kind == ONSET ? 1 : 0);
    } else if (kind == DEATH || kind == DEPARTURE) {
      leaveQueue(at);
      depart(i, kind == DEATH ? DIED : MOVED_OUT);
    } else if (kind == REMOVAL) {
      leaveQueue(at);
      remove(i, unitFor(DRAW_REMOVAL, i) < removalSolvedShare ? 1 : 0);
    }
  }
  putAt(listCounts, 0, needs);
  putAt(listCounts, 1, others);
  putAt(listCounts, 2, emergencies);
  putAt(listCounts, 3, planned);
  putAt(listCounts, 4, moving);
}
