import type { Worlds } from './evaluations.ts';
import { deviationAt } from './figures.ts';
import type { CalibrationSpec } from './spec.ts';

/** Variance of the deviation of each target between worlds at one point. */
export function luckVariance(worlds: Worlds, targets: readonly { readonly id: string }[]): number[] {
  return targets.map(({ id }) => {
    const logs = worlds.map((world) => deviationAt(world[id]!, id));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  });
}

/**
 * Variance of the luck of one evaluation: of the mean of its worlds, and of the reference that its scale is corrected
 * by, whose luck is smaller as its people are more.
 *
 * @param people simulated in the fit and in the reference
 */
export function evaluationLuck(
  variance: readonly number[],
  { replicates, reference }: CalibrationSpec,
  people: { readonly fit: number; readonly reference: number },
): number[] {
  const ofReference = reference === undefined ? 0 : people.fit / people.reference / reference.replicates;
  return variance.map((world) => world * (1 / replicates + ofReference));
}
