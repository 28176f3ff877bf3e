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
  /** NaN below two replicates, or two draws. */
  readonly low: number;
  readonly high: number;
  readonly interval: Interval;
}

/**
 * What an interval holds. `luck only`: where the mean of all worlds of these parameters lies. `luck and parameters`:
 * where the difference of one more draw of the parameters would lie. Neither holds that the model itself may be wrong.
 */
export type Interval = 'luck only' | 'luck and parameters';

export type Reading =
  | 'better'
  | 'worse'
  | 'more'
  | 'less'
  | 'no difference shown'
  | typeof ONE_REPLICATE
  | '';

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
    interval: 'luck only',
  };
}

/**
 * The same over draws of parameters, each with its worlds: the interval is that in which the difference of one more
 * draw would lie, if differences of draws are about normal. It does not shrink to nothing with more draws: what is not
 * known stays unknown.
 *
 * @param baseline one value per replicate, draw by draw.
 * @param worlds replicates of each draw.
 */
export function pairedOverDraws(
  baseline: readonly number[],
  arm: readonly number[],
  worlds: number,
  confidence = 0.95,
): PairedDifference {
  const all = pairedDifference(baseline, arm, confidence);
  const ofDraws = Array.from({ length: Math.floor(baseline.length / worlds) }, (_, draw) => {
    const [from, to] = [draw * worlds, (draw + 1) * worlds];
    return pairedDifference(baseline.slice(from, to), arm.slice(from, to)).difference;
  }).filter((difference) => !Number.isNaN(difference));
  const difference = mean(ofDraws);
  const margin = marginOfMean(ofDraws, difference, confidence) * Math.sqrt(ofDraws.length + 1);
  return {
    ...all,
    difference,
    low: difference - margin,
    high: difference + margin,
    interval: 'luck and parameters',
  };
}

/**
 * What a paired difference says: a side only when the whole interval lies on it; `more` or `less` where
 * that is by itself neither good nor bad; empty when no replicate has a value.
 */
export function readingOf(paired: PairedDifference, direction: MetricDirection): Reading {
  if (paired.replicates === 0) return '';
  if (paired.replicates === 1 || Number.isNaN(paired.low)) return ONE_REPLICATE;
  if (paired.low <= 0 && paired.high >= 0) return 'no difference shown';
  if (direction === 'neither') return paired.difference > 0 ? 'more' : 'less';
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
