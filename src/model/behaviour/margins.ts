import { incomeOf } from '../organisations/purchasers.ts';
import type { World } from '../world.ts';
import { freeOf } from './set-aside.ts';

/**
 * Margins as boards see them at a review: the quarter's surplus over its income, smoothed, reserves counted in part.
 * Source: organisational laws, L7.
 */
export function reviewMoney(world: World): void {
  const { place, books, will, settings } = world;
  const { trustOfProvider } = world.structure;
  const income = new Float64Array(place.providers.count);
  const cost = income.slice();
  const reserves = income.slice();
  for (let h = 0; h < place.providers.count; h++) {
    const trust = trustOfProvider[h]!;
    income[trust]! += books.incomeYear[h]! - will.incomeBefore[h]!;
    cost[trust]! += books.costYear[h]! - will.costBefore[h]!;
    reserves[trust]! += books.retained[h]! - books.debtOfProvider[h]!;
    // The books of the year are closed in the last week of the year.
    const closing = world.week % 52 === 51;
    will.incomeBefore[h] = closing ? 0 : books.incomeYear[h]!;
    will.costBefore[h] = closing ? 0 : books.costYear[h]!;
  }
  // Hospitals of one trust have one purse, and see it alike.
  for (let h = 0; h < place.providers.count; h++) {
    const trust = trustOfProvider[h]!;
    const earned = income[trust]!;
    if (earned <= 0) continue;
    const kept = reserves[trust]!;
    const margin = (earned - cost[trust]!) / earned + settings.reservesWeight * (kept / (4 * earned));
    will.providerMargin[h]! += settings.boardLearnsPerQuarter * (margin - will.providerMargin[h]!);
  }
  reviewBodies(world);
}

/**
 * A body's margin: what its purchaser and its hospitals together have kept and do not owe, over the money that comes in
 * from outside. Reserves count in full, as a purchaser's do.
 */
function reviewBodies(world: World): void {
  const { structure, place, books, will, settings } = world;
  const C = place.commissioners.count;
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    let kept = freeOf(world, C + o) - books.debt[C + o]!;
    let income = incomeOf(world, C + o);
    for (let c = 0; c < C; c++) {
      if (structure.bodyOfCommissioner[c] !== o) continue;
      kept += freeOf(world, c) - books.debt[c]!;
      income += incomeOf(world, c);
    }
    for (let h = 0; h < place.providers.count; h++) {
      if (structure.bodyOfProvider[h] === o) kept += books.retained[h]! - books.debtOfProvider[h]!;
    }
    if (income <= 0) continue;
    will.bodyMargin[o]! += settings.boardLearnsPerQuarter * (kept / income - will.bodyMargin[o]!);
  }
}
