import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { overPlan } from '../../../src/model/metrics/report/over-plan.ts';
import { run, smallWorld } from '../world.ts';

const BLOCK: SettingValues = {
  'payment.outpatient': 'block',
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
  'payment.blockCorridor': 0,
};

describe('the hospital bill over plan', () => {
  it('is spend less the plan, of a part year less that part of it', () => {
    const world = run(smallWorld({ weeks: 60 }), 52);
    const year = world.records.years[0]!;
    // Nobody planned for the first year.
    expect(overPlan(year, [0])).toBe(0);
    year.plannedBill[0] = 5200;
    year.activitySpend[0] = 1500;
    year.weeks = 13;
    expect(overPlan(year, [0])).toBe(200);
  });

  it('is nothing under a simple block, whatever is done', () => {
    const world = run(smallWorld({ weeks: 110, set: BLOCK }), 104);
    const year = world.records.years[1]!;
    expect(year.plannedBill[0]).toBeGreaterThan(0);
    expect(Math.abs(overPlan(year, [0]))).toBeLessThan(1e-6 * year.plannedBill[0]!);
    const tariff = run(smallWorld({ weeks: 110 }), 104).records.years[1]!;
    expect(Math.abs(overPlan(tariff, [0]))).toBeGreaterThan(1e-4 * tariff.plannedBill[0]!);
  });
});
