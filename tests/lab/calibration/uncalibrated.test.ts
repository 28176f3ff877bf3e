import { describe, expect, it } from 'vitest';
import { readArtefact, SHIPPED_BEHAVIOUR } from '../../../src/lab/calibration/read-artefact.ts';
import { rowsOf, SIZED_BY_HAND, uncalibratedValue } from '../../../src/lab/calibration/uncalibrated.ts';
import { PARAMETERS, parameter } from '../../../src/model/evidence/parameters.ts';
import { figuresSizing } from '../../../src/model/evidence/sized-by.ts';

describe('defaults without any calibration', () => {
  it('leave alone what was not fitted', () => {
    const before = new Map(rowsOf('uncalibrated').map((row) => [row.id, row.value]));
    const freed = [readArtefact(), readArtefact(SHIPPED_BEHAVIOUR)]
      .flatMap(({ fit }) => Object.keys(fit.rows))
      .concat(SIZED_BY_HAND);
    for (const { id, status, value, beforeFit } of PARAMETERS) {
      if (status !== 'calibrated' && !freed.includes(id) && beforeFit === undefined)
        expect(before.get(id), id).toBe(value);
    }
    expect(rowsOf('calibrated')).toBe(PARAMETERS);
  });

  it('are documented priors, or the middle of the range', () => {
    expect(uncalibratedValue(parameter('need_scale'))).toBe(1);
    expect(uncalibratedValue(parameter('conversion_cardiology'))).toBeCloseTo(0.25, 12);
    const { low, high } = parameter('diagnostics_median_weeks');
    expect(uncalibratedValue(parameter('diagnostics_median_weeks'))).toBeCloseTo(Math.sqrt(low * high), 9);
  });

  it('undo every row that the national calibration frees, also those that it calls assumptions', () => {
    const before = new Map(rowsOf('uncalibrated').map((row) => [row.id, row.value]));
    for (const id of Object.keys(readArtefact().fit.rows))
      expect(before.get(id), id).not.toBe(parameter(id).value);
  });

  it('undo what was sized by hand to a published effect, by rows that are named as such', () => {
    for (const id of SIZED_BY_HAND) {
      expect(parameter(id).status, id).toBe('assumption');
      expect(parameter(id).source, id).toMatch(/^sized by hand to B\d\d/);
      expect(figuresSizing(id), id).not.toEqual([]);
      expect(uncalibratedValue(parameter(id)), id).not.toBe(parameter(id).value);
    }
    expect(uncalibratedValue(parameter('control_lag_years'))).toBe(2);
  });

  it('lie in the plausible range', () => {
    for (const { id, value, low, high } of rowsOf('uncalibrated')) {
      expect(value, id).toBeGreaterThanOrEqual(low);
      expect(value, id).toBeLessThanOrEqual(high);
    }
  });
});
