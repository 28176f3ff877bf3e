import type { MetricDirection } from '../../model/metrics/catalogue.ts';
import { studentTQuantile } from './student-t.ts';

/** Two arms compared over replicates that met the same luck. Undefined figures are NaN. */
export interface PairedDifference {
  /** Replicates in which both arms have a value. */
  readonly replicates: number;
  readonly meanBaseline: number;
  readonly meanArm: number;
  /** Mean of arm less baseline, replicate by replicate. */
  readonly difference: number;
  /** Interval for the mean difference: luck only (seeds), not parameters, not structure. NaN below two replicates. */
  readonly low: number;
  readonly high: number;
}

export type Reading = 'better' | 'worse' | 'neither' | 'no difference shown' | typeof ONE_REPLICATE | '';

const ONE_REPLICATE = 'one replicate: luck not measured';

/**
 * Mean difference of two arms and its Student t interval over paired replicates; a replicate in which either arm has
 * no value (NaN) is left out.
 *
 * @param baseline one value per replicate.
 * @param arm the same replicates in the same order.
 * @param confidence coverage of the interval.
 * @throws RangeError if the numbers of replicates differ.
 */
export function pairedDifference(
  baseline: readonly number[],
  arm: readonly number[],
  confidence = 0.95,
): PairedDifference {
  if (baseline.length !== arm.length) {
    throw new RangeError(`${baseline.length} replicates of the baseline, ${arm.length} of the arm`);
  }
  const pairs = baseline.map((value, r) => [value, arm[r]]).filter(([a, b]) => !Number.isNaN(a + b));
  const differences = pairs.map(([a, b]) => b - a);
  const difference = mean(differences);
  const margin = marginOfMean(differences, difference, confidence);
  return {
    replicates: pairs.length,
    meanBaseline: mean(pairs.map(([a]) => a)),
    meanArm: mean(pairs.map(([, b]) => b)),
    difference,
    low: difference - margin,
    high: difference + margin,
  };
}

/**
 * What a paired difference says: a side only when the whole interval lies on it; `neither` for a difference that is
 * by itself neither good nor bad; empty when no replicate has a value.
 */
export function readingOf(paired: PairedDifference, direction: MetricDirection): Reading {
  if (paired.replicates === 0) return '';
  if (paired.replicates === 1) return ONE_REPLICATE;
  if (paired.low <= 0 && paired.high >= 0) return 'no difference shown';
  if (direction === 'neither') return 'neither';
  return paired.difference > 0 === (direction === 'up is better') ? 'better' : 'worse';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half the width of the interval; NaN when fewer than two values leave the spread unknown. */
function marginOfMean(values: readonly number[], meanOfValues: number, confidence: number): number {
  const count = values.length;
  if (count < 2) return Number.NaN;
  const sumOfSquares = values.reduce((sum, value) => sum + square(value - meanOfValues), 0);
  const standardError = Math.sqrt(sumOfSquares / (count - 1) / count);
  return studentTQuantile((1 + confidence) / 2, count - 1) * standardError;
}

function square(value: number): number {
  return value * value;
}
