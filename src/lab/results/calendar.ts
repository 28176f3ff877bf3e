/** Weeks of a model year. */
export const WEEKS_OF_A_YEAR = 52;

const DAY_MS = 86_400_000;

/**
 * Label of a model year. Both years in full: a spreadsheet takes `2007-08` for August.
 *
 * @param start first month of the run, as `2007-04`.
 * @param year from 0.
 * @returns `2007-2008` for year 0 of a run from April 2007.
 */
export function yearLabel(start: string, year: number): string {
  const first = monthOf(start).year + year;
  return `${first}-${first + 1}`;
}

/** A year's label for a title: a part year says how many weeks it has, as `2007-2008 (8 weeks)`. */
export function yearTitle(start: string, year: number, weeks: number): string {
  const label = yearLabel(start, year);
  return weeks === WEEKS_OF_A_YEAR ? label : `${label} (${weeks} ${weeks === 1 ? 'week' : 'weeks'})`;
}

/**
 * Date of a week: the Mondays of each year are counted from the first Monday of the starting month, so that a date lies in
 * the year of its label although a model year has 52 weeks and a calendar year a day or two more.
 *
 * @param start first month of the run, as `2007-04`.
 * @param week from 0.
 * @returns ISO date, as `2007-04-02`.
 */
export function weekDate(start: string, week: number): string {
  const { year, month } = monthOf(start);
  const firstDay = Date.UTC(year + yearOfWeek(week), month - 1, 1);
  const daysToMonday = (8 - new Date(firstDay).getUTCDay()) % 7;
  const day = firstDay + (daysToMonday + 7 * (week % WEEKS_OF_A_YEAR)) * DAY_MS;
  return new Date(day).toISOString().slice(0, 10);
}

/** Model year of a week, both from 0. */
export function yearOfWeek(week: number): number {
  return Math.floor(week / WEEKS_OF_A_YEAR);
}

function monthOf(start: string): { year: number; month: number } {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(start);
  if (match === null) throw new RangeError(`a month looks like 2007-04, not ${JSON.stringify(start)}`);
  return { year: Number(match[1]), month: Number(match[2]) };
}
