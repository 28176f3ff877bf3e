import { byCode, type RawFacts, type RawRow } from './raw.ts';

type Rows = Record<string, string>[];

/** Column of the table -> column of the raw table. */
const WAITS = [
  ['incomplete_total', 'incomplete_total_pathways'],
  ['incomplete_median_weeks', 'incomplete_median_wait_weeks'],
  ['incomplete_p92_weeks', 'incomplete_92nd_percentile_weeks'],
  ['incomplete_within_18_weeks', 'incomplete_within_18_weeks_pathways'],
  ['incomplete_over_52_weeks', 'incomplete_over_52_weeks_pathways'],
  ['admitted_stops', 'admitted_unadjusted_total_pathways'],
  ['admitted_median_weeks', 'admitted_unadjusted_median_wait_weeks'],
  ['admitted_within_18_weeks', 'admitted_unadjusted_within_18_weeks_pathways'],
  ['non_admitted_stops', 'non_admitted_total_pathways'],
  ['non_admitted_median_weeks', 'non_admitted_median_wait_weeks'],
  ['non_admitted_within_18_weeks', 'non_admitted_within_18_weeks_pathways'],
] as const;

const ACTIVITY = [
  ['gp_referrals', 'gp_referrals_made_all_specialties'],
  ['first_outpatient_attendances', 'first_outpatient_attendances_general_and_acute'],
  ['elective_admissions', 'elective_total_admissions'],
  ['planned_admissions', 'planned_total_admissions'],
  ['non_elective_admissions', 'non_elective_admissions'],
] as const;

/** What was published for the end of a financial year only. */
const YEAR_END = [['inpatient_list', 'inpatient_waiting_list_end_march_patients']] as const;

/** Monthly series of England: blank where nothing was published, or only that it was above the last band. */
export function nationalMonthRows(
  raw: Pick<RawFacts, 'nationalWaits' | 'nationalActivity' | 'nationalYears'>,
): Rows {
  const activity = byCode(raw.nationalActivity, 'month');
  const years = byCode(raw.nationalYears, 'financial_year');
  return raw.nationalWaits.map((row) => ({
    month: row.month,
    ...cells(row, WAITS),
    ...cells(activity.get(row.month), ACTIVITY),
    ...cells(years.get(yearEnding(row.month)), YEAR_END),
  }));
}

/** Trusts with a count of admissions. */
export function trustAdmissionRows(raw: Pick<RawFacts, 'trusts'>): Rows {
  return raw.trusts
    .filter((trust) => trust.active_2010_11 === 'true')
    .map((trust) => ({
      provider_code: trust.trust_code,
      finished_admission_episodes_2012_13: trust.finished_admission_episodes_2012_13,
    }))
    .filter((row) => row.finished_admission_episodes_2012_13 !== '');
}

/** `2007-08` for March 2008; nothing for other months. */
function yearEnding(month: string): string {
  const [year, number] = month.split('-');
  return number === '03' ? `${Number(year) - 1}-${year.slice(2)}` : '';
}

function cells(row: RawRow | undefined, columns: readonly (readonly [string, string])[]) {
  return Object.fromEntries(
    columns.map(([column, source]) => {
      const cell = row?.[source] ?? '';
      return [column, cell.endsWith('+') ? '' : cell];
    }),
  );
}
