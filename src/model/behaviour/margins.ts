import type { World } from '../world.ts';

/** A quarter's share of what a provider believes its margin to be: a memory of a year. */
const MARGIN_WEIGHT = 1 / 4;

/**
 * Margins as boards see them at a review: the quarter's surplus over its income, smoothed, reserves counted in part.
 * Source: organisational laws, L7.
 */
export function reviewMoney(world: World): void {
  const { place, books, will, ledger, settings } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const income = books.incomeYear[h]! - will.incomeBefore[h]!;
    const cost = books.costYear[h]! - will.costBefore[h]!;
    // The books of the year are closed in the last week of the year.
    const closing = world.week % 52 === 51;
    will.incomeBefore[h] = closing ? 0 : books.incomeYear[h]!;
    will.costBefore[h] = closing ? 0 : books.costYear[h]!;
    if (income <= 0) continue;
    const reserves = ledger.balance[ledger.accounts.provider + h]! / (4 * income);
    const margin = (income - cost) / income + settings.reservesWeight * reserves;
    will.providerMargin[h]! += MARGIN_WEIGHT * (margin - will.providerMargin[h]!);
  }
}
