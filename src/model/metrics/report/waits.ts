import type { YearBook } from '../annual-books.ts';
import { shareWithin, WAIT_BANDS, waitPercentile } from '../waiting-times.ts';
import type { Row } from './columns.ts';

/**
 * Waits of a group of clocks at the end of the year, and of those stopped in the year.
 * @param group 0 the place, then the commissioners, five fifths, the trusts
 * @param real what one simulated person counts for
 */
export function waitRow(year: YearBook, group: number, real: number): Row {
  const at = group * WAIT_BANDS;
  let list = 0;
  let over = 0;
  for (let band = 0; band < WAIT_BANDS; band++) {
    list += year.open[at + band]!;
    if (band >= 52) over += year.open[at + band]!;
  }
  const non = group * 2 * WAIT_BANDS;
  const admitted = non + WAIT_BANDS;
  return {
    list_total: list * real,
    incomplete_median_weeks: waitPercentile(year.open, 0.5, at),
    incomplete_p92_weeks: waitPercentile(year.open, 0.92, at),
    incomplete_within_18_weeks_pct: shareWithin(year.open, 18, at),
    incomplete_over_52_weeks: over * real,
    admitted_median_weeks: waitPercentile(year.completed, 0.5, admitted),
    admitted_within_18_weeks_pct: shareWithin(year.completed, 18, admitted),
    non_admitted_median_weeks: waitPercentile(year.completed, 0.5, non),
    non_admitted_within_18_weeks_pct: shareWithin(year.completed, 18, non),
  };
}
