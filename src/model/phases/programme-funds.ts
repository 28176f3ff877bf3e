import { placePrice } from '../behaviour/commissioner/community-capacity.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { spendOnServices } from '../organisations/practice-accounts.ts';
import { holdsProgramme, payProgramme, programmeSpend } from '../organisations/programme-funds.ts';
import { LONG_TERM_CLINIC } from '../place.ts';
import { atBaseCoding } from '../tariff-prices.ts';
import { CATEGORY, type World } from '../world.ts';
import { weekPart } from './week-part.ts';

/** Note the price of an emergency that good care of long-term conditions avoids, as admissions were recorded in the base year. */
export function noteSensitive(world: World, g: number, h: number, pence: number): void {
  world.books.programmeEmergencies[g]! += atBaseCoding(world, h, CATEGORY.emergency, pence);
}

/** Note the price of a first visit to a physicians’ clinic of somebody who lives with a long-term condition. */
export function noteLongTermVisit(
  { people, books }: World,
  i: number,
  specialty: number,
  pence: number,
): void {
  if (people.conditions(i) === 0 || LONG_TERM_CLINIC[specialty] === 0) return;
  books.programmeVisits[people.practice(i)]! += pence;
}

/**
 * Note the same of a visit to a community clinic at what its commissioner pays for a place, so that a programme is not
 * credited with a visit that is paid for elsewhere.
 */
export function noteCommunityVisit(world: World, i: number, c: number, specialty: number): void {
  const { people, books } = world;
  if (people.conditions(i) === 0 || LONG_TERM_CLINIC[specialty] === 0) return;
  books.programmeCommunityVisits[people.practice(i)]! += Math.round(placePrice(world, c) * 100);
}

/**
 * Part of step 7 of the tick: each practice of a group with a programme for long-term conditions gets a week's part of its
 * capitated sum, pays what the programme's care of the week cost, and spends what was saved last year on services.
 */
export function payProgrammes(world: World): void {
  const { books, place, structure } = world;
  if (structure.bodies === 0) return;
  for (let g = 0; g < place.practices.count; g++) {
    if (!holdsProgramme(world, g)) continue;
    const given = weekPart(world, books.programmeBudget[g]!);
    const spent = programmeSpend(world, g);
    const cost = spent - books.programmeCharged[g]!;
    books.programmeCharged[g] = spent;
    payProgramme(world, g, given - cost);
    books.programmeIn[g]! += given;
    books.programmeOut[g]! += cost;
    const services = weekPart(world, books.programmeServices[g]!);
    spendOnServices(world, g, services);
    books.programmeHeld[g]! -= services;
  }
}

/**
 * At the end of the year, group by group: of what its practices together saved the group keeps its share, as far as that is
 * honoured, for services in the coming year, practice by practice as they have people; the rest goes back, and what they
 * overspent the purchaser makes good.
 */
export function settleProgrammes(world: World): void {
  const { books } = world;
  for (const members of groupsWithProgramme(world)) {
    let saved = 0;
    let people = 0;
    for (const g of members) {
      saved += books.programmeHeld[g]!;
      people += books.registered[g]!;
    }
    const { savingsShare, savingsHonoured } = institutionsOfPractice(world, members[0]!).budget;
    let kept = Math.round(Math.max(0, saved) * savingsShare * savingsHonoured);
    books.bodyYear[BT.practice_savings]! += kept;
    for (const g of members) {
      const part = people === 0 ? kept : Math.round((kept * books.registered[g]!) / people);
      payProgramme(world, g, part - books.programmeHeld[g]!);
      books.programmeServices[g] = part;
      kept -= part;
      people -= books.registered[g]!;
    }
  }
}

/** Practices with a programme, by the group that they are of. */
function groupsWithProgramme(world: World): Iterable<readonly number[]> {
  const { place, structure } = world;
  const groups = new Map<number, number[]>();
  for (let g = 0; g < place.practices.count; g++) {
    if (!holdsProgramme(world, g)) continue;
    const group = structure.groupOfPractice[g]!;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [g]);
    else members.push(g);
  }
  return groups.values();
}
