import { isDecidedIn } from '../../model/behaviour/will/lever.ts';
import { LEVERS } from '../../model/behaviour/will/levers.ts';
import type { LeverRow } from './lever-rows.ts';

/** What pushed or held a lever: a term of its pay-off, or what it is measured against. */
export interface Push {
  readonly what: string;
  /** Share of the money base, positive = upwards. */
  readonly share: number;
}

/** Everything that adds up to the marginal pay-off of a row. */
export function pushesOf(row: LeverRow): readonly Push[] {
  return [
    { what: 'altruism', share: row.altruism },
    { what: 'own cash', share: row.own_cash },
    { what: 'joint cash', share: row.joint_cash },
    { what: 'targets', share: row.targets },
    { what: 'the pay-off it rests at', share: -row.d0 },
    { what: 'the pull of its reference', share: -row.anchor },
  ];
}

/** The largest push in the direction that the marginal pay-off has. */
export function dominantOf(row: LeverRow): Push {
  const upwards = row.marginal_payoff >= 0 ? 1 : -1;
  return pushesOf(row).reduce((most, push) => (push.share * upwards > most.share * upwards ? push : most));
}

/** What happened in a quarter, in a sentence. @param before the same lever at the review before, if there is one */
export function sentenceOf(row: LeverRow, before?: LeverRow): string {
  const terms = pushesOf(row)
    .slice(0, 4)
    .filter((push) => Math.abs(push.share) >= 0.005)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map((push) => `${push.what} ${signed(push.share)} (${pounds(push.share * row.base_pounds)})`);
  const against = `against ${signed(row.d0)} at which it rests${
    Math.abs(row.anchor) < 0.005 ? '' : ` and ${signed(row.anchor)} of pull to its reference`
  }`;
  const sums = terms.length === 0 ? 'nothing in its favour' : terms.join(', ');
  const result = `so ${signed(row.marginal_payoff)} of £${figure(row.base_pounds)}`;
  const when = `In week ${row.week} (${row.quarter}) ${row.name} ${movement(row)}`;
  if (!isDecided(row)) {
    return `${when}, as planned for the year. How it stood: ${sums}, ${against}, ${result}.${changeSince(row, before)}`;
  }
  return `${when}: ${sums}, ${against}, ${result}; most of all ${dominantOf(row).what}.${changeSince(row, before)}`;
}

/** Whether the step of a row was decided at that review; what is planned by the year keeps its course in between. */
function isDecided({ lever, week }: LeverRow): boolean {
  const known = LEVERS.find(({ id }) => id === lever);
  return known === undefined || isDecidedIn(known, week);
}

function movement(row: LeverRow): string {
  const what = `${labelOf(row.lever).toLowerCase()}${row.specialty === '' ? '' : ` in ${row.specialty.replaceAll('_', ' ')}`}`;
  const now = `${row.level.toFixed(3)} times its reference`;
  if (Math.abs(row.step) < 0.00005) {
    return row.at_bound >= 0.5 ? `could not move ${what} further than ${now}` : `left ${what} at ${now}`;
  }
  const bound = row.at_bound >= 0.5 ? ', its bound' : '';
  return `moved ${what} ${row.step > 0 ? 'up' : 'down'} ${percent(Math.abs(row.step))} to ${now}${bound}`;
}

/** The term that changed most since the review before. */
function changeSince(row: LeverRow, before: LeverRow | undefined): string {
  if (before === undefined) return '';
  const earlier = pushesOf(before);
  const changes = pushesOf(row).map(({ what, share }, n) => ({ what, share: share - earlier[n]!.share }));
  const most = changes.reduce((a, b) => (Math.abs(b.share) > Math.abs(a.share) ? b : a));
  if (Math.abs(most.share) < 0.005) return ' Nothing much had changed since the quarter before.';
  return ` Since the quarter before, ${most.what} changed most (${signed(most.share)}).`;
}

/** The label of a lever; its id where these results are of a version that knew another. */
export function labelOf(lever: string): string {
  return LEVERS.find(({ id }) => id === lever)?.label ?? lever;
}

/** Rows of one lever of one organisation (and specialty) in one arm, by week. */
export interface LeverPath {
  readonly rows: readonly LeverRow[];
  readonly last: LeverRow;
  /** The row with the largest step, and the one before it. */
  readonly largest: LeverRow;
  readonly beforeLargest: LeverRow | undefined;
}

export function pathsOf(rows: readonly LeverRow[]): readonly LeverPath[] {
  const groups = new Map<string, LeverRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => {
    const inOrder = group.toSorted((a, b) => a.week - b.week);
    const at = inOrder.reduce(
      (most, row, n) => (Math.abs(row.step) > Math.abs(inOrder[most]!.step) ? n : most),
      0,
    );
    return { rows: inOrder, last: inOrder.at(-1)!, largest: inOrder[at]!, beforeLargest: inOrder[at - 1] };
  });
}

/** What finds the review before a row of the same lever. @param week of the rows that will be asked for */
export function reviewsBefore(
  rows: readonly LeverRow[],
  week: number,
): (row: LeverRow) => LeverRow | undefined {
  const latest = new Map<string, LeverRow>();
  for (const row of rows) {
    if (row.week >= week) continue;
    const key = keyOf(row);
    const known = latest.get(key);
    if (known === undefined || known.week < row.week) latest.set(key, row);
  }
  return (row) => latest.get(keyOf(row));
}

/** The path of each arm and organisation that ended farthest from its reference, farthest first. */
export function farthest(paths: readonly LeverPath[]): readonly LeverPath[] {
  const most = new Map<string, LeverPath>();
  for (const path of paths) {
    const key = JSON.stringify([path.last.arm, path.last.kind, path.last.code]);
    const known = most.get(key);
    if (known === undefined || distance(path) > distance(known)) most.set(key, path);
  }
  return [...most.values()].sort((a, b) => distance(b) - distance(a));
}

function distance({ last }: LeverPath): number {
  return Math.abs(Math.log(last.level));
}

function keyOf({ arm, kind, code, specialty, lever }: LeverRow): string {
  return JSON.stringify([arm, kind, code, specialty, lever]);
}

/** `+0.31`; what rounds to nothing has no sign. */
export function signed(share: number): string {
  const text = Math.abs(share).toFixed(2);
  if (Number(text) === 0) return text;
  return `${share > 0 ? '+' : '-'}${text}`;
}

/** Step in logarithms as per cent: `1.2%`. */
export function percent(step: number): string {
  return `${(100 * step).toFixed(Math.abs(step) < 0.001 ? 2 : 1)}%`;
}

function pounds(value: number): string {
  return `${value < 0 ? '-' : '+'}£${figure(Math.abs(value))}`;
}

function figure(value: number): string {
  const digits = value < 10 ? 2 : 0;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
