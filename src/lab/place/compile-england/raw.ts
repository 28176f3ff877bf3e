import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One line of a raw table, by column name; blank = unknown. */
export type RawRow = Readonly<Record<string, string>>;

/** The raw facts that the compile step reads, as gathered from the sources (see data/england/SOURCES.md). */
export interface RawFacts {
  readonly pct: readonly RawRow[];
  readonly pctExtra: readonly RawRow[];
  readonly pctPopulation: readonly RawRow[];
  readonly lsoa: readonly RawRow[];
  readonly practices: readonly RawRow[];
  readonly practiceCharacteristics: readonly RawRow[];
  readonly ccg: readonly RawRow[];
  readonly trusts: readonly RawRow[];
  readonly trustStaff: readonly RawRow[];
  readonly foundationDates: readonly RawRow[];
  readonly hospitalSites: readonly RawRow[];
  readonly otherSites: readonly RawRow[];
  readonly nationalWaits: readonly RawRow[];
  readonly nationalActivity: readonly RawRow[];
  readonly nationalYears: readonly RawRow[];
}

/** @throws if a table is missing from the folder. */
export function readRawFacts(folder: string): RawFacts {
  const read = (file: string): RawRow[] => readRawTable(join(folder, file));
  return {
    pct: read('pct.csv'),
    pctExtra: read('pct_extra.csv'),
    pctPopulation: read('pct_population_age_2006_2013.csv'),
    lsoa: read('lsoa_2001.csv'),
    practices: read('gp_practices_2013.csv'),
    practiceCharacteristics: read('gp_practice_characteristics.csv'),
    ccg: read('ccg.csv'),
    trusts: read('acute_trusts.csv'),
    trustStaff: read('trust_staff_2009_2013.csv'),
    foundationDates: read('foundation_trust_dates.csv'),
    hospitalSites: read('nhs_hospital_sites.csv'),
    otherSites: read('independent_hospital_sites.csv'),
    nationalWaits: read('england_rtt_monthly.csv'),
    nationalActivity: read('england_monthly_activity.csv'),
    nationalYears: read('england_annual.csv'),
  };
}

export function readRawTable(path: string): RawRow[] {
  return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true }) as RawRow[];
}

export function byCode(rows: readonly RawRow[], column: string): Map<string, RawRow> {
  return new Map(rows.map((row) => [row[column], row]));
}

/** Number of a cell; NaN if blank. */
export function numberOf(row: RawRow | undefined, column: string): number {
  const value = row?.[column] ?? '';
  return value === '' ? Number.NaN : Number(value);
}

/** A number for a table: blank if unknown, else rounded to a number of decimals without trailing zeros. */
export function cell(value: number, decimals: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : '';
}
