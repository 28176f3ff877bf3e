import { detExp, normalQuantile } from './deterministic-math.ts';

/** Means above this use the normal quantile: its error in any probability is then below two in a thousand. */
const NORMAL_FROM = 60;

/**
 * Poisson number with a mean, from one uniform draw: the smallest n whose cumulative probability exceeds the draw;
 * for large means the normal quantile, rounded, with the first correction for skewness.
 * @param mean at least 0
 * @param draw in [0, 1)
 */
export function poisson(mean: number, draw: number): number {
  if (mean <= 0) return 0;
  if (mean >= NORMAL_FROM) {
    const z = normalQuantile(Math.max(draw, 2 ** -34));
    return Math.max(0, Math.floor(mean + Math.sqrt(mean) * z + (z * z - 1) / 6 + 0.5));
  }
  let probability = detExp(-mean);
  let cumulative = probability;
  let n = 0;
  while (draw >= cumulative && probability > 0) {
    n++;
    probability *= mean / n;
    cumulative += probability;
  }
  return n;
}
