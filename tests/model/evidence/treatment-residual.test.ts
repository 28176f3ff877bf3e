import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../../src/model/evidence/classes.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import {
  RESIDUAL_LEVELS,
  residualAfterReview,
  residualLevel,
  treatmentResidual,
} from '../../../src/model/evidence/treatment-residual.ts';

const p = defaultParameterValues();
const AT_40 = 40;

/** Referrals a year of every class, all of the first specialty (orthopaedics). */
function orthopaedics(perYear: number): Float64Array {
  return Float64Array.from({ length: CLASSES * 8 }, (_, n) => (n % 8 === 0 ? perYear : 0));
}

describe('what treatment leaves', () => {
  it('fades by a share each year, and to nothing in the end', () => {
    expect(residualAfterReview(100, 4)).toBe(75);
    expect(residualAfterReview(1, 4)).toBe(0);
    let level = 255;
    for (let year = 0; year < 30; year++) level = residualAfterReview(level, 4);
    expect(level).toBe(0);
  });

  it('is nothing where nobody is referred', () => {
    const none = treatmentResidual(p, orthopaedics(0));
    expect(Math.max(...none.meanLoss)).toBe(0);
    expect(residualLevel(none, AT_40, 1, 0.999, 0.5)).toBe(0);
  });

  it('is nothing where treatment gives all back, with or without admission', () => {
    const cured = { ...p, need_gain_orthopaedics: 1, need_gain_other_treatment: 1 };
    expect(Math.max(...treatmentResidual(cured, orthopaedics(0.3)).meanLoss)).toBeCloseTo(0, 12);
  });

  it('stands where what comes in a year is what fades in a year', () => {
    // One review a year takes a quarter and, in whole steps, at most one step more: the level lies between the two
    // steady states.
    const low = treatmentResidual(p, orthopaedics(0.01)).meanLoss;
    const high = treatmentResidual(p, orthopaedics(0.02)).meanLoss;
    expect(low[60]).toBeCloseTo(low[61], 6);
    expect(high[60] / low[60]).toBeGreaterThan(1.98);
    expect(high[60] / low[60]).toBeLessThan(2.02);
  });

  it('has shares that rise to 1 for every class and ratio of referral', () => {
    const { cumulative } = treatmentResidual(p, orthopaedics(0.2));
    for (let row = 0; row < cumulative.length; row += RESIDUAL_LEVELS) {
      const shares = cumulative.subarray(row, row + RESIDUAL_LEVELS);
      expect(shares[RESIDUAL_LEVELS - 1]).toBeCloseTo(1, 5);
      for (let n = 1; n < RESIDUAL_LEVELS; n++) expect(shares[n]).toBeGreaterThanOrEqual(shares[n - 1]);
    }
  });

  it('is drawn with the mean of the class, and more for those who are referred more', () => {
    const residual = treatmentResidual(p, orthopaedics(0.2));
    const mean = (ratio: number): number => {
      let sum = 0;
      const draws = 4000;
      for (let n = 0; n < draws; n++) {
        sum += residualLevel(residual, AT_40, ratio, (n + 0.5) / draws, (n * 0.618034) % 1);
      }
      return (sum / draws) * 0.002;
    };
    expect(mean(1) / residual.meanLoss[AT_40]).toBeCloseTo(1, 1);
    expect(mean(2)).toBeGreaterThan(1.8 * mean(1));
    expect(mean(0.5)).toBeLessThan(0.6 * mean(1));
  });
});
