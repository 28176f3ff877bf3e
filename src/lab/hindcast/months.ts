/** Months of the hindcast: April 2007 to March 2009. */
export const MONTHS: readonly string[] = Array.from({ length: 24 }, (_, n) => {
  const date = new Date(Date.UTC(2007, 3 + n, 1));
  return date.toISOString().slice(0, 7);
});

/** Weeks of the hindcast: two model years. */
export const HINDCAST_WEEKS = 104;

const WEEKS_OF_A_YEAR = 52;
const DAY_MS = 86_400_000;

/**
 * Edges of a month in weeks of the run. The 52 weeks of a model year stand for the whole year from April to March, so
 * each is a little longer than seven days: yearly counts are then those of the year, as everywhere in the results.
 */
export function monthInWeeks(month: string): { readonly from: number; readonly to: number } {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const date = new Date(start);
  const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const april = date.getUTCMonth() >= 3 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
  const [first, next] = [Date.UTC(april, 3, 1), Date.UTC(april + 1, 3, 1)];
  const year = april - 2007;
  const weekOf = (time: number): number =>
    WEEKS_OF_A_YEAR * (year + (time - first) / DAY_MS / ((next - first) / DAY_MS));
  return { from: weekOf(start), to: weekOf(end) };
}

/** Weeks that lie in a month, each with the share of it that does. */
export function weeksOf(month: string): readonly { readonly week: number; readonly share: number }[] {
  const { from, to } = monthInWeeks(month);
  const weeks: { week: number; share: number }[] = [];
  for (let week = Math.floor(from); week < to; week++) {
    const share = Math.min(week + 1, to) - Math.max(week, from);
    if (share > 1e-9) weeks.push({ week, share });
  }
  return weeks;
}

/** Week of the run whose end is nearest to the end of the month. */
export function lastWeekOf(month: string): number {
  return Math.max(0, Math.round(monthInWeeks(month).to) - 1);
}

/** Count of a month from counts by week. */
export function monthFlow(weekly: ArrayLike<number>, month: string): number {
  return weeksOf(month).reduce((sum, { week, share }) => sum + share * weekly[week]!, 0);
}
