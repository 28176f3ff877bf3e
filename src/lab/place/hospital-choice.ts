import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import { parameter } from '../../model/evidence/parameters.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { straightLineKm } from './geography.ts';

/** Hospitals where care is given: a trust has one or several. */
export interface Sites {
  readonly count: number;
  /** Index into the providers. */
  readonly provider: Uint16Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** 1 = gives planned care. */
  readonly planned: Uint8Array;
  /** 1 = takes emergencies. */
  readonly emergency: Uint8Array;
  /** Which island the site is on; 0 = the mainland. */
  readonly island: Uint8Array;
}

/** Points where demand arises. */
export interface Origins {
  readonly count: number;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Commissioner of each point. */
  readonly commissioner: Uint16Array;
}

/** Distance from each origin to each provider's nearest site of a kind: [origin][provider], kilometres. */
export interface ProviderDistances {
  readonly plannedKm: Float32Array;
  /** Infinity where the provider takes no emergencies. */
  readonly emergencyKm: Float32Array;
}

/**
 * Distances from every origin to every provider. Crossing to or from an island counts as so many kilometres more.
 *
 * @param islandOf which island each commissioner is on; 0 = the mainland.
 */
export function providerDistances(
  origins: Origins,
  sites: Sites,
  providers: number,
  islandOf: Uint8Array,
): ProviderDistances {
  const plannedKm = new Float32Array(origins.count * providers).fill(Number.POSITIVE_INFINITY);
  const emergencyKm = new Float32Array(origins.count * providers).fill(Number.POSITIVE_INFINITY);
  for (let o = 0; o < origins.count; o++) {
    for (let s = 0; s < sites.count; s++) {
      const crossing =
        islandOf[origins.commissioner[o]] === sites.island[s] ? 0 : PLACE_VALUES.place_crossing_km;
      const km =
        crossing +
        straightLineKm(origins.latitude[o], origins.longitude[o], sites.latitude[s], sites.longitude[s]);
      const cell = o * providers + sites.provider[s];
      if (sites.planned[s] && km < plannedKm[cell]) plannedKm[cell] = km;
      if (sites.emergency[s] && km < emergencyKm[cell]) emergencyKm[cell] = km;
    }
  }
  return { plannedKm, emergencyKm };
}

// The coefficients of distance are the model's own: places are cut with the law that patients choose by.
const PLANNED_LINEAR = parameter('beta_distance_per_km').value;
const PLANNED_SQUARED = parameter('beta_distance_squared_per_km2').value;
const PLANNED_CUBED = parameter('beta_distance_cubed_per_km3').value;
const EMERGENCY_LINEAR = parameter('emergency_distance_per_km').value;

/** Utility of a hospital's distance for planned care (log odds, 0 at the door): falls at every distance. */
export function plannedUtility(km: number): number {
  return km * (-PLANNED_LINEAR + km * (PLANNED_SQUARED - km * PLANNED_CUBED));
}

/** Utility of a hospital's distance in an emergency (log odds, 0 at the door). */
export function emergencyUtility(km: number): number {
  return -EMERGENCY_LINEAR * km;
}

/**
 * Choice probabilities of one row: exp(utility of distance + attraction), shared out.
 * @param km distances of one origin to every provider; infinite = not available.
 * @returns shares that sum to 1, or all 0 when no provider is available.
 */
export function choiceShares(
  km: Float32Array,
  attraction: Float64Array,
  utility: (km: number) => number,
): Float64Array {
  const shares = new Float64Array(km.length);
  let best = Number.NEGATIVE_INFINITY;
  for (let h = 0; h < km.length; h++) {
    shares[h] = Number.isFinite(km[h]) ? utility(km[h]) + attraction[h] : Number.NEGATIVE_INFINITY;
    if (shares[h] > best) best = shares[h];
  }
  if (best === Number.NEGATIVE_INFINITY) return shares.fill(0);
  let total = 0;
  for (let h = 0; h < km.length; h++) {
    shares[h] = detExp(shares[h] - best);
    total += shares[h];
  }
  for (let h = 0; h < km.length; h++) shares[h] /= total;
  return shares;
}

