import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Place } from '../../model/place.ts';
import type { RunResult } from '../../model/result.ts';
import { collectGarbage } from './collect-garbage.ts';
import { modelAddress as ownModel } from './model-module.ts';
import { abortError, type Executor, ExperimentError, inputOfJob } from './plan.ts';
import { sharePlan } from './share-plan.ts';
import type { WorkerTask } from './worker.ts';

/** How often the main thread looks at the workers' counters. */
const PROGRESS_EVERY_MS = 100;

/** A run makes little garbage week by week; room for more of it would only add to the people. */
const YOUNG_MEGABYTES = 8;

const WORKER_FILE = fileURLToPath(new URL('./worker-entry.cjs', import.meta.url));

/** True in the built package: a worker thread cannot load the TypeScript sources. */
export function threadsAvailable(): boolean {
  return existsSync(WORKER_FILE);
}

/** Worker threads that stay: the next plan finds them warm. Idle ones do not keep the program alive. */
export interface KeptThreads {
  readonly executor: Executor;
  close(): Promise<void>;
}

/**
 * Runs on worker threads, each with a whole run at a time; the big arrays of a plan are shared. The main thread stays
 * free to hear an abort, which stops running weeks at once.
 *
 * @param modelAddress file URL of a module that exports `simulate`; default: this package's.
 */
export function runOnThreads(modelAddress: string = ownModel()): Executor {
  return async (plan, jobs, options) => {
    const threads = keepThreads(options.threads, modelAddress);
    try {
      return await threads.executor(plan, jobs, options);
    } finally {
      await threads.close();
    }
  };
}

/**
 * Threads for many plans one after the other: a model that has run before runs some four times as fast.
 *
 * @param threads runs at a time, whatever a plan then asks for
 */
export function keepThreads(threads: number, modelAddress: string = ownModel()): KeptThreads {
  collectGarbage();
  const pool = new Piscina({
    filename: WORKER_FILE,
    minThreads: threads,
    maxThreads: threads,
    maxQueue: Number.POSITIVE_INFINITY,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  // What the pool says outside a run: a thread that cannot start, or a late word of a run that was stopped (ignored).
  const poolFailure = new Promise<never>((_, reject) => {
    pool.on('error', reject);
  });
  poolFailure.catch(() => {});
  const sharedPlaces = new WeakMap<Place, Place>();

  const executor: Executor = async (plan, jobs, { engine, signal, onProgress }) => {
    const weeksDone = new Int32Array(new SharedArrayBuffer(4 * jobs.length));
    const shared = sharePlan(plan, sharedPlaces);
    const stop = new AbortController();
    // Every run that waits listens to it: Node's warning of a leak, from eleven listeners on, would be a false alarm.
    setMaxListeners(0, stop.signal);
    const stopAll = () => stop.abort();
    signal?.addEventListener('abort', stopAll);

    let runsDone = 0;
    const weeksTotal = jobs.reduce((sum, job) => sum + plan.arms[job.arm].input.weeks, 0);
    const report = () =>
      onProgress({ weeksDone: sum(weeksDone), weeksTotal, runsDone, runsTotal: jobs.length });
    const ticker = setInterval(report, PROGRESS_EVERY_MS);

    try {
      const runs = Promise.all(
        jobs.map(async (job, index): Promise<RunResult> => {
          const task: WorkerTask = { input: inputOfJob(shared, job), index, engine, modelAddress, weeksDone };
          try {
            const result: RunResult = await pool.run(task, { signal: stop.signal });
            runsDone += 1;
            weeksDone[index] = plan.arms[job.arm].input.weeks;
            report();
            return result;
          } catch (error) {
            throw signal?.aborted ? abortError() : new ExperimentError(plan, job, error);
          }
        }),
      );
      return await Promise.race([runs, poolFailure]);
    } finally {
      clearInterval(ticker);
      signal?.removeEventListener('abort', stopAll);
      stop.abort();
    }
  };
  return { executor, close: () => pool.destroy() };
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
