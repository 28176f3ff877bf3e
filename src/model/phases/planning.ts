import { meanDiagnosticsWeeks } from '../place-tables/diagnostics-delays.ts';
import type { World } from '../world.ts';

/** Weeks between reviews of capacity. */
const REVIEW_WEEKS = 13;

/**
 * Step 8 of the tick, quarterly: commissioners and trusts agree the capacity of the coming quarter. Volumes follow the
 * last quarter's demand and, where a maximum wait is guaranteed, clear the part of the list that is longer than the
 * target allows over a stated time. What staff can be found or spared limits the change. A mechanical planning rule:
 * boards that weigh costs and benefits replace it where the institutions give them a will.
 */
export function planning(world: World): void {
  if (world.week % REVIEW_WEEKS !== REVIEW_WEEKS - 1) return;
  if (world.institutions.planning.volumesFollowDemand) {
    planCapacity(world);
    speedUpDiagnostics(world);
  }
  const { books } = world;
  rememberLists(world);
  books.servedFirst.fill(0);
  books.servedAdmission.fill(0);
}

function planCapacity(world: World): void {
  const { books, place, settings, institutions } = world;
  // The stages' parts are stated for an 18-week target and shrink or stretch with it.
  const stretch = institutions.entitlement.targetWaitWeeks / stagesTotal(world);
  const weeksToClear = settings.backlogClearanceWeeks;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const s = hs & 7;
    const visits = 1 + settings.followUpRatio[s]! * settings.followUpSlotWeight;
    books.outpatientSlots[hs] = planned(
      world,
      books.outpatientSlots[hs]!,
      books.servedFirst[hs]!,
      firstList(world, hs),
      books.listFirstBefore[hs]!,
      stretch * settings.targetFirstWeeks,
      weeksToClear,
      visits,
    );
    books.electiveSlots[hs] = planned(
      world,
      books.electiveSlots[hs]!,
      books.servedAdmission[hs]!,
      admissionList(world, hs),
      books.listAdmissionBefore[hs]!,
      stretch * settings.targetAdmissionWeeks,
      weeksToClear,
      1,
    );
  }
}

/**
 * Slots a week for the next quarter.
 * @param served patients served in the quarter; with the change of the list, the demand that really came through
 * @param targetWeeks weeks of demand that may stand on the list; 0 = no target, the list is left as it is
 * @param slotsEach slots that one patient uses
 */
function planned(
  world: World,
  slots: number,
  served: number,
  list: number,
  listBefore: number,
  targetWeeks: number,
  weeksToClear: number,
  slotsEach: number,
): number {
  const { capacityGrowthMax, capacityCutMax } = world.settings;
  const demand = (served + list - listBefore) / REVIEW_WEEKS;
  const clearance = targetWeeks > 0 ? Math.max(0, list - demand * targetWeeks) / weeksToClear : 0;
  const wanted = Math.max(0, demand + clearance) * slotsEach;
  const part = REVIEW_WEEKS / 52;
  return Math.max(
    slots * (1 - capacityCutMax * part),
    Math.min(slots * (1 + capacityGrowthMax * part), wanted),
  );
}

function stagesTotal(world: World): number {
  const { targetFirstWeeks, targetDiagnosticsWeeks, targetAdmissionWeeks } = world.settings;
  return targetFirstWeeks + targetDiagnosticsWeeks + targetAdmissionWeeks;
}

/** With a target, diagnostics get faster until their mean takes its share of the target. */
function speedUpDiagnostics(world: World): void {
  const { books, settings, institutions, place } = world;
  const target = institutions.entitlement.targetWaitWeeks;
  if (target === 0) return;
  const weeks = (target / stagesTotal(world)) * settings.targetDiagnosticsWeeks;
  const goal = Math.min(1, weeks / meanDiagnosticsWeeks(world));
  const fastest = 1 - (settings.diagnosticsSpeedUpMax * REVIEW_WEEKS) / 52;
  for (let h = 0; h < place.providers.count; h++) {
    books.diagnosticsPace[h] = Math.max(goal, books.diagnosticsPace[h]! * fastest);
  }
}

export function firstList(world: World, hs: number): number {
  return world.books.firstQueue[hs * 2]!.waiting + world.books.firstQueue[hs * 2 + 1]!.waiting;
}

export function admissionList(world: World, hs: number): number {
  return world.books.admissionQueue[hs * 2]!.waiting + world.books.admissionQueue[hs * 2 + 1]!.waiting;
}

/** Lists as they stand now, for the next review. */
export function rememberLists(world: World): void {
  for (let hs = 0; hs < world.place.providers.count * 8; hs++) {
    world.books.listFirstBefore[hs] = firstList(world, hs);
    world.books.listAdmissionBefore[hs] = admissionList(world, hs);
  }
}
