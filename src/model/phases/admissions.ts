import { h3, unit } from '../../kernel/draw.ts';
import { isOutsidePackage } from '../behaviour/commissioner/package.ts';
import { operationsLeft } from '../behaviour/commissioner/waiting-list-purchases.ts';
import { listPositions } from '../behaviour/hospital/order-of-list.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, PT, PT_COUNT, RT, RT_COUNT } from '../metrics/tallies.ts';
import { BROUGHT_IN, LIFE, STAGE, severityOf, URGENT_BIT } from '../population/people.ts';

import { CATEGORY, PRICE, PRICES, type World } from '../world.ts';
import { decideBatches, joinAdmissionList, operateBatches } from './admission-batches.ts';
import { tellKeys, tellPurchasers, tellSites } from './batches.ts';
import { bedDaysForPlannedCare, occupyBed, stayAfterOperation } from './beds.ts';
import { referOn } from './consultant-referral.ts';
import { charge, chargeElsewhere } from './money.ts';
import { shockOnSlots } from './outpatient-clinics.ts';

/**
 * Step 6c of the tick: decisions that fall due after diagnostics, then operations. Planned admissions that are not on
 * a list come first, then the list: urgent before routine, in the order of decision (but for those whom a trust calls
 * by payer, where that is allowed). A day case needs a slot, an
 * inpatient a slot and a bed; where the bed is missing the operation is cancelled, its slot is lost and the patient
 * keeps the place at the head of the list.
 */
export function admissions(world: World): void {
  const { place } = world;
  const { care } = world.person;
  if (care === null) decisionsDue(world);
  else {
    tellKeys(world, care);
    tellPurchasers(world, care);
    tellSites(world, care);
    decideBatches(world, care);
  }
  const slotFactor = shockOnSlots(world, 'theatres');
  const bedDaysLeft = new Float64Array(place.providers.count);
  for (let h = 0; h < place.providers.count; h++) bedDaysLeft[h] = bedDaysForPlannedCare(world, h);
  const free = bedDaysLeft.slice();
  plannedAdmissions(world, bedDaysLeft);
  if (care !== null) care.columns.bedDaysLeft.set(bedDaysLeft);
  for (let h = 0; h < place.providers.count; h++) {
    // Specialties take turns at the beds.
    const first = world.week + h;
    const part = slotFactor * operationsLeft(world, h);
    for (let n = 0; n < 8; n++) {
      const hs = h * 8 + ((first + n) & 7);
      if (care === null) operate(world, hs, part, bedDaysLeft);
      else operateBatches(world, care, hs, part);
    }
  }
  // Next week is booked on what this week had room for.
  world.books.bookedBedDays.set(free);
}

function decisionsDue(world: World): void {
  const { books, people, tables, keys } = world;
  const wheel = books.diagnostics;
  const bucket = world.week % wheel.span;
  const slots = wheel.slots[bucket]!;
  const clocks = wheel.clocks[bucket]!;
  const places = wheel.places[bucket]!;
  const count = wheel.counts[bucket]!;
  const positions = listPositions(world);
  for (let n = 0; n < count; n++) {
    if (n % BROUGHT_IN === 0) people.bringIn(slots, n, Math.min(count, n + BROUGHT_IN));
    const i = slots[n]!;
    const hs = places[n]!;
    const clock = clocks[n]!;
    if (i < 0) {
      books.inDiagnostics[hs]! += i;
      const draw = unit(h3(n, keys.k0[PURPOSE.backgroundSetting]!, keys.k1[PURPOSE.backgroundSetting]!));
      if (draw >= books.conversionAfterDiagnostics[hs]!) {
        world.person.completeBackground(hs >> 3, clock, world.week, false, -i);
        continue;
      }
      const urgent =
        unit(h3(n, keys.k0[PURPOSE.backgroundUrgency]!, keys.k1[PURPOSE.backgroundUrgency]!)) <
        world.settings.urgentShare
          ? 1
          : 0;
      const stays = tables.survivalThroughDiagnostics[hs & 7]! * tables.survivalToAdmission[hs & 7]!;
      if (unit(h3(n, keys.k0[PURPOSE.backgroundRemoval]!, keys.k1[PURPOSE.backgroundRemoval]!)) >= stays)
        continue;
      joinAdmissionList(world, positions, hs, urgent, i, clock);
      continue;
    }
    if (!world.person.stillWaiting(i, clock, STAGE.diagnostics, hs)) continue;
    books.inDiagnostics[hs]! -= 1;
    const severity = severityOf(people.severity(i));
    const outside = isOutsidePackage(world, i, hs & 7);
    // Whom only a readier consultant would list is treated as elsewhere where the operation is not paid for.
    if (
      severity < books.conversionThreshold[hs]! ||
      (outside && severity < tables.conversionThreshold[hs & 7]!)
    ) {
      world.person.treat(i, world.week, false);
      referOn(world, i, hs);
      continue;
    }
    if (outside) {
      world.person.tally(i, RT.operations_refused);
      world.person.refuse(i, world.week);
      continue;
    }
    world.person.moveToStage(i, STAGE.admission);
    joinAdmissionList(world, positions, hs, (people.pathway(i) & URGENT_BIT) === 0 ? 0 : 1, i, clock);
  }
  wheel.clear(bucket);
}

