import type { Metric } from '../../../model/metrics/catalogue.ts';
import type { RunResult } from '../../../model/result.ts';
import {
  type PairedDifference,
  pairedDifference,
  pairedOverDraws,
  readingOf,
} from '../../analysis/paired.ts';
import { wholeRun } from '../../analysis/whole-run.ts';
import type { ExperimentResult } from '../../experiment/plan.ts';
import { yearLabel } from '../calendar.ts';
import { ARM, key, type ResultTable, reportedMetrics, valueAt } from './table.ts';

/** Every arm against the baseline, metric by metric, by year and for the whole run. */
export function comparisonTable(experiment: ExperimentResult, start: string): ResultTable {
  const metrics = reportedMetrics(experiment, (run) => [run.annual]);
  return {
    file: 'comparison.csv',
    columns: COLUMNS,
    *rows() {
      const { arms, baseline } = experiment.plan;
      const { years, weeks, weeksInYear } = experiment.runs[0][0];
      for (const { name } of arms.filter((arm) => arm.name !== baseline)) {
        for (const metric of metrics) {
          for (let year = 0; year <= years; year++) {
            const period = year === years ? ['all', weeks] : [yearLabel(start, year), weeksInYear[year]];
            const paired = compareArms(experiment, name, metric, year === years ? 'all' : year);
            const { meanBaseline, meanArm, difference, low, high, replicates } = paired;
            const reading = readingOf(paired, metric.direction);
            const figures = [meanBaseline, meanArm, difference, low, high, replicates];
            const interval = Number.isNaN(low) ? '' : paired.interval;
            const last = [metric.unit, metric.direction, reading, interval];
            yield [name, baseline, metric.id, ...period, ...figures, ...last];
          }
        }
      }
    },
  };
}

/**
 * An arm against the baseline in one metric.
 *
 * @param year from 0, or `all` for the whole run (how the years add up: see the metric's `overTime`).
 */
export function compareArms(
  { plan, runs }: ExperimentResult,
  arm: string,
  metric: Metric,
  year: number | 'all',
): PairedDifference {
  const figures = (name: string) =>
    runs[plan.arms.findIndex((other) => other.name === name)].map((run) => economyFigure(run, metric, year));
  const [ofBaseline, ofArm] = [figures(plan.baseline), figures(arm)];
  return plan.draws === undefined
    ? pairedDifference(ofBaseline, ofArm)
    : pairedOverDraws(ofBaseline, ofArm, plan.draws.worlds);
}

/** The whole economy's figure in a year, or over the whole run. */
export function economyFigure(run: RunResult, metric: Metric, year: number | 'all'): number {
  if (year !== 'all') return valueAt(run.annual, metric, year);
  const years = run.annual[metric.id];
  return years === undefined ? Number.NaN : wholeRun(years, run.weeksInYear, metric.overTime);
}

const COLUMNS = [
  ARM,
  key('baseline', 'Name of the arm that it is compared with.'),
  key('metric', 'Id of the metric, as in the columns of annual.csv.'),
  key(
    'year',
    'Model year, or "all" for the whole run: counts added up, rates per full year, shares and medians averaged over the years by their weeks, carried balances at the end.',
  ),
  key('weeks', 'Weeks of that year that were run; for "all" the weeks of the run.', 'weeks'),
  key('mean_baseline', 'Mean of the baseline over the replicates.', 'see unit'),
  key('mean_arm', 'Mean of the arm over the replicates.', 'see unit'),
  key(
    'paired_difference',
    'Mean over the replicates of the arm less the baseline of the same replicate, which met the same luck.',
    'see unit',
  ),
  key(
    'ci_low',
    'Lower end of the 95% Student t interval of the paired difference; the column interval says what it holds. Empty with one replicate, or one draw.',
    'see unit',
  ),
  key('ci_high', 'Upper end of that interval.', 'see unit'),
  key('replicates', 'Replicates in which both arms have a figure.', 'replicates'),
  key('unit', 'Unit of the figures.'),
  key('direction', 'Which way is better.'),
  key(
    'reading',
    'better or worse when the whole interval lies on one side of zero; more or less when it does and neither is by itself good or bad; no difference shown when it holds zero. Of many rows about one in twenty takes a side by luck alone.',
  ),
  key(
    'interval',
    'What the interval holds. luck only: where the mean of all worlds with these parameters lies; neither the uncertainty of parameters nor of the model. luck and parameters: where the difference of one more draw of the parameters would lie; not the uncertainty of the model. Empty without an interval.',
  ),
];
