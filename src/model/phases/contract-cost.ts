import { contractingShare, contractingShareBefore } from '../behaviour/contracting-cost.ts';
import type { Category } from '../behaviour/payment-rule.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { transfer } from '../ledger/ledger.ts';
import { BT } from '../metrics/tallies.ts';
import { accountOfProvider, isInside, spend } from '../organisations/accounts.ts';
import type { World } from '../world.ts';

/**
 * What a week's care costs both sides in contracting, beyond what it cost in the base year: less where no case is billed.
 * Contracts with purchasers elsewhere stay as they were.
 */
export function payForContract(
  world: World,
  p: number,
  h: number,
  category: Category,
  value: number,
  payment: Institutions['payment'],
): void {
  if (value === 0) return;
  const { ledger, books } = world;
  const share = contractingShare(world, payment, category, isInside(world, p, h));
  books.bodyYear[BT.contracting]! += 2 * value * share;
  const over = Math.round(value * (share - contractingShareBefore(world, category)));
  if (over === 0) return;
  spend(world, p, null, over);
  transfer(ledger, accountOfProvider(world, h), ledger.accounts.suppliers, over);
  books.costYear[h]! += over;
  books.retained[h]! -= over;
}
