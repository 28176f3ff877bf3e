import { SPECIALTIES } from '../place.ts';
import { ageOf, CLASSES, isFemale, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { meanSeverities } from './referral.ts';

const WEEKS_PER_YEAR = 52;

/** EQ-5D norm of the general population by class (the curve of Ara and Brazier 2010). */
export function utilityNorm(p: ParameterValues): Float64Array {
  const constant = parameterValue(p, 'utility_norm_constant');
  const male = parameterValue(p, 'utility_norm_male');
  const linear = parameterValue(p, 'utility_norm_age');
  const square = parameterValue(p, 'utility_norm_age_squared');
  return Float64Array.from({ length: CLASSES }, (_, cls) => {
    const age = ageOf(cls);
    return constant + (isFemale(cls) ? 0 : male) + linear * age + square * age * age;
  });
}

/**
 * Mean utility that unmet needs take in the base year, by class: needs kept by the general practitioner until they
 * are brought forward again or resolve, and needs referred until they are treated.
 * @param referrals referrals per person a year, [cls * 8 + s]
 */
export function meanNeedLoss(p: ParameterValues, referrals: Float64Array): Float64Array {
  const referProbability = parameterValue(p, 'mean_referral_probability');
  const keptYears = 1 / (parameterValue(p, 'represent_per_year') + parameterValue(p, 'resolve_per_year'));
  const referredYears = parameterValue(p, 'pathway_mean_weeks') / WEEKS_PER_YEAR;
  const gp = parameterValue(p, 'gp_referrals_per_1000');
  const allDoors = (gp + parameterValue(p, 'other_source_firsts_per_1000')) / gp;
  const severity = meanSeverities(p);
  const perReferral = SPECIALTIES.map((specialty) => {
    const kept = ((1 - referProbability) / referProbability) * keptYears * severity.kept;
    const referred =
      allDoors * referredYears * parameterValue(p, `relative_wait_${specialty}`) * severity.referred;
    return (kept + referred) * parameterValue(p, `need_utility_${specialty}`);
  });
  return Float64Array.from({ length: CLASSES }, (_, cls) =>
    perReferral.reduce((sum, loss, s) => sum + loss * referrals[cls * SPECIALTIES.length + s], 0),
  );
}

/**
 * Utility of a person without conditions or needs, by class, so that the mean of the class is the norm; full health at
 * most.
 */
export function utilityBase(
  norm: Float64Array,
  needLoss: Float64Array,
  meanKept: Float64Array,
): Float64Array {
  return norm.map((u, cls) => {
    let kept = 0;
    for (let q = 0; q < QUINTILES; q++) kept += meanKept[cls * QUINTILES + q] / QUINTILES;
    return Math.min(1, (u + needLoss[cls]) / kept);
  });
}
