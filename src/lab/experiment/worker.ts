import { workerData } from 'piscina';
import type { RunResult } from '../../model/result.ts';
import { loadModel } from './model-module.ts';
import { type Engine, type ExperimentPlan, inputOfJob, type Job, type Simulate } from './plan.ts';

/** What every worker is given once, when it starts. */
export interface WorkerContext {
  readonly plan: ExperimentPlan;
  readonly engine: Engine;
  readonly modelAddress: string;
  /** Weeks done of each job, shared with the main thread. */
  readonly weeksDone: Int32Array;
}

/** One task of a worker: a job of the plan and its index. */
export interface WorkerTask {
  readonly job: Job;
  readonly index: number;
}

let model: Simulate | undefined;

/** Entry of the worker thread: run one job of the plan. */
export default async function runJob({ job, index }: WorkerTask): Promise<RunResult> {
  const { plan, engine, modelAddress, weeksDone } = workerData as WorkerContext;
  model ??= await loadModel(modelAddress);
  return model(inputOfJob(plan, job), {
    engine,
    onWeek: (weeks) => Atomics.store(weeksDone, index, weeks),
  });
}
