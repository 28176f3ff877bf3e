import { mayFoundBodies } from '../../model/institutions/schedule.ts';
import type { RunResult } from '../../model/result.ts';
import type { ExperimentArm } from '../experiment/plan.ts';

/**
 * Which structure an arm asked for came about, in words: a regime that formed nothing has not been tried. Empty where
 * nothing was asked for and nothing came.
 */
export function whatFormed({ input }: ExperimentArm, runs: readonly RunResult[]): string {
  const asked = mayFoundBodies({ ...input, replicate: 0 });
  const bodies = told(runs, ['body founded'], (n) => (n === '1' ? '1 body' : `${n} bodies`), 'from');
  const funds = told(runs, ['budgets taken over'], () => 'budgets of single practices', 'from');
  const mergers = told(
    runs,
    ['trusts merged', 'commissioners merged'],
    (n) => (n === '1' ? '1 merger' : `${n} mergers`),
    'in',
  );
  const structure = [bodies === '' ? '' : `${bodies}${atTheEnd(runs)}`, funds].filter((text) => text !== '');
  return [
    ...(asked && structure.length === 0 ? ['no body formed: see events.csv'] : structure),
    input.mergers !== undefined && mergers === '' ? 'no merger was carried out: see events.csv' : mergers,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** How many organisations such events befell, the first week, and in how many worlds if not in all; empty where none. */
function told(
  runs: readonly RunResult[],
  kinds: readonly string[],
  what: (count: string) => string,
  when: 'from' | 'in',
): string {
  const found = runs
    .map(({ events }) => events.filter(({ kind }) => kinds.includes(kind)))
    .filter((events) => events.length > 0);
  if (found.length === 0) return '';
  const counts = found.map((events) => new Set(events.map(({ organisation }) => organisation)).size);
  const weeks = found.map((events) => Math.min(...events.map(({ week }) => week)));
  const worlds = found.length === runs.length ? '' : `, in ${found.length} of ${runs.length} worlds`;
  return `${what(range(counts))} ${when} week ${range(weeks)}${worlds}`;
}

/** People served by bodies when the run ends, in the mean of its worlds; what was founded may have been closed. */
function atTheEnd(runs: readonly RunResult[]): string {
  const last = runs.flatMap(({ annual }) => annual.people_in_bodies_pct?.at(-1) ?? []);
  if (last.length === 0) return '';
  const mean = last.reduce((sum, share) => sum + share, 0) / last.length;
  return `; ${Math.round(mean)}% of people served by one at the end`;
}

function range(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? `${low}` : `${low} to ${high}`;
}
