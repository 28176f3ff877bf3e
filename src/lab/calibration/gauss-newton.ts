import type { LogRatios } from './emulator.ts';
import type { Point } from './free-parameters.ts';
import { dot, lowerTriangle, solveTriangles } from './least-squares.ts';
import { lossOf, type Misfit, weightOf } from './loss.ts';

/** Change of each target's log per unit of position of each free parameter: [target][parameter]. */
export type Jacobian = readonly (readonly number[])[];

/** Where a start ended, and why. */
export interface Descent {
  readonly start: Point;
  readonly end: Point;
  readonly logRatios: LogRatios;
  readonly loss: number;
  readonly steps: number;
  readonly stopped: 'settled' | 'within luck' | 'steps used up';
  readonly jacobian: Jacobian;
}

/** Share of a prior's width: a step shorter than this is none, one longer is cut. */
const SHORTEST_STEP = 0.002;
const LONGEST_STEP = 0.3;
/** Fall of the loss that is still worth another step. */
const LEAST_FALL = 0.01;

/**
 * Gauss and Newton with bounds and damping (Levenberg), from one start: yields points, is sent what the model gave
 * there. The Jacobian is learnt on the way (Broyden), so that a step costs one evaluation.
 */
export function* descend(
  start: Point,
  jacobian: Jacobian,
  misfit: Misfit,
  mostSteps: number,
): Generator<Point, Descent, LogRatios> {
  let at = start;
  let logs = yield at;
  let loss = lossOf(misfit, logs);
  let slopes = jacobian;
  let damping = 0.01;
  let steps = 0;
  let stopped: Descent['stopped'] = 'steps used up';
  while (steps < mostSteps) {
    if (loss <= misfit.floor) {
      stopped = 'within luck';
      break;
    }
    const step = boundedStep(at, logs, slopes, misfit, damping);
    if (Math.max(...step.map(Math.abs)) < SHORTEST_STEP) {
      stopped = 'settled';
      break;
    }
    const next = at.map((position, p) => clamp(position + step[p]!));
    const given: LogRatios = yield next;
    steps += 1;
    slopes = broyden(slopes, step, given, logs);
    const nextLoss = lossOf(misfit, given);
    const fall = loss - nextLoss;
    if (fall > 0) {
      [at, logs, loss] = [next, given, nextLoss];
      damping /= 4;
      if (fall < LEAST_FALL) {
        stopped = 'settled';
        break;
      }
    } else damping = Math.max(0.05, damping * 8);
  }
  return { start, end: at, logRatios: logs, loss, steps, stopped, jacobian: slopes };
}

/** The damped step of least squares; a parameter that it would push over its bound is held there. */
function boundedStep(
  at: Point,
  logs: LogRatios,
  slopes: Jacobian,
  misfit: Misfit,
  damping: number,
): readonly number[] {
  const weights = logs.map((log, n) => weightOf(misfit, log, n) / misfit.spread[n]! ** 2);
  const gradient = at.map((_, p) =>
    slopes.reduce((sum, row, n) => sum + weights[n]! * row[p]! * logs[n]!, 0),
  );
  const held = new Set<number>();
  const step = at.map(() => 0);
  for (let round = 0; round <= at.length; round++) {
    const free = at.flatMap((_, p) => (held.has(p) ? [] : [p]));
    if (free.length === 0) break;
    const curvature = free.map((p) =>
      free.map((q) => slopes.reduce((sum, row, n) => sum + weights[n]! * row[p]! * row[q]!, 0)),
    );
    const largest = Math.max(...curvature.map((row, i) => row[i]!), 1e-12);
    for (let i = 0; i < free.length; i++) curvature[i]![i]! += damping * (curvature[i]![i]! + 1e-6 * largest);
    const right = free.map(
      (p) => -gradient[p]! - [...held].reduce((sum, q) => sum + cross(slopes, weights, p, q) * step[q]!, 0),
    );
    const solved = solveTriangles(lowerTriangle(curvature), right);
    free.forEach((p, i) => {
      step[p] = solved[i]!;
    });
    const over = free.filter((p) => at[p]! + step[p]! < 0 || at[p]! + step[p]! > 1);
    if (over.length === 0) break;
    for (const p of over) {
      held.add(p);
      step[p] = clamp(at[p]! + step[p]!) - at[p]!;
    }
  }
  const longest = Math.max(...step.map(Math.abs));
  return longest > LONGEST_STEP ? step.map((part) => (part * LONGEST_STEP) / longest) : step;
}

function cross(slopes: Jacobian, weights: readonly number[], p: number, q: number): number {
  return slopes.reduce((sum, row, n) => sum + weights[n]! * row[p]! * row[q]!, 0);
}

/** The smallest change of the slopes that explains what a step did. */
function broyden(slopes: Jacobian, step: readonly number[], after: LogRatios, before: LogRatios): Jacobian {
  const length = dot(step, step);
  return slopes.map((row, n) => {
    const missing = (after[n]! - before[n]! - dot(row, step)) / length;
    return row.map((slope, p) => slope + missing * step[p]!);
  });
}

function clamp(position: number): number {
  return Math.min(1, Math.max(0, position));
}
