import { describe, expect, it } from 'vitest';
import { sharePlan } from '../../../src/lab/experiment/share-plan.ts';
import { countingPlan } from './fixtures/counting-plan.ts';

describe('sharing a plan between threads', () => {
  const plan = countingPlan({});
  const shared = sharePlan(plan);

  it('keeps every number and moves it into shared memory', () => {
    const [first, second] = shared.arms.map((arm) => arm.input.place.providers.beds);
    expect([...first]).toEqual([10, 20]);
    expect([...second]).toEqual([30]);
    for (const beds of [first, second]) {
      expect(beds).toBeInstanceOf(Float64Array);
      expect(beds.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('leaves the list of what was imputed behind', () => {
    const value = { table: 'zones', code: 'z', field: 'x', value: 1, rule: 'r' } as const;
    const [arm] = plan.arms;
    const place = { ...arm.input.place, imputed: [value] };
    const sent = sharePlan({ ...plan, arms: [{ ...arm, input: { ...arm.input, place } }] });
    expect(sent.arms[0].input.place.imputed).toEqual([]);
    expect(place.imputed).toEqual([value]);
  });

  it('leaves the plan that it was given alone', () => {
    expect(plan.arms[0].input.place.providers.beds.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('keeps a place that two arms use one object, so that it is sent once', () => {
    const twice = sharePlan({ ...plan, arms: [plan.arms[0], { ...plan.arms[0], name: 'again' }] });
    expect(twice.arms[0].input.place).toBe(twice.arms[1].input.place);
  });

  it('copies only the part of a buffer that a view shows', () => {
    const whole = Float64Array.of(1, 2, 3, 4);
    const place = { ...plan.arms[0].input.place, window: whole.subarray(1, 3) };
    const input = { ...plan.arms[0].input, place };
    const window = (sharePlan({ ...plan, arms: [{ name: 'a', input }] }).arms[0].input.place as typeof place)
      .window;
    expect([...window]).toEqual([2, 3]);
    expect(window.buffer.byteLength).toBe(16);
  });
});
