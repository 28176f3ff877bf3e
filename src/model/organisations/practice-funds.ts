import { institutionsOfPractice } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { payPractice } from './practice-accounts.ts';

/**
 * Funds of practices that hold the budget for their people's planned care: an account of their own each. The purchaser
 * goes on paying the hospitals' bills; it gives the fund its budget and gets back from it what the practice's people
 * cost, so that the difference is the practice's.
 */

/** Whether a practice holds a fund: its people's budget is its own, and there was a year to measure it by. */
export function holdsFund({ books }: World, g: number): boolean {
  return books.fundBudget[g]! > 0;
}

/** Open a fund where a practice holds its budget: what its people cost in planned care last year, a head, at today's prices. */
export function openFund(world: World, g: number): void {
  const { books, structure } = world;
  if (structure.formedOfPractice[g] === 0 || books.practicePeople[g] === 0) return;
  if (institutionsOfPractice(world, g).budget.holder !== 'practices') return;
  books.fundBudget[g] = Math.round(
    (books.practiceSpendLastYear[g]! * books.registered[g]!) / books.practicePeople[g]!,
  );
  // Care before the fund was there is not charged to it.
  books.fundCharged[g] = books.practiceSpend[g]!;
}

/** Money between a purchaser and the fund of a practice that it pays for; below zero the other way. */
export function payFund(world: World, g: number, pence: number): void {
  payPractice(world, g, pence);
  world.books.fundHeld[g]! += pence;
}

/** Close a fund: what is left of it, or lacks, is its purchaser's. */
export function closeFund(world: World, g: number): void {
  const { books } = world;
  if (books.fundHeld[g] !== 0) payFund(world, g, -books.fundHeld[g]!);
  books.fundBudget[g] = 0;
  books.fundServices[g] = 0;
}
