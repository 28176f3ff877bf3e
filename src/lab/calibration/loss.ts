import type { LogRatios } from './emulator.ts';
import type { Loss } from './spec.ts';

/** What a fit minimises: logs of model over published, each over the standard deviation that it may be off by. */
export interface Misfit {
  readonly loss: Loss;
  /** By target: root of the squares of tolerance, model discrepancy and luck. */
  readonly spread: readonly number[];
  /** Loss that luck alone would give: below it there is nothing left to fit. */
  readonly floor: number;
}

/** Standard deviations beyond which Huber's loss grows as the deviation and no longer as its square. */
const HUBER_BEND = 1.5;

/** The loss: the sum over targets of squared standardised deviations, bent for `huber`. */
export function lossOf({ loss, spread }: Misfit, logRatios: LogRatios): number {
  return logRatios.reduce((sum, log, n) => {
    const size = Math.abs(log / spread[n]!);
    const bent = loss === 'huber' && size > HUBER_BEND;
    return sum + (bent ? HUBER_BEND * (2 * size - HUBER_BEND) : size * size);
  }, 0);
}

/** Weight of a target in a step of least squares: 1, or less beyond the bend. */
export function weightOf({ loss, spread }: Misfit, log: number, target: number): number {
  const size = Math.abs(log / spread[target]!);
  return loss === 'huber' && size > HUBER_BEND ? HUBER_BEND / size : 1;
}

/** Implausibility: the largest standardised deviation of any target. */
export function implausibility(
  spread: readonly number[],
  logRatios: LogRatios,
  moreVariance: readonly number[] = [],
): number {
  return logRatios.reduce(
    (worst, log, n) => Math.max(worst, Math.abs(log) / Math.sqrt(spread[n]! ** 2 + (moreVariance[n] ?? 0))),
    0,
  );
}
