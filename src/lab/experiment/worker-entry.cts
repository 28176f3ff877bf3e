import type { RunResult } from '../../model/result.ts' with { 'resolution-mode': 'import' };
import type { WorkerTask } from './worker.ts' with { 'resolution-mode': 'import' };

/**
 * What the pool loads. It does so with `require`, and Node ends the whole program when a thread is stopped while it
 * requires an ES module; stopped in an `import` it just ends the thread.
 */
async function runJob(task: WorkerTask): Promise<RunResult> {
  const { default: run } = await import('./worker.ts');
  return run(task);
}

module.exports = runJob;
