import { METRICS, type Metric } from '../../../model/metrics/catalogue.ts';
import type { RunResult } from '../../../model/result.ts';
import type { ExperimentResult } from '../../experiment/plan.ts';
import type { Cell } from '../csv.ts';

/** A file of results before it is text. */
export interface ResultTable {
  readonly file: string;
  readonly columns: readonly ResultColumn[];
  /** Made anew at each call, row by row. */
  rows(): Iterable<readonly Cell[]>;
}

/** A column and what the data dictionary says about it. */
export interface ResultColumn {
  readonly name: string;
  readonly unit: string;
  /** Empty for keys. */
  readonly direction: string;
  readonly definition: string;
}

export const ARM = key('arm', 'Name of the arm: one way to organise the place.');
export const REPLICATE = key(
  'replicate',
  'Number of the replicate, from 0: another world with the same parameters, or with those of its draw (manifest.json, uncertainty). The same number means the same luck and the same parameters in every arm.',
);
export const YEAR = key(
  'year',
  'Model year of 52 weeks from the starting month, labelled as the financial year that it stands for.',
);
export const WEEKS = key(
  'weeks',
  'Weeks of the year that were run: 52, or fewer in a part year at the end.',
  'weeks',
);
export const WEEK = key('week', 'Week of the run, from 0.', 'weeks');
export const DATE = key(
  'date',
  'Monday on which the week begins, counted in each model year from the first Monday of the starting month.',
  'ISO date',
);

/** A column that identifies or describes a row. */
export function key(name: string, definition: string, unit = ''): ResultColumn {
  return { name, unit, direction: '', definition };
}

/** The column of a metric. */
export function metricColumn({ id, unit, direction, definition }: Metric): ResultColumn {
  return { name: id, unit, direction, definition };
}

/**
 * The metrics that some of the runs report, in the order of the catalogue.
 *
 * @param reported what one run reports: metric id -> values.
 * @throws Error if a run reports what the catalogue does not have.
 */
export function reportedMetrics(
  experiment: ExperimentResult,
  reported: (run: RunResult) => readonly Readonly<Record<string, unknown>>[],
): Metric[] {
  const ids = new Set(experiment.runs.flat().flatMap((run) => reported(run).flatMap(Object.keys)));
  const metrics = METRICS.filter((metric) => ids.delete(metric.id));
  if (ids.size > 0) throw new Error(`metrics that the catalogue does not have: ${[...ids].join(', ')}`);
  return metrics;
}

/** Every run with its arm's name and its replicate number, arm by arm. */
export function* runsOf(
  experiment: ExperimentResult,
): Generator<{ arm: string; replicate: number; run: RunResult }> {
  for (const [index, { name }] of experiment.plan.arms.entries()) {
    for (const [replicate, run] of experiment.runs[index].entries()) yield { arm: name, replicate, run };
  }
}

/** The value of a metric at an index; NaN where a run does not report it. */
export function valueAt(
  values: Readonly<Record<string, Float64Array>>,
  metric: Metric,
  index: number,
): number {
  return values[metric.id]?.[index] ?? Number.NaN;
}
