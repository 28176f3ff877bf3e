import { detExp } from '../../kernel/deterministic-math.ts';
import type { Place } from '../place.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

/** Where the people of each zone go in the base year, for planned care and in an emergency, by reach entry. */
export function reachTables(
  place: Place,
  settings: Settings,
): Pick<PlaceTables, 'choiceWeight' | 'plannedShare' | 'emergencyCumulative' | 'contestability'> {
  const entries = place.reach.provider.length;
  const plannedWeight = new Float64Array(entries);
  const plannedShare = new Float64Array(entries);
  const emergencyCumulative = new Float64Array(entries);
  for (let z = 0; z < place.zones.count; z++) {
    const from = place.reach.start[z]!;
    const to = place.reach.start[z + 1]!;
    let planned = 0;
    let emergency = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let e = from; e < to; e++) best = Math.max(best, plannedUtility(place, settings, e));
    for (let e = from; e < to; e++) {
      plannedWeight[e] = detExp(plannedUtility(place, settings, e) - best);
      planned += plannedWeight[e]!;
      emergency += emergencyWeight(place, settings, e, place.reach.emergencyKm[from]!);
    }
    let sum = 0;
    for (let e = from; e < to; e++) {
      plannedShare[e] = plannedWeight[e]! / planned;
      sum += emergencyWeight(place, settings, e, place.reach.emergencyKm[from]!);
      emergencyCumulative[e] = emergency === 0 ? 1 : sum / emergency;
    }
  }
  return {
    choiceWeight: choiceWeights(place, plannedShare, settings.habit),
    plannedShare,
    emergencyCumulative,
    contestability: contestability(place, plannedShare, settings.hospital.contestabilityElsewhere),
  };
}

/**
 * The choice model's own derivative: how much of a provider's planned care would follow its attraction,
 * `d ln n / d U = sum_z n_z (1 - s_z) / sum_z n_z`, over the zones of its patients; its patients from elsewhere count with
 * the national mean.
 */
function contestability(place: Place, plannedShare: Float64Array, elsewhere: number): Float64Array {
  const patients = new Float64Array(place.providers.count);
  const others = new Float64Array(place.providers.count);
  for (let z = 0; z < place.zones.count; z++) {
    for (let e = place.reach.start[z]!; e < place.reach.start[z + 1]!; e++) {
      const h = place.reach.provider[e]!;
      const here = place.zones.residents[z]! * plannedShare[e]!;
      patients[h]! += here;
      others[h]! += here * (1 - plannedShare[e]!);
    }
  }
  return others.map((value, h) => {
    const here = place.providers.plannedShareFromPlace[h]!;
    return (patients[h] === 0 ? 0 : here * (value / patients[h]!)) + (1 - here) * elsewhere;
  });
}

/**
 * Weights of the hospitals of a zone in a choice with habit such that the base-year shares stay as they are. With usual
 * hospital u drawn by the shares s and chosen by weights p, raised by 1 + k for u, detailed balance holds when
 * `s ~ p (1 + k p)`: so `p = (sqrt(1 + 4 k c s) - 1) / (2 k)` with c such that the weights sum to 1.
 */
function choiceWeights(place: Place, plannedShare: Float64Array, habit: number): Float64Array {
  const k = detExp(habit) - 1;
  const weights = plannedShare.slice();
  if (k < 1e-9) return weights;
  for (let z = 0; z < place.zones.count; z++) {
    const from = place.reach.start[z]!;
    const to = place.reach.start[z + 1]!;
    const sum = (c: number): number => {
      let total = 0;
      for (let e = from; e < to; e++) {
        weights[e] = (Math.sqrt(1 + 4 * k * c * plannedShare[e]!) - 1) / (2 * k);
        total += weights[e]!;
      }
      return total;
    };
    let low = 0;
    let high = 1 + k;
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (sum(middle) > 1) high = middle;
      else low = middle;
    }
    sum((low + high) / 2);
  }
  return weights;
}

/** Distance (a cubic, as fitted for hip replacement, England 2010-13) and the provider's attraction. */
export function plannedUtility(place: Place, settings: Settings, e: number): number {
  return (
    distanceUtility(settings, place.reach.plannedKm[e]!) +
    place.providers.attraction[place.reach.provider[e]!]!
  );
}

/** The cubic up to the distance where its evidence ends, its slope there beyond. */
function distanceUtility(settings: Settings, km: number): number {
  const { linear, quadratic, cubic, capKm } = settings.choiceDistance;
  const near = Math.min(km, capKm);
  const slope = linear + near * (2 * quadratic + near * 3 * cubic);
  return near * (linear + near * (quadratic + near * cubic)) + (km - near) * Math.min(0, slope);
}

/** An emergency goes by distance alone: kilometres beyond the nearest. */
function emergencyWeight(place: Place, settings: Settings, e: number, origin: number): number {
  const km = place.reach.emergencyKm[e]!;
  if (!Number.isFinite(km)) return 0;
  const from = Number.isFinite(origin) ? origin : 0;
  return detExp(settings.emergencyDistancePerKm * (km - from));
}
