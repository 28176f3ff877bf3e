import { detExp, detLog, normalCdf } from '../../kernel/deterministic-math.ts';
import { stayFactorOfSocialCare } from '../behaviour/governance/social-care.ts';
import { stayFactorOfJointWork } from '../behaviour/relations/joint-work.ts';
import { PT, PT_COUNT } from '../metrics/tallies.ts';
import { longStayMean } from '../place-tables/emergency-tables.ts';
import { AGE_YEARS } from '../population/people.ts';
import { WHEEL, type World } from '../world.ts';

/**
 * Beds: a stay occupies bed-days of the weeks it covers, kept on a wheel of weeks per provider. Emergencies go in
 * whatever stands there; planned inpatients only into what is left after an allowance for daily peaks.
 */

/** Longest stay kept, days: what the wheel holds. */
const LONGEST_STAY = (WHEEL - 2) * 7;

/**
 * Stay after an emergency admission in whole days, from a 32-bit draw: a share of short stays (0 or 1 day), the rest
 * log-normal from 2 days on; longer with age; times the provider's stay index and the yearly trend.
 */
export function stayAfterEmergency(world: World, h: number, ageYears: number, draw: number): number {
  const { shortStayShare, shortStayDays } = world.settings;
  const { longStayTail } = world.tables;
  const u = (draw + 0.5) * 2.3283064365386963e-10;
  if (u < shortStayShare) return u < shortStayShare * (1 - shortStayDays) ? 0 : 1;
  const tail = longStayTail[Math.floor(((u - shortStayShare) / (1 - shortStayShare)) * longStayTail.length)]!;
  const mean =
    (longStayMean(world.settings) - 2) * world.tables.stayByAge[Math.min(AGE_YEARS - 1, ageYears)]!;
  const days = 2 + tail * mean * world.books.stayFactor[h]!;
  return Math.min(LONGEST_STAY, Math.floor(days + (draw & 255) / 256));
}

/** Stay of a planned inpatient of a specialty in whole days: at least one. */
export function stayAfterOperation(world: World, h: number, specialty: number, draw: number): number {
  const u = draw * 2.3283064365386963e-10;
  const mean = world.settings.electiveStayDays * world.settings.electiveStayRatio[specialty]!;
  const days = 1 + Math.max(0, mean - 1) * -detLog(1 - u) * world.books.stayFactor[h]!;
  return Math.max(1, Math.min(LONGEST_STAY, Math.floor(days + (draw & 255) / 256)));
}

/** Once a week: how long stays are at each provider: its index, the yearly trend, social care, joint work, its effort. */
export function renewStayFactors(world: World): void {
  const trend = detExp((world.settings.stayTrendPerYear * world.week) / 52);
  for (let h = 0; h < world.place.providers.count; h++) {
    world.books.stayFactor[h] =
      world.tables.stayIndex[h]! *
      trend *
      stayFactorOfSocialCare(world, h) *
      stayFactorOfJointWork(world, h) *
      world.books.stayEffort[h]!;
  }
}

/** Put the stays of so many patients into the wheel: they start on day 0 to 6 of this week. */
export function occupyBed(world: World, h: number, startDay: number, days: number, patients: number): void {
  const { bedDays } = world.books;
  const { providers } = world.tally;
  providers[h * PT_COUNT + PT.stays]! += patients;
  providers[h * PT_COUNT + PT.stay_days]! += days * patients;
  let left = days;
  let room = 7 - startDay;
  for (let week = world.week; left > 0; week++) {
    const here = Math.min(left, room);
    bedDays[h * WHEEL + (week % WHEEL)]! += here * patients;
    left -= here;
    room = 7;
  }
}

/** Bed-days available to a provider this week. */
export function availableBedDays(world: World, h: number): number {
  let factor = 1;
  for (const shock of world.input.shocks) {
    if (world.week >= shock.week && world.week < shock.week + shock.weeks) factor *= shock.beds;
  }
  return world.books.beds[h]! * factor * 7;
}

/**
 * Bed-days left for planned inpatients this week: what emergencies and earlier stays do not take, less the expected
 * overflow of daily peaks, `E[(N - B)+]` with the census N normal around the week's mean.
 */
export function bedDaysForPlannedCare(world: World, h: number): number {
  const available = availableBedDays(world, h);
  const taken = world.books.bedDays[h * WHEEL + (world.week % WHEEL)]!;
  return available - taken - 7 * expectedOverflow(taken / 7, available / 7, world.settings.bedCensusCv);
}

/**
 * Expected number of patients over the beds on a day.
 * @param census mean daily census
 * @param cv coefficient of variation of the daily census (of the whole hospital, so it does not depend on scale)
 */
export function expectedOverflow(census: number, beds: number, cv: number): number {
  if (census <= 0) return 0;
  const sd = cv * census;
  const z = (beds - census) / sd;
  const density = 0.3989422804014327 * detExp((-z * z) / 2);
  return sd * (density - z * (1 - normalCdf(z)));
}

/** At the end of the week: what was used within the beds, what overflowed, and the wheel turns. */
export function closeBedWeek(world: World): void {
  const { books, tally, place } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const at = h * WHEEL + (world.week % WHEEL);
    const available = availableBedDays(world, h);
    const demanded = books.bedDays[at]!;
    books.bedDaysUsed[h] = Math.min(demanded, available);
    books.bedDaysOverflow[h] = demanded - books.bedDaysUsed[h]!;
    books.occupancy[h] = available === 0 ? 1 : demanded / available;
    books.quarterOccupancy[h]! += books.occupancy[h]!;
    tally.providers[h * PT_COUNT + PT.bed_days]! += books.bedDaysUsed[h]!;
    books.bedDays[at] = 0;
  }
}
