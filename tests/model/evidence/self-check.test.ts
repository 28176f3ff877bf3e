import { describe, expect, it } from 'vitest';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { nationalSelfCheck } from '../../../src/model/evidence/self-check.ts';

/** Largest relative difference from the published figure; half a per cent unless said otherwise. */
const TOLERANCE: Readonly<Record<string, number>> = {
  life_expectancy_male: 0.001,
  life_expectancy_female: 0.001,
  tariff_paid: 0.03, // prices are rounded means; the published total is itself given to the nearest billion
  list_admissions: 0.01, // the part of the list's fall that was admissions is itself an estimate
};

describe('the tables against the published figures of England', () => {
  const lines = nationalSelfCheck(defaultParameterValues());

  it.each(lines)('$id', ({ id, model, published }) => {
    expect(Math.abs(model / published - 1)).toBeLessThan(TOLERANCE[id] ?? 0.005);
  });

  it('have every line once', () => {
    const ids = lines.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('prevalence_'))).toHaveLength(12);
  });
});

describe('published rates do not move when the law behind them does', () => {
  const value = (id: string, overrides: Record<string, number>): number => {
    const lines = nationalSelfCheck({ ...defaultParameterValues(), ...overrides });
    return lines.find((line) => line.id === id)!.model;
  };

  it('deaths, when cancer kills twice as often: the conditions are inside the life table, not on top of it', () => {
    expect(value('deaths', { mortality_ratio_cancer: 6 })).toBeCloseTo(value('deaths', {}), 6);
  });

  it('deaths and emergencies, when people differ more in latent risk', () => {
    expect(value('deaths', { latent_risk_sigma: 0.9 })).toBeCloseTo(value('deaths', {}), 6);
    expect(value('emergencies', { latent_risk_sigma: 0.9 })).toBeCloseTo(96.6, 6);
  });

  it('referrals, when seeking or need is more unequal', () => {
    expect(value('gp_referrals', { seeking_gradient_logit: 0.7 })).toBeCloseTo(205.5, 6);
    expect(value('gp_referrals', { need_deprivation_ratio: 1.5 })).toBeCloseTo(205.5, 6);
  });

  it('a prevalence follows its own parameter and leaves the others alone', () => {
    expect(value('prevalence_stroke', { prevalence_stroke: 0.02 })).toBeCloseTo(0.02, 8);
    expect(value('prevalence_copd', { prevalence_stroke: 0.02 })).toBeCloseTo(0.015, 8);
  });
});
