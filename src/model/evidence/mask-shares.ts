import { CONDITIONS } from '../place.ts';
import { comboShares, DIABETES, HYPERTENSION } from './cardiometabolic.ts';

const OTHERS = CONDITIONS.map((_, c) => c).filter((c) => c !== HYPERTENSION && c !== DIABETES);

/**
 * Fills `out` (4096) with the share of a group's people that has each condition mask.
 * @param given prevalence given neither hypertension nor diabetes, [group * 12 + c]
 */
export function maskShares(
  out: Float64Array,
  group: number,
  given: Float64Array,
  prevalenceRatio: Float64Array,
): void {
  const offset = group * CONDITIONS.length;
  const combos = comboShares(given, offset);
  for (let combo = 0; combo < 4; combo++) {
    const start = (combo & 1 ? 1 << HYPERTENSION : 0) | (combo & 2 ? 1 << DIABETES : 0);
    out[start] = combos[combo];
    const filled = [start];
    for (const c of OTHERS) {
      const share = given[offset + c] * prevalenceRatio[c * 4 + combo];
      const known = filled.length;
      for (let i = 0; i < known; i++) {
        const mask = filled[i];
        out[mask | (1 << c)] = out[mask] * share;
        out[mask] *= 1 - share;
        filled.push(mask | (1 << c));
      }
    }
  }
}
