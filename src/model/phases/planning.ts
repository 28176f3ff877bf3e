import { cutsPassed } from '../behaviour/board.ts';
import { leverIndex } from '../behaviour/will/levers.ts';
import { QUARTER_WEEKS } from '../calendar.ts';
import { institutionsOfProvider } from '../institutions/in-force.ts';
import { meanDiagnosticsWeeks } from '../place-tables/diagnostics-delays.ts';
import type { PatientQueue } from '../population/patient-queue.ts';
import { admissionList, firstList } from '../population/waiting-lists.ts';
import type { World } from '../world.ts';

/**
 * Step 8 of the tick, quarterly, after boards have moved their levers: the capacity of the coming quarter is the last
 * quarter's demand times the headroom that the trust's board wants. Where organisations do not act, a mechanical rule
 * clears the part of the list that is longer than the target allows over a stated time instead. What staff can be
 * found or spared limits the change.
 */
export function planning(world: World): void {
  if (world.week % QUARTER_WEEKS !== QUARTER_WEEKS - 1) return;
  planCapacity(world);
  speedUpDiagnostics(world);
  const { books } = world;
  rememberLists(world);
  books.servedFirst.fill(0);
  books.servedAdmission.fill(0);
}

function planCapacity(world: World): void {
  const { books, place, settings, tables, will } = world;
  const clinics = will.level[leverIndex('outpatient_capacity')]!;
  const theatres = will.level[leverIndex('elective_capacity')]!;
  const weeksToClear = settings.backlogClearanceWeeks;
  const attended = 1 - settings.neverAttendedShare * tables.gpShareOfReferrals;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const { planning: rule, entitlement } = institutionsOfProvider(world, hs >> 3);
    if (!rule.volumesFollowDemand) continue;
    const visits = 1 + books.followUpRatio[hs]! * settings.followUpSlotWeight;
    // The stages' parts are stated for an 18-week target and shrink or stretch with it.
    const stretch = rule.organisationsAct ? 0 : entitlement.targetWaitWeeks / stagesTotal(world);
    books.outpatientSlots[hs] = planned(
      world,
      books.outpatientSlots[hs]!,
      rule.organisationsAct
        ? joined(books.firstQueue, hs) * tables.survivalToClinic[hs & 7]! * attended
        : books.servedFirst[hs]! + firstList(world, hs) - books.listFirstBefore[hs]!,
      firstList(world, hs),
      stretch * settings.targetFirstWeeks,
      weeksToClear,
      visits,
      clinics[hs]!,
      books.staffRoom[hs >> 3]!,
      cutsPassed(world, hs >> 3),
    );
    books.electiveSlots[hs] = planned(
      world,
      books.electiveSlots[hs]!,
      rule.organisationsAct
        ? joined(books.admissionQueue, hs) * tables.survivalToAdmission[hs & 7]!
        : books.servedAdmission[hs]! + admissionList(world, hs) - books.listAdmissionBefore[hs]!,
      admissionList(world, hs),
      stretch * settings.targetAdmissionWeeks,
      weeksToClear,
      1,
      theatres[hs]!,
      books.staffRoom[hs >> 3]!,
      cutsPassed(world, hs >> 3),
    );
  }
}

/**
 * Slots a week for the next quarter.
 * @param demanded the quarter's demand that will not leave the list by itself
 * @param targetWeeks weeks of demand that may stand on the list; 0 = no target, the list is left as it is
 * @param slotsEach slots that one patient uses
 * @param headroom slots wanted over those that demand needs
 * @param staffRoom part of the fastest growth that the staff in post allow
 * @param cutsPassed part of the largest cut that those who are asked let pass
 */
function planned(
  world: World,
  slots: number,
  demanded: number,
  list: number,
  targetWeeks: number,
  weeksToClear: number,
  slotsEach: number,
  headroom: number,
  staffRoom: number,
  cutsPassed: number,
): number {
  const { capacityGrowthMax } = world.settings;
  const capacityCutMax = world.settings.capacityCutMax * cutsPassed;
  const demand = demanded / QUARTER_WEEKS;
  const clearance = targetWeeks > 0 ? Math.max(0, list - demand * targetWeeks) / weeksToClear : 0;
  const wanted = Math.max(0, demand * headroom + clearance) * slotsEach;
  const part = QUARTER_WEEKS / 52;
  return Math.max(
    slots * (1 - capacityCutMax * part),
    Math.min(slots * (1 + capacityGrowthMax * staffRoom * part), wanted),
  );
}

/** People who joined a list in the quarter, urgent and routine. */
function joined(queues: readonly PatientQueue[], hs: number): number {
  return queues[hs * 2]!.joined + queues[hs * 2 + 1]!.joined;
}

function stagesTotal(world: World): number {
  const { targetFirstWeeks, targetDiagnosticsWeeks, targetAdmissionWeeks } = world.settings;
  return targetFirstWeeks + targetDiagnosticsWeeks + targetAdmissionWeeks;
}

/** With a target, diagnostics get faster until their mean takes its share of the target. */
function speedUpDiagnostics(world: World): void {
  const { books, settings, place } = world;
  const mean = meanDiagnosticsWeeks(world);
  const fastest = 1 - (settings.diagnosticsSpeedUpMax * QUARTER_WEEKS) / 52;
  for (let h = 0; h < place.providers.count; h++) {
    const { planning: rule, entitlement } = institutionsOfProvider(world, h);
    const target = entitlement.targetWaitWeeks;
    if (!rule.volumesFollowDemand || target === 0) continue;
    const weeks = (target / stagesTotal(world)) * settings.targetDiagnosticsWeeks;
    const goal = Math.min(1, weeks / mean);
    books.diagnosticsPace[h] = Math.max(goal, books.diagnosticsPace[h]! * fastest);
  }
}

/** Lists as they stand now, for the next review. */
export function rememberLists(world: World): void {
  for (const queue of world.books.firstQueue) queue.joined = 0;
  for (const queue of world.books.admissionQueue) queue.joined = 0;
  for (let hs = 0; hs < world.place.providers.count * 8; hs++) {
    world.books.listFirstBefore[hs] = firstList(world, hs);
    world.books.listAdmissionBefore[hs] = admissionList(world, hs);
  }
}
