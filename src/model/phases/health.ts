import { h3, unit } from '../../kernel/draw.ts';
import { poisson } from '../../kernel/poisson.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, RT } from '../metrics/tallies.ts';
import { keepSystem } from '../organisations/membership.ts';
import { type CareBatches, LISTED } from '../population/care-wasm.ts';
import { CLOCK_OFFSET, LIFE } from '../population/people.ts';
import { EVENT } from '../population/person-engine.ts';
import type { Shock } from '../run-input.ts';
import type { World } from '../world.ts';
import { leaveLists, tellKeys } from './batches.ts';

/** Weeks between reviews of a slot: each week one block of the slots has its turn. */
export const REVIEW_WEEKS = 52;

/**
 * Step 3 of the tick: arrivals, yearly reviews, and one draw for everybody: deaths, onset and remission of
 * conditions, emergencies, A&E attendances, needs for planned care, moves, people leaving lists.
 *
 * @param chunk slots scanned at a time: no outcome depends on it
 */
export function health(world: World, chunk: number): void {
  const { people, lists, person, law, week, tables } = world;
  const { care } = person;
  lists.needs.count = 0;
  lists.otherReferrals.count = 0;
  lists.emergencies.count = 0;
  lists.planned.count = 0;

  const from = week === 0 ? people.initial : people.arrivalEnd[week - 1]!;
  const to = people.arrivalEnd[week]!;
  law.scaleEmergencies(shockOnEmergencies(world.input.shocks, week), from);
  for (let i = from; i < to; i++) {
    person.arrive(i);
    person.tally(i, people.birthWeek(i) === week ? RT.births : RT.arrivals_in);
  }
  reviewPeople(world);

  if (care !== null) tellKeys(world, care);
  const emergencyFactor = tables.season[week % 52]! / tables.emergencyBound;
  const year = Math.min(Math.floor(week / 52), tables.departure.length - 1);
  const now = week + CLOCK_OFFSET;
  const k0 = world.keys.k0[PURPOSE.event]!;
  const k1 = world.keys.k1[PURPOSE.event]!;
  const s0 = world.keys.k0[PURPOSE.specialty]!;
  const s1 = world.keys.k1[PURPOSE.specialty]!;
  for (let start = 0; start < to; start += chunk) {
    const end = Math.min(to, start + chunk);
    const events = law.screen(start, end, k0, k1, year, emergencyFactor, now, s0, s1);
    const { slots, kinds, details, count } = events;
    if (care !== null) {
      care.module.befall(count);
      listAll(world, care);
    } else for (let n = 0; n < count; n++) happen(world, slots[n]!, kinds[n]!, details[n]!);
    world.tally.happened += count;
    world.tally.candidates += events.candidates;
  }
  if (care !== null) leaveLists(world, care);
  consult(world);
  world.tally.boundViolations = law.violations();
}

/**
 * Consultations in general practice: a count by practice, Poisson around what its people are expected to need. They are
 * not drawn person by person because nothing happens to a person at a consultation but what the other events say.
 */
function consult(world: World): void {
  const { books, tally, keys } = world;
  for (let g = 0; g < books.consultationRate.length; g++) {
    const draw = unit(h3(g, keys.k0[PURPOSE.consultation]!, keys.k1[PURPOSE.consultation]!));
    const count = poisson(books.consultationRate[g]! / 1e6, draw);
    tally.practices[g * GT_COUNT + GT.gp_consultations]! += count;
    tally.gpConsultations += count;
  }
}

/**
 * Once a year for everybody: a block of those present at the start, and those who arrived a whole number of years ago.
 * The blocks do not depend on the length of the run.
 */
function reviewPeople({ people, person, week }: World): void {
  const block = week % REVIEW_WEEKS;
  const start = (n: number): number => Math.floor((people.initial * n) / REVIEW_WEEKS);
  person.reviewBlock(start(block), start(block + 1), week);
  for (let arrival = week - REVIEW_WEEKS; arrival >= 0; arrival -= REVIEW_WEEKS) {
    const from = arrival === 0 ? people.initial : people.arrivalEnd[arrival - 1]!;
    person.reviewBlock(from, people.arrivalEnd[arrival]!, week);
  }
}

/** Those whom the events of a chunk bring to care go on the week's lists; and changes of practice happen. */
function listAll(world: World, { columns }: CareBatches): void {
  const { lists, person } = world;
  const { listCounts: counts } = columns;
  lists.needs.append(columns.needSlots, columns.needDetails, counts[LISTED.needs]!);
  lists.otherReferrals.append(columns.otherSlots, columns.otherDetails, counts[LISTED.others]!);
  lists.emergencies.append(columns.emergencySlots, null, counts[LISTED.emergencies]!);
  lists.planned.append(columns.plannedSlots, null, counts[LISTED.planned]!);
  for (let n = 0; n < counts[LISTED.moving]!; n++) {
    const i = columns.movingSlots[n]!;
    keepSystem(world, i);
    person.changePractice(i, anotherPractice(world, i));
  }
}

/** @param detail condition or specialty */
function happen(world: World, i: number, kind: number, detail: number): void {
  const { lists, person, keys, settings } = world;
  switch (kind) {
    case EVENT.need:
      person.tally(i, RT.needs_arising);
      lists.needs.push(i, detail);
      break;
    case EVENT.represent:
      lists.needs.push(i, detail);
      break;
    case EVENT.resolve:
      person.resolveNeed(i);
      break;
    case EVENT.emergency:
      lists.emergencies.push(i, detail);
      break;
    case EVENT.otherReferral:
      lists.otherReferrals.push(i, detail);
      break;
    case EVENT.planned:
      lists.planned.push(i, detail);
      break;
    case EVENT.departure:
      person.depart(i, LIFE.movedOut);
      break;
    case EVENT.practiceChange:
      keepSystem(world, i);
      person.changePractice(i, anotherPractice(world, i));
      break;
    case EVENT.onset:
      person.changeCondition(i, detail, true);
      break;
    case EVENT.remission:
      person.changeCondition(i, detail, false);
      break;
    case EVENT.death:
      person.depart(i, LIFE.died);
      break;
    default: {
      const draw = unit(h3(i, keys.k0[PURPOSE.removal]!, keys.k1[PURPOSE.removal]!));
      person.remove(i, draw < settings.removalSolvedShare);
      break;
    }
  }
}

/** Another practice that takes people of the zone; the same one where there is no other. */
function anotherPractice(world: World, i: number): number {
  const { people, place, tables } = world;
  const zone = people.zone(i);
  const own = people.practice(i);
  const from = place.registration.start[zone]!;
  const to = place.registration.start[zone + 1]!;
  let others = 1;
  for (let e = from; e < to; e++) {
    if (place.registration.practice[e] === own) {
      others =
        1 - (tables.registrationCumulative[e]! - (e > from ? tables.registrationCumulative[e - 1]! : 0));
    }
  }
  let left = others * unit(h3(i, world.keys.k0[PURPOSE.practiceMove]!, world.keys.k1[PURPOSE.practiceMove]!));
  for (let e = from; e < to; e++) {
    if (place.registration.practice[e] === own) continue;
    left -= tables.registrationCumulative[e]! - (e > from ? tables.registrationCumulative[e - 1]! : 0);
    if (left < 0) return place.registration.practice[e]!;
  }
  return own;
}

/** Factor of a week's shocks on emergencies. */
export function shockOnEmergencies(shocks: readonly Shock[], week: number): number {
  let factor = 1;
  for (const shock of shocks) {
    if (week >= shock.week && week < shock.week + shock.weeks) factor *= shock.emergencies;
  }
  return factor;
}
