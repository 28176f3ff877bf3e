import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { Shock } from '../../model/run-input.ts';
import { armInput, type StudyFrame } from '../study/arm.ts';
import { type Rests, restsUnder } from '../study/rests.ts';
import { besides, runBatch, type WatchingModel } from '../study/run-arm.ts';
import { drawnParameters, frameOf, SWITCH_WEEK } from './claims.ts';
import type { Dimension, Draw } from './dimensions.ts';
import { type GrowingTable, latest, type TextRow } from './study-file.ts';
import { type Seen, simulate, type WatchedRun } from './watched-model.ts';

/** Week in which a shock begins: a year or two after the switch, and the first of a financial year. */
const SHOCK_WEEK = 156;
const YEARS_WITHOUT_GROWTH = 4;

const NO_SHOCK = 'none';

/** What a run must bear; the last is all at once. */
export const SHOCKS: Readonly<Record<string, readonly Shock[]>> = {
  [NO_SHOCK]: [],
  'emergencies +10%': [shock({ emergencies: 1.1 })],
  'beds -10%': [shock({ beds: 0.9 })],
  'four years without growth': [shock({ weeks: 52 * YEARS_WITHOUT_GROWTH, budgetGrowth: 0 })],
  'all at once': [
    shock({ emergencies: 1.1, beds: 0.9 }),
    shock({ weeks: 52 * YEARS_WITHOUT_GROWTH, budgetGrowth: 0 }),
  ],
};

/** What counts as an explosion: a list so many times that of the start, a balance of so many years' money. */
const EXPLODED_LIST = 5;
const EXPLODED_BALANCE = 1;
/** Pence by which rounding may leave the ledger off zero. */
const LEDGER_OFF = 0.5;

/** At most so many of a lever's quarters may end at a bound, or turn round two quarters running. */
export const MOST_AT_BOUND = 0.05;
export const MOST_TURNS = 0.15;

export const STABILITY_COLUMNS = [
  'draw',
  'regime',
  'shock',
  'not_finite',
  'negative',
  'list_growth',
  'balance_share',
  'ledger_off',
  'failure',
];
export const LEVER_COLUMNS = [
  'draw',
  'regime',
  'shock',
  'lever',
  'quarters',
  'at_bound',
  'turns',
  'far_turns',
  'turns_running',
];

/** Every run without a shock and with each of them, or with one, each in its turn. */
export const SHOCKS_OF_STUDY = ['turn', 'each'] as const;
export type ShocksOfStudy = (typeof SHOCKS_OF_STUDY)[number];

export interface StabilityStudy {
  readonly frame: StudyFrame;
  readonly regimes: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly draws: readonly Draw[];
  readonly threads: number;
  readonly runs: GrowingTable;
  readonly levers: GrowingTable;
  readonly shocks: ShocksOfStudy;
  readonly onDraw?: (done: number, all: number) => void;
}

/** Every regime in every draw, under the shocks asked for: run what is not in the tables yet, a draw at a time. */
export async function runStability(study: StabilityStudy): Promise<void> {
  const { draws, regimes, runs } = study;
  const done = new Set(runs.rows.map((row) => `${row.draw} ${row.regime} ${row.shock}`));
  let usual: Rests | undefined;
  for (const [n, draw] of draws.entries()) {
    const missing = regimes
      .flatMap((regime, r) => shocksOf(study.shocks, n + r).map((shock) => ({ regime, shock })))
      .filter(({ regime, shock }) => !done.has(`${draw.number} ${regime} ${shock}`));
    if (missing.length > 0) {
      usual ??= restsUnder(frameOf(study.frame, 'usual'), 'split', {});
      const parameters = drawnParameters(study.frame, draw, study.dimensions, 'split', usual);
      await runDraw(study, draw, parameters, missing);
    }
    study.onDraw?.(n + 1, draws.length);
  }
}

/** Names of the shocks of the n-th run: all, and none; or one of them, each in its turn. */
export function shocksOf(which: ShocksOfStudy, n: number): readonly string[] {
  const names = Object.keys(SHOCKS);
  if (which === 'each') return names;
  const shocks = names.filter((name) => name !== NO_SHOCK);
  return [shocks[n % shocks.length]!];
}

interface Case {
  readonly regime: string;
  readonly shock: string;
}

/** The runs of a draw, all at a time; where one fails, one after the other, so that it is known which. */
async function runDraw(
  study: StabilityStudy,
  draw: Draw,
  parameters: ParameterValues,
  cases: readonly Case[],
): Promise<void> {
  const own = frameOf(study.frame, `draw ${draw.number}`);
  const inputs = cases.map(({ regime, shock }) =>
    armInput(own, { regime, week: SWITCH_WEEK, parameters, shocks: SHOCKS[shock]! }),
  );
  const batch = { name: 'stability', replicates: 1, threads: study.threads };
  try {
    const found = await runBatch<WatchedRun>({ ...batch, inputs }, WATCHED);
    for (const [n, one] of cases.entries()) note(study, draw, one, found[n]![0]!.seen);
  } catch (error) {
    if ((error as Error).name !== 'ExperimentError') throw error;
    if (cases.length > 1) {
      for (const one of cases) await runDraw(study, draw, parameters, [one]);
      return;
    }
    const nothing = [Number.NaN, Number.NaN, Number.NaN];
    const { regime, shock } = cases[0]!;
    study.runs.append([[draw.number, regime, shock, '', '', ...nothing, (error as Error).message]]);
  }
}

