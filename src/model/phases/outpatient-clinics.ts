import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { SPARE } from '../population/care-room.ts';
import { type CareBatches, ENDED } from '../population/care-wasm.ts';
import { OTHER_SOURCE_BIT, STAGE, severityOf } from '../population/people.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../world.ts';
import { joinLists, leaveLists, tellKeys, tellPurchasers, tellSites } from './batches.ts';
import { referOn } from './consultant-referral.ts';
import { followUpsOfWeek } from './follow-ups.ts';
import { charge, chargeElsewhere } from './money.ts';
import { noteLongTermVisit } from './programme-funds.ts';

/**
 * Step 6b of the tick: clinics. Follow-up visits that are due take their part of the slots; first visits fill the
 * rest, urgent before routine, each in the order of referral. At the first visit the clock stops for some; the others
 * go to diagnostics and decision.
 */
export function outpatientClinics(world: World): void {
  const { place, books, settings } = world;
  const { care } = world.person;
  if (care !== null) {
    tellKeys(world, care);
    tellPurchasers(world, care);
    tellSites(world, care);
  }
  const slotFactor = shockOnSlots(world, 'clinics');
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const capacity = books.outpatientSlots[hs]! * slotFactor + books.outpatientCarry[hs]!;
    const followUps = followUpsOfWeek(world, hs, capacity);
    const room = capacity - followUps * settings.followUpSlotWeight;
    let left = Math.floor(room);
    const fraction = room - left;
    for (let urgent = 1; urgent >= 0; urgent--) {
      left = care === null ? seeFrom(world, hs, urgent, left) : seeBatches(world, care, hs, urgent, left);
    }
    // A slot nobody wanted is lost; the fraction is carried, and what a group took beyond the week.
    books.outpatientCarry[hs] = fraction + Math.min(0, left);
  }
  if (care !== null) leaveLists(world, care);
}

/** The same as `seeFrom`, in batches. */
function seeBatches(world: World, care: CareBatches, hs: number, urgent: number, slots: number): number {
  const { books, week } = world;
  const { columns, module } = care;
  const { batchSlots, batchClocks, batchCounts } = columns;
  const place = hs * 2 + urgent;
  const queue = books.firstQueue[place]!;
  let left = slots;
  let groups = 0;
  while (left > 0 && queue.length > 0) {
    const count = queue.copyFront(batchSlots, batchClocks, left + SPARE);
    module.seeFrom(count, place, left, groups, week);
    queue.dropFront(batchCounts[ENDED.entries]!, batchCounts[ENDED.waited]!);
    left = batchCounts[ENDED.left]!;
    groups = batchCounts[ENDED.groups]!;
    const { delaySlots, delayClocks, delayWeeks } = columns;
    const delays = batchCounts[ENDED.handed]!;
    for (let n = 0; n < delays; n++) {
      books.diagnostics.add(delayWeeks[n]!, delaySlots[n]!, delayClocks[n]!, hs);
    }
    joinLists(world, care);
  }
  return left;
}

/** See patients of one queue until the slots or the queue end; returns the slots left. */
function seeFrom(world: World, hs: number, urgent: number, slots: number): number {
  const queue = world.books.firstQueue[hs * 2 + urgent]!;
  let left = slots;
  let serial = 0;
  queue.bringIn(world.people, slots);
  while (left > 0 && queue.length > 0) {
    const slot = queue.peekSlot();
    const clock = queue.peekClock();
    if (slot < 0) {
      queue.drop(true);
      if (seeBackground(world, hs * 2 + urgent, clock, serial++, -slot)) left += slot;
      continue;
    }
    if (!world.person.stillWaiting(slot, clock, STAGE.firstOutpatient, hs)) {
      queue.drop(false);
      continue;
    }
    if (didNotAttend(world, slot)) {
      // The queue no longer counts the person once removed.
      world.person.remove(slot, false);
      queue.drop(false);
      continue;
    }
    queue.drop(true);
    see(world, slot, hs);
    left--;
  }
  return left;
}

function didNotAttend(world: World, i: number): boolean {
  const { keys, settings, people } = world;
  if ((people.pathway(i) & OTHER_SOURCE_BIT) !== 0) return false;
  return (
    unit(h3(i, keys.k0[PURPOSE.attendance]!, keys.k1[PURPOSE.attendance]!)) < settings.neverAttendedShare
  );
}

