import { describe, expect, it } from 'vitest';
import { loadModel, modelAddress } from '../../../src/lab/experiment/model-module.ts';
import { COUNTING_MODEL, countingPlan } from './fixtures/counting-plan.ts';

describe('loading a model', () => {
  it('looks for the source of the model beside the sources', () => {
    expect(modelAddress()).toMatch(/\/src\/model\/simulate\.ts$/);
  });

  it('loads the function of any module that has one', async () => {
    const simulate = await loadModel(COUNTING_MODEL);
    const { input } = countingPlan({ weeks: 2 }).arms[0];
    expect(simulate({ ...input, replicate: 0 }).annual.bed_days[0]).toBe(20);
  });

  it('says which module has none', async () => {
    const address = new URL('./fixtures/no-model.mjs', import.meta.url).href;
    await expect(loadModel(address)).rejects.toThrow(/no-model\.mjs exports no function "simulate"/);
  });

  it('loads a source in TypeScript under the test runner', async () => {
    const address = new URL('./fixtures/typed-model.ts', import.meta.url).href;
    const simulate = await loadModel(address);
    const { input } = countingPlan({ weeks: 2 }).arms[0];
    expect(() => simulate({ ...input, replicate: 3 })).toThrow('replicate 3 of 2 weeks');
  });
});
