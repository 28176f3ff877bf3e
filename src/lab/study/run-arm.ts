import type { RunResult } from '../../model/result.ts';
import {
  type KeptThreads,
  keepThreads,
  runExperiment,
  runInProcess,
  threadsAvailable,
} from '../experiment/index.ts';
import type { ExperimentArm, Simulate } from '../experiment/plan.ts';

/** A model that looks at more than a run reports: its `simulate`, and the address of its module for threads. */
export interface WatchingModel {
  readonly simulate: Simulate;
  readonly address: string;
}

/** Inputs that are run together: one run for each input and replicate. */
export interface Batch {
  readonly name: string;
  readonly inputs: readonly ExperimentArm['input'][];
  readonly replicates: number;
  readonly threads: number;
  readonly signal?: AbortSignal;
}

/**
 * Results of every input of a batch by replicate, [input][replicate].
 * @throws ExperimentError when a run fails
 */
export async function runBatch<Result extends RunResult>(
  { name, inputs, replicates, threads, signal }: Batch,
  model?: WatchingModel,
): Promise<readonly (readonly Result[])[]> {
  const arms = inputs.map((input, n) => ({ name: `arm-${n}`, input }));
  const executor = threadsAvailable()
    ? kept(threads, model?.address).executor
    : runInProcess(model?.simulate);
  const { runs } = await runExperiment(
    { name, arms, replicates, baseline: 'arm-0' },
    { threads, executor, ...(signal === undefined ? {} : { signal }) },
  );
  return runs as readonly (readonly Result[])[];
}

/** A study runs thousands of short batches: its threads stay from one to the next, until the program ends. */
const KEPT = new Map<string, KeptThreads>();

function kept(threads: number, address: string | undefined): KeptThreads {
  const key = `${threads} ${address}`;
  const there = KEPT.get(key) ?? keepThreads(threads, address);
  KEPT.set(key, there);
  return there;
}

/** Address of a module beside another one: built beside built code, the source beside sources. @param from `import.meta.url` */
export function besides(from: string, name: string): string {
  return new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from).href;
}
