import { incomeOf } from '../organisations/purchasers.ts';
import { accountsOf, sidesOf } from '../organisations/sides.ts';
import { FORM } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import type { YearBook } from './annual-books.ts';

/**
 * A year's books of a body: whether there are two (1) or one (2), 0 where there is no such body at the end of the year; of
 * each side what came in and went out, and what it has kept and does not owe.
 */
const SIDE_COLUMNS = [
  'books',
  'buyingIn',
  'buyingOut',
  'buyingKept',
  'providingIn',
  'providingOut',
  'providingKept',
] as const;
export const SIDE_COUNT = SIDE_COLUMNS.length;
export const SIDE = Object.fromEntries(SIDE_COLUMNS.map((column, n) => [column, n])) as Readonly<
  Record<(typeof SIDE_COLUMNS)[number], number>
>;

/** At the end of a year: the books of every body that owns its hospitals, pence. */
export function recordSides(world: World, { sides, weeks }: YearBook): void {
  const { structure, books, week, place } = world;
  const C = place.commissioners.count;
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0 || structure.form[o] !== FORM.vertical) continue;
    const row = o * SIDE_COUNT;
    const { purchasers, providers } = sidesOf(world, o);
    sides[row + SIDE.books] = accountsOf(world, o) === 'single' ? 2 : 1;
    for (const p of purchasers) {
      // A body gets money from the week in which it is founded.
      const paid = p < C ? weeks : Math.min(weeks, week + 1 - structure.founded[o]!);
      sides[row + SIDE.buyingIn]! += (incomeOf(world, p) * paid) / 52;
      sides[row + SIDE.buyingOut]! += books.spendYear[p]!;
      sides[row + SIDE.buyingKept]! += books.held[p]! - books.debt[p]!;
    }
    for (const h of providers) {
      sides[row + SIDE.providingIn]! += books.incomeYear[h]!;
      sides[row + SIDE.providingOut]! += books.costYear[h]!;
      sides[row + SIDE.providingKept]! += books.retained[h]! - books.debtOfProvider[h]!;
    }
  }
}
