import { h3, unit } from '../../kernel/draw.ts';
import { siteOf } from '../behaviour/hospital/rationalisation.ts';
import { chooseHospital, isOffered, plannedKm } from '../behaviour/hospital-choice.ts';
import { caseReferralSpared, isCase } from '../behaviour/practice/case-management.ts';
import { thresholdFor } from '../behaviour/referral-threshold.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { logisticAt } from '../place-tables/gp-decision.ts';
import { BATCH } from '../population/care-room.ts';
import {
  BROUGHT_IN,
  CLOCK_OFFSET,
  QUINTILE_SHIFT,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
  severityOf,
} from '../population/people.ts';

import type { WeekList } from '../population/week-list.ts';
import type { World } from '../world.ts';
import { joinLists, tellKeys, tellReferrals, tellSites } from './batches.ts';
import { communityClinics, sendToCommunity } from './community-clinics.ts';
import { isNotReferredOn, referralsFromElsewhere } from './consultant-referral.ts';

/**
 * Steps 4 and 5 of the tick: the GP decides on each need that came up this week, and those referred go to a hospital
 * that they choose or usually use. The order of people within a week is rotated by a draw, so that no practice is
 * always first in the queue.
 */
export function referral(world: World): void {
  const { lists, keys } = world;
  const background = keys.k0[PURPOSE.arrivalOrder]! & 1;
  if (background === 0) referBackground(world);
  communityClinics(world, (i, specialty, severity) =>
    sendToHospital(world, i, specialty, severity, false, false),
  );
  const { care } = world.person;
  if (care !== null) {
    tellKeys(world, care);
    tellReferrals(world, care);
    tellSites(world, care);
  }
  rotated(world, lists.needs, decideOnNeed, care?.module.decideOnNeeds);
  rotated(world, lists.otherReferrals, referFromOtherSource, care?.module.referFromOtherSources);
  if (background === 1) referBackground(world);
}

/** @param batch does for a batch what `visit` does for one */
function rotated(world: World, list: WeekList, visit: Visit, batch: Batch | undefined): void {
  if (list.count === 0) return;
  const start = (world.keys.k1[PURPOSE.arrivalOrder]! >>> 0) % list.count;
  const each = (from: number, to: number): void =>
    batch === undefined ? visitEach(world, list, from, to, visit) : inBatches(world, list, from, to, batch);
  each(start, list.count);
  each(0, start);
}

type Batch = (count: number, week: number) => void;

function inBatches(world: World, { slots, details }: WeekList, from: number, to: number, batch: Batch): void {
  const care = world.person.care!;
  const { batchSlots, batchDetails } = care.columns;
  for (let start = from; start < to; start += BATCH) {
    const count = Math.min(to - start, BATCH);
    for (let n = 0; n < count; n++) {
      batchSlots[n] = slots[start + n]!;
      batchDetails[n] = details[start + n]!;
    }
    batch(count, world.week);
    joinLists(world, care);
  }
}

type Visit = (world: World, i: number, specialty: number) => void;

function visitEach(world: World, { slots, details }: WeekList, from: number, to: number, visit: Visit): void {
  for (let start = from; start < to; start += BROUGHT_IN) {
    const end = Math.min(to, start + BROUGHT_IN);
    world.people.bringIn(slots, start, end);
    for (let n = start; n < end; n++) visit(world, slots[n]!, details[n]!);
  }
}

/** @param drawn specialty of a new need */
function decideOnNeed(world: World, i: number, drawn: number): void {
  const { people, keys, settings, tables, hazards, tally } = world;
  const pathway = people.pathway(i);
  const stage = pathway & STAGE_MASK;
  let specialty = drawn;
  let severity: number;
  if (stage === STAGE.kept) {
    specialty = (pathway >> SPECIALTY_SHIFT) & 7;
    severity = people.severity(i);
  } else {
    if (stage !== STAGE.none) return;
    severity = h3(i, keys.k0[PURPOSE.severity]!, keys.k1[PURPOSE.severity]!) >>> 24;
  }
  const practice = people.practice(i);
  const threshold = thresholdFor(world, practice * 8 + specialty, severityOf(severity));
  const seeking = hazards.seeking[(people.traits(i) >> QUINTILE_SHIFT) & 7]!;
  const lean = (severityOf(severity) - threshold) / settings.referralNoise + seeking;
  const probability = logisticAt(tables.logisticCurve, lean);
  if (unit(h3(i, keys.k0[PURPOSE.referral]!, keys.k1[PURPOSE.referral]!)) >= probability) {
    const cell = world.person.cellOf(i) * RT_COUNT;
    tally.residents[cell + RT.needs_kept]! += 1;
    tally.practices[practice * GT_COUNT + GT.needs_kept]! += 1;
    if (stage === STAGE.none) world.person.keepNeed(i, specialty, severity);
    return;
  }
  if (isSparedByCaseManagement(world, i, practice)) {
    if (stage === STAGE.none) world.person.keepNeed(i, specialty, severity);
    return;
  }
  const urgent = severityOf(severity) >= tables.urgentThreshold;
  if (!urgent && sendToCommunity(world, i, specialty, severity, stage === STAGE.kept)) return;
  sendToHospital(world, i, specialty, severity, urgent, false);
}

