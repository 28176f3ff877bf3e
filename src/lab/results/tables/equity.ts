import type { ExperimentResult } from '../../experiment/plan.ts';
import { yearLabel } from '../calendar.ts';
import {
  ARM,
  key,
  metricColumn,
  REPLICATE,
  type ResultTable,
  reportedMetrics,
  runsOf,
  valueAt,
  WEEKS,
  YEAR,
} from './table.ts';

const QUINTILES = 5;

/** The fifths of deprivation by year. */
export function equityTable(experiment: ExperimentResult, start: string): ResultTable {
  const metrics = reportedMetrics(experiment, (run) => [run.equity]);
  return {
    file: 'equity.csv',
    columns: [ARM, REPLICATE, YEAR, WEEKS, QUINTILE, ...metrics.map(metricColumn)],
    *rows() {
      for (const { arm, replicate, run } of runsOf(experiment)) {
        for (const [year, weeks] of run.weeksInYear.entries()) {
          for (let quintile = 0; quintile < QUINTILES; quintile++) {
            const values = metrics.map((metric) => valueAt(run.equity, metric, year * QUINTILES + quintile));
            yield [arm, replicate, yearLabel(start, year), weeks, quintile + 1, ...values];
          }
        }
      }
    },
  };
}

const QUINTILE = key(
  'quintile',
  "Fifth of England's small areas by deprivation, in which the person lives: 1 = least deprived ... 5 = most deprived.",
);
