import { incomeOf } from '../organisations/purchasers.ts';
import { accountsOf, sidesOf } from '../organisations/sides.ts';
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
 * from outside. Reserves count in full, as a purchaser's do. Each side's is what it has kept over its own income of a
 * year; where both share one book, it is the hospitals' margin too.
 */
function reviewBodies(world: World): void {
  const { structure, place, books, will, settings } = world;
  const C = place.commissioners.count;
  const learns = settings.boardLearnsPerQuarter;
  const yearOfWeeks = 52 / ((world.week % 52) + 1);
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    let bought = freeOf(world, C + o) - books.debt[C + o]!;
    let income = incomeOf(world, C + o);
    for (let c = 0; c < C; c++) {
      if (structure.bodyOfCommissioner[c] !== o) continue;
      bought += freeOf(world, c) - books.debt[c]!;
      income += incomeOf(world, c);
    }
    let provided = 0;
    let earned = 0;
    for (let h = 0; h < place.providers.count; h++) {
      if (structure.bodyOfProvider[h] !== o) continue;
      provided += books.retained[h]! - books.debtOfProvider[h]!;
      earned += books.incomeYear[h]! * yearOfWeeks;
    }
    if (earned > 0) will.providingMargin[o]! += learns * (provided / earned - will.providingMargin[o]!);
    if (income <= 0) continue;
    will.buyingMargin[o]! += learns * (bought / income - will.buyingMargin[o]!);
    will.bodyMargin[o]! += learns * ((bought + provided) / income - will.bodyMargin[o]!);
    if (accountsOf(world, o) !== 'single') continue;
    for (const h of sidesOf(world, o).providers) will.providerMargin[h] = will.bodyMargin[o]!;
  }
}
