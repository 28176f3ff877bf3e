import { detExp } from '../../kernel/deterministic-math.ts';
import { CONDITIONS, SPECIALTIES } from '../place.ts';
import { AGES, ageOf, CLASSES, isFemale } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

const RAKING_ROUNDS = 40;

/**
 * Referrals by general practitioners per person a year, by class and specialty: [cls * 8 + s].
 *
 * A bell over age for each specialty, raked until the ages add up to the published shape of referral by age and the
 * specialties to their shares of the national total.
 */
export function referralRates(p: ParameterValues, population: Float64Array): Float64Array {
  const count = SPECIALTIES.length;
  const rates = specialtyShapes(p);
  const ageTotals = referralsByAge(p, population);
  const national = ageTotals.reduce((a, b) => a + b, 0);
  const shares = SPECIALTIES.map((s) => parameterValue(p, `specialty_share_${s}`));
  const shareSum = shares.reduce((a, b) => a + b, 0);
  for (let round = 0; round < RAKING_ROUNDS; round++) {
    for (let s = 0; s < count; s++) {
      let sum = 0;
      for (let cls = 0; cls < CLASSES; cls++) sum += population[cls] * rates[cls * count + s];
      const factor = ((shares[s] / shareSum) * national) / sum;
      for (let cls = 0; cls < CLASSES; cls++) rates[cls * count + s] *= factor;
    }
    for (let age = 0; age < AGES; age++) {
      let sum = 0;
      for (const cls of [age, AGES + age]) {
        for (let s = 0; s < count; s++) sum += population[cls] * rates[cls * count + s];
      }
      for (const cls of [age, AGES + age]) {
        for (let s = 0; s < count; s++) rates[cls * count + s] *= ageTotals[age] / sum;
      }
    }
  }
  return rates;
}

/** Rate of a bell over age with a floor, per year, before scaling. */
export function ageBell(
  age: number,
  floor: number,
  height: number,
  peakAge: number,
  below: number,
  above: number,
): number {
  const distance = (age - peakAge) / (age < peakAge ? below : above);
  return floor + height * detExp(-distance * distance);
}

/** Shape of referral by age, per person, before scaling to a national rate: by class. */
export function referralShape(p: ParameterValues): Float64Array {
  const floor = parameterValue(p, 'need_floor');
  const height = parameterValue(p, 'need_peak');
  const peakAge = parameterValue(p, 'need_peak_age');
  const below = parameterValue(p, 'need_width_below_years');
  const above = parameterValue(p, 'need_width_above_years');
  return Float64Array.from({ length: CLASSES }, (_, cls) =>
    ageBell(ageOf(cls), floor, height, peakAge, below, above),
  );
}

/** A shape by class scaled to a national rate per 1,000. */
export function scaledToRate(shape: Float64Array, per1000: number, population: Float64Array): Float64Array {
  let people = 0;
  let sum = 0;
  for (let cls = 0; cls < CLASSES; cls++) {
    people += population[cls];
    sum += population[cls] * shape[cls];
  }
  const factor = ((per1000 / 1000) * people) / sum;
  return shape.map((rate) => rate * factor);
}

/**
 * Ratio of need with a condition over without, by specialty: [s][c].
 * A pair without a row of its own has `need_ratio_any_condition`.
 */
export function needRatios(p: ParameterValues): readonly Float64Array[] {
  const any = parameterValue(p, 'need_ratio_any_condition');
  return SPECIALTIES.map((specialty) =>
    Float64Array.from(CONDITIONS, (condition) => {
      if (condition === 'dementia') return parameterValue(p, 'need_ratio_dementia');
      return p[`need_ratio_${condition}_${specialty}`] ?? any;
    }),
  );
}

function specialtyShapes(p: ParameterValues): Float64Array {
  const shapes = new Float64Array(CLASSES * SPECIALTIES.length);
  const floor = parameterValue(p, 'need_shape_floor');
  SPECIALTIES.forEach((specialty, s) => {
    const peakAge = parameterValue(p, `need_peak_age_${specialty}`);
    const width = parameterValue(p, `need_width_years_${specialty}`);
    const femaleRatio = parameterValue(p, `need_female_ratio_${specialty}`);
    for (let cls = 0; cls < CLASSES; cls++) {
      const bell = ageBell(ageOf(cls), floor, 1, peakAge, width, width);
      shapes[cls * SPECIALTIES.length + s] = bell * (isFemale(cls) ? femaleRatio : 1);
    }
  });
  return shapes;
}

/** Referrals a year of all people of an age, both sexes. */
function referralsByAge(p: ParameterValues, population: Float64Array): Float64Array {
  const rates = scaledToRate(referralShape(p), parameterValue(p, 'gp_referrals_per_1000'), population);
  const totals = new Float64Array(AGES);
  for (let cls = 0; cls < CLASSES; cls++) totals[ageOf(cls)] += population[cls] * rates[cls];
  return totals;
}
