import { institutionsOfPurchaser } from '../institutions/in-force.ts';
import type { World } from '../world.ts';

/**
 * What a marginal rate leaves of the price of emergencies is a purchaser's own under `windfall` only. Otherwise what was
 * retained in a year is set aside, and spent in the next: on the avoidance of admissions, or back to the trusts.
 */

/** Pence that a purchaser has kept and may use as it likes: all but what it retained and has yet to spend. */
export function freeOf(world: World, p: number): number {
  const { books, place } = world;
  if (institutionsOfPurchaser(world, p).payment.emergencyRetained === 'windfall') return books.held[p]!;
  const H = place.providers.count;
  let pence = books.held[p]!;
  for (let ph = p * H; ph < (p + 1) * H; ph++)
    pence -= Math.max(0, books.emergencyRetained[ph]!) + books.retainedDue[ph]!;
  return pence;
}

/**
 * [p] pence a year that each purchaser now spends on the avoidance of admissions, as it retained them for that: what the
 * ledger paid out this week, as long as the year goes on like that.
 */
export function avoidanceFunds({ books }: World): Float64Array {
  return books.avoidanceWeek.map((pence) => pence * 52);
}
