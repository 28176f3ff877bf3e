import type { ExperimentResult } from '../../experiment/plan.ts';
import { weekDate, yearLabel, yearOfWeek } from '../calendar.ts';
import {
  ARM,
  DATE,
  metricColumn,
  REPLICATE,
  type ResultTable,
  reportedMetrics,
  runsOf,
  valueAt,
  WEEK,
  YEAR,
} from './table.ts';

/** The whole economy by week: one row per arm, replicate and week. */
export function weeklyTable(experiment: ExperimentResult, start: string): ResultTable {
  const metrics = reportedMetrics(experiment, (run) => [run.weekly]);
  return {
    file: 'weekly.csv',
    columns: [ARM, REPLICATE, WEEK, DATE, YEAR, ...metrics.map(metricColumn)],
    *rows() {
      for (const { arm, replicate, run } of runsOf(experiment)) {
        for (let week = 0; week < run.weeks; week++) {
          const values = metrics.map((metric) => valueAt(run.weekly, metric, week));
          yield [arm, replicate, week, weekDate(start, week), yearLabel(start, yearOfWeek(week)), ...values];
        }
      }
    },
  };
}
