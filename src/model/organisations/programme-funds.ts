import { institutionsOfPractice } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { payPractice } from './practice-accounts.ts';
import { holdsFund } from './practice-funds.ts';

/**
 * Programme for long-term conditions: a group of practices gets a capitated sum for the emergencies that good care of these
 * conditions avoids and for physicians' first visits of people who live with one. The sum a head is what the practice's people
 * cost in the year before; from then on it moves with prices and people and not with what is spent, so that what is saved
 * stays saved. The purchaser goes on paying the bills of hospitals and community clinics and gets back what they were.
 */

/** Whether a practice has a capitated sum this year. */
export function holdsProgramme({ books }: World, g: number): boolean {
  return books.programmeBudget[g]! > 0;
}

/** What a practice's programme pays for has cost this year, pence; visits are in the fund of a practice that has one for planned care. */
export function programmeSpend(world: World, g: number): number {
  const { books } = world;
  const visits = books.programmeVisits[g]! + books.programmeCommunityVisits[g]!;
  return books.programmeEmergencies[g]! + (holdsFund(world, g) ? 0 : visits);
}

/**
 * At the turn of the year: the new year's sum, or none.
 * @param priceRatio new prices over the old ones; @param visitRatio the same of planned care, as negotiated
 */
export function turnProgramme(world: World, g: number, priceRatio: number, visitRatio: number): void {
  const { books, structure } = world;
  const emergencies = books.programmeEmergencies[g]! * priceRatio;
  const hospitalVisits = books.programmeVisits[g]! * visitRatio;
  // A place in a community clinic costs a share of a hospital's clinic place, and moves with it.
  const visits = hospitalVisits + books.programmeCommunityVisits[g]! * visitRatio;
  books.programmeEmergencies[g] = 0;
  books.programmeVisits[g] = 0;
  books.programmeCommunityVisits[g] = 0;
  books.programmeCharged[g] = 0;
  books.programmeVisitsLastYear[g] = Math.round(hospitalVisits);
  const { payment } = institutionsOfPractice(world, g);
  const people = books.registered[g]!;
  if (structure.formedOfPractice[g] === 0 || payment.longTermConditions === 'none' || people === 0) {
    closeProgramme(world, g);
    return;
  }
  if (holdsProgramme(world, g)) {
    books.programmeHeadEmergencies[g]! *= priceRatio;
    books.programmeHeadVisits[g]! *= visitRatio;
  } else {
    books.programmeHeadEmergencies[g] = emergencies / people;
    books.programmeHeadVisits[g] = visits / people;
  }
  const visitsHere = holdsFund(world, g) ? 0 : books.programmeHeadVisits[g]!;
  books.programmeBudget[g] = Math.round(people * (books.programmeHeadEmergencies[g]! + visitsHere));
}

/** Money between a purchaser and the programme of a practice that it pays for; below zero the other way. */
export function payProgramme(world: World, g: number, pence: number): void {
  payPractice(world, g, pence);
  world.books.programmeHeld[g]! += pence;
}

/** End a programme: what is left of it, or lacks, is its purchaser's. */
export function closeProgramme(world: World, g: number): void {
  const { books } = world;
  if (books.programmeHeld[g] !== 0) payProgramme(world, g, -books.programmeHeld[g]!);
  books.programmeBudget[g] = 0;
  books.programmeServices[g] = 0;
}
