import type { Table } from '../place/read-table.ts';
import { type SeriesError, seriesError } from './errors.ts';
import { MONTHS } from './months.ts';
import { SERIES, type Series } from './series.ts';
import type { HindcastRun } from './watching.ts';

/** A month of a series in a place and an arm. */
export interface Point {
  readonly month: string;
  /** Mean over the replicates, and the least and the most of them. */
  readonly model: number;
  readonly low: number;
  readonly high: number;
  /** Published for England, of counts the place's share by residents; NaN where nothing was published. */
  readonly published: number;
  /** Whether the month counts for the errors: published, and nothing was fitted to it. */
  readonly compared: boolean;
}

export interface Compared {
  readonly series: Series;
  readonly points: readonly Point[];
  readonly all: SeriesError;
  /** The earlier and the later half of the months compared. */
  readonly halves: readonly [SeriesError, SeriesError];
}

/**
 * Every series of the runs of an arm beside what was published.
 * @param runs one for each replicate
 * @param table months of England, by month
 * @param shareOfEngland of England's residents that live in the place
 */
export function compareSeries(
  runs: readonly HindcastRun[],
  table: Table,
  shareOfEngland: number,
): readonly Compared[] {
  return SERIES.map((series) => {
    const points = MONTHS.map((month) => pointOf(series, runs, table, shareOfEngland, month));
    const compared = points.filter((point) => point.compared);
    const middle = Math.floor(compared.length / 2);
    return {
      series,
      points,
      all: errorOf(compared),
      halves: [errorOf(compared.slice(0, middle)), errorOf(compared.slice(middle))],
    };
  });
}

function pointOf(
  series: Series,
  runs: readonly HindcastRun[],
  table: Table,
  shareOfEngland: number,
  month: string,
): Point {
  const values = runs.map((run) => series.model(run, month));
  const row = table.text.month!.indexOf(month);
  const national = row < 0 ? Number.NaN : series.published(table, row);
  const published = series.isCount ? national * shareOfEngland : national;
  return {
    month,
    model: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: Math.min(...values),
    high: Math.max(...values),
    published,
    compared: Number.isFinite(published) && !series.fittedMonths.includes(month),
  };
}

function errorOf(points: readonly Point[]): SeriesError {
  return seriesError(
    points.map(({ model }) => model),
    points.map(({ published }) => published),
  );
}
