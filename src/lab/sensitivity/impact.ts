import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { TextRow } from '../sampling/study-file.ts';
import { HEADLINES, type Headline } from './one-at-a-time.ts';

/** The study that docs/assumptions.md shows: `npm run sensitivity -- --out data/sensitivity`. */
export const SENSITIVITY_FILE = fileURLToPath(
  new URL('../../../data/sensitivity/one-at-a-time.csv', import.meta.url),
);

/**
 * How far a row's range moves the headline outcomes, in standard deviations between worlds that differ in luck alone:
 * `none`, nothing at all went another way; `small`, below one; `middling`, one to three; `large`, three and more.
 */
export type ImpactSize = 'none' | 'small' | 'middling' | 'large';

/** The largest effect of moving one row to an end of its range. */
export interface Impact {
  readonly size: ImpactSize;
  readonly outcome: Headline;
  readonly arm: string;
  readonly end: string;
  /** Change over the default run's figure. */
  readonly relative: number;
  /** Change over the standard deviation of luck. */
  readonly overLuck: number;
  /** Value and ends that were run: other ones now make the impact out of date. */
  readonly from: number;
  readonly to: readonly number[];
}

/** Impact by id of row; empty when there is no study. */
export function readImpacts(file = SENSITIVITY_FILE): ReadonlyMap<string, Impact> {
  return existsSync(file) ? impactsOf(parse(readFileSync(file, 'utf8'), { columns: true })) : new Map();
}

/** The largest effect of each row in the lines of a study. */
export function impactsOf(lines: readonly TextRow[]): ReadonlyMap<string, Impact> {
  const special = new Map(
    lines.filter(({ id }) => id === '').map((line) => [`${line.arm} ${line.end}`, line] as const),
  );
  const byRow = new Map<string, TextRow[]>();
  for (const line of lines) {
    if (line.id !== '') byRow.set(line.id!, [...(byRow.get(line.id!) ?? []), line]);
  }
  return new Map([...byRow].map(([id, own]) => [id, largest(own, special)]));
}

function largest(lines: readonly TextRow[], special: ReadonlyMap<string, TextRow>): Impact {
  const effects = lines.flatMap((line) =>
    HEADLINES.map((outcome) => {
      const change = Number(line[outcome]);
      return {
        outcome,
        arm: line.arm!,
        end: line.end!,
        relative: change / Number(special.get(`${line.arm} default`)![outcome]),
        overLuck: change / Number(special.get(`${line.arm} luck`)![outcome]),
      };
    }),
  );
  const most = effects.reduce((a, b) => (Math.abs(b.overLuck) > Math.abs(a.overLuck) ? b : a));
  return {
    ...most,
    size: lines.every(({ same }) => same === 'yes') ? 'none' : sizeOf(Math.abs(most.overLuck)),
    from: Number(lines[0]!.from),
    to: [...new Set(lines.map(({ to }) => Number(to)))],
  };
}

function sizeOf(overLuck: number): ImpactSize {
  if (overLuck < 1) return 'small';
  return overLuck < 3 ? 'middling' : 'large';
}

/** `+12% list_per_1000 (bodies, high)` */
export function impactInWords({ size, outcome, arm, end, relative, overLuck }: Impact): string {
  if (size === 'none') return 'none';
  const percent = Number((100 * relative).toPrecision(2));
  return `${size}: ${percent > 0 ? '+' : ''}${percent}% ${outcome} (${arm}, ${end}; ${Math.abs(overLuck).toFixed(1)} sd)`;
}
