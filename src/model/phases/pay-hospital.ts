import { borderRates } from '../behaviour/border.ts';
import { transfer } from '../ledger/ledger.ts';
import { accountOfProvider, accountOfPurchaser } from '../organisations/accounts.ts';
import type { World } from '../world.ts';

/**
 * Care is paid at the rates of the borders that it crosses; what they leave between the two sides is the treasury's.
 * People from elsewhere are paid for in full: whether they would be a body's own is not known.
 */
export function payForCare(world: World, p: number, h: number, due: number): void {
  const { paid, received } = borderRates(world, p, h);
  pay(world, p, h, atRate(due, paid), atRate(due, received), true);
}

export function atRate(pence: number, rate: number): number {
  return rate === 1 ? pence : Math.round(pence * rate);
}

/**
 * A purchaser pays a hospital, in pence.
 * @param forActivity whether it belongs to what care costs, or is a sum whatever is done
 */
export function pay(
  world: World,
  p: number,
  h: number,
  paid: number,
  received: number,
  forActivity: boolean,
): void {
  const { ledger, books } = world;
  const from = accountOfPurchaser(world, p);
  transfer(ledger, from, accountOfProvider(world, h), received);
  if (paid !== received) transfer(ledger, from, ledger.accounts.treasury, paid - received);
  books.incomeYear[h]! += received;
  books.retained[h]! += received;
  books.spendYear[p]! += paid;
  books.held[p]! -= paid;
  if (forActivity) books.activitySpendYear[p]! += paid;
}

/** Purchasers elsewhere pay a hospital. */
export function payFromElsewhere(world: World, h: number, pence: number): void {
  const { ledger, books } = world;
  transfer(ledger, ledger.accounts.elsewhere, accountOfProvider(world, h), pence);
  books.incomeYear[h]! += pence;
  books.retained[h]! += pence;
}