/** Levers first: a study that is stopped between the two does the run again. */
function note({ levers, runs }: StabilityStudy, draw: Draw, { regime, shock }: Case, seen: Seen): void {
  const key = [draw.number, regime, shock];
  levers.append(
    seen.levers.map(({ lever, quarters, atBound, turns, farTurns, turnsRunning }) => [
      ...key,
      lever,
      quarters,
      atBound,
      turns,
      farTurns,
      turnsRunning,
    ]),
  );
  const { notFinite, negative, listGrowth, balanceShare, ledgerOff } = seen;
  runs.append([[...key, notFinite.join(' '), negative.join(' '), listGrowth, balanceShare, ledgerOff, '']]);
}

const WATCHED: WatchingModel = { simulate, address: besides(import.meta.url, 'watched-model') };

/** Runs by what went wrong in them, of one regime. */
export interface RegimeStability {
  readonly regime: string;
  readonly runs: number;
  readonly failed: number;
  readonly notFinite: number;
  readonly negative: number;
  readonly exploded: number;
  readonly ledger: number;
  /** What went wrong, each thing once. */
  readonly what: readonly string[];
}

export function byRegime(all: readonly TextRow[]): readonly RegimeStability[] {
  const rows = latest(all, ['draw', 'regime', 'shock']);
  return [...new Set(rows.map((row) => row.regime!))].map((regime) => {
    const own = rows.filter((row) => row.regime === regime);
    const count = (is: (row: TextRow) => boolean) => own.filter(is).length;
    const exploded = (row: TextRow) =>
      Number(row.list_growth) > EXPLODED_LIST || Number(row.balance_share) > EXPLODED_BALANCE;
    const words = own.flatMap((row) => [
      ...`${row.not_finite} ${row.negative}`.split(/ (?=books|will|ledger|level)/),
      row.failure!,
      exploded(row)
        ? `list x ${Number(row.list_growth).toFixed(1)}, balance ${Number(row.balance_share).toFixed(2)} years (${row.shock})`
        : '',
    ]);
    return {
      regime,
      runs: own.length,
      failed: count((row) => row.failure !== ''),
      notFinite: count((row) => row.not_finite !== ''),
      negative: count((row) => row.negative !== ''),
      exploded: count(exploded),
      ledger: count((row) => Number(row.ledger_off) > LEDGER_OFF),
      what: [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))],
    };
  });
}

/** Share of quarters at a bound and of turns by lever; the worst regime of each. */
export interface LeverStability {
  readonly lever: string;
  readonly atBound: number;
  readonly turns: number;
  readonly farTurns: number;
  /** Sign turned two quarters running. */
  readonly turnsRunning: number;
  readonly worstBound: string;
  readonly worstTurns: string;
}

export function byLever(all: readonly TextRow[]): readonly LeverStability[] {
  const rows = latest(all, ['draw', 'regime', 'shock', 'lever']);
  return [...new Set(rows.map((row) => row.lever!))].map((lever) => {
    const own = rows.filter((row) => row.lever === lever);
    const share = (of: readonly TextRow[], column: string): number => {
      const total = (name: string) => of.reduce((sum, row) => sum + Number(row[name]), 0);
      return total('quarters') === 0 ? Number.NaN : total(column) / total('quarters');
    };
    const worst = (column: string): string => {
      const byName = [...new Set(own.map((row) => row.regime!))].map(
        (regime) =>
          [
            regime,
            share(
              own.filter((row) => row.regime === regime),
              column,
            ),
          ] as const,
      );
      const [regime, most] = byName.reduce((a, b) => (b[1] > a[1] || Number.isNaN(a[1]) ? b : a));
      return Number.isNaN(most) ? '' : `${regime} ${(100 * most).toFixed(0)}%`;
    };
    return {
      lever,
      atBound: share(own, 'at_bound'),
      turns: share(own, 'turns'),
      farTurns: share(own, 'far_turns'),
      turnsRunning: share(own, 'turns_running'),
      worstBound: worst('at_bound'),
      worstTurns: worst('turns_running'),
    };
  });
}

function shock(part: Partial<Shock>): Shock {
  const forGood = 10_000;
  return {
    week: SHOCK_WEEK,
    weeks: forGood,
    emergencies: 1,
    beds: 1,
    slots: 1,
    budgetGrowth: null,
    why: 'a shock of the study',
    ...part,
  };
}