/**
 * Operate on the list of one specialty. Inpatients are booked as far as last week's free bed-days went: a booked one
 * who finds no bed is cancelled and the slot is lost; beyond that nobody is booked and the slot goes to the next day
 * case. Either way the patient keeps the place on the list.
 *
 * @param part part of the slots that can be used
 */
function operate(world: World, hs: number, part: number, bedDaysLeft: Float64Array): void {
  const { books, settings } = world;
  const h = hs >> 3;
  const room = books.electiveSlots[hs]! * part + books.electiveCarry[hs]!;
  let left = Math.floor(room);
  const fraction = room - left;
  for (let urgent = 1; urgent >= 0 && left > 0; urgent--) {
    const queue = books.admissionQueue[hs * 2 + urgent]!;
    const backSlots: number[] = [];
    const backClocks: number[] = [];
    queue.bringIn(world.people, left);
    for (let serial = 0; left > 0 && queue.length > 0; serial++) {
      const slot = queue.peekSlot();
      const clock = queue.peekClock();
      if (slot >= 0 && !world.person.stillWaiting(slot, clock, STAGE.admission, hs)) {
        queue.drop(false);
        continue;
      }
      queue.drop(true);
      const patients = slot < 0 ? -slot : 1;
      const key = slot >= 0 ? slot : -1 - ((hs * 2 + urgent) * 32768 + serial);
      const dayCase = isDayCase(world, slot, clock, hs);
      if (!dayCase && bedDaysLeft[h]! < 1) {
        if (books.bookedBedDays[h]! >= 1) {
          books.bookedBedDays[h]! -= patients * settings.electiveStayDays;
          cancel(world, h, slot);
          left -= patients;
        }
        backSlots.push(slot);
        backClocks.push(clock);
        continue;
      }
      left -= patients;
      if (!dayCase) {
        const days = layInBed(world, h, hs & 7, key, patients);
        bedDaysLeft[h]! -= days;
        books.bookedBedDays[h]! -= days;
      }
      if (slot >= 0) admit(world, slot, hs, dayCase);
      else admitBackground(world, hs, clock, dayCase, patients);
    }
    for (let n = backSlots.length - 1; n >= 0; n--) queue.unshift(backSlots[n]!, backClocks[n]!);
  }
  books.electiveCarry[hs] = fraction + Math.min(0, left);
}

/**
 * Day case or inpatient: drawn once for a pathway, so that waiting for a bed does not change it.
 *
 * @param share day-case share by hs
 */
export function isDayCase(
  world: World,
  slot: number,
  clock: number,
  hs: number,
  share = world.books.dayCaseShare,
): boolean {
  const { k0, k1 } = world.pathwaySetting;
  const draw = unit(h3((slot >= 0 ? slot : -1 - hs) ^ Math.imul(clock, 0x9e3779b1), k0, k1));
  return draw < share[hs]!;
}

/** Occupies a bed and returns the bed-days that fall in this week. */
function layInBed(
  world: World,
  h: number,
  specialty: number,
  key: number,
  patients: number,
  planned = false,
): number {
  const { keys } = world;
  const stay = planned ? PURPOSE.plannedStay : PURPOSE.stay;
  const stayStart = planned ? PURPOSE.plannedStayStart : PURPOSE.stayStart;
  const days = stayAfterOperation(world, h, specialty, h3(key, keys.k0[stay]!, keys.k1[stay]!));
  const start = h3(key, keys.k0[stayStart]!, keys.k1[stayStart]!) % 7;
  occupyBed(world, h, start, days, patients);
  if (key >= 0) world.tally.residents[world.person.cellOf(key) * RT_COUNT + RT.bed_days]! += days;
  return patients * Math.min(days, 7 - start);
}

function admit(world: World, i: number, hs: number, dayCase: boolean): void {
  const { people, tally, books } = world;
  const h = hs >> 3;
  const practice = people.practice(i);
  const cell = world.person.cellOf(i) * RT_COUNT;
  tally.residents[cell + RT.elective_admissions]! += 1;
  if (dayCase) tally.residents[cell + RT.day_cases]! += 1;
  tally.practices[practice * GT_COUNT + GT.elective_admissions]! += 1;
  countOperation(world, hs, dayCase, 1);
  charge(
    world,
    i,
    h,
    CATEGORY.elective,
    books.pricePence[h * PRICES + (dayCase ? PRICE.dayCase : PRICE.inpatient) + (hs & 7)]!,
  );
  world.person.treat(i, world.week, true);
  referOn(world, i, hs);
}

