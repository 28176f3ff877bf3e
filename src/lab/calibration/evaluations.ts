import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import type { Place } from '../../model/place.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import { fromWeek } from '../../model/run-input.ts';
import {
  type ExperimentArm,
  keepThreads,
  runExperiment,
  runInProcess,
  threadsAvailable,
} from '../experiment/index.ts';
import { effectRatios } from './fact-evaluations.ts';
import { ratiosOf } from './figures.ts';
import { type Point, rowsAt } from './free-parameters.ts';
import { measure } from './measures.ts';
import type { CalibrationSpec } from './spec.ts';

/** Where the model is asked: at the place and scale of the fit, or at those of the reference. */
export type Where = 'fit' | 'reference';

/** Of the fit, and of the reference (the same where there is none); none where only effects are asked. */
export type Places = Readonly<Record<Where, Place>> | undefined;

/** A point at which the model is asked, in so many worlds. */
export interface Asked {
  readonly point: Point;
  readonly at: Where;
  readonly worlds: number;
}

/** Model over published of every figure, by world. */
export type Worlds = readonly Readonly<Record<string, number>>[];

/** Asks the model; what was asked before is not asked again. */
export type Evaluate = (asked: readonly Asked[]) => Promise<readonly Worlds[]>;

export interface EvaluationFrame {
  readonly spec: CalibrationSpec;
  readonly places: Places;
  readonly threads: number;
  /** Folder that keeps what was computed, so that a calibration that was stopped goes on; undefined = nowhere. */
  readonly folder?: string;
  readonly signal?: AbortSignal;
  /** Called after each evaluation that was computed. */
  readonly onEvaluation?: (computed: number) => void;
}

const FILE = 'evaluations.jsonl';

interface Kept {
  readonly at: Where;
  readonly point: Point;
  readonly worlds: Worlds;
}

/** Evaluations with common random numbers: world 0 is the same luck at every point. */
export function evaluator(frame: EvaluationFrame): Evaluate {
  const { spec, threads, folder, signal, onEvaluation } = frame;
  const file = folder === undefined ? undefined : join(folder, FILE);
  const known = new Map<string, Worlds>();
  if (file !== undefined) for (const kept of keptIn(file)) known.set(keyOf(kept), kept.worlds);
  let executor: ReturnType<typeof runInProcess> | undefined;
  const threadsKept = () => {
    executor ??= threadsAvailable() ? keepThreads(threads).executor : runInProcess();
    return executor;
  };
  let computed = 0;

  /** Figures that single runs show; none where only effects are asked. */
  const ratiosOfRuns = async (asked: readonly Asked[]): Promise<readonly Worlds[]> => {
    const { places } = frame;
    if (places === undefined) return [];
    const { at, worlds } = asked[0]!;
    const arms = asked.map(({ point }, n) => ({
      name: `point-${n}`,
      input: inputAt(spec, places[at], point, at),
    }));
    const { runs } = await runExperiment(
      { name: spec.name, arms, replicates: worlds, baseline: 'point-0' },
      { threads, executor: threadsKept(), ...(signal === undefined ? {} : { signal }) },
    );
    return runs.map((of) => of.map((run) => ratiosOf(measure(run))));
  };

  const compute = async (asked: readonly Asked[]): Promise<void> => {
    const { at, worlds } = asked[0]!;
    const ofRuns = await ratiosOfRuns(asked);
    const ofEffects = await effectRatios(
      asked.map(({ point }) => rowsAt(spec.parameters, point)),
      {
        figures: spec.effects,
        seed: spec.seed,
        worlds,
        threads,
        ...(signal === undefined ? {} : { signal }),
      },
    );
    asked.forEach(({ point }, n) => {
      const given: Kept = {
        at,
        point,
        worlds: Array.from({ length: worlds }, (_, w) => ({ ...ofRuns[n]?.[w], ...ofEffects[n]![w] })),
      };
      known.set(keyOf(given), given.worlds);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(given)}\n`);
      computed += 1;
      onEvaluation?.(computed);
    });
  };

  return async (asked) => {
    const missing = asked.filter(
      (one, n) =>
        (known.get(keyOf(one))?.length ?? 0) < one.worlds &&
        asked.findIndex((other) => keyOf(other) === keyOf(one)) === n,
    );
    // In small lots: what a stop loses is one lot.
    for (const lot of lotsOf(missing, threads)) await compute(lot);
    return asked.map((one) => known.get(keyOf(one))!.slice(0, one.worlds));
  };
}

/** Lots of the same place and number of worlds, each enough to keep the threads busy. */
function lotsOf(asked: readonly Asked[], threads: number): readonly (readonly Asked[])[] {
  const lots: Asked[][] = [];
  for (const one of asked) {
    const last = lots.at(-1);
    const fits =
      last !== undefined &&
      last[0]!.at === one.at &&
      last[0]!.worlds === one.worlds &&
      last.length * one.worlds < threads;
    if (fits) last.push(one);
    else lots.push([one]);
  }
  return lots;
}

function inputAt(spec: CalibrationSpec, place: Place, point: Point, at: Where): ExperimentArm['input'] {
  return {
    place,
    parameters: { ...defaultParameterValues(), ...rowsAt(spec.parameters, point) },
    institutions: [fromWeek(0, REGIMES[0]!.institutions, 'in force in April 2007')],
    shocks: [],
    seed: spec.seed,
    weeks: spec.weeks,
    scale: at === 'reference' ? (spec.reference?.scale ?? spec.scale) : spec.scale,
    cohortWeek: 0,
  };
}

function keyOf({ at, point }: { readonly at: Where; readonly point: Point }): string {
  return `${at} ${point.join(' ')}`;
}

/** What a calibration that was stopped had computed; a line that the stop cut in two is dropped. */
function keptIn(file: string): readonly Kept[] {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true });
    return [];
  }
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kept);
}
