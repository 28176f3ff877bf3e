import { QUARTERS } from '../calendar.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { worthOfPoundThatFollows } from './money-with-people.ts';
import type { Purse } from './purse.ts';
import { reviewRateOf } from './review-rate.ts';
import { enrolledWith, insideShare, leavingRate } from './selection.ts';

/**
 * What a hospital of a body that people choose wins for it by being better: people who enrol, each with the money that
 * follows them, for as long as they stay.
 */

/** Quarterly: how many people a year would come to each body for one more unit of utility, as its board remembers it. */
export function reviewEnrolment(world: World): void {
  const { will, structure, settings } = world;
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    const seen = will.enrolmentSlope[o]! * QUARTERS;
    will.enrolmentSlope[o] = 0;
    const believed = will.enrolmentResponse[o]!;
    will.enrolmentResponse[o] =
      believed === 0 ? seen : believed + settings.boardLearnsPerQuarter * (seen - believed);
    will.insideShare[o] = seen === 0 ? 0 : insideShare(world, o);
  }
}

/** Worth of what one more unit of utility to those who choose wins in a year, pounds weighted by the purse that feels them. */
export interface Enrolment {
  readonly own: number;
  readonly joint: number;
}

const NONE: Enrolment = { own: 0, joint: 0 };

/**
 * People a year who would come for a unit of utility, times their years with the body, times what each leaves. To the
 * body: the money for their hospital care less what that care costs it in the long run, in its own houses and at others.
 * To the hospital, in its internal budget: what follows activity less what the activity costs. As with patients who
 * choose a hospital, nobody is worth less than nothing: who costs more than they bring is not sought.
 */
export function worthOfEnrolment(world: World, h: number, purse: Purse): Enrolment {
  const { structure, settings, will, books } = world;
  const o = structure.bodyOfProvider[h]!;
  if (o < 0 || will.enrolmentResponse[o] === 0) return NONE;
  const { choice, payment } = institutionsOfBody(world, o);
  const comes = worthOfPoundThatFollows(world, o);
  if (choice.of !== 'system' || comes === 0) return NONE;
  const inside = will.insideShare[o]!;
  const caseCost = settings.variableCostShare + settings.slotHoldingShare;
  const kept = comes - inside * caseCost - (1 - inside) * payment.outOfSystemRate;
  const follows = inside * (payment.internalBudgetFollowsActivity - caseCost);
  const pounds = personYears(world, o) * will.meanCost[0]! * books.priceLevel;
  return {
    own: purse.lambdaOwn * (1 - purse.phi) * pounds * Math.max(0, follows),
    // What comes with people comes into the book of the side that buys.
    joint: purse.lambdaAcross * purse.phi * pounds * Math.max(0, kept),
  };
}

/** Part of a body's people who would come in a year, or go, with one unit of utility more or less: none of a monopoly's. */
export function peopleWhoCouldGo(world: World, o: number): number {
  const people = enrolledWith(world, o);
  return people === 0 ? 0 : world.will.enrolmentResponse[o]! / people;
}

/**
 * Years with the body that a unit of utility wins in a year: those who come, and how long each stays, later years
 * discounted: `1 / (1 - (1 - leaving)(1 - discount))`. What people know of a body is the mean over its hospitals.
 */
function personYears(world: World, o: number): number {
  const { structure, settings, will } = world;
  const { choice } = institutionsOfBody(world, o);
  const years =
    1 /
    (1 -
      (1 - leavingRate({ ...choice, reviewRate: reviewRateOf(world, choice) })) *
        (1 - settings.prevention.discount));
  let hospitals = 0;
  for (const body of structure.bodyOfProvider) if (body === o) hospitals++;
  return (will.enrolmentResponse[o]! * choice.informationQuality * years) / hospitals;
}

/**
 * Utility to those who choose of one more slot filled: the stage's list is one patient shorter, so its wait falls by one
 * over what is served a week; published waits are the mean over eight specialties.
 */
export function utilityOfSlot(world: World, servedPerWeek: number): number {
  return servedPerWeek === 0 ? 0 : world.settings.betaWaitPerWeek / (8 * servedPerWeek);
}
