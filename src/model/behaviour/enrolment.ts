import { detExp } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { bodyOfPerson, institutionsOfPerson } from '../organisations/membership.ts';
import { AGE_YEARS, CLOCK_OFFSET } from '../population/people.ts';
import type { World } from '../world.ts';
import { reviewRateOf } from './review-rate.ts';
import { effortAtChoosing } from './selection.ts';

const YEAR_WEEKS = 52;

/** What people can know of a body when they choose: renewed every week, with room for one person's choice. */
export interface BodyView {
  /** [o] published weeks from referral to treatment, and quality in standard deviations, over its hospitals' care. */
  readonly wait: Float64Array;
  readonly quality: Float64Array;
  /** [o] effort at choosing people. */
  readonly effort: Float64Array;
  /** [o] scratch: attraction of a body, apart from where its practices are; all that it weighs; in whose choice it is. */
  readonly pull: Float64Array;
  readonly weight: Float64Array;
  readonly inChoiceOf: Int32Array;
}

/**
 * Does this person think about changing system this week? Each once a year, in the week of their slot, with the
 * institutions' review rate, falling with age, more likely after a long wait and in the first year of their system; not
 * before the least time with the system that they chose last. Source: model description, section 7.1.
 */
export function thinksAgain(world: World, i: number): boolean {
  const { people, settings, week, books, keys } = world;
  const { choice, entitlement } = institutionsOfPerson(world, i);
  const own = bodyOfPerson(world, i);
  if (!asksPeople(choice, own)) return false;
  const clock = people.clock(i);
  const waited = clock === 0 ? 0 : week + CLOCK_OFFSET - clock;
  const target = entitlement.targetWaitWeeks;
  const bad = target > 0 && waited > target ? settings.enrolment.experience : 1;
  const often = reviewRateOf(world, choice) * bad * (isNewBody(world, own) ? settings.enrolment.launch : 1);
  const chance = Math.min(1, often * settings.enrolment.byAge[people.ageClass(i) % AGE_YEARS]!);
  if (unit(h3(i, keys.k0[PURPOSE.systemReview]!, keys.k1[PURPOSE.systemReview]!)) >= chance) return false;
  const since = books.enrolledSince[i]!;
  return since === 0 || week + 1 - since >= choice.minimumEnrolmentWeeks;
}

/** Whether those who belong to a body, or to none (-1), may choose another: without enrolling by oneself there is none to leave. */
export function asksPeople({ of, enrolment }: Institutions['choice'], o: number): boolean {
  return of === 'system' && (enrolment === 'person' || o >= 0);
}

/** Whether a body is in its first year; -1 = none. */
export function isNewBody({ structure, week }: World, o: number): boolean {
  return o >= 0 && week - structure.founded[o]! < YEAR_WEEKS;
}

/**
 * At least the chance of anybody to think again this week: whose draw is not below it does not. The factors are
 * multiplied in the order of `thinksAgain`, so that rounding cannot make it less.
 */
export function mostLikelyReview(world: World): number {
  const { inForce, settings, structure, week } = world;
  const { experience, byAge, launch } = settings.enrolment;
  const anyNew = structure.founded.some((founded) => week - founded < YEAR_WEEKS);
  const youngOrOld = Math.max(byAge[0]!, byAge[AGE_YEARS - 1]!);
  let most = 0;
  for (const { choice, entitlement } of inForce) {
    if (choice.of !== 'system') continue;
    const bad = entitlement.targetWaitWeeks > 0 ? Math.max(1, experience) : 1;
    const often = reviewRateOf(world, choice) * bad * (anyNew ? Math.max(1, launch) : 1);
    most = Math.max(most, often * youngOrOld);
  }
  return most;
}

/**
 * Body that a person chooses among those with a practice that takes people of the zone: a logit with distance to its
 * hospital, waits and quality as published, the wait so far of who is waiting, inertia, and what a choosy body does to
 * seem less (or more) attractive to who costs more (less) than the money they bring. A body that is to close takes
 * nobody in. What the choice says of how many a better body would win is noted for the bodies.
 *
 * @param margin what the person brings less what they cost, over the mean cost of a person
 * @returns the practice to register with: the present one where the person stays
 */
export function chooseSystem(world: World, view: BodyView, i: number, margin: number): number {
  const { people, place, structure, tables, keys } = world;
  const { start, practice } = place.registration;
  const zone = people.zone(i);
  const from = start[zone]!;
  const to = start[zone + 1]!;
  const own = structure.bodyOfPractice[people.practice(i)]!;
  const share = (e: number): number =>
    tables.registrationCumulative[e]! - (e > from ? tables.registrationCumulative[e - 1]! : 0);
  const known = institutionsOfPerson(world, i).choice.informationQuality;
  let total = 0;
  for (let e = from; e < to; e++) {
    const o = structure.bodyOfPractice[practice[e]!]!;
    if (o < 0) continue;
    if (view.inChoiceOf[o] !== i) {
      view.inChoiceOf[o] = i;
      view.pull[o] = pullOf(world, view, i, o, own, margin, known);
      view.weight[o] = 0;
    }
    const weight = share(e) * view.pull[o]!;
    view.weight[o]! += weight;
    total += weight;
  }
  if (total === 0) return people.practice(i);
  noteResponse(world, view, i, total);
  let left = unit(h3(i, keys.k0[PURPOSE.systemChoice]!, keys.k1[PURPOSE.systemChoice]!)) * total;
  for (let e = from; e < to; e++) {
    const o = structure.bodyOfPractice[practice[e]!]!;
    if (o < 0) continue;
    left -= share(e) * view.pull[o]!;
    // Who stays with the body stays with the practice.
    if (left < 0) return o === own ? people.practice(i) : practice[e]!;
  }
  return people.practice(i);
}

