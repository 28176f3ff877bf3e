import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { SettingValues } from '../../model/institutions/settings.ts';
import { findMetric } from '../../model/metrics/catalogue.ts';
import type { RunResult } from '../../model/result.ts';
import { wholeRun } from '../analysis/whole-run.ts';
import { PROBED, type ProbedRun } from '../signs/probed.ts';
import { armInput, NotPosable, SPLIT, type StudyArm, type StudyFrame } from '../study/arm.ts';
import { ANCHORED_ON, type Anchor, type Rests, restShifts, restsUnder } from '../study/rests.ts';
import { runBatch } from '../study/run-arm.ts';
import { type Dimension, type Draw, optionAtPoint, parametersOf } from './dimensions.ts';
import { complete, type GrowingTable } from './study-file.ts';

/** Week of the switch; before it every arm is under the split. */
export const SWITCH_WEEK = 52;

/** Regimes whose advocates' claims are put to the draws, against the split. */
export const CLAIMANTS = ['heft', 'integrated-choice', 'dual-track'] as const;

export const ANCHORS_IN_ORDER = Object.keys(ANCHORED_ON) as readonly Anchor[];

/** Outcomes by which a regime beats the split or does not, over the whole run. */
export const OUTCOMES = [
  { metric: 'net_monetary_benefit_per_head', better: 1 },
  { metric: 'unmet_need_severity_weeks_per_1000', better: -1 },
] as const;

export const CLAIM_COLUMNS = [
  'draw',
  'anchor',
  'regime',
  ...OUTCOMES.map(({ metric }) => metric),
  'bodies_formed',
  'failure',
];

export interface ClaimStudy {
  readonly frame: StudyFrame;
  readonly regimes: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly draws: readonly Draw[];
  /** Worlds of each arm in a draw; figures are their means. */
  readonly replicates: number;
  readonly threads: number;
  readonly table: GrowingTable;
  readonly onDraw?: (done: number) => void;
}

/**
 * Run what is not in the table yet: per draw and anchor the split and each regime, in some worlds, the same luck in
 * all. A run that fails leaves a row that says so.
 */
export async function runClaims(study: ClaimStudy): Promise<void> {
  const done = complete(study.table.rows, ['draw', 'anchor'], 'regime', 1 + study.regimes.length);
  const usual = new Map<Anchor, Rests>();
  for (const draw of study.draws) {
    for (const anchor of ANCHORS_IN_ORDER) {
      if (done.has(`${draw.number} ${anchor}`)) continue;
      if (!usual.has(anchor)) usual.set(anchor, restsUnder(frameOf(study.frame, 'usual'), anchor, {}));
      study.table.append(await runDraw(study, draw, anchor, usual.get(anchor)!));
    }
    study.onDraw?.(draw.number + 1);
  }
}

async function runDraw(
  { frame, regimes, dimensions, replicates, threads }: ClaimStudy,
  draw: Draw,
  anchor: Anchor,
  usual: Rests,
): Promise<(string | number)[][]> {
  const drawn = drawnParameters(frame, draw, dimensions, anchor, usual);
  const arms = [SPLIT, ...regimes].map((regime): [string, StudyArm] => [
    regime,
    { regime, week: SWITCH_WEEK, set: settingsOf(regime, draw, dimensions), parameters: drawn },
  ]);
  const own = frameOf(frame, `draw ${draw.number}`);
  const failed = (regime: string, why: string) => [
    draw.number,
    anchor,
    regime,
    ...OUTCOMES.map(() => Number.NaN),
    0,
    why,
  ];
  const rowOf = (regime: string, runs: readonly ProbedRun[]) => [
    draw.number,
    anchor,
    regime,
    ...OUTCOMES.map(({ metric }) => mean(runs.map((run) => outcome(run, metric)))),
    mean(runs.map((run) => run.probes.bodies ?? Number.NaN)),
    '',
  ];
  try {
    const runs = await runBatch<ProbedRun>(
      {
        name: 'claims',
        inputs: arms.map(([, arm]) => armInput(own, arm)),
        replicates,
        threads,
      },
      PROBED,
    );
    return arms.map(([regime], n) => rowOf(regime, runs[n]!));
  } catch (error) {
    if ((error as Error).name !== 'ExperimentError' && !(error instanceof NotPosable)) throw error;
    return arms.map(([regime]) => failed(regime, (error as Error).message));
  }
}

/** Parameters of a draw, with where levers rest calibrated again. */
export function drawnParameters(
  frame: StudyFrame,
  draw: Draw,
  dimensions: readonly Dimension[],
  anchor: Anchor,
  usual: Rests,
): ParameterValues {
  const drawn = parametersOf(draw, dimensions);
  return {
    ...drawn,
    ...restShifts(frameOf(frame, 'usual'), anchor, drawn, usual),
    anchor_on_boards: anchor === 'boards' ? 1 : 0,
  };
}

/** The same study with other luck. */
export function frameOf(frame: StudyFrame, luck: string): StudyFrame {
  return { ...frame, seed: `${frame.seed}, ${luck}`, cohortWeek: SWITCH_WEEK };
}

function settingsOf(regime: string, draw: Draw, dimensions: readonly Dimension[]): SettingValues {
  const sets = dimensions.map((dimension, d) =>
    dimension.kind === 'setting' && dimension.setting.regime === regime
      ? optionAtPoint(dimension.setting, draw.at[d]!).set
      : {},
  );
  return Object.assign({}, ...sets) as SettingValues;
}

/** @throws NotPosable when the model reports no such metric */
export function outcome(run: RunResult, id: string): number {
  const metric = findMetric(id);
  const years = run.annual[id];
  if (metric === undefined || years === undefined) throw new NotPosable(`no metric ${id}`);
  return wholeRun(years, run.weeksInYear, metric.overTime);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
