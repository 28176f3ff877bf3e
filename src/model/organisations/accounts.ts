import { transfer } from '../ledger/ledger.ts';
import type { World } from '../world.ts';
import { bodyOfPurchaser, FORM } from './structure.ts';

/**
 * Account that a purchaser pays from: a body's own, that of the commissioner it merged into (its own where it did not), or
 * that of the vertical body which owns the commissioner. Money between two members of one vertical body stays in one account, so it cancels out.
 */
export function accountOfPurchaser({ ledger, place, structure }: World, p: number): number {
  const C = place.commissioners.count;
  if (p >= C) return ledger.accounts.body + p - C;
  const o = structure.bodyOfCommissioner[p]!;
  return o >= 0 && structure.form[o] === FORM.vertical
    ? ledger.accounts.body + o
    : ledger.accounts.commissioner + structure.boardOfCommissioner[p]!;
}

/** Account that a provider is paid into: its trust's, or that of the vertical body which owns it. */
export function accountOfProvider({ ledger, structure }: World, h: number): number {
  const o = structure.bodyOfProvider[h]!;
  return o >= 0 && structure.form[o] === FORM.vertical
    ? ledger.accounts.body + o
    : ledger.accounts.provider + structure.trustOfProvider[h]!;
}

/** Whether a purchaser and a provider belong to one body: what passes between them is an internal budget. */
export function isInside({ structure, place }: World, p: number, h: number): boolean {
  const o = structure.bodyOfProvider[h]!;
  return o >= 0 && bodyOfPurchaser(structure, place.commissioners.count, p) === o;
}

/** A purchaser spends on something beside hospital care, which its supplier spends in turn. */
export function spend(world: World, p: number, through: number | null, pence: number): void {
  const { ledger, books } = world;
  const from = accountOfPurchaser(world, p);
  if (through === null) transfer(ledger, from, ledger.accounts.suppliers, pence);
  else {
    transfer(ledger, from, through, pence);
    transfer(ledger, through, ledger.accounts.suppliers, pence);
  }
  books.spendYear[p]! += pence;
  books.held[p]! -= pence;
}

/** Money into (or, below zero, out of) a purchaser's purse from another account. */
export function receive(world: World, p: number, from: number, pence: number): void {
  transfer(world.ledger, from, accountOfPurchaser(world, p), pence);
  world.books.held[p]! += pence;
}

/** The same for a provider: neither income from care nor a cost of it. */
export function receiveProvider(world: World, h: number, from: number, pence: number): void {
  transfer(world.ledger, from, accountOfProvider(world, h), pence);
  world.books.retained[h]! += pence;
}
