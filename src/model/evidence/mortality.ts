import { detExp } from '../../kernel/deterministic-math.ts';
import { AGES, ageOf, CLASSES, isFemale, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

const ADULT_AGE = 15;

/**
 * Death rate per year by class: the life table of England, all quintiles together.
 * Gompertz-Makeham from age 15, one rate in infancy and one for ages 1 to 14.
 */
export function deathRates(p: ParameterValues): Float64Array {
  const rates = new Float64Array(CLASSES);
  for (let cls = 0; cls < CLASSES; cls++) {
    const sex = isFemale(cls) ? 'female' : 'male';
    const age = ageOf(cls);
    if (age === 0) rates[cls] = parameterValue(p, `mortality_infant_${sex}`);
    else if (age < ADULT_AGE) rates[cls] = parameterValue(p, `mortality_child_${sex}`);
    else {
      const slope = parameterValue(p, `mortality_gompertz_slope_${sex}`);
      rates[cls] =
        parameterValue(p, `mortality_makeham_constant_${sex}`) +
        parameterValue(p, `mortality_gompertz_level_${sex}`) * detExp(slope * ageOf(cls));
    }
  }
  return rates;
}

/**
 * Death rate of a quintile over that of its class, [cls * 5 + q]; the five of a class have mean 1.
 * The gradient is exponential in the rank of deprivation, in full to one age, narrowing to another.
 */
export function mortalityGradients(p: ParameterValues): Float64Array {
  const gradients = new Float64Array(CLASSES * QUINTILES);
  const oldAgeWeight = parameterValue(p, 'mortality_deprivation_old_age_weight');
  const fullAge = parameterValue(p, 'mortality_deprivation_full_age');
  const endAge = parameterValue(p, 'mortality_deprivation_end_age');
  for (let cls = 0; cls < CLASSES; cls++) {
    const sex = isFemale(cls) ? 'female' : 'male';
    const past = (ageOf(cls) - fullAge) / (endAge - fullAge);
    const weight = 1 - (1 - oldAgeWeight) * Math.min(1, Math.max(0, past));
    const exponent = parameterValue(p, `mortality_deprivation_exponent_${sex}`) * weight;
    let sum = 0;
    for (let q = 0; q < QUINTILES; q++) {
      const ratio = detExp(exponent * ((q + 0.5) / QUINTILES - 0.5));
      gradients[cls * QUINTILES + q] = ratio;
      sum += ratio;
    }
    for (let q = 0; q < QUINTILES; q++) gradients[cls * QUINTILES + q] *= QUINTILES / sum;
  }
  return gradients;
}

/** Life expectancy at birth of one sex, years, from death rates by class. */
export function lifeExpectancy(rates: Float64Array, female: 0 | 1): number {
  let alive = 1;
  let years = 0;
  for (let age = 0; age < AGES - 1; age++) {
    const rate = rates[female * AGES + age];
    const next = alive * detExp(-rate);
    years += (alive - next) / rate;
    alive = next;
  }
  return years + alive / rates[female * AGES + AGES - 1];
}
