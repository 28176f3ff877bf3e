import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { spendOnServices } from '../organisations/practice-accounts.ts';
import { holdsFund, payFund } from '../organisations/practice-funds.ts';
import type { World } from '../world.ts';
import { weekPart } from './week-part.ts';

/**
 * Part of step 7 of the tick: each practice that holds a budget gets a week's part of it, pays what its people's planned
 * care of the week costs at tariff, and spends what it saved last year on services for its patients.
 */
export function payPracticeFunds(world: World): void {
  const { books, place, structure } = world;
  if (structure.bodies === 0) return;
  for (let g = 0; g < place.practices.count; g++) {
    if (!holdsFund(world, g)) continue;
    const given = weekPart(world, books.fundBudget[g]!);
    const cost = books.practiceSpend[g]! - books.fundCharged[g]!;
    books.fundCharged[g] = books.practiceSpend[g]!;
    payFund(world, g, given - cost);
    books.fundIn[g]! += given;
    books.fundOut[g]! += cost;
    const services = weekPart(world, books.fundServices[g]!);
    spendOnServices(world, g, services);
    books.fundHeld[g]! -= services;
  }
}

/**
 * At the end of the year: of what a fund saved the practice keeps its share, as far as that is honoured, for services in
 * the coming year; the rest goes back. What it overspent its purchaser makes good: patients are treated all the same.
 * Next year's budget is measured anew.
 */
export function settlePracticeFunds(world: World): void {
  const { books, place } = world;
  for (let g = 0; g < place.practices.count; g++) {
    if (!holdsFund(world, g)) continue;
    const { savingsShare, savingsHonoured } = institutionsOfPractice(world, g).budget;
    const saved = books.fundHeld[g]!;
    const kept = Math.round(Math.max(0, saved) * savingsShare * savingsHonoured);
    payFund(world, g, kept - saved);
    books.fundServices[g] = kept;
    books.fundBudget[g] = 0;
    books.bodyYear[BT.practice_savings]! += kept;
  }
}
