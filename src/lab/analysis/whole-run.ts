import type { MetricOverTime } from '../../model/metrics/catalogue.ts';

/** Weeks of a model year. */
const WEEKS_OF_A_YEAR = 52;

/**
 * One figure for a whole run out of its years; a year without a value (NaN) is left out.
 *
 * @param years value by year.
 * @param weeksInYear weeks that each year covers.
 * @param overTime how the metric adds up: `sum`, `rate` per full year, `mean` weighted by weeks, `last` year's value.
 * @returns NaN if no year has a value.
 */
export function wholeRun(
  years: ArrayLike<number>,
  weeksInYear: readonly number[],
  overTime: MetricOverTime,
): number {
  let weeks = 0;
  let sum = 0;
  let weighted = 0;
  let last = Number.NaN;
  for (let year = 0; year < weeksInYear.length; year++) {
    const value = years[year];
    if (Number.isNaN(value)) continue;
    weeks += weeksInYear[year];
    sum += value;
    weighted += value * weeksInYear[year];
    last = value;
  }
  if (weeks === 0) return Number.NaN;
  switch (overTime) {
    case 'sum':
      return sum;
    case 'rate':
      return (sum * WEEKS_OF_A_YEAR) / weeks;
    case 'mean':
      return weighted / weeks;
    case 'last':
      return last;
  }
}
