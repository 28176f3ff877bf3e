import { detExp, normalCdf, normalQuantile } from '../../kernel/deterministic-math.ts';
import { AGES, CLASSES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

/** Equally likely levels of latent risk at birth. */
export const RISK_BINS = 16;

export interface LatentRisk {
  /** Multiplier of each bin; mean 1 at birth. */
  readonly bins: Float64Array;
  /** Cumulative share of the bins among survivors of a class, [cls * 16 + bin]. */
  readonly cumulative: Float64Array;
  /** Mean multiplier among survivors of a class. */
  readonly mean: Float64Array;
}

/**
 * Latent risk: bin means of a log-normal with mean 1, and who is left of each bin at each age.
 *
 * People of a high bin die first, so the mean falls with age: the death rate of the life table is that of the
 * survivors, and the hazard of a person with multiplier 1 is the rate divided by their mean (a frailty model).
 * @param rates death rates by class, per year
 */
export function latentRisk(p: ParameterValues, rates: Float64Array): LatentRisk {
  const bins = binMeans(parameterValue(p, 'latent_risk_sigma'));
  const cumulative = new Float64Array(CLASSES * RISK_BINS);
  const mean = new Float64Array(CLASSES);
  for (const female of [0, 1]) {
    let exposure = 0; // cumulative hazard of a person with multiplier 1, to the start of the age
    for (let age = 0; age < AGES; age++) {
      const cls = female * AGES + age;
      const startMean = survivors(bins, exposure).mean;
      const middle = survivors(bins, exposure + (0.5 * rates[cls]) / startMean);
      mean[cls] = middle.mean;
      let sum = 0;
      for (let bin = 0; bin < RISK_BINS; bin++) {
        sum += middle.shares[bin];
        cumulative[cls * RISK_BINS + bin] = bin === RISK_BINS - 1 ? 1 : sum;
      }
      exposure += rates[cls] / middle.mean;
    }
  }
  return { bins, cumulative, mean };
}

/**
 * Mean of frailty times illness among the survivors of a class, over the product of the two means: the frail who are
 * ill die first, so that the two are not independent among the old, as the tables that people are drawn from have it.
 */
export function survivorSelection(p: ParameterValues): Float64Array {
  const loss = parameterValue(p, 'survivor_selection_at_80');
  return Float64Array.from({ length: CLASSES }, (_, cls) => {
    const past = Math.min(1, Math.max(0, ((cls % AGES) - SELECTION_FROM_AGE) / SELECTION_YEARS));
    return 1 - loss * past;
  });
}
const SELECTION_FROM_AGE = 65;
const SELECTION_YEARS = 15;

/** Mean of a log-normal with mean 1 within each of 16 equally likely slices. */
function binMeans(sigma: number): Float64Array {
  const means = new Float64Array(RISK_BINS);
  let below = 0;
  for (let bin = 0; bin < RISK_BINS; bin++) {
    const top = bin === RISK_BINS - 1 ? 1 : normalCdf(normalQuantile((bin + 1) / RISK_BINS) - sigma);
    means[bin] = (top - below) * RISK_BINS;
    below = top;
  }
  return means;
}

/** Shares of the bins, and their mean multiplier, after an exposure of the person with multiplier 1. */
function survivors(bins: Float64Array, exposure: number): { shares: Float64Array; mean: number } {
  const shares = bins.map((risk) => detExp(-risk * exposure));
  const total = shares.reduce((a, b) => a + b, 0);
  let mean = 0;
  for (let bin = 0; bin < RISK_BINS; bin++) {
    shares[bin] /= total;
    mean += shares[bin] * bins[bin];
  }
  return { shares, mean };
}
