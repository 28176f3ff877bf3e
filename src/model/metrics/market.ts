import { plannedCare } from '../behaviour/agreed-plan.ts';
import { areasOfPurchaser } from '../organisations/purchasers.ts';
import { FORM, purchasersOf } from '../organisations/structure.ts';
import type { World } from '../world.ts';

/**
 * How concentrated the market for planned care is: the Herfindahl-Hirschman index, the sum of squared percentage shares,
 * 10,000 where one owner has all. A market is the people of a commissioner's area; a share is of the value at tariff of
 * their visits to clinics and planned admissions in the year. Hospitals of one trust, or of one vertical body, have one
 * owner.
 */
export interface Market {
  /** [c] of the people of each area; NaN where they had no planned care. */
  readonly ofArea: Float64Array;
  /** [h] mean of the areas' by where the hospital's own planned care goes; NaN where it goes to nobody here. */
  readonly ofProvider: Float64Array;
}

export function marketOf(world: World): Market {
  const { place } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const value = valueByArea(world);
  const owner = ownersOf(world);
  const ofArea = Float64Array.from({ length: C }, (_, c) =>
    herfindahl(value.subarray(c * H, (c + 1) * H), owner),
  );
  const ofProvider = Float64Array.from({ length: H }, (_, h) => {
    let all = 0;
    let sum = 0;
    for (let c = 0; c < C; c++) {
      const here = value[c * H + h]!;
      if (here === 0) continue;
      all += here;
      sum += here * ofArea[c]!;
    }
    return all === 0 ? Number.NaN : sum / all;
  });
  return { ofArea, ofProvider };
}

/** Sum of the squared percentage shares of owners; NaN where nothing is shared. */
export function herfindahl(values: ArrayLike<number>, owner: ArrayLike<number>): number {
  const byOwner = new Map<number, number>();
  let all = 0;
  for (let h = 0; h < values.length; h++) {
    byOwner.set(owner[h]!, (byOwner.get(owner[h]!) ?? 0) + values[h]!);
    all += values[h]!;
  }
  if (all === 0) return Number.NaN;
  let sum = 0;
  for (const part of byOwner.values()) {
    const percent = (100 * part) / all;
    sum += percent * percent;
  }
  return sum;
}

/** [c * H + h] this year's planned care of an area's people at each hospital, pence at tariff, whoever pays. */
function valueByArea(world: World): Float64Array {
  const { place, structure, books } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const value = new Float64Array(C * H);
  for (let p = 0; p < purchasersOf(place, structure); p++) {
    const ofPurchaser = Float64Array.from({ length: H }, (_, h) =>
      Math.max(0, plannedCare(world, books.activityYear, p * H + h)),
    );
    if (!ofPurchaser.some((pence) => pence > 0)) continue;
    areasOfPurchaser(world, p).forEach((part, c) => {
      if (part === 0) return;
      for (let h = 0; h < H; h++) value[c * H + h]! += part * ofPurchaser[h]!;
    });
  }
  return value;
}

/** [h] who owns a hospital: its trust, or (below zero) the vertical body that it belongs to. */
function ownersOf({ structure }: World): Int32Array {
  return structure.trustOfProvider.map((trust, h) => {
    const o = structure.bodyOfProvider[h]!;
    return o >= 0 && structure.form[o] === FORM.vertical ? -1 - o : trust;
  });
}
