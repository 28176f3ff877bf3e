import { incomeOf } from '../organisations/purchasers.ts';
import type { World } from '../world.ts';

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
  const { structure, will, settings } = world;
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    const kept = keptByBody(world, o);
    const income = purchasersOfBody(world, o).reduce((sum, p) => sum + incomeOf(world, p), 0);
    if (income <= 0) continue;
    will.bodyMargin[o]! += settings.boardLearnsPerQuarter * (kept / income - will.bodyMargin[o]!);
  }
}

/** Those who hold money for a body's people: itself, and the commissioners that it has taken in. */
export function purchasersOfBody({ structure, place }: World, o: number): readonly number[] {
  const C = place.commissioners.count;
  const found = [C + o];
  for (let c = 0; c < C; c++) if (structure.bodyOfCommissioner[c] === o) found.push(c);
  return found;
}

/** What a body's purchasers and hospitals together have kept and do not owe, pence. */
export function keptByBody(world: World, o: number): number {
  const { structure, place, books } = world;
  let kept = 0;
  for (const p of purchasersOfBody(world, o)) kept += books.held[p]! - books.debt[p]!;
  for (let h = 0; h < place.providers.count; h++) {
    if (structure.bodyOfProvider[h] === o) kept += books.retained[h]! - books.debtOfProvider[h]!;
  }
  return kept;
}