/** A case that is managed is seen at home instead, as often as the published change says. */
function isSparedByCaseManagement(world: World, i: number, practice: number): boolean {
  const spared = caseReferralSpared(world, practice);
  if (spared === 0 || !isCase(world, i)) return false;
  const { keys } = world;
  return unit(h3(i, keys.k0[PURPOSE.caseManaged]!, keys.k1[PURPOSE.caseManaged]!)) < spared;
}

function referFromOtherSource(world: World, i: number, specialty: number): void {
  const { people, keys, tables } = world;
  if ((people.pathway(i) & STAGE_MASK) !== STAGE.none || isNotReferredOn(world, i)) return;
  const byte = h3(i, keys.k0[PURPOSE.severity]!, keys.k1[PURPOSE.severity]!) >>> 24;
  const severity = tables.referredSeverity[byte]!;
  sendToHospital(world, i, specialty, severity, severityOf(severity) >= tables.urgentThreshold, true);
}

function sendToHospital(
  world: World,
  i: number,
  specialty: number,
  severity: number,
  urgent: boolean,
  otherSource: boolean,
): void {
  const { people, tally } = world;
  const usual = people.usualProvider(i);
  const offered = !otherSource && isOffered(world, i);
  const chosen = offered ? chooseHospital(world, i, specialty, world.tables.habitFactor) : usual;
  const provider = siteOf(world, chosen, specialty, i, people.zone(i));
  const cell = world.person.cellOf(i) * RT_COUNT;
  if (!otherSource) tally.practices[people.practice(i) * GT_COUNT + GT.gp_referrals]! += 1;
  tally.residents[cell + (otherSource ? RT.other_referrals : RT.gp_referrals)]! += 1;
  if (offered && chosen !== usual) tally.residents[cell + RT.referrals_choosing]! += 1;
  tally.residents[cell + RT.distance_km]! += plannedKm(world, people.zone(i), provider);
  tally.providers[provider * PT_COUNT + (otherSource ? PT.other_referrals : PT.gp_referrals)]! += 1;
  world.person.refer(i, world.week, specialty, severity, urgent, provider, otherSource);
}

/** Numbers kept for the groups of a provider's specialty in a week. */
const GROUPS = 4096;

/** Base-year referrals of people from elsewhere join the same lists, in groups. */
function referBackground(world: World): void {
  const { books, tables, tally, keys, place, settings } = world;
  const clock = world.week + CLOCK_OFFSET;
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const rate = referralsFromElsewhere(world, hs);
    if (rate === 0) continue;
    const h = hs >> 3;
    const group = tables.backgroundGroup[h]!;
    const groups = Math.floor(
      rate / group + unit(h3(hs, keys.k0[PURPOSE.background]!, keys.k1[PURPOSE.background]!)),
    );
    const urgent = Math.floor(
      groups * settings.urgentShare + unit(h3(hs, keys.k0[PURPOSE.urgency]!, keys.k1[PURPOSE.urgency]!)),
    );
    const draw = unit(h3(hs, keys.k0[PURPOSE.backgroundSource]!, keys.k1[PURPOSE.backgroundSource]!));
    const fromGps = Math.floor(groups * tables.gpShareOfReferrals + draw);
    for (let n = 0; n < groups; n++) {
      const site = siteOf(world, h, hs & 7, -1 - hs * GROUPS - n, -1);
      books.firstQueue[(site * 8 + (hs & 7)) * 2 + (n < urgent ? 1 : 0)]!.push(-group, clock);
      tally.providers[site * PT_COUNT + (n < fromGps ? PT.gp_referrals : PT.other_referrals)]! += group;
    }
  }
}