/**
 * Attraction constants that make the choice model send each provider about its share of the size.
 *
 * Not exactly its share: a hospital can be small because it has little capacity for the people around it, not because
 * they shun it. Of the gap between (log) size and what distance alone would send, attraction takes a part and leaves
 * the rest: at the solution
 * `log(size share / predicted share) = stiffness * (attraction - prior)`, found by damped steps.
 *
 * @param plannedKm [origin][provider], kilometres.
 * @param demand planned demand of each origin, any unit.
 * @param size of each provider, any unit, positive.
 * @param prior attraction of each provider's kind, where its size says nothing.
 */
export function fitAttraction(
  plannedKm: Float32Array,
  demand: Float64Array,
  size: Float64Array,
  prior: Float64Array,
  rounds: number,
): FittedAttraction {
  return fitToSize({ nearness: nearnessOf(plannedKm), demand, size, prior, start: prior, rounds });
}

export interface FittedAttraction {
  readonly attraction: Float64Array;
  readonly predictedShare: Float64Array;
}

/** A fit of attraction to size, and from where it goes for how long. */
export interface AttractionFit {
  /** [origin][provider], of `nearnessOf`. */
  readonly nearness: Float32Array;
  readonly demand: Float64Array;
  readonly size: Float64Array;
  readonly prior: Float64Array;
  readonly start: Float64Array;
  readonly rounds: number;
  /** A provider whose size counts as unknown: it keeps the attraction of its kind, the others share what is left. */
  readonly unknown?: number;
}

/** What distance alone makes of each provider's pull: [origin][provider]. */
export function nearnessOf(plannedKm: Float32Array): Float32Array {
  return Float32Array.from(plannedKm, (km) => (Number.isFinite(km) ? detExp(plannedUtility(km)) : 0));
}

/** The fit of `fitAttraction` from any start, and without the size of one provider. */
export function fitToSize(fit: AttractionFit): FittedAttraction {
  const { nearness, demand, size, prior, unknown } = fit;
  const damping = PLACE_VALUES.place_attraction_damping;
  const stiffness = PLACE_VALUES.place_attraction_stiffness;
  const sizeTotal = size.reduce((sum, own, h) => (h === unknown ? sum : sum + own), 0);
  const attraction = Float64Array.from(fit.start);
  if (unknown !== undefined) attraction[unknown] = prior[unknown];
  for (let round = 0; ; round++) {
    const predictedShare = predictShares(nearness, demand, attraction);
    if (round === fit.rounds) return { attraction, predictedShare };
    const left = unknown === undefined ? 1 : 1 - predictedShare[unknown];
    for (let h = 0; h < size.length; h++) {
      if (h === unknown || predictedShare[h] <= 0) continue;
      const gap = detLog((left * size[h]) / sizeTotal / predictedShare[h]);
      attraction[h] += damping * (gap - stiffness * (attraction[h] - prior[h]));
    }
  }
}

function predictShares(
  nearness: Float32Array,
  demand: Float64Array,
  attraction: Float64Array,
): Float64Array<ArrayBuffer> {
  const providers = attraction.length;
  const pull = Float64Array.from(attraction, detExp);
  const predicted = new Float64Array(providers);
  let total = 0;
  for (let o = 0; o < demand.length; o++) {
    let row = 0;
    for (let h = 0; h < providers; h++) row += nearness[o * providers + h] * pull[h];
    if (row <= 0) continue;
    const perPull = demand[o] / row;
    for (let h = 0; h < providers; h++) {
      predicted[h] += nearness[o * providers + h] * pull[h] * perPull;
    }
    total += demand[o];
  }
  for (let h = 0; h < providers; h++) predicted[h] /= total;
  return predicted;
}
