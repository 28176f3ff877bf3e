import { CONDITIONS } from '../place.ts';
import { comboShares, DIABETES, HYPERTENSION } from './cardiometabolic.ts';
import { CLASSES, QUINTILES } from './classes.ts';

const OTHERS = CONDITIONS.map((_, c) => c).filter((c) => c !== HYPERTENSION && c !== DIABETES);
/** Condition mask of each subset of the other ten conditions. */
const MASK_OF_SUBSET = Uint16Array.from({ length: 1 << OTHERS.length }, (_, subset) =>
  OTHERS.reduce((mask, c, bit) => ((subset >> bit) & 1 ? mask | (1 << c) : mask), 0),
);

/**
 * Weighted sum over groups of the share of people with each condition mask: [4096].
 * @param weights weight of each group, [cls * 5 + q]
 * @param given prevalence given neither hypertension nor diabetes, [group * 12 + c]
 */
export function sumOverMasks(
  weights: Float64Array,
  given: Float64Array,
  prevalenceRatio: Float64Array,
): Float64Array {
  const totals = new Float64Array(1 << CONDITIONS.length);
  const subsets = new Float64Array(MASK_OF_SUBSET.length);
  for (let group = 0; group < CLASSES * QUINTILES; group++) {
    const offset = group * CONDITIONS.length;
    const combos = comboShares(given, offset);
    for (let combo = 0; combo < 4; combo++) {
      const start = (combo & 1 ? 1 << HYPERTENSION : 0) | (combo & 2 ? 1 << DIABETES : 0);
      subsets[0] = weights[group] * combos[combo];
      for (let bit = 0; bit < OTHERS.length; bit++) {
        const c = OTHERS[bit];
        const share = given[offset + c] * prevalenceRatio[c * 4 + combo];
        const half = 1 << bit;
        for (let i = 0; i < half; i++) {
          subsets[half + i] = subsets[i] * share;
          subsets[i] *= 1 - share;
        }
      }
      for (let i = 0; i < subsets.length; i++) totals[start | MASK_OF_SUBSET[i]] += subsets[i];
    }
  }
  return totals;
}