function admitBackground(world: World, hs: number, clock: number, dayCase: boolean, patients: number): void {
  const h = hs >> 3;
  countOperation(world, hs, dayCase, patients);
  const price = world.books.pricePence[h * PRICES + (dayCase ? PRICE.dayCase : PRICE.inpatient) + (hs & 7)]!;
  chargeElsewhere(world, h, CATEGORY.elective, patients * price);
  world.person.completeBackground(h, clock, world.week, true, patients);
}

function countOperation(world: World, hs: number, dayCase: boolean, patients: number): void {
  const row = (hs >> 3) * PT_COUNT;
  world.tally.providers[row + PT.elective_admissions]! += patients;
  if (dayCase) world.tally.providers[row + PT.day_cases]! += patients;
  world.books.servedAdmission[hs]! += patients;
}

function cancel(world: World, h: number, slot: number): void {
  world.tally.providers[h * PT_COUNT + PT.cancelled_operations]! += slot < 0 ? -slot : 1;
  if (slot >= 0) world.tally.residents[world.person.cellOf(slot) * RT_COUNT + RT.cancelled_operations]! += 1;
}

/**
 * Planned admissions outside the list (a date fixed long before, such as a repeat endoscopy): they use beds and are
 * paid like operations; the slots of the list are counted without them.
 */
function plannedAdmissions(world: World, bedDaysLeft: Float64Array): void {
  const { lists, people, keys, settings, tally, books, tables, place } = world;
  const { slots, count } = lists.planned;
  for (let n = 0; n < count; n++) {
    if (n % BROUGHT_IN === 0) people.bringIn(slots, n, Math.min(count, n + BROUGHT_IN));
    const i = slots[n]!;
    if (people.life(i) !== LIFE.present) continue;
    const h = people.usualProvider(i);
    const dayCase =
      unit(h3(i, keys.k0[PURPOSE.plannedSetting]!, keys.k1[PURPOSE.plannedSetting]!)) <
      settings.plannedDayCaseShare;
    if (!dayCase) bedDaysLeft[h]! -= layInBed(world, h, PLANNED_SPECIALTY, i, 1, true);
    const cell = world.person.cellOf(i) * RT_COUNT;
    tally.residents[cell + RT.elective_admissions]! += 1;
    tally.residents[cell + RT.planned_admissions]! += 1;
    tally.practices[people.practice(i) * GT_COUNT + GT.elective_admissions]! += 1;
    if (dayCase) tally.residents[cell + RT.day_cases]! += 1;
    tally.providers[h * PT_COUNT + PT.planned_admissions]! += 1;
    const price =
      books.pricePence[h * PRICES + (dayCase ? PRICE.dayCase : PRICE.inpatient) + PLANNED_SPECIALTY]!;
    charge(world, i, h, CATEGORY.elective, price);
    countPlanned(world, h, dayCase, 1);
  }
  for (let h = 0; h < place.providers.count; h++) {
    const rate = tables.backgroundPlannedPerWeek[h]!;
    if (rate === 0) continue;
    const group = tables.backgroundGroup[h]!;
    const key = -1 - (1 << 24) - h * 4096;
    const groups = Math.floor(
      rate / group + unit(h3(key, keys.k0[PURPOSE.background]!, keys.k1[PURPOSE.background]!)),
    );
    for (let n = 0; n < groups; n++) {
      const dayCase =
        unit(h3(key - n, keys.k0[PURPOSE.plannedSetting]!, keys.k1[PURPOSE.plannedSetting]!)) <
        settings.plannedDayCaseShare;
      if (!dayCase) bedDaysLeft[h]! -= layInBed(world, h, PLANNED_SPECIALTY, key - n, group, true);
      tally.providers[h * PT_COUNT + PT.planned_admissions]! += group;
      countPlanned(world, h, dayCase, group);
      const price =
        books.pricePence[h * PRICES + (dayCase ? PRICE.dayCase : PRICE.inpatient) + PLANNED_SPECIALTY]!;
      chargeElsewhere(world, h, CATEGORY.elective, group * price);
    }
  }
}

/** Planned admissions are mostly repeat investigations: priced as general medicine. */
const PLANNED_SPECIALTY = 5;

function countPlanned(world: World, h: number, dayCase: boolean, patients: number): void {
  world.tally.providers[h * PT_COUNT + PT.elective_admissions]! += patients;
  if (dayCase) world.tally.providers[h * PT_COUNT + PT.day_cases]! += patients;
}
