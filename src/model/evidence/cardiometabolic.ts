import { detPow } from '../../kernel/deterministic-math.ts';
import { CONDITIONS, type Condition } from '../place.ts';
import { CLASSES, QUINTILES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';

/** Index of each condition: its bit in the mask. */
export const CONDITION_INDEX = Object.fromEntries(CONDITIONS.map((c, i) => [c, i])) as Readonly<
  Record<Condition, number>
>;
export const HYPERTENSION = CONDITION_INDEX.hypertension;
export const DIABETES = CONDITION_INDEX.diabetes;
/** Conditions that hypertension and diabetes make more likely. */
export const DOWNSTREAM: readonly Condition[] = [
  'coronary_heart_disease',
  'stroke',
  'heart_failure',
  'chronic_kidney_disease',
];
/** No share of people may reach 1: somebody must be left to fall ill. */
const HIGHEST_SHARE = 0.98;

/**
 * Onset rate of each condition given hypertension and diabetes, relative to neither:
 * [c * 4 + hypertension + 2 * diabetes]. 1 except for the conditions downstream of the two.
 */
export function onsetRatios(p: ParameterValues): Float64Array {
  const ratios = new Float64Array(CONDITIONS.length * 4).fill(1);
  for (const condition of DOWNSTREAM) {
    const withHypertension = parameterValue(p, `onset_ratio_hypertension_${condition}`);
    const withDiabetes = parameterValue(p, `onset_ratio_diabetes_${condition}`);
    ratios.set(
      [1, withHypertension, withDiabetes, withHypertension * withDiabetes],
      CONDITION_INDEX[condition] * 4,
    );
  }
  return ratios;
}

/**
 * Prevalence of each condition given hypertension and diabetes, relative to neither, same index. Weaker than the
 * onset ratios, because people had the two for a part of their lives only.
 */
export function prevalenceRatios(p: ParameterValues): Float64Array {
  const exponent = parameterValue(p, 'cardiometabolic_prevalence_exponent');
  return onsetRatios(p).map((ratio) => detPow(ratio, exponent));
}

/**
 * Shares of the four combinations of hypertension and diabetes in a group, index hypertension + 2 * diabetes.
 * @param marginal prevalences of the group's twelve conditions, from `offset`
 */
export function comboShares(
  marginal: Float64Array,
  offset: number,
): readonly [number, number, number, number] {
  const h = marginal[offset + HYPERTENSION];
  const d = marginal[offset + DIABETES];
  return [(1 - h) * (1 - d), h * (1 - d), (1 - h) * d, h * d];
}

/**
 * Prevalence given neither hypertension nor diabetes, so that the marginal comes out; hypertension and diabetes
 * themselves stay marginal. Index [(cls * 5 + q) * 12 + c].
 */
export function prevalenceGivenNeither(marginal: Float64Array, ratios: Float64Array): Float64Array {
  const given = marginal.slice();
  for (let group = 0; group < CLASSES * QUINTILES; group++) {
    const offset = group * CONDITIONS.length;
    const shares = comboShares(marginal, offset);
    for (const condition of DOWNSTREAM) {
      const c = CONDITION_INDEX[condition];
      let mean = 0;
      for (let combo = 0; combo < 4; combo++) mean += shares[combo] * ratios[c * 4 + combo];
      given[offset + c] = Math.min(marginal[offset + c] / mean, HIGHEST_SHARE / ratios[c * 4 + 3]);
    }
  }
  return given;
}

/**
 * Onset among people with neither hypertension nor diabetes, so that the onset among all who lack the condition is
 * the one given. Index [(cls * 5 + q) * 12 + c].
 */
export function onsetGivenNeither(
  onset: Float64Array,
  marginal: Float64Array,
  given: Float64Array,
  prevalenceRatio: Float64Array,
  onsetRatio: Float64Array,
): Float64Array {
  const out = onset.slice();
  for (let group = 0; group < CLASSES * QUINTILES; group++) {
    const offset = group * CONDITIONS.length;
    const shares = comboShares(marginal, offset);
    for (const condition of DOWNSTREAM) {
      const c = CONDITION_INDEX[condition];
      let without = 0;
      let weighted = 0;
      for (let combo = 0; combo < 4; combo++) {
        const lacking = shares[combo] * (1 - given[offset + c] * prevalenceRatio[c * 4 + combo]);
        without += lacking;
        weighted += lacking * onsetRatio[c * 4 + combo];
      }
      out[offset + c] *= without / weighted;
    }
  }
  return out;
}

/**
 * Mean over a group's people of a product of ratios, one for each condition a person has: [cls * 5 + q].
 * @param ratioOf ratio of each of the twelve conditions
 */
export function meanProduct(
  ratioOf: ArrayLike<number>,
  given: Float64Array,
  prevalenceRatio: Float64Array,
): Float64Array {
  const means = new Float64Array(CLASSES * QUINTILES);
  for (let group = 0; group < means.length; group++) {
    const offset = group * CONDITIONS.length;
    const shares = comboShares(given, offset);
    for (let combo = 0; combo < 4; combo++) {
      let product = shares[combo];
      if (combo & 1) product *= ratioOf[HYPERTENSION];
      if (combo & 2) product *= ratioOf[DIABETES];
      for (let c = 0; c < CONDITIONS.length; c++) {
        if (c === HYPERTENSION || c === DIABETES) continue;
        product *= 1 + given[offset + c] * prevalenceRatio[c * 4 + combo] * (ratioOf[c] - 1);
      }
      means[group] += product;
    }
  }
  return means;
}

/** Product of the ratios of the conditions in a mask, for each of the 4096 masks. */
export function maskProducts(ratioOf: ArrayLike<number>): Float64Array {
  const products = new Float64Array(1 << CONDITIONS.length).fill(1);
  for (let mask = 1; mask < products.length; mask++) {
    const lowest = 31 - Math.clz32(mask & -mask);
    products[mask] = products[mask & (mask - 1)] * ratioOf[lowest];
  }
  return products;
}
