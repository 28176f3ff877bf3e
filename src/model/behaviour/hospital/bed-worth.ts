import { logistic } from '../../../kernel/deterministic-math.ts';
import { paidOverNational } from '../../tariff-prices.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { marginalCash, type Purse } from '../purse.ts';
import { trustMean } from './trust-mean.ts';

/** Days of a model year. */
export const DAYS = 364;

/** How much a further bed would be used, 0 to 1: `logistic((occupancy - 0.9) / 0.025)`. Source: organisational laws, 2.3. */
export function fullness(world: World, h: number): number {
  const { midpoint, scale } = world.settings.hospital.bed;
  return logistic((world.will.occupancy[h]! - midpoint) / scale);
}

/** How fast that falls with a log unit of beds: the same patients fill them less, `full (1 - full) occupancy / 0.025`. */
export function fullnessSlope(world: World, h: number): number {
  const full = fullness(world, h);
  return (full * (1 - full) * world.will.occupancy[h]!) / world.settings.hospital.bed.scale;
}

/** Pounds of holding a bed for a day at today's prices. */
export function bedDayCost(world: World): number {
  return world.settings.hospital.bed.poundsPerDay * world.books.costLevel;
}

/** What a planned inpatient brings, own and joint, at least nothing; and how many days it stays. */
export function inpatient(
  world: World,
  h: number,
  purse: Purse,
): { own: number; joint: number; days: number } {
  const { settings, books } = world;
  const price = trustMean(
    h,
    (hs) => inpatientPrice(world, hs),
    (hs) => books.electiveSlots[hs]!,
  );
  const cost = (settings.variableCostShare * price) / paidOverNational(world, h, CATEGORY.elective);
  const cash = marginalCash(world, h, purse, CATEGORY.elective, price, cost);
  return { own: Math.max(0, cash.own), joint: Math.max(0, cash.joint), days: settings.electiveStayDays };
}

/**
 * What a freed bed-day is worth: the cost of holding it, and where the house is full the inpatients that come in,
 * `v_day = k_day + .5 g m_ip / LOS`. Source: organisational laws, 2.3.
 */
export function freedBedDay(world: World, h: number, purse: Purse): { own: number; joint: number } {
  const { own, joint, days } = inpatient(world, h, purse);
  const used = (world.settings.hospital.bed.usedShare * fullness(world, h)) / days;
  const cost = bedDayCost(world);
  return {
    own: purse.lambdaOwn * (1 - purse.phi) * cost + used * own,
    joint: purse.lambdaJoint * purse.phi * cost + used * joint,
  };
}

/** Pounds. */
function inpatientPrice(world: World, hs: number): number {
  return world.books.pricePence[(hs >> 3) * PRICES + PRICE.inpatient + (hs & 7)]! / 100;
}
