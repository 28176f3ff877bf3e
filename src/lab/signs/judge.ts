import { type PairedDifference, pairedDifference } from '../analysis/paired.ts';

/**
 * What theory expects of a figure: `up` or `down` from the first arm to the second; `same` within a share of the first
 * arm's mean; or a change that lies between two shares of it.
 */
export type Expected =
  | { readonly is: 'up' | 'down' }
  | { readonly is: 'same'; readonly within: number }
  | { readonly is: 'between'; readonly low: number; readonly high: number };

export const VERDICTS = ['came out', 'did not', 'inconclusive', 'cannot be posed yet'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One sign, judged. */
export interface Judged {
  readonly paired: PairedDifference;
  readonly verdict: Verdict;
}

/**
 * Came out: the whole 95% interval lies where theory expects it. Did not: it lies wholly elsewhere, or nothing moved at
 * all. Inconclusive: the interval holds both.
 *
 * @param base figures of the first arm by replicate. @param arm of the second, the same luck
 */
export function judge(expected: Expected, base: readonly number[], arm: readonly number[]): Judged {
  const paired = pairedDifference(base, arm);
  return { paired, verdict: verdictOf(expected, paired) };
}

function verdictOf(expected: Expected, { meanBaseline, low, high, replicates }: PairedDifference): Verdict {
  if (replicates < 2) return 'inconclusive';
  const [from, to] = expectedRange(expected, Math.abs(meanBaseline));
  if (low === 0 && high === 0) return from <= 0 && to >= 0 && expected.is === 'same' ? 'came out' : 'did not';
  if (low > from && high < to) return 'came out';
  if (high <= from || low >= to) return 'did not';
  return 'inconclusive';
}

/** Differences that theory expects. */
function expectedRange(expected: Expected, size: number): readonly [number, number] {
  switch (expected.is) {
    case 'up':
      return [0, Number.POSITIVE_INFINITY];
    case 'down':
      return [Number.NEGATIVE_INFINITY, 0];
    case 'same':
      return [-expected.within * size, expected.within * size];
    case 'between':
      return [expected.low * size, expected.high * size];
  }
}

/** `up`, `same within 1%`, `-8% to -1%` */
export function expectedInWords(expected: Expected): string {
  switch (expected.is) {
    case 'up':
    case 'down':
      return expected.is;
    case 'same':
      return `same within ${percent(expected.within)}`;
    case 'between':
      return `${percent(expected.low)} to ${percent(expected.high)}`;
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`;
}
