import { capitalRoom } from '../behaviour/hospital/capital.ts';
import { heldOpen } from '../behaviour/hospital/closures.ts';
import { developmentsWait } from '../behaviour/hospital/rationalisation.ts';
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
 * found or spared, and capital, limit the change; councils hold open what the year's demand would close. While growth waits for a merged board, plans rest on the mean of a year and go back
 * to what there was at most, so that the luck of a quarter closes nothing.
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
  const attended = 1 - settings.neverAttendedShare * tables.gpShareOfReferrals;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const h = hs >> 3;
    const { planning: rule, entitlement } = institutionsOfProvider(world, h);
    if (!rule.volumesFollowDemand) continue;
    const waits = developmentsWait(world, h);
    // The stages' parts are stated for an 18-week target and shrink or stretch with it.
    const stretch = rule.organisationsAct ? 0 : entitlement.targetWaitWeeks / stagesTotal(world);
    const clinicDemand = rule.organisationsAct
      ? joined(books.firstQueue, hs) * tables.survivalToClinic[hs & 7]! * attended
      : books.servedFirst[hs]! + firstList(world, hs) - books.listFirstBefore[hs]!;
    remember(world, will.clinicDemand, hs, clinicDemand);
    books.outpatientSlots[hs] = planned(world, hs, {
      slots: books.outpatientSlots[hs]!,
      standing: will.standingClinics,
      demanded: waits ? will.clinicDemand[hs]! : clinicDemand,
      usual: will.clinicDemand[hs]!,
      list: firstList(world, hs),
      targetWeeks: stretch * settings.targetFirstWeeks,
      slotsEach: 1 + books.followUpRatio[hs]! * settings.followUpSlotWeight,
      headroom: clinics[hs]!,
      most: waits ? will.mostOutpatientSlots[hs]! : Number.POSITIVE_INFINITY,
    });
    const theatreDemand = rule.organisationsAct
      ? joined(books.admissionQueue, hs) * tables.survivalToAdmission[hs & 7]!
      : books.servedAdmission[hs]! + admissionList(world, hs) - books.listAdmissionBefore[hs]!;
    remember(world, will.theatreDemand, hs, theatreDemand);
    books.electiveSlots[hs] = planned(world, hs, {
      slots: books.electiveSlots[hs]!,
      standing: will.standingTheatres,
      demanded: waits ? will.theatreDemand[hs]! : theatreDemand,
      usual: will.theatreDemand[hs]!,
      list: admissionList(world, hs),
      targetWeeks: stretch * settings.targetAdmissionWeeks,
      slotsEach: 1,
      headroom: theatres[hs]!,
      most: waits ? will.mostElectiveSlots[hs]! : Number.POSITIVE_INFINITY,
    });
  }
}

/** Demand as a board remembers it, smoothed over a year as its other figures are: a quarter of a specialty is mostly chance. */
function remember({ settings }: World, memory: Float64Array, hs: number, quarter: number): void {
  const before = memory[hs]!;
  memory[hs] = before === 0 ? quarter : before + settings.projection.newsWeight * (quarter - before);
}

/** What slots of a stage are planned on. */
interface Plan {
  readonly slots: number;
  /** [hs] slots that have stood, as they are remembered. */
  readonly standing: Float64Array;
  /** A quarter's demand that will not leave the list by itself; and as it is remembered over a year. */
  readonly demanded: number;
  readonly usual: number;
  readonly list: number;
  /** Weeks of demand that may stand on the list; 0 = no target, the list is left as it is. */
  readonly targetWeeks: number;
  /** Slots that one patient uses. */
  readonly slotsEach: number;
  /** Slots wanted over those that demand needs. */
  readonly headroom: number;
  /** What may not be exceeded while growth waits for a merged board. */
  readonly most: number;
}

/** Slots a week for the next quarter, as far as staff, capital and those who are asked about closures allow. */
function planned(
  world: World,
  hs: number,
  { slots, standing, demanded, usual, list, targetWeeks, slotsEach, headroom, most }: Plan,
): number {
  const { capacityGrowthMax, capacityCutMax, backlogClearanceWeeks } = world.settings;
  const h = hs >> 3;
  const slotsFor = (quarter: number): number => {
    const demand = quarter / QUARTER_WEEKS;
    const clearance = targetWeeks > 0 ? Math.max(0, list - demand * targetWeeks) / backlogClearanceWeeks : 0;
    return Math.min(most, Math.max(0, demand * headroom + clearance) * slotsEach);
  };
  // A closure is what a year's demand would close: the luck of a quarter closes nothing, and nobody need resist it.
  const stood = standing[hs] === 0 ? slots : standing[hs]!;
  const plan = slotsFor(demanded);
  const kept = Math.min(stood, plan + heldOpen(world, h, standing, hs, slotsFor(usual), slots));
  const wanted = Math.min(most, Math.max(plan, kept));
  const part = QUARTER_WEEKS / 52;
  const room = Math.min(world.books.staffRoom[h]!, capitalRoom(world, h));
  return Math.max(
    slots * (1 - capacityCutMax * part),
    Math.min(slots * (1 + capacityGrowthMax * room * part), wanted),
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

/**
 * With a target, diagnostics get faster until their mean takes its share of the target, for those who wait there
 * already as for those who come.
 */
function speedUpDiagnostics(world: World): void {
  const { books, settings, place } = world;
  const mean = meanDiagnosticsWeeks(world);
  const fastest = 1 - (settings.diagnosticsSpeedUpMax * QUARTER_WEEKS) / 52;
  const left = new Float64Array(place.providers.count).fill(1);
  for (let h = 0; h < place.providers.count; h++) {
    const { planning: rule, entitlement } = institutionsOfProvider(world, h);
    const target = entitlement.targetWaitWeeks;
    if (!rule.volumesFollowDemand || target === 0) continue;
    const weeks = (target / stagesTotal(world)) * settings.targetDiagnosticsWeeks;
    const goal = Math.min(1, weeks / mean);
    const before = books.diagnosticsPace[h]!;
    const pace = Math.max(goal, before * fastest);
    books.diagnosticsPace[h] = pace;
    left[h] = Math.min(1, pace / before);
  }
  books.diagnostics.hurry(world.week, left);
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
