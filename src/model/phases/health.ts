import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { GT, GT_COUNT, RT } from '../metrics/tallies.ts';
import { EVENT, EVENTS, removalPerWeek, weeklyBounds, weeksWaited, yearOf } from '../population/event-law.ts';
import { LIFE, STAGE, STAGE_MASK } from '../population/people.ts';
import {
  arrive,
  changeCondition,
  changePractice,
  depart,
  remove,
  resolveNeed,
  review,
  tally,
} from '../population/transitions.ts';
import type { World } from '../world.ts';

/** Weeks between reviews of a slot: each week one slot in 52 has its turn. */
const REVIEW_WEEKS = 52;

/**
 * Step 3 of the tick: arrivals, yearly reviews, and one draw for everybody: deaths, onset and remission of
 * conditions, emergencies, A&E attendances, needs for planned care, moves, people leaving lists.
 *
 * @param chunk slots scanned at a time: no outcome depends on it
 */
export function health(world: World, chunk: number): void {
  const { people, lists } = world;
  lists.needCount = 0;
  lists.otherCount = 0;
  lists.emergencyCount = 0;
  lists.minorAeCount = 0;
  lists.plannedCount = 0;

  const from = world.week === 0 ? people.initial : people.arrivalEnd[world.week - 1]!;
  const to = people.arrivalEnd[world.week]!;
  for (let i = from; i < to; i++) {
    arrive(world, i);
    tally(world, i, people.birthWeek[i] === world.week ? RT.births : RT.arrivals_in);
  }
  for (let i = world.week % REVIEW_WEEKS; i < from; i += REVIEW_WEEKS) review(world, i);

  const shock = shockOnEmergencies(world);
  const emergencyFactor = (world.tables.season[world.week % 52]! * shock) / world.tables.emergencyBound;
  const k0 = world.keys.k0[PURPOSE.event]!;
  const k1 = world.keys.k1[PURPOSE.event]!;
  const scanner = people.scanner;
  const practiceOf = people.practice;
  const practiceTally = world.tally.practices;
  for (let start = 0; start < to; start += chunk) {
    scanner.scan(start, Math.min(to, start + chunk), k0, k1);
    const frequent = scanner.frequent;
    const frequentCount = scanner.frequentCount;
    for (let n = 0; n < frequentCount; n++) {
      practiceTally[practiceOf[frequent[n]!]! * GT_COUNT + GT.gp_consultations]! += 1;
    }
    world.tally.gpConsultations += frequentCount;
    const rare = scanner.rare;
    const rareCount = scanner.rareCount;
    for (let n = 0; n < rareCount; n++) {
      const i = rare[n]!;
      decide(world, i, unit(h3(i, k0, k1)), emergencyFactor);
    }
    world.tally.candidates += rareCount;
  }
}

const bounds = new Float64Array(EVENTS);

/** One candidate: which stretch does the draw fall in, and is it within what is really likely this week? */
function decide(world: World, i: number, draw: number, emergencyFactor: number): void {
  weeklyBounds(world, i, bounds);
  let kind = 0;
  let start = 0;
  while (kind < EVENTS && draw >= start + bounds[kind]!) {
    start += bounds[kind]!;
    kind++;
  }
  if (kind === EVENTS) return;
  const bound = bounds[kind]!;
  const within = draw - start;
  switch (kind) {
    case EVENT.departure: {
      const { people, tables } = world;
      const now =
        tables.departure[yearOf(world)]![
          tables.commissionerOfPractice[people.practice[i]!]! * 7 + tables.bandOfClass[people.ageClass[i]!]!
        ]!;
      if (now > bound) world.tally.boundViolations++;
      if (within >= now) return;
      depart(world, i, LIFE.movedOut);
      break;
    }
    case EVENT.practiceChange:
      changePractice(world, i, anotherPractice(world, i));
      break;
    case EVENT.onset:
      changeCondition(world, i, conditionToStart(world, i, within / bound), true);
      break;
    case EVENT.remission:
      changeCondition(world, i, conditionToEnd(world, i, within / bound), false);
      break;
    case EVENT.minorAe:
      world.lists.minorAe = push(world.lists.minorAe, world.lists.minorAeCount++, i);
      break;
    case EVENT.death:
      depart(world, i, LIFE.died);
      break;
    case EVENT.emergency:
      if (emergencyFactor > 1 + 1e-12) world.tally.boundViolations++;
      if (within >= bound * emergencyFactor) return;
      world.lists.emergencies = push(world.lists.emergencies, world.lists.emergencyCount++, i);
      break;
    case EVENT.planned:
      world.lists.planned = push(world.lists.planned, world.lists.plannedCount++, i);
      break;
    case EVENT.otherReferral:
      world.lists.otherReferrals = push(world.lists.otherReferrals, world.lists.otherCount++, i);
      break;
    case EVENT.need:
      tally(world, i, RT.needs_arising);
      world.lists.needs = push(world.lists.needs, world.lists.needCount++, i);
      break;
    default:
      fate(world, i, within);
      break;
  }
  world.tally.happened++;
}

