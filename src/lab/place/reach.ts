import type { Reach } from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { choiceShares, type ProviderDistances, plannedUtility } from './hospital-choice.ts';

/** Nearest emergency providers that every zone keeps, however unlikely they are for planned care. */
const EMERGENCY_PROVIDERS = 2;

/**
 * The providers within reach of each zone: those most likely to be chosen for planned care, and the nearest that take
 * emergencies; nearest first (equal distances in order of index).
 *
 * @param distances [zone][provider].
 * @param attraction of each provider, log odds.
 */
export function providersInReach(
  zones: number,
  distances: ProviderDistances,
  attraction: Float64Array,
): Reach {
  const providers = attraction.length;
  const wanted = Math.min(providers, PLACE_VALUES.place_reach_count);
  const start = new Uint32Array(zones + 1);
  const provider: number[] = [];
  const plannedKm: number[] = [];
  const emergencyKm: number[] = [];
  for (let z = 0; z < zones; z++) {
    const planned = distances.plannedKm.subarray(z * providers, (z + 1) * providers);
    const emergency = distances.emergencyKm.subarray(z * providers, (z + 1) * providers);
    const shares = choiceShares(planned, attraction, plannedUtility);
    const chosen = new Set<number>();
    for (const h of bestOf(providers, EMERGENCY_PROVIDERS, (h) => -emergency[h])) {
      if (Number.isFinite(emergency[h])) chosen.add(h);
    }
    for (const h of bestOf(providers, wanted, (h) => shares[h])) {
      if (chosen.size < wanted && shares[h] > 0) chosen.add(h);
    }
    const nearness = (h: number) => Math.min(planned[h], emergency[h]);
    for (const h of [...chosen].sort((a, b) => nearness(a) - nearness(b) || a - b)) {
      provider.push(h);
      plannedKm.push(planned[h]);
      emergencyKm.push(emergency[h]);
    }
    start[z + 1] = provider.length;
  }
  return {
    start,
    provider: Uint16Array.from(provider),
    plannedKm: Float64Array.from(plannedKm),
    emergencyKm: Float64Array.from(emergencyKm),
  };
}

/** The `count` indices below `length` with the greatest score, in order of index where scores are equal. */
function bestOf(length: number, count: number, score: (index: number) => number): number[] {
  const best: number[] = [];
  for (let i = 0; i < length; i++) {
    const value = score(i);
    if (best.length === count && !(value > score(best[count - 1]))) continue;
    let at = best.length;
    while (at > 0 && value > score(best[at - 1])) at--;
    best.splice(at, 0, i);
    if (best.length > count) best.pop();
  }
  return best;
}
