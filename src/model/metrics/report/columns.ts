import type { YearBook } from '../annual-books.ts';

/** Figures of one year by metric; of one unit (an organisation, a fifth) where there are several. */
export type Row = Record<string, number>;

/** A column for each metric, one entry a year. */
export function perYear(
  years: readonly YearBook[],
  row: (year: YearBook) => Row,
): Record<string, Float64Array> {
  return perYearAndUnit(years, 1, (year) => row(year));
}

/** A column for each metric, [year * units + unit]; NaN where a year has no such figure. */
export function perYearAndUnit(
  years: readonly YearBook[],
  units: number,
  row: (year: YearBook, unit: number) => Row,
): Record<string, Float64Array> {
  const columns: Record<string, Float64Array> = {};
  years.forEach((year, y) => {
    for (let unit = 0; unit < units; unit++) {
      for (const [metric, value] of Object.entries(row(year, unit))) {
        columns[metric] ??= new Float64Array(years.length * units).fill(Number.NaN);
        columns[metric]![y * units + unit] = value;
      }
    }
  });
  return columns;
}

/** a / b; NaN where b is 0. */
export function ratio(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}
