import { studentTQuantile } from '../analysis/student-t.ts';
import type { Fact, Measure } from './fact.ts';

/**
 * What a figure of the model says of a published one. `outside` is for published effects that are nought or a level, and
 * for effects of the model too small to have a sign: neither has a right or a wrong side.
 */
export const VERDICTS = [
  'inside',
  'inconclusive',
  'outside',
  'right sign, outside',
  'wrong sign',
  'cannot be posed yet',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a fact says as a whole. `inside (in part)`: some of its figures cannot be posed, all others are inside. `no test`:
 * every figure that can be posed is one by which a row was sized. `context`: its comparator is another than ours, so that it
 * is no pass mark.
 */
export const FACT_VERDICTS = [
  'inside',
  'inside (in part)',
  'inconclusive',
  'outside',
  'right sign, outside',
  'wrong sign',
  'no test',
  'context',
  'cannot be posed yet',
] as const;
export type FactVerdict = (typeof FACT_VERDICTS)[number];

/** One replicate's figure, and its standard error where an estimator over many places gave one (else 0). */
export interface Figure {
  readonly value: number;
  readonly error: number;
}

/** A figure of the model with its 95% interval. NaN: not known. */
export interface Effect {
  readonly replicates: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean of the replicates with Student's interval. Standard errors of an estimator (the places that there are, not luck)
 * are those of every replicate alike, so that they do not shrink with replicates: their mean square is added.
 */
export function effectOf(figures: readonly Figure[]): Effect {
  const defined = figures.filter(({ value }) => !Number.isNaN(value));
  const count = defined.length;
  const mean = (of: (figure: Figure) => number): number =>
    defined.reduce((sum, figure) => sum + of(figure), 0) / count;
  const value = mean((figure) => figure.value);
  if (count < 2) return { replicates: count, value, low: Number.NaN, high: Number.NaN };
  const between = mean((figure) => (figure.value - value) ** 2) / (count - 1);
  const within = mean((figure) => figure.error ** 2);
  const margin = studentTQuantile(0.975, count - 1) * Math.sqrt(between);
  const half = Math.hypot(margin, NORMAL * Math.sqrt(within));
  return { replicates: count, value, low: value - half, high: value + half };
}

/** 97.5% of the standard normal distribution. */
const NORMAL = 1.959964;

/** Is a figure in the band? Of a band without one end, the other is outside, unless it is said to count. */
export function isInside(
  { band: [from, to], endInside }: Pick<Measure, 'band' | 'endInside'>,
  value: number,
): boolean {
  const closed = endInside || (from !== null && to !== null);
  const isBelow = from !== null && (closed ? value < from : value <= from);
  const isAbove = to !== null && (closed ? value > to : value >= to);
  return !isBelow && !isAbove;
}

/** Inside: the whole interval lies in the band; inconclusive: a part of it does, or it is too wide to say. */
export function verdictOf(measure: Measure, { low, high, replicates }: Effect): Verdict {
  if (measure.cannot !== null || replicates === 0) return 'cannot be posed yet';
  if (Number.isNaN(low + high)) return 'inconclusive';
  const { band, endInside, neutral, expected, halfWidthAtMost, rule } = measure;
  const isWide = halfWidthAtMost !== null && (high - low) / 2 > halfWidthAtMost;
  if (rule === 'includes zero') {
    if (low > neutral || high < neutral) return 'outside';
    return isWide ? 'inconclusive' : 'inside';
  }
  if (isInside(measure, low) && isInside(measure, high)) return isWide ? 'inconclusive' : 'inside';
  const [from, to] = band;
  const isApart =
    (to !== null && (from === null && !endInside ? low >= to : low > to)) ||
    (from !== null && (to === null && !endInside ? high <= from : high < from));
  if (!isApart) return 'inconclusive';
  if (expected === 'none') return 'outside';
  const side = low > neutral ? 'up' : high < neutral ? 'down' : 'none';
  if (side === 'none') return 'outside';
  return side === expected ? 'right sign, outside' : 'wrong sign';
}

/** Verdict of a figure, and whether the model is tested by it: no row was sized by it. */
export interface Counted {
  readonly verdict: Verdict;
  readonly isTest: boolean;
}

/**
 * The worst of a fact's figures that can be posed; one that cannot be posed at all has no other verdict. Parameters may be
 * fitted to a fact to calibrate, so that all its figures count; of one to validate only those that are a test.
 */
export function verdictOfFact(
  fact: Pick<Fact, 'cannot' | 'context' | 'role'>,
  figures: readonly Counted[],
): FactVerdict {
  if (fact.cannot !== null) return 'cannot be posed yet';
  if (fact.context !== null) return 'context';
  const counted = figures.filter(({ isTest }) => isTest || fact.role === 'calibrate');
  const worst = WORST_FIRST.find((verdict) => counted.some((figure) => figure.verdict === verdict));
  const isPart = counted.some(({ verdict }) => verdict === 'cannot be posed yet');
  if (worst !== undefined) return worst === 'inside' && isPart ? 'inside (in part)' : worst;
  return figures.some(({ verdict }) => verdict !== 'cannot be posed yet') ? 'no test' : 'cannot be posed yet';
}

const WORST_FIRST = [
  'wrong sign',
  'right sign, outside',
  'outside',
  'inconclusive',
  'inside',
] as const satisfies readonly Verdict[];
