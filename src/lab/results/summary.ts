import { findMetric, type Metric, type MetricDirection } from '../../model/metrics/catalogue.ts';
import { type Interval, type PairedDifference, type Reading, readingOf } from '../analysis/paired.ts';
import type { ExperimentResult } from '../experiment/plan.ts';
import { WEEKS_OF_A_YEAR, yearTitle } from './calendar.ts';
import { whatFormed } from './formed.ts';
import { compareArms, economyFigure } from './tables/comparison.ts';

/** The short table at the end of a run, as data. */
export interface Summary {
  readonly baseline: string;
  readonly replicates: number;
  /** What the intervals hold. */
  readonly interval: Interval;
  /** Draws of parameters; 0 when worlds differ by luck alone. */
  readonly draws: number;
  /** Title of the first full year and of the last one (the same in a run of one year); a part year tells its weeks. */
  readonly firstYear: string;
  readonly lastYear: string;
  /** By arm: which structure that it asked for came about, in words; empty where it asked for none. */
  readonly formed: Readonly<Record<string, string>>;
  /** One per metric, in the order asked for; arms in the order of the plan. */
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: MetricDirection;
  readonly arms: readonly SummaryCell[];
}

/** Means over the replicates; NaN where there is no value. */
export interface SummaryCell {
  readonly arm: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Last year against the baseline's; undefined for the baseline itself. */
  readonly comparison?: PairedDifference & { readonly reading: Reading };
}

/** What a run shows at its end unless its scenario says otherwise. */
export const DEFAULT_HEADLINE: readonly string[] = [
  'incomplete_median_weeks',
  'admitted_median_weeks',
  'incomplete_within_18_weeks_pct',
  'list_per_1000',
  'unmet_need_severity_weeks_per_1000',
  'gp_referrals_per_1000',
  'elective_admissions_per_1000',
  'emergency_admissions_per_1000',
  'ae_within_4h_pct',
  'death_rate_per_1000',
  'qalys_per_1000',
  'activity_spend_per_head_pounds',
];

/**
 * Headline outcomes of each arm in the first full year and the last full year, and how the last one differs from the
 * baseline's. A run without a full year is summarised by its only, part year. Metrics that no run reports are left out.
 *
 * @param start first month of the run, as `2007-04`.
 * @param headline metric ids.
 * @throws RangeError for an id that the catalogue does not have.
 */
export function summarise(
  experiment: ExperimentResult,
  start: string,
  headline: readonly string[] = DEFAULT_HEADLINE,
): Summary {
  const { plan, runs } = experiment;
  const { weeksInYear } = runs[0][0];
  const { first, last } = fullYears(weeksInYear);
  const metrics = headline.map(knownMetric).filter(({ id }) => runs.flat().some((run) => id in run.annual));

  return {
    baseline: plan.baseline,
    replicates: plan.replicates,
    interval: plan.draws === undefined ? 'luck only' : 'luck and parameters',
    draws: plan.draws?.values.length ?? 0,
    firstYear: yearTitle(start, first, weeksInYear[first]),
    lastYear: yearTitle(start, last, weeksInYear[last]),
    formed: Object.fromEntries(plan.arms.map((arm, index) => [arm.name, whatFormed(arm, runs[index])])),
    rows: metrics.map((metric) => {
      const arms = plan.arms.map(({ name }, index): SummaryCell => {
        const meanIn = (year: number) => mean(runs[index].map((run) => economyFigure(run, metric, year)));
        const cell = { arm: name, firstYear: meanIn(first), lastYear: meanIn(last) };
        if (name === plan.baseline) return cell;
        const paired = compareArms(experiment, name, metric, last);
        return { ...cell, comparison: { ...paired, reading: readingOf(paired, metric.direction) } };
      });
      const { id, label, unit, direction } = metric;
      return { metric: id, label, unit, direction, arms };
    }),
  };
}

function knownMetric(id: string): Metric {
  const metric = findMetric(id);
  if (metric === undefined) throw new RangeError(`the catalogue has no metric "${id}"`);
  return metric;
}

function fullYears(weeksInYear: readonly number[]): { first: number; last: number } {
  const isFull = (weeks: number) => weeks === WEEKS_OF_A_YEAR;
  return {
    first: Math.max(0, weeksInYear.findIndex(isFull)),
    last: Math.max(0, weeksInYear.findLastIndex(isFull)),
  };
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
