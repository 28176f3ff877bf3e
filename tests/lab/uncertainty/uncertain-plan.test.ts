import { describe, expect, it } from 'vitest';
import type { Artefact } from '../../../src/lab/calibration/artefact.ts';
import { inputOfJob, runExperiment, runInProcess } from '../../../src/lab/experiment/index.ts';
import { syntheticPlace } from '../../../src/lab/place/synthetic.ts';
import { compareArms } from '../../../src/lab/results/tables/comparison.ts';
import { armInput } from '../../../src/lab/study/arm.ts';
import { overDraws } from '../../../src/lab/uncertainty/uncertain-plan.ts';
import { findMetric } from '../../../src/model/metrics/catalogue.ts';

const place = syntheticPlace({ people: 1000, practices: 2, trusts: 1, rural: false, seed: 'uncertain' });
const frame = { place, seed: 'uncertain', weeks: 20, scale: 1 };
const plan = {
  name: 'uncertain',
  arms: [
    { name: 'split', input: armInput(frame, {}) },
    { name: 'the same', input: armInput(frame, {}) },
    {
      name: 'no choice',
      input: armInput(frame, { set: { 'choice.of': 'none', 'payment.elective': 'block' } }),
    },
  ],
  replicates: 2,
  baseline: 'split',
};
const calibration = {
  accepted: [0.85, 0.95].map((need_scale, draw) => ({
    draw,
    values: {},
    rows: { need_scale },
    implausibility: 1,
  })),
  parameterTable: '',
  fit: { rows: { need_scale: 0.9 } },
} as unknown as Artefact;

const over = await overDraws(plan, {
  draws: 2,
  assumptions: 'behaviour',
  calibrations: [{ file: 'test.json', artefact: calibration }],
  set: [],
});

describe('a plan over draws of parameters', () => {
  it('gives every replicate the parameters of its draw, the same in every arm', () => {
    const needOf = (arm: number, replicate: number) =>
      inputOfJob(over.plan, { arm, replicate }).parameters.need_scale;
    expect(over.plan.replicates).toBe(4);
    for (const arm of [0, 1, 2]) {
      const needs = [0, 1, 2, 3].map((replicate) => needOf(arm, replicate));
      expect(needs[0]).toBe(needs[1]);
      expect(needs[2]).toBe(needs[3]);
      expect(needs.toSorted()).toEqual([0.85, 0.85, 0.95, 0.95]);
    }
  });

  it('sets again where levers rest, for every draw', () => {
    for (const values of over.plan.draws!.values) {
      expect(Object.keys(values).filter((id) => id.startsWith('lever_rest_shift_')).length).toBeGreaterThan(
        10,
      );
    }
  });

  it('lists the draws, and that the calibration is of other numbers', () => {
    expect(over.record).toMatchObject({
      calibrations: [{ file: 'test.json', isStale: true }],
      worlds: 2,
      draws: [{ replicates: [0, 1] }, { replicates: [2, 3] }],
    });
    expect(over.record.draws[1]!.parameters).toEqual(over.plan.draws!.values[1]);
  });

  it('compares within a draw: arms that are the same differ by nothing, whatever was drawn', async () => {
    const experiment = await runExperiment(over.plan, { executor: runInProcess() });
    const metric = findMetric('gp_referrals')!;
    expect(compareArms(experiment, 'the same', metric, 0)).toMatchObject({
      difference: 0,
      low: 0,
      high: 0,
      interval: 'luck and parameters',
      replicates: 4,
    });
    const [first, , third] = experiment.runs[0]!.map((run) => run.annual.gp_referrals![0]!);
    expect(first).not.toBe(third);
    const luckOnly = await runExperiment({ ...plan, replicates: 2 }, { executor: runInProcess() });
    expect(compareArms(luckOnly, 'no choice', metric, 0).interval).toBe('luck only');
  });

  it('refuses draws that are not the replicates', async () => {
    await expect(runExperiment({ ...over.plan, replicates: 3 })).rejects.toThrow(/2 draws of 2 worlds/);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const asked = {
      draws: 2,
      assumptions: 'none',
      calibrations: [{ file: '', artefact: calibration }],
      set: [],
    } as const;
    await expect(overDraws(plan, { ...asked, signal: stop.signal })).rejects.toThrow(/stopped/);
  });
});
