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

/** Trusts, PCTs, practices and books of bodies by year: a metric that a kind does not have is empty. */
export function organisationsTable(experiment: ExperimentResult, start: string): ResultTable {
  const metrics = reportedMetrics(experiment, (run) => run.organisations.map((kind) => kind.values));
  return {
    file: 'organisations.csv',
    columns: [ARM, REPLICATE, YEAR, WEEKS, KIND, CODE, NAME, ...metrics.map(metricColumn)],
    *rows() {
      for (const { arm, replicate, run } of runsOf(experiment)) {
        for (const [year, weeks] of run.weeksInYear.entries()) {
          for (const { kind, codes, names, values } of run.organisations) {
            for (const [index, code] of codes.entries()) {
              const at = year * codes.length + index;
              const figures = metrics.map((metric) => valueAt(values, metric, at));
              yield [arm, replicate, yearLabel(start, year), weeks, kind, code, names[index], ...figures];
            }
          }
        }
      }
    },
  };
}

const KIND = key(
  'kind',
  'Kind of organisation: trust (hospital), pct (primary care trust, the commissioner), practice, body (a book of a body that owns its hospitals: of its buying side, of its providing side, or of both).',
);
const CODE = key('code', "The organisation's code in the health service, or in the user's own place.");
const NAME = key('name', "The organisation's name.");
