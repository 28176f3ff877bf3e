import type { RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';
import { loadModel } from './model-module.ts';
import type { Engine, Simulate } from './plan.ts';

/** One task of a worker: a run, and its index among the runs of the plan. */
export interface WorkerTask {
  readonly input: RunInput;
  readonly index: number;
  readonly engine: Engine;
  readonly modelAddress: string;
  /** Weeks done of each run, shared with the main thread. */
  readonly weeksDone: Int32Array;
}

const models = new Map<string, Simulate>();

/** One run on a worker thread. */
export default async function runJob({
  input,
  index,
  engine,
  modelAddress,
  weeksDone,
}: WorkerTask): Promise<RunResult> {
  const model = models.get(modelAddress) ?? (await loadModel(modelAddress));
  models.set(modelAddress, model);
  return model(input, { engine, onWeek: (weeks) => Atomics.store(weeksDone, index, weeks) });
}
