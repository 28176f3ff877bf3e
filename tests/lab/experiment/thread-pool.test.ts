import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentProgress } from '../../../src/lab/experiment/plan.ts';
import { COUNTING_MODEL, countingPlan } from './fixtures/counting-plan.ts';

/** Worker threads load built code only, so this tests `dist`: `npm test` builds it first. */
const BUILT = new URL('../../../dist/lab/experiment/index.js', import.meta.url);

describe('an experiment on worker threads (built code)', () => {
  let built: typeof import('../../../src/lab/experiment/index.ts');
  beforeAll(async () => {
    if (!existsSync(BUILT)) throw new Error('dist is missing: run "npm run build" first');
    built = await import(BUILT.href);
  });

  it('gives the same results for 1, 2 and 3 threads and on the main thread', async () => {
    const plan = countingPlan({ replicates: 4, weeks: 6 });
    const { simulate } = await import(COUNTING_MODEL);
    const alone = await built.runExperiment(plan, { executor: built.runInProcess(simulate) });
    for (const threads of [1, 2, 3]) {
      const executor = built.runOnThreads(COUNTING_MODEL);
      const result = await built.runExperiment(plan, { executor, threads });
      expect(result.runs, `${threads} threads`).toEqual(alone.runs);
      expect(result.threads).toBe(threads);
    }
  });

  it('passes the engine on and never starts more threads than there are runs', async () => {
    const result = await built.runExperiment(countingPlan({ replicates: 1 }), {
      executor: built.runOnThreads(COUNTING_MODEL),
      engine: 'typescript',
      threads: 8,
    });
    expect(result.threads).toBe(2);
    expect(result.runs[1][0].diagnostics.checksum).toBe('seed/0/120/typescript');
  });

  it('reports progress while the runs are under way', async () => {
    const seen: ExperimentProgress[] = [];
    await built.runExperiment(
      countingPlan({ replicates: 1, weeks: 30, parameters: { slow_milliseconds: 15 } }),
      { executor: built.runOnThreads(COUNTING_MODEL), threads: 2, onProgress: (p) => seen.push(p) },
    );
    const weeks = seen.map((progress) => progress.weeksDone);
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    expect(weeks.some((done) => done > 0 && done < 60 && done % 30 !== 0)).toBe(true);
    expect(seen.at(-1)).toEqual({ weeksDone: 60, weeksTotal: 60, runsDone: 2, runsTotal: 2 });
  });

  it('gives the message of a failing run, with arm and replicate', async () => {
    const plan = countingPlan({ parameters: { fail_in_replicate: 2 } });
    const running = built.runExperiment(plan, { executor: built.runOnThreads(COUNTING_MODEL), threads: 2 });
    await expect(running).rejects.toThrow(/^arm "(ten|thirty) beds", replicate 2: beds ran out in week 1$/);
  });

  it('survives runs that fail at the same moment, again and again', async () => {
    const plan = countingPlan({ replicates: 1, parameters: { fail_in_replicate: 0 } });
    for (let attempt = 0; attempt < 15; attempt++) {
      const running = built.runExperiment(plan, { executor: built.runOnThreads(COUNTING_MODEL), threads: 2 });
      await expect(running).rejects.toThrow(/replicate 0: beds ran out in week 1$/);
    }
  });

  it('stops a run in the middle of a week when it is aborted', async () => {
    const plan = countingPlan({ weeks: 1, parameters: { slow_milliseconds: 60_000 } });
    const controller = new AbortController();
    const startedAt = performance.now();
    setTimeout(() => controller.abort(), 300);
    const running = built.runExperiment(plan, {
      executor: built.runOnThreads(COUNTING_MODEL),
      threads: 2,
      signal: controller.signal,
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it('says which module has no model', async () => {
    const executor = built.runOnThreads(new URL('./fixtures/no-model.mjs', import.meta.url).href);
    await expect(built.runExperiment(countingPlan({}), { executor })).rejects.toThrow(
      /no-model\.mjs exports no function "simulate"/,
    );
  });
});
