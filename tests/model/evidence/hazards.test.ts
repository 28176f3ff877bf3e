import { describe, expect, it } from 'vitest';
import { meanProduct } from '../../../src/model/evidence/cardiometabolic.ts';
import { CLASSES, QUINTILES } from '../../../src/model/evidence/classes.ts';
import { buildHazardTables } from '../../../src/model/evidence/hazards.ts';
import { sumOverMasks } from '../../../src/model/evidence/mask-shares.ts';
import { defaultParameterValues, PARAMETERS } from '../../../src/model/evidence/parameters.ts';
import { CONDITIONS, SPECIALTIES } from '../../../src/model/place.ts';

const p = defaultParameterValues();
const t = buildHazardTables(p);
const GROUPS = CLASSES * QUINTILES;
const bit = (condition: (typeof CONDITIONS)[number]) => 1 << CONDITIONS.indexOf(condition);

describe('the hazard tables', () => {
  it('have the sizes of their contract and no value below 0 (seeking apart) or that is not a number', () => {
    const sizes: Record<string, number> = {
      riskBins: 16,
      riskCumulative: CLASSES * 16,
      prevalence: GROUPS * 12,
      needPerYear: GROUPS * 8,
      onsetPerYear: GROUPS * 12,
      deathPerYear: GROUPS,
      deathMultiplier: 4096,
      needMultiplier: 4096 * 8,
      emergencyClass: CLASSES * 3,
    };
    for (const [name, size] of Object.entries(sizes)) expect(t[name as keyof typeof t]).toHaveLength(size);
    const { residual, ...tables } = t;
    for (const [name, table] of Object.entries({ ...tables, ...residual })) {
      const lowest = name === 'seeking' ? -1 : 0;
      expect(table.every((x: number) => Number.isFinite(x) && x >= lowest)).toBe(true);
    }
  });

  it('are the same bits when built again', () => {
    const again = buildHazardTables(defaultParameterValues());
    for (const name of Object.keys(t) as (keyof typeof t)[]) expect(again[name]).toEqual(t[name]);
  });

  it('multiply the ratios of the conditions in a mask', () => {
    const mask = bit('stroke') | bit('copd');
    expect(t.deathMultiplier[0]).toBe(1);
    expect(t.deathMultiplier[mask]).toBeCloseTo(1.84 * 2, 12);
    expect(t.utilityMultiplier[mask]).toBeCloseTo((1 - 0.1) * (1 - 0.07), 12);
    const cardiology = SPECIALTIES.indexOf('cardiology');
    expect(t.needMultiplier[bit('coronary_heart_disease') * 8 + cardiology]).toBe(5);
    expect(t.needMultiplier[bit('asthma') * 8 + cardiology]).toBe(p.need_ratio_any_condition);
  });

  it('leave every share of people with a condition below 1, whatever else they have', () => {
    for (let i = 0; i < t.prevalence.length; i++) {
      const c = i % 12;
      for (let combo = 0; combo < 4; combo++) {
        expect(t.prevalence[i] * t.cardiometabolicRatio[c * 4 + combo]).toBeLessThan(1);
      }
    }
  });

  it('average a product of ratios as the sum over all 4096 masks does', () => {
    const ratios = CONDITIONS.map((_, c) => 1 + c / 10);
    const means = meanProduct(ratios, t.prevalence, t.cardiometabolicRatio);
    const group = (101 + 78) * QUINTILES + 4;
    const weights = new Float64Array(GROUPS);
    weights[group] = 1;
    const shares = sumOverMasks(weights, t.prevalence, t.cardiometabolicRatio);
    let brute = 0;
    let total = 0;
    shares.forEach((share, mask) => {
      total += share;
      brute += share * CONDITIONS.reduce((x, _, c) => ((mask >> c) & 1 ? x * ratios[c] : x), 1);
    });
    expect(total).toBeCloseTo(1, 12);
    expect(brute).toBeCloseTo(means[group], 10);
  });

  it('give the sick, the poor and the old more emergencies', () => {
    const rate = (age: number, q: number) => t.emergencyPerYear[age * QUINTILES + q];
    expect(rate(40, 4)).toBeGreaterThan(rate(40, 0));
    expect(rate(85, 2)).toBeGreaterThan(rate(40, 2));
    expect(t.emergencyMultiplier[bit('heart_failure')]).toBeGreaterThan(1);
  });

  it('make a larger share of emergencies avoidable where disease of the lungs adds them', () => {
    expect(t.acscShare[bit('copd')]).toBeGreaterThan(t.acscShare[0]);
    // With one condition of ratio r: background / r + own share * (1 - 1 / r).
    const r = p.emergency_ratio_copd;
    expect(t.acscShare[bit('copd')]).toBeCloseTo(t.acscShare[0] / r + 0.6 * (1 - 1 / r), 12);
    expect(t.acscShare.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('shift the odds of referral by quintile with mean 0, least deprived first', () => {
    expect([...t.seeking]).toEqual([0.15, 0.075, -0, -0.075, -0.15]);
  });

  it('can be built at both ends of the range of every prevalence and ratio', () => {
    const ends = PARAMETERS.filter((row) => /^(prevalence|mortality_ratio|onset_ratio)_/.test(row.id));
    for (const end of ['low', 'high'] as const) {
      const values = { ...p, ...Object.fromEntries(ends.map((row) => [row.id, row[end]])) };
      expect(() => buildHazardTables(values)).not.toThrow();
    }
  });
});
