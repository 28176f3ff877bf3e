import type { RunResult } from '../../model/result.ts';
import { runInProcess } from './in-process.ts';
import {
  abortError,
  type Engine,
  type Executor,
  type ExperimentPlan,
  type ExperimentProgress,
  type ExperimentResult,
  type Job,
} from './plan.ts';
import { runOnThreads, threadsAvailable } from './thread-pool.ts';

export interface ExperimentOptions {
  /** Runs at a time; default 1. The results are the same bytes for any number. */
  readonly threads?: number;
  readonly engine?: Engine;
  readonly onProgress?: (progress: ExperimentProgress) => void;
  readonly signal?: AbortSignal;
  /** Where the runs happen; default: worker threads from the built package, this thread from the sources. */
  readonly executor?: Executor;
}

/**
 * Run every arm of a plan for every replicate.
 *
 * A failing run stops the others and rejects with an `ExperimentError` that names arm and replicate; an abort rejects
 * with an error named `AbortError`. Only the results are kept, never the people.
 *
 * @throws RangeError if the plan has no arm, an unknown or doubled name, or no replicate; or threads is not 1 or more.
 */
export async function runExperiment(
  plan: ExperimentPlan,
  options: ExperimentOptions = {},
): Promise<ExperimentResult> {
  checkPlan(plan);
  const { engine = 'auto', signal, onProgress = () => {} } = options;
  const jobs = jobsOf(plan);
  const threads = Math.min(checkedThreads(options.threads ?? 1), jobs.length);
  const executor = options.executor ?? (threadsAvailable() ? runOnThreads() : runInProcess());
  if (signal?.aborted) throw abortError();

  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const results = await executor(plan, jobs, { engine, threads, signal, onProgress });
  const cpu = process.cpuUsage(cpuBefore);

  return {
    plan,
    runs: plan.arms.map((_, arm) =>
      results.slice(arm * plan.replicates, (arm + 1) * plan.replicates),
    ) satisfies RunResult[][],
    engine,
    threads,
    wallSeconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
}

/** Arm by arm: the order of the results. */
function jobsOf(plan: ExperimentPlan): Job[] {
  return plan.arms.flatMap((_, arm) =>
    Array.from({ length: plan.replicates }, (_, replicate) => ({ arm, replicate })),
  );
}

function checkPlan(plan: ExperimentPlan): void {
  const names = plan.arms.map((arm) => arm.name);
  if (names.length === 0) throw new RangeError('an experiment needs at least one arm');
  if (new Set(names).size !== names.length) throw new RangeError('two arms have the same name');
  if (!names.includes(plan.baseline)) {
    throw new RangeError(`the baseline "${plan.baseline}" is none of the arms: ${names.join(', ')}`);
  }
  if (!Number.isInteger(plan.replicates) || plan.replicates < 1) {
    throw new RangeError(`replicates must be a whole number of 1 or more, not ${plan.replicates}`);
  }
  const { draws } = plan;
  if (draws !== undefined && draws.worlds * draws.values.length !== plan.replicates) {
    throw new RangeError(
      `${draws.values.length} draws of ${draws.worlds} worlds are not ${plan.replicates} replicates`,
    );
  }
}

function checkedThreads(threads: number): number {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`threads must be a whole number of 1 or more, not ${threads}`);
  }
  return threads;
}