/** A kept need comes back to the GP or resolves; a waiting person leaves the list. */
function fate(world: World, i: number, within: number): void {
  const stage = world.people.pathway[i]! & STAGE_MASK;
  if (stage === STAGE.kept) {
    if (within < world.settings.representPerWeek) {
      world.lists.needs = push(world.lists.needs, world.lists.needCount++, i);
    } else resolveNeed(world, i);
    return;
  }
  const waited = weeksWaited(world.week, world.people.clock[i]!);
  if (within >= removalPerWeek(world, i, stage, waited)) return;
  const solved = unit(h3(i, world.keys.k0[PURPOSE.removal]!, world.keys.k1[PURPOSE.removal]!));
  remove(world, i, solved < world.settings.removalSolvedShare);
}

/** Which absent condition begins, given where the draw fell within the bound of onsets, in [0, 1). */
function conditionToStart(world: World, i: number, position: number): number {
  const { people, hazards, tables } = world;
  const mask = people.conditions[i]!;
  const row = (people.ageClass[i]! * 5 + ((people.traits[i]! >> 1) & 7)) * 12;
  const ratioRow = people.practice[i]! * 12;
  const cardiometabolic = (mask >> 3) & 3;
  const rate = (c: number): number =>
    hazards.onsetPerYear[row + c]! *
    hazards.onsetCardiometabolic[c * 4 + cardiometabolic]! *
    tables.prevalenceRatio[ratioRow + c]!;
  let sum = 0;
  for (let c = 0; c < 12; c++) if ((mask & (1 << c)) === 0) sum += rate(c);
  let left = position * sum;
  let last = 0;
  for (let c = 0; c < 12; c++) {
    if ((mask & (1 << c)) !== 0) continue;
    const here = rate(c);
    if (here === 0) continue;
    last = c;
    if (left < here) return c;
    left -= here;
  }
  return last;
}

function conditionToEnd(world: World, i: number, position: number): number {
  const { hazards } = world;
  const mask = world.people.conditions[i]!;
  let left = position * world.tables.remissionByMask[mask]!;
  let last = 0;
  for (let c = 0; c < 12; c++) {
    const here = hazards.remissionPerYear[c]!;
    if ((mask & (1 << c)) === 0 || here === 0) continue;
    last = c;
    if (left < here) return c;
    left -= here;
  }
  return last;
}

/** Another practice that takes people of the zone; the same one where there is no other. */
function anotherPractice(world: World, i: number): number {
  const { people, place, tables } = world;
  const zone = people.zone[i]!;
  const from = place.registration.start[zone]!;
  const to = place.registration.start[zone + 1]!;
  const draw = unit(h3(i, world.keys.k0[PURPOSE.practiceMove]!, world.keys.k1[PURPOSE.practiceMove]!));
  for (let e = from; e < to; e++) {
    if (draw < tables.registrationCumulative[e]!) return place.registration.practice[e]!;
  }
  return people.practice[i]!;
}

function shockOnEmergencies(world: World): number {
  let factor = 1;
  for (const shock of world.input.shocks) {
    if (world.week >= shock.week && world.week < shock.week + shock.weeks) factor *= shock.emergencies;
  }
  return factor;
}

/** Append to a list that grows when it must. */
function push(list: Int32Array, at: number, value: number): Int32Array {
  if (at < list.length) {
    list[at] = value;
    return list;
  }
  const grown = new Int32Array(list.length * 2);
  grown.set(list);
  grown[at] = value;
  return grown;
}
