import { renewPackages } from '../behaviour/commissioner/package.ts';
import { renewChoiceFactors } from '../behaviour/hospital-choice.ts';
import { renewReferralThresholds } from '../behaviour/referral-threshold.ts';
import { freeOf } from '../behaviour/set-aside.ts';
import { MONTH_WEEKS } from '../calendar.ts';
import { incomeOf } from '../organisations/purchasers.ts';
import { accountsOf, ownerOfPurchaser } from '../organisations/sides.ts';
import { purchaserOfBody, purchasersOf } from '../organisations/structure.ts';
import { admissionList, firstList } from '../population/waiting-lists.ts';
import { WAIT_SNAPSHOTS, type World } from '../world.ts';
import { shockOnSlots } from './outpatient-clinics.ts';

/**
 * Step 8 of the tick, monthly: waits are published with their lag, GPs and patients take note, purchasers look at
 * their money, and what their packages leave out comes into force.
 */
export function information(world: World): void {
  if (world.week % MONTH_WEEKS !== 0) return;
  if (world.week > 0) {
    publishWaits(world);
    watchMoney(world);
  }
  renewPackages(world);
  renewReferralThresholds(world);
  renewChoiceFactors(world);
}

/**
 * Expected wait by hs: for a clinic and, after it, for an operation; list over the slots of a week, as boards see it,
 * with what shocks made of them over the month gone by.
 */
function publishWaits(world: World): void {
  const { books, place, settings } = world;
  const lag = Math.min(WAIT_SNAPSHOTS - 1, Math.round(settings.publicationLagWeeks / MONTH_WEEKS));
  const month = world.week / MONTH_WEEKS;
  const clinicsShock = shockOfMonth(world, 'clinics');
  const theatresShock = shockOfMonth(world, 'theatres');
  for (let hs = 0; hs < place.providers.count * 8; hs++) {
    const visits = 1 + books.followUpRatio[hs]! * settings.followUpSlotWeight;
    const clinics = books.outpatientSlots[hs]! / visits;
    const operations = books.electiveSlots[hs]!;
    const wait =
      (clinics > 0 ? weeksOf(firstList(world, hs), clinics * clinicsShock) : 0) +
      (operations > 0 ? weeksOf(admissionList(world, hs), operations * theatresShock) : 0);
    books.waitSnapshots[hs * WAIT_SNAPSHOTS + (month % WAIT_SNAPSHOTS)] = Math.min(LONGEST_PUBLISHED, wait);
    books.publishedWait[hs] =
      books.waitSnapshots[hs * WAIT_SNAPSHOTS + ((month - lag + WAIT_SNAPSHOTS) % WAIT_SNAPSHOTS)]!;
  }
}
/** The published tables stop at two years. */
const LONGEST_PUBLISHED = 104;

/** Weeks that a list takes; where nobody is seen, longer than is published. */
function weeksOf(list: number, slots: number): number {
  return slots > 0 ? list / slots : list > 0 ? LONGEST_PUBLISHED : 0;
}

/** Slots over those planned in the month that has just ended. */
function shockOfMonth(world: World, of: 'clinics' | 'theatres'): number {
  let sum = 0;
  for (let ago = 1; ago <= MONTH_WEEKS; ago++) sum += shockOnSlots(world, of, world.week - ago);
  return sum / MONTH_WEEKS;
}

function watchMoney(world: World): void {
  const { books, place, structure, settings } = world;
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    const income = incomeOf(world, p);
    const due = Math.floor((income * (world.week % 52 || 52)) / 52);
    // Pence that rounding leaves are no year's money.
    if (due === 0 || books.openingRegistered[p] === 0) {
      if (p < place.commissioners.count) books.margin[p] = marginOfBodies(world, p);
      continue;
    }
    const owner = ownerOfPurchaser(world, p);
    if (owner >= 0 && accountsOf(world, owner) === 'single') {
      // One book for both sides, as its board last reviewed it.
      books.margin[p] = world.will.bodyMargin[owner]!;
      continue;
    }
    let kept = 0;
    let given = 0;
    for (const one of withOnePurse(world, p)) {
      kept += freeOf(world, one) - books.debt[one]!;
      given += incomeOf(world, one);
    }
    const margin = kept / Math.max(due, given);
    books.margin[p]! += settings.purchaserLearnsPerMonth * (margin - books.margin[p]!);
  }
}

/** A purchaser, and the commissioners that have merged with it. */
function withOnePurse({ structure, place }: World, p: number): readonly number[] {
  if (p >= place.commissioners.count) return [p];
  const { boardOfCommissioner } = structure;
  return Array.from(boardOfCommissioner.keys()).filter(
    (c) => boardOfCommissioner[c] === boardOfCommissioner[p],
  );
}

/** Margin of those who hold the money for an area's people where its commissioner holds none. */
function marginOfBodies({ books, structure, will, place }: World, c: number): number {
  let margin = 0;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share > 0) margin += share * books.margin[purchaserOfBody(structure, place.commissioners.count, o)]!;
  }
  return margin;
}
