import type { ExperimentResult } from '../../experiment/plan.ts';
import { yearLabel } from '../calendar.ts';
import {
  ARM,
  metricColumn,
  REPLICATE,
  type ResultTable,
  reportedMetrics,
  runsOf,
  valueAt,
  WEEKS,
  YEAR,
} from './table.ts';

/** The whole economy by year: one row per arm, replicate and year. */
export function annualTable(experiment: ExperimentResult, start: string): ResultTable {
  const metrics = reportedMetrics(experiment, (run) => [run.annual]);
  return {
    file: 'annual.csv',
    columns: [ARM, REPLICATE, YEAR, WEEKS, ...metrics.map(metricColumn)],
    *rows() {
      for (const { arm, replicate, run } of runsOf(experiment)) {
        for (const [year, weeks] of run.weeksInYear.entries()) {
          const values = metrics.map((metric) => valueAt(run.annual, metric, year));
          yield [arm, replicate, yearLabel(start, year), weeks, ...values];
        }
      }
    },
  };
}
