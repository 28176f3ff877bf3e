import { h3, unit } from '../../../kernel/draw.ts';
import { PURPOSE } from '../../draws.ts';
import { institutionsOfPractice, institutionsOfProvider } from '../../institutions/in-force.ts';
import type { PatientQueue } from '../../population/patient-queue.ts';
import { CATEGORY, type World } from '../../world.ts';
import { paidForOthers, paidForPractice } from '../purse.ts';

/** What each payer brings a trust for one more operation, and who may be called before others for it. */
export interface ListPositions {
  /** [h * (G + 1) + g] share of the price that one more operation brings; the last of a row is people from elsewhere. */
  readonly share: Float64Array;
  /** The same of who may be called by payer. */
  readonly byPayer: Uint8Array;
  /** [h] the least share of any payer. */
  readonly least: Float64Array;
  readonly stride: number;
}

/** Positions by payer this week; null where every list is common. */
export function listPositions(world: World): ListPositions | null {
  const { place, inForce } = world;
  if (!inForce.some(({ waitingList }) => waitingList.order === 'by-payer')) return null;
  const G = place.practices.count;
  const H = place.providers.count;
  const practice = Array.from(
    { length: G },
    (_, g) => institutionsOfPractice(world, g).waitingList.order === 'by-payer',
  );
  const trust = Array.from(
    { length: H },
    (_, h) => institutionsOfProvider(world, h).waitingList.order === 'by-payer',
  );
  if (!practice.includes(true) && !trust.includes(true)) return null;
  const stride = G + 1;
  const share = new Float64Array(H * stride);
  const byPayer = new Uint8Array(H * stride);
  const least = new Float64Array(H).fill(Number.POSITIVE_INFINITY);
  for (let h = 0; h < H; h++) {
    for (let g = 0; g <= G; g++) {
      const at = h * stride + g;
      const elsewhere = g === G;
      share[at] = elsewhere
        ? paidForOthers(world, h, CATEGORY.elective)
        : paidForPractice(world, g, h, CATEGORY.elective);
      byPayer[at] = (elsewhere ? trust[h]! : practice[g]!) ? 1 : 0;
      least[h] = Math.min(least[h]!, share[at]!);
    }
  }
  return { share, byPayer, least, stride };
}

/**
 * Who has just joined a routine list for an operation passes a part of those on it whose payers bring the trust less, in
 * proportion to how much more of the price their own brings than the least: as much shorter is their wait. Nobody
 * passes those of the same payer. Source: waits of fundholders' patients, see the parameter.
 */
export function passThosePaidLess(
  world: World,
  { share, byPayer, least, stride }: ListPositions,
  queue: PatientQueue,
  hs: number,
  slot: number,
): void {
  const h = hs >> 3;
  const row = h * stride;
  const payer = (i: number): number => row + (i < 0 ? stride - 1 : world.people.practice(i));
  const own = payer(slot);
  if (byPayer[own] === 0) return;
  const more = share[own]! - least[h]!;
  if (more <= 0) return;
  const { k0, k1 } = world.keys;
  const key = slot >= 0 ? slot : -1 - (hs * 32768 + queue.length);
  const luck = unit(h3(key, k0[PURPOSE.passing]!, k1[PURPOSE.passing]!));
  const patients = Math.floor(world.settings.hospital.passedByPayer * more * queue.waiting + luck);
  queue.advanceLast(patients, (other) => share[payer(other)]! < share[own]!);
}
