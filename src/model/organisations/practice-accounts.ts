import { transfer } from '../ledger/ledger.ts';
import { BT } from '../metrics/tallies.ts';
import type { World } from '../world.ts';
import { accountOfPurchaser } from './accounts.ts';

/** Money between a purchaser and the account of a practice that it pays for, pence; below zero the other way. */
export function payPractice(world: World, g: number, pence: number): void {
  const { ledger, books, structure } = world;
  const p = structure.purchaserOfPractice[g]!;
  transfer(ledger, accountOfPurchaser(world, p), ledger.accounts.practice + g, pence);
  books.spendYear[p]! += pence;
  books.held[p]! -= pence;
}

/** What a practice spends, out of what it saved, on services for its patients that the model has no people for, pence. */
export function spendOnServices({ ledger, place, books }: World, g: number, pence: number): void {
  const through = ledger.accounts.primaryCare + place.practices.commissioner[g]!;
  transfer(ledger, ledger.accounts.practice + g, through, pence);
  transfer(ledger, through, ledger.accounts.suppliers, pence);
  books.bodyYear[BT.unmodelled_services]! += pence;
}
