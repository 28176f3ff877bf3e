import type { Table } from '../place/read-table.ts';
import { completedBands } from './completed-bands.ts';
import { lastWeekOf, MONTHS, monthFlow } from './months.ts';
import type { HindcastRun } from './watching.ts';

/** What the list gained and lost between the ends of two months, pathways. */
export interface ListBalance {
  readonly from: number;
  readonly starts: number;
  readonly admitted: number;
  readonly nonAdmitted: number;
  /** Removals of all kinds; published of nobody. */
  readonly removals: number;
  /** Deaths and moves out of the place, less moves in. */
  readonly otherwise: number;
  readonly to: number;
}

/** The months whose ends the balance lies between: the first and the last published list. */
export const BALANCE_FROM = '2007-08';
export const BALANCE_TO = '2009-03';

/** @param runs one for each replicate; the balance is their mean */
export function modelBalance(runs: readonly HindcastRun[]): ListBalance {
  const months = between();
  const mean = (value: (run: HindcastRun) => number): number =>
    runs.reduce((sum, run) => sum + value(run), 0) / runs.length;
  const flow = (metric: string) =>
    mean((run) => months.reduce((sum, month) => sum + monthFlow(run.weekly[metric]!, month), 0));
  const stops = (admitted: 0 | 1) =>
    mean((run) => {
      let sum = 0;
      for (const month of months) for (const n of completedBands(run, month, admitted)) sum += n;
      return sum / run.diagnostics.scale;
    });
  const list = (month: string) => mean((run) => run.weekly.list_total![lastWeekOf(month)]!);
  const [from, to] = [list(BALANCE_FROM), list(BALANCE_TO)];
  const [starts, removals] = [flow('clock_starts'), flow('removals_from_list')];
  const [admitted, nonAdmitted] = [stops(1), stops(0)];
  return {
    from,
    starts,
    admitted,
    nonAdmitted,
    removals,
    otherwise: from + starts - admitted - nonAdmitted - removals - to,
    to,
  };
}

/** Starts, removals and other ends were not published: NaN. */
export function publishedBalance(table: Table): ListBalance {
  const rows = between().map((month) => table.text.month!.indexOf(month));
  const total = (name: string) => rows.reduce((sum, row) => sum + table.number[name]![row]!, 0);
  const list = (month: string) => table.number.incomplete_total![table.text.month!.indexOf(month)]!;
  const [from, to] = [list(BALANCE_FROM), list(BALANCE_TO)];
  return {
    from,
    starts: Number.NaN,
    admitted: total('admitted_stops'),
    nonAdmitted: total('non_admitted_stops'),
    removals: Number.NaN,
    otherwise: Number.NaN,
    to,
  };
}

/** Months after the first up to the last. */
function between(): readonly string[] {
  return MONTHS.filter((month) => month > BALANCE_FROM && month <= BALANCE_TO);
}
