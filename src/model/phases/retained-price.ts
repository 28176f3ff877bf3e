import { borderRates } from '../behaviour/border.ts';
import { institutionsOfPurchaser } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { spend } from '../organisations/accounts.ts';
import { purchasersOf } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { atRate, pay } from './pay-hospital.ts';

/** Note what the marginal rate has left of a week's price with the purchaser, pence; below nothing in a quiet week. */
export function noteRetained(world: World, p: number, h: number, pence: number): void {
  if (pence === 0) return;
  const { paid } = borderRates(world, p, h);
  world.books.emergencyRetained[p * world.place.providers.count + h]! += atRate(pence, paid);
}

/**
 * A week's part of what was retained last year, where it is no windfall: community services that avoid admissions get it,
 * or the trust that went without it, which at the border of a body gets its own rate of the price and not the payer's.
 */
export function spendRetained(world: World): void {
  const { books, place, structure, ledger } = world;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const weeksLeft = 52 - (world.week % 52);
  books.avoidanceWeek.fill(0);
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    const rule = institutionsOfPurchaser(world, p).payment.emergencyRetained;
    if (rule === 'windfall') continue;
    const home = p < C ? p : Math.max(0, structure.homeOfBody[p - C]!);
    for (let h = 0; h < H; h++) {
      const pence = Math.floor(books.retainedDue[p * H + h]! / weeksLeft);
      if (pence === 0) continue;
      books.retainedDue[p * H + h]! -= pence;
      if (rule === 'returned') {
        const { paid, received } = borderRates(world, p, h);
        pay(world, p, h, pence, paid === 0 ? 0 : Math.round((pence * received) / paid), true);
        books.bodyYear[BT.returned]! += pence;
      } else {
        spend(world, p, ledger.accounts.community + home, pence);
        books.avoidanceWeek[p]! += pence;
        books.bodyYear[BT.avoidance]! += pence;
      }
    }
  }
}

/** At the turn of the year what was retained in the old one falls due in the new; of a pair that stayed below, nothing. */
export function turnRetained({ books }: World): void {
  books.emergencyRetained.forEach((pence, ph) => {
    books.retainedDue[ph] = Math.max(0, pence);
  });
  books.emergencyRetained.fill(0);
}
