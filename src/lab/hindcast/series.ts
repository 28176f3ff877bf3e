import { shareWithin, waitPercentile } from '../../model/metrics/waiting-times.ts';
import type { Table } from '../place/read-table.ts';
import { completedBands } from './completed-bands.ts';
import { lastWeekOf, monthFlow } from './months.ts';
import type { HindcastRun } from './watching.ts';

/** One monthly series: what the model gives and what was published. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Counts of people: published ones are compared with a place's share of England by its residents. */
  readonly isCount: boolean;
  /** What of the series was fitted; empty where nothing was. */
  readonly fitted: string;
  /** Months to which something was fitted: they are shown and not compared. */
  readonly fittedMonths: readonly string[];
  model(run: HindcastRun, month: string): number;
  /** NaN where nothing was published. */
  published(table: Table, row: number): number;
}

type Kind = Pick<Series, 'id' | 'label' | 'unit'> & Partial<Series> & Pick<Series, 'model' | 'published'>;

const AUGUST = ['2007-08'];
const YEAR_TOTAL = 'the total of April 2008 to March 2009';

/** The stages of the list; of the first two no month was published. */
const STAGES = [
  ['list_first_outpatient', 'Waiting for a first outpatient visit', ''],
  ['list_diagnostics', 'Between first visit and decision', ''],
  ['list_admission', 'Waiting for admission', 'inpatient_list'],
] as const;

/** Every series of the hindcast, waits first. */
export const SERIES: readonly Series[] = [
  series({
    id: 'list_total',
    label: 'Waiting list at the end of the month',
    unit: 'people',
    isCount: true,
    fitted: 'August 2007; growth of capacity was sized by its fall to March 2009: no test',
    fittedMonths: AUGUST,
    model: stock('list_total'),
    published: column('incomplete_total'),
  }),
  series({
    id: 'incomplete_median_weeks',
    label: 'Median wait so far',
    unit: 'weeks',
    fitted: 'August 2007',
    fittedMonths: AUGUST,
    model: stock('incomplete_median_weeks'),
    published: column('incomplete_median_weeks'),
  }),
  series({
    id: 'incomplete_p92_weeks',
    label: '92nd percentile of the wait so far',
    unit: 'weeks',
    model: stock('incomplete_p92_weeks'),
    published: column('incomplete_p92_weeks'),
  }),
  series({
    id: 'incomplete_within_18_weeks_pct',
    label: 'Waiting under 18 weeks',
    unit: '%',
    model: stock('incomplete_within_18_weeks_pct'),
    published: share('incomplete_within_18_weeks', 'incomplete_total'),
  }),
  series({
    id: 'list_under_18_weeks',
    label: 'On the list for less than 18 weeks',
    unit: 'people',
    isCount: true,
    model: (run, month) => underEighteen(run, month),
    published: column('incomplete_within_18_weeks'),
  }),
  series({
    id: 'list_over_18_weeks',
    label: 'On the list for 18 weeks or more',
    unit: 'people',
    isCount: true,
    model: (run, month) => stock('list_total')(run, month) - underEighteen(run, month),
    published: (table, row) =>
      column('incomplete_total')(table, row) - column('incomplete_within_18_weeks')(table, row),
  }),
  series({
    id: 'list_over_52_weeks',
    label: 'On the list for more than 52 weeks',
    unit: 'people',
    isCount: true,
    fitted: 'August 2007',
    fittedMonths: AUGUST,
    model: stock('incomplete_over_52_weeks'),
    published: column('incomplete_over_52_weeks'),
  }),
  ...STAGES.map(([id, label, published]) =>
    series({ id, label, unit: 'people', isCount: true, model: stock(id), published: column(published) }),
  ),
  series({
    id: 'clock_stops',
    label: 'Clock stops',
    unit: 'pathways a month',
    isCount: true,
    model: (run, month) => stops(run, month, 0) + stops(run, month, 1),
    published: (table, row) =>
      column('admitted_stops')(table, row) + column('non_admitted_stops')(table, row),
  }),
  ...ofStops('admitted', 'admitted', 1),
  ...ofStops('non_admitted', 'without admission', 0),
  series({
    id: 'gp_referrals',
    label: 'GP referrals made',
    unit: 'referrals a month',
    isCount: true,
    fitted: YEAR_TOTAL,
    model: flow('gp_referrals'),
    published: column('gp_referrals'),
  }),
  series({
    id: 'first_outpatients',
    label: 'First outpatient attendances',
    unit: 'attendances a month',
    isCount: true,
    fitted: `${YEAR_TOTAL}, as other sources are the difference to it`,
    model: flow('first_outpatients'),
    published: column('first_outpatient_attendances'),
  }),
  series({
    id: 'elective_admissions',
    label: 'Elective admissions, planned ones included',
    unit: 'admissions a month',
    isCount: true,
    fitted: YEAR_TOTAL,
    model: flow('elective_admissions'),
    published: column('elective_admissions'),
  }),
  series({
    id: 'emergency_admissions',
    label: 'Emergency (published: non-elective) admissions',
    unit: 'admissions a month',
    isCount: true,
    fitted: 'the total of 2008-09 in hospital episodes',
    model: flow('emergency_admissions'),
    published: column('non_elective_admissions'),
  }),
];

/** Clocks that stopped, with or without admission. */
function ofStops(id: 'admitted' | 'non_admitted', words: string, admitted: 0 | 1): Series[] {
  return [
    series({
      id: `${id}_stops`,
      label: `Clock stops, ${words}`,
      unit: 'pathways a month',
      isCount: true,
      model: (run, month) => stops(run, month, admitted),
      published: column(`${id}_stops`),
    }),
    series({
      id: `${id}_median_weeks`,
      label: `Median wait, ${words}`,
      unit: 'weeks',
      model: (run, month) => waitPercentile(completedBands(run, month, admitted), 0.5),
      published: column(`${id}_median_weeks`),
    }),
    series({
      id: `${id}_within_18_weeks_pct`,
      label: `Stopped within 18 weeks, ${words}`,
      unit: '%',
      model: (run, month) => shareWithin(completedBands(run, month, admitted), 18),
      published: share(`${id}_within_18_weeks`, `${id}_stops`),
    }),
  ];
}

function series(kind: Kind): Series {
  return { isCount: false, fitted: '', fittedMonths: [], ...kind };
}

function stock(metric: string): Series['model'] {
  return (run, month) => run.weekly[metric]![lastWeekOf(month)]!;
}

function flow(metric: string): Series['model'] {
  return (run, month) => monthFlow(run.weekly[metric]!, month);
}

function underEighteen(run: HindcastRun, month: string): number {
  return (stock('list_total')(run, month) * stock('incomplete_within_18_weeks_pct')(run, month)) / 100;
}

/** Real pathways that stopped in the month. */
function stops(run: HindcastRun, month: string, admitted: 0 | 1): number {
  const bands = completedBands(run, month, admitted);
  return bands.reduce((sum, n) => sum + n, 0) / run.diagnostics.scale;
}

/** A column as it stands; without one, nothing was published. */
function column(name: string): Series['published'] {
  return (table, row) => table.number[name]?.[row] ?? Number.NaN;
}

function share(part: string, whole: string): Series['published'] {
  return (table, row) => (100 * table.number[part]![row]!) / table.number[whole]![row]!;
}
