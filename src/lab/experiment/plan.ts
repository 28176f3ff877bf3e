import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';

/** The computing engine of the weekly scan; every engine gives the same bytes. */
export type Engine = 'auto' | 'wasm' | 'typescript';

/** One way to organise the place: everything that determines its runs but the replicate number. */
export interface ExperimentArm {
  readonly name: string;
  readonly input: Omit<RunInput, 'replicate'>;
}

/** Every arm is run once per replicate; replicate r meets the same luck in every arm. */
export interface ExperimentPlan {
  readonly name: string;
  readonly arms: readonly ExperimentArm[];
  /** Replicates per arm, numbered from 0; at least 1. */
  readonly replicates: number;
  /** Name of the arm that the others are compared with. */
  readonly baseline: string;
  /** Worlds that differ in parameters too; without it they differ by luck alone. */
  readonly draws?: DrawsOfParameters;
}

/** Draws of what is not known, the same in every arm. */
export interface DrawsOfParameters {
  /** Replicates of each draw; replicates of the plan = draws times worlds, draw by draw. */
  readonly worlds: number;
  /** Parameters of each draw that differ from the arms' own. */
  readonly values: readonly ParameterValues[];
}

/** How far an experiment is. Weeks count over all runs. */
export interface ExperimentProgress {
  readonly weeksDone: number;
  readonly weeksTotal: number;
  readonly runsDone: number;
  readonly runsTotal: number;
}

export interface ExperimentResult {
  readonly plan: ExperimentPlan;
  /** [arm][replicate], in the order of the plan whatever finished first. */
  readonly runs: readonly (readonly RunResult[])[];
  readonly engine: Engine;
  readonly threads: number;
  readonly wallSeconds: number;
  /** Of the whole process and its threads while the experiment ran. */
  readonly cpuSeconds: number;
}

/** What a model tells its caller, and is told, while it runs. */
export interface SimulateHooks {
  readonly engine?: Engine;
  /** Called after each week with the number of weeks done; may throw to stop the run. */
  readonly onWeek?: (weeksDone: number) => void;
}

/** A model: a pure function of its input. */
export type Simulate = (input: RunInput, hooks?: SimulateHooks) => RunResult;

/** The input of one run of a plan. Levers are kept of the first replicate only. */
export function inputOfJob(plan: ExperimentPlan, { arm, replicate }: Job): RunInput {
  const { recordLevers, ...input } = plan.arms[arm].input;
  const drawn = plan.draws?.values[Math.floor(replicate / plan.draws.worlds)];
  const parameters = drawn === undefined ? input.parameters : { ...input.parameters, ...drawn };
  return { ...input, parameters, replicate, ...(recordLevers && replicate === 0 ? { recordLevers } : {}) };
}

/** One run of the plan, by index. */
export interface Job {
  readonly arm: number;
  readonly replicate: number;
}

/**
 * Runs all jobs of a plan and returns their results in the order of `jobs`. Rejects with the first failure (an
 * `ExperimentError`) or, when `signal` fires, with an error named `AbortError`.
 */
export type Executor = (
  plan: ExperimentPlan,
  jobs: readonly Job[],
  options: ExecutorOptions,
) => Promise<RunResult[]>;

export interface ExecutorOptions {
  readonly engine: Engine;
  readonly threads: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: ExperimentProgress) => void;
}

/** A run failed: says which, and keeps the model's own message and error. */
export class ExperimentError extends Error {
  readonly arm: string;
  readonly replicate: number;

  constructor(plan: ExperimentPlan, job: Job, cause: unknown) {
    const arm = plan.arms[job.arm].name;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`arm "${arm}", replicate ${job.replicate}: ${reason}`, { cause });
    this.name = 'ExperimentError';
    this.arm = arm;
    this.replicate = job.replicate;
  }
}

/** The error that an aborted experiment rejects with. */
export function abortError(): DOMException {
  return new DOMException('The experiment was stopped before its end', 'AbortError');
}