function see(world: World, i: number, hs: number): void {
  const { people, tally, keys, tables, books, place } = world;
  const specialty = hs & 7;
  const h = hs >> 3;
  const practice = people.practice(i);
  tally.residents[world.person.cellOf(i) * RT_COUNT + RT.first_outpatients]! += 1;
  tally.practices[practice * GT_COUNT + GT.first_outpatients]! += 1;
  served(world, hs, 1);
  books.practiceFollowUps[hs * place.practices.count + practice]! += books.followUpRatio[hs]!;
  const price = firstVisitPrice(world, hs);
  charge(world, i, h, CATEGORY.outpatient, price);
  noteLongTermVisit(world, i, specialty, price);
  const converts = severityOf(people.severity(i)) >= books.conversionThreshold[hs]!;
  const discharge = unit(h3(i, keys.k0[PURPOSE.discharge]!, keys.k1[PURPOSE.discharge]!));
  if (!converts && discharge < tables.stopAtFirst[specialty]!) {
    world.person.treat(i, world.week, false);
    referOn(world, i, hs);
    return;
  }
  const draw = h3(i, keys.k0[PURPOSE.delay]!, keys.k1[PURPOSE.delay]!);
  world.person.moveToStage(i, STAGE.diagnostics);
  books.inDiagnostics[hs]! += 1;
  books.diagnostics.add(world.week + delayWeeks(world, hs, draw), i, people.clock(i), hs);
}

/** A group of patients from elsewhere, who share one draw; returns whether their slots were used. */
function seeBackground(
  world: World,
  queue: number,
  clock: number,
  serial: number,
  patients: number,
): boolean {
  const { keys, settings, tables, books, person } = world;
  const hs = queue >> 1;
  const h = hs >> 3;
  const draw = h3(
    queue * 32768 + serial,
    keys.k0[PURPOSE.backgroundDelay]!,
    keys.k1[PURPOSE.backgroundDelay]!,
  );
  const comes =
    (1 - settings.neverAttendedShare * tables.gpShareOfReferrals) * tables.survivalToClinic[hs & 7]!;
  if ((draw >>> 20) / 4096 >= comes) {
    return false;
  }
  served(world, hs, patients);
  chargeElsewhere(world, h, CATEGORY.outpatient, patients * firstVisitPrice(world, hs));
  if ((draw & 4095) / 4096 < tables.stopAtFirst[hs & 7]! * (1 - books.conversionShare[hs]!)) {
    person.completeBackground(h, clock, world.week, false, patients);
    return true;
  }
  const delay = delayWeeks(world, hs, h3(draw, keys.k0[PURPOSE.delay]!, keys.k1[PURPOSE.delay]!));
  books.inDiagnostics[hs]! += patients;
  books.diagnostics.add(world.week + delay, -patients, clock, hs);
  return true;
}

/** The follow-ups of a first visit fall due over the following months, an equal share of those left each week. */
function served(world: World, hs: number, patients: number): void {
  const { books, tally } = world;
  books.servedFirst[hs]! += patients;
  tally.providers[(hs >> 3) * PT_COUNT + PT.first_outpatients]! += patients;
  books.followUpsDue[hs]! += patients * books.followUpRatio[hs]!;
}

function firstVisitPrice(world: World, hs: number): number {
  return world.books.pricePence[(hs >> 3) * PRICES + PRICE.first + (hs & 7)]!;
}

/** Weeks in diagnostics and decision, at least 1, from a 32-bit draw and the provider's pace. */
export function delayWeeks(world: World, hs: number, draw: number): number {
  const { tables, books } = world;
  const quantile = tables.delayQuantile[(hs & 7) * 256 + (draw >>> 24)]!;
  const weeks = quantile * books.diagnosticsPace[hs >> 3]!;
  const whole = Math.floor(weeks + ((draw >>> 8) & 65535) / 65536);
  return Math.max(1, Math.min(books.diagnostics.span - 1, whole));
}

/** Factor of shocks on slots of clinics, or of theatres, in a week. */
export function shockOnSlots(world: World, of: 'clinics' | 'theatres', week = world.week): number {
  let factor = 1;
  for (const shock of world.input.shocks) {
    if (week < shock.week || week >= shock.week + shock.weeks) continue;
    factor *= of === 'clinics' ? shock.slots : shock.slots * (shock.operations ?? 1);
  }
  return factor;
}
