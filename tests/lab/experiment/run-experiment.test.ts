import { describe, expect, it } from 'vitest';
import { type ExperimentProgress, runExperiment, runInProcess } from '../../../src/lab/experiment/index.ts';
import { countingModel, countingPlan } from './fixtures/counting-plan.ts';

const executor = runInProcess(await countingModel());

describe('an experiment on this thread', () => {
  it('runs every arm for every replicate and returns them in the order of the plan', async () => {
    const { runs } = await runExperiment(countingPlan({ replicates: 3, weeks: 4 }), { executor });
    expect(runs.map((arm) => arm.map((run) => run.annual.bed_days[0]))).toEqual([
      [40, 80, 120],
      [120, 240, 360],
    ]);
  });

  it('reports every week, never backwards, and ends with everything done', async () => {
    const seen: ExperimentProgress[] = [];
    await runExperiment(countingPlan({ replicates: 2, weeks: 5 }), {
      executor,
      onProgress: (p) => seen.push(p),
    });
    const weeks = seen.map((progress) => progress.weeksDone);
    expect(new Set(weeks)).toEqual(new Set(Array.from({ length: 21 }, (_, week) => week)));
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual({ weeksDone: 20, weeksTotal: 20, runsDone: 4, runsTotal: 4 });
  });

  it('names the arm and the replicate of a failing run and keeps the message of the model', async () => {
    const plan = countingPlan({ parameters: { fail_in_replicate: 1 } });
    await expect(runExperiment(plan, { executor })).rejects.toMatchObject({
      name: 'ExperimentError',
      message: 'arm "ten beds", replicate 1: beds ran out in week 1',
      cause: expect.any(RangeError),
    });
  });

  it('stops within a week when it is aborted', async () => {
    const controller = new AbortController();
    let lastWeek = 0;
    const running = runExperiment(countingPlan({ weeks: 100 }), {
      executor,
      signal: controller.signal,
      onProgress: ({ weeksDone }) => {
        lastWeek = weeksDone;
        if (weeksDone === 7) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(lastWeek).toBe(7);
  });

  it('does not start when it was aborted before', async () => {
    const started: unknown[] = [];
    const running = runExperiment(countingPlan({}), {
      executor: async (...args) => {
        started.push(args);
        return [];
      },
      signal: AbortSignal.abort(),
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(started).toEqual([]);
  });

  it('measures wall and CPU time', async () => {
    const plan = countingPlan({ replicates: 1, weeks: 5, parameters: { slow_milliseconds: 5 } });
    const result = await runExperiment(plan, { executor });
    expect(result.wallSeconds).toBeGreaterThan(0.045);
    expect(result.cpuSeconds).toBeGreaterThan(0.01);
  });

  it.each([
    ['no arm', { arms: [] }, /at least one arm/],
    ['no replicate', { replicates: 0 }, /whole number of 1 or more, not 0/],
    ['half a replicate', { replicates: 1.5 }, /not 1.5/],
    ['an unknown baseline', { baseline: 'nobody' }, /"nobody" is none of the arms: ten beds, thirty beds/],
  ])('refuses a plan with %s', async (_, change, message) => {
    await expect(runExperiment({ ...countingPlan({}), ...change }, { executor })).rejects.toThrow(message);
  });

  it('refuses two arms of one name and a senseless number of threads', async () => {
    const plan = countingPlan({});
    const twins = { ...plan, arms: [plan.arms[0], plan.arms[0]] };
    await expect(runExperiment(twins, { executor })).rejects.toThrow(/same name/);
    for (const threads of [0, -1, 1.5, Number.NaN]) {
      await expect(runExperiment(plan, { executor, threads })).rejects.toThrow(/threads must be/);
    }
  });
});