/**
 * How a body attracts a person, as a factor on the share of people who would be with it otherwise.
 * @param known quality of what the person knows of bodies
 */
export function pullOf(
  world: World,
  view: BodyView,
  i: number,
  o: number,
  own: number,
  margin: number,
  known: number,
): number {
  const { people, settings, week, will } = world;
  if (o !== own && will.closesAt[o]! > 0) return 0;
  const { inertia, perKm } = settings.enrolment;
  const clock = people.clock(i);
  let wait = view.wait[o]!;
  if (o === own && clock !== 0) wait = Math.max(wait, week + CLOCK_OFFSET - clock);
  const bent = settings.selection.skimp * view.effort[o]! * Math.max(-1, Math.min(1, margin));
  return detExp(
    known * (settings.betaQuality * view.quality[o]! - settings.betaWaitPerWeek * wait) -
      perKm * hospitalKm(world, people.zone(i), o) +
      (o === own ? inertia : 0) +
      bent,
  );
}

/** The choice model's own derivative, `p (1 - p)`, of each body in a person's choice. */
function noteResponse(
  { place, structure, people, will }: World,
  view: BodyView,
  i: number,
  total: number,
): void {
  const { start, practice } = place.registration;
  const zone = people.zone(i);
  for (let e = start[zone]!; e < start[zone + 1]!; e++) {
    const o = structure.bodyOfPractice[practice[e]!]!;
    if (o < 0 || view.weight[o] === 0) continue;
    const p = view.weight[o]! / total;
    will.enrolmentSlope[o]! += p * (1 - p);
    view.weight[o] = 0;
  }
}

/**
 * Is a person who would join turned away? Only those who cost more than they bring, by a body that chooses, where a
 * refusal is allowed or not found.
 */
export function isRefused(world: World, o: number, i: number, margin: number): 'no' | 'quietly' | 'fined' {
  if (margin >= 0) return 'no';
  const { keys } = world;
  const { entitlement } = institutionsOfBody(world, o);
  const effort = Math.min(1, effortAtChoosing(world, o));
  const draw = unit(h3(i, keys.k0[PURPOSE.refusal]!, keys.k1[PURPOSE.refusal]!));
  if (draw >= effort) return 'no';
  // Of those tried, the found ones are taken in after all, and fined.
  return entitlement.openEnrolment && draw < effort * entitlement.enforcement ? 'fined' : 'quietly';
}

/** Kilometres from a zone to the nearest hospital of a body; to the nearest of all where it has none. */
function hospitalKm({ place, structure }: World, zone: number, o: number): number {
  const { reach } = place;
  let nearest = Number.NaN;
  for (let e = reach.start[zone]!; e < reach.start[zone + 1]!; e++) {
    // Nearest first.
    if (Number.isNaN(nearest)) nearest = reach.plannedKm[e]!;
    if (structure.bodyOfProvider[reach.provider[e]!] === o) return reach.plannedKm[e]!;
  }
  return Number.isNaN(nearest) ? 0 : nearest;
}

/** Waits and quality of bodies as published: of the hospitals that they own, else of those their practices use. */
export function viewBodies(world: World): BodyView {
  const { structure, books, tables, place } = world;
  const wait = new Float64Array(structure.bodies);
  const quality = new Float64Array(structure.bodies);
  const weight = new Float64Array(structure.bodies);
  const weeks = Float64Array.from({ length: place.providers.count }, (_, h) => {
    let mean = 0;
    for (let s = 0; s < 8; s++) mean += books.publishedWait[h * 8 + s]! / 8;
    return mean;
  });
  const add = (o: number, h: number, share: number): void => {
    wait[o]! += weeks[h]! * share;
    quality[o]! += books.publishedQuality[h]! * share;
    weight[o]! += share;
  };
  const owns = new Uint8Array(structure.bodies);
  for (let h = 0; h < place.providers.count; h++) {
    const o = structure.bodyOfProvider[h]!;
    if (o < 0) continue;
    add(o, h, 1);
    owns[o] = 1;
  }
  for (let g = 0; g < place.practices.count; g++) {
    const o = structure.bodyOfPractice[g]!;
    if (o < 0 || owns[o] === 1) continue;
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++)
      add(o, tables.practiceReachProvider[e]!, tables.practiceReachWeight[e]! * books.registered[g]!);
  }
  for (let o = 0; o < structure.bodies; o++) {
    if (weight[o] === 0) continue;
    wait[o]! /= weight[o]!;
    quality[o]! /= weight[o]!;
  }
  return {
    wait,
    quality,
    effort: wait.map((_, o) => effortAtChoosing(world, o)),
    pull: new Float64Array(structure.bodies),
    weight: new Float64Array(structure.bodies),
    inChoiceOf: new Int32Array(structure.bodies).fill(-1),
  };
}
