import { setImmediate } from 'node:timers/promises';
import type { RunResult } from '../../model/result.ts';
import { loadModel } from './model-module.ts';
import { abortError, type Executor, ExperimentError, inputOfJob, type Simulate } from './plan.ts';

/**
 * One run after the other on this thread. An abort is seen between the weeks of a run only if it was raised by a
 * progress callback, else between two runs: JavaScript hears nothing from outside while it computes.
 *
 * @param model the model to run; default: the one of this package.
 */
export function runInProcess(model?: Simulate): Executor {
  return async (plan, jobs, { engine, signal, onProgress }) => {
    const simulate = model ?? (await loadModel());
    const weeksTotal = jobs.reduce((sum, job) => sum + plan.arms[job.arm].input.weeks, 0);
    const results: RunResult[] = [];
    let weeksBefore = 0;

    for (const job of jobs) {
      await setImmediate();
      const report = (weeksOfRun: number) => {
        if (signal?.aborted) throw abortError();
        const weeksDone = weeksBefore + weeksOfRun;
        onProgress({ weeksDone, weeksTotal, runsDone: results.length, runsTotal: jobs.length });
      };
      report(0);
      try {
        results.push(simulate(inputOfJob(plan, job), { engine, onWeek: report }));
      } catch (error) {
        throw signal?.aborted ? abortError() : new ExperimentError(plan, job, error);
      }
      weeksBefore += plan.arms[job.arm].input.weeks;
      report(0);
    }
    return results;
  };
}
