import { findMetric } from '../../model/metrics/catalogue.ts';
import type { Place } from '../../model/place.ts';
import type { OrganisationColumns } from '../../model/result.ts';
import { wholeRun } from '../analysis/whole-run.ts';
import type { Step } from '../study/resolve-steps.ts';
import type { FactArm } from './arm-input.ts';
import type { Observe, ObservedRun } from './observed.ts';
import type { FactPlaceId } from './places.ts';
import type { Figure } from './verdict.ts';

/** Figures of one replicate by measure of the fact, and the rows of its micro-data. */
export interface Answer {
  readonly figures: Readonly<Record<string, number | Figure>>;
  readonly micro?: readonly (readonly (string | number)[])[];
}

/** How a fact, or a few that share their runs, is posed to the model. */
export interface Question {
  /** Ids of the facts that it answers; figures are named by `id measure`. */
  readonly facts: readonly string[];
  readonly place: FactPlaceId;
  readonly weeks: number;
  readonly arms: readonly FactArm[];
  /** What there was before, where it is not the first arm: the model in which nothing ever changes stays there. */
  readonly before?: FactArm;
  readonly observe?: Observe;
  /** Replicates for each one asked for: 1, or fewer where a run is dear, or more where it is cheap. */
  readonly effort?: number;
  /** Columns of the micro-data; without it there are none. */
  readonly microHeader?: readonly string[];
  /** @param runs of one replicate, by arm */
  readonly read: (runs: readonly ObservedRun[], place: Place) => Answer;
}

export const SPLIT = 'purchaser-provider-split';
export const BLOCK = 'block-contracts';

/** Institutions of one regime from the first day. */
export function always(regime: string, set: Step['set'] = {}): FactArm {
  return { steps: [{ week: 0, regime, set }] };
}

/** A metric over the years from `from` to before `to`. */
export function over(run: ObservedRun, metric: string, from: number, to = run.years): number {
  const years = run.annual[metric];
  const found = findMetric(metric);
  if (years === undefined || found === undefined) throw new RangeError(`no metric ${metric}`);
  return wholeRun(years.slice(from, to), run.weeksInYear.slice(from, to), found.overTime);
}

/** By how many per cent the second is above the first. */
export function percentOver(first: number, second: number): number {
  return 100 * (second / first - 1);
}

/** The same of a metric of two runs. */
export function percentChange(
  [first, second]: readonly [ObservedRun, ObservedRun],
  metric: string,
  from: number,
  to?: number,
): number {
  return percentOver(over(first, metric, from, to), over(second, metric, from, to));
}

/** Mean fatality of heart attack, stroke and broken hip, each as the logarithm of its expected share. */
export function logFatality(run: ObservedRun, from: number, to?: number): number {
  const classes = ['heart_attack', 'stroke', 'hip_fracture'];
  return classes.reduce(
    (sum, name) => sum + Math.log(over(run, `case_fatality_${name}_pct`, from, to)) / 3,
    0,
  );
}

/** A table of organisations that the run was asked to keep. */
export function organisations(run: ObservedRun, kind: OrganisationColumns['kind']): OrganisationColumns {
  const found = run.organisations.find((table) => table.kind === kind);
  if (found === undefined) throw new RangeError(`the run kept no table of ${kind}`);
  return found;
}

/** A column of such a table in one year. */
export function columnOf(
  { values, codes }: OrganisationColumns,
  metric: string,
  year: number,
): readonly number[] {
  const column = values[metric];
  if (column === undefined) throw new RangeError(`no metric ${metric} by organisation`);
  return Array.from(column.subarray(year * codes.length, (year + 1) * codes.length));
}
