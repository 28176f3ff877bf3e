import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGLAND_FOLDER } from './load-place.ts';
import { PlaceError, type PlaceProblem } from './place-error.ts';
import { readTable, type Table } from './read-table.ts';
import type { ColumnFormat, TableFormat } from './table-formats.ts';

/** Published figures of England that runs and rules are compared with. No place reads them. */
export const NATIONAL_MONTHS: TableFormat = {
  file: 'national_months.csv',
  required: true,
  key: ['month'],
  columns: [
    { ...count('month'), kind: 'text', required: true },
    count('incomplete_total'),
    weeks('incomplete_median_weeks'),
    weeks('incomplete_p92_weeks'),
    count('incomplete_within_18_weeks'),
    count('incomplete_over_52_weeks'),
    count('admitted_stops'),
    weeks('admitted_median_weeks'),
    count('admitted_within_18_weeks'),
    count('non_admitted_stops'),
    weeks('non_admitted_median_weeks'),
    count('non_admitted_within_18_weeks'),
    count('gp_referrals'),
    count('first_outpatient_attendances'),
    count('elective_admissions'),
    count('planned_admissions'),
    count('non_elective_admissions'),
    count('inpatient_list'),
  ],
};

/** Admissions of trusts, which no rule of a place reads. */
export const TRUST_ADMISSIONS: TableFormat = {
  file: 'trust_admissions.csv',
  required: true,
  key: ['provider_code'],
  columns: [
    { ...count('provider_code'), kind: 'text', required: true },
    { ...count('finished_admission_episodes_2012_13'), required: true },
  ],
};

/** @throws PlaceError with every problem of the table */
export function readCheckTable(format: TableFormat, folder = ENGLAND_FOLDER): Table {
  const problems: PlaceProblem[] = [];
  const table = readTable(readFileSync(join(folder, format.file), 'utf8'), format, problems);
  if (problems.length > 0) throw new PlaceError(problems);
  return table;
}

function count(name: string): ColumnFormat {
  return { name, kind: 'number', required: false, min: 0, max: 100_000_000, whole: true };
}

function weeks(name: string): ColumnFormat {
  return { name, kind: 'number', required: false, min: 0, max: 104, whole: false };
}
