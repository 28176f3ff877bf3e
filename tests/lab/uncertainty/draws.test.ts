import { describe, expect, it } from 'vitest';
import type { AcceptedDraw } from '../../../src/lab/calibration/artefact.ts';
import { readArtefact, SHIPPED_BEHAVIOUR } from '../../../src/lab/calibration/read-artefact.ts';
import { parameterDraws } from '../../../src/lab/uncertainty/draws.ts';
import { unknownRows } from '../../../src/lab/uncertainty/unknown-rows.ts';
import { parameter } from '../../../src/model/evidence/parameters.ts';
import { classOf } from '../../../src/model/evidence/provenance.ts';

const accepted: readonly AcceptedDraw[] = [3, 7, 8].map((draw) => ({
  draw,
  values: {},
  rows: { need_scale: 0.9 + draw / 100, a_wait: 0.05 },
  implausibility: 1,
}));
const asked = {
  seed: 'a',
  count: 12,
  assumptions: 'behaviour',
  calibrations: [{ accepted }],
  set: ['habit'],
} as const;

describe('draws of parameters', () => {
  const draws = parameterDraws(asked);

  it('take each accepted draw of the calibration equally often, with its own values', () => {
    for (const { draw, rows } of accepted) {
      const own = draws.filter(({ calibrationDraws }) => calibrationDraws[0] === draw);
      expect(own).toHaveLength(4);
      // What was calibrated is not drawn again as an assumption.
      for (const { values } of own) expect(values).toMatchObject(rows);
    }
  });

  it('take draws of several calibrations, the rows of each together', () => {
    const behaviour = [5, 6].map((draw) => ({
      draw,
      values: {},
      rows: { acsc_elasticity: draw / 4, control_lag_years: draw / 3 },
      implausibility: 1,
    }));
    const both = parameterDraws({ ...asked, calibrations: [{ accepted }, { accepted: behaviour }] });
    for (const { draw, rows } of behaviour) {
      const own = both.filter(({ calibrationDraws }) => calibrationDraws[1] === draw);
      expect(own).toHaveLength(6);
      for (const { values } of own) expect(values).toMatchObject(rows);
    }
    for (const { draw, rows } of accepted) {
      const own = both.filter(({ calibrationDraws }) => calibrationDraws[0] === draw);
      expect(own).toHaveLength(4);
      for (const { values } of own) expect(values).toMatchObject(rows);
    }
    // Draws of one do not come with the same ones of the other.
    expect(new Set(both.map(({ calibrationDraws }) => calibrationDraws.join(' '))).size).toBeGreaterThan(3);
  });

  it('spread each assumption over its range, half below its default', () => {
    const { low, high, value } = parameter('a_budget');
    const drawn = draws.map(({ values }) => values.a_budget!);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(high);
    expect(drawn.filter((one) => one < value)).toHaveLength(6);
    expect(new Set(drawn).size).toBe(12);
  });

  it('leave alone what the scenario sets, and what a source gives', () => {
    const drawn = new Set(draws.flatMap(({ values }) => Object.keys(values)));
    expect(drawn).not.toContain('habit');
    for (const id of drawn) {
      if (id !== 'need_scale') expect(classOf(parameter(id)), id).toMatch(/^(assumption|calibrated)$/);
    }
    const kept = parameterDraws({ ...asked, set: ['need_scale'] });
    for (const { values } of kept) expect(values).not.toHaveProperty('need_scale');
  });

  it('hold rows that were fitted elsewhere, over what that left of their ranges', () => {
    const drawn = (id: string) => draws.map(({ values }) => values[id]!);
    // From data/calibration/institutions.json, which says nothing about how well they are known.
    expect(new Set(drawn('skill_lost_run_down')).size).toBe(12);
    const behaviour = readArtefact(SHIPPED_BEHAVIOUR);
    for (const { parameter: id, plausibleLow, plausibleHigh, contracted } of behaviour.posterior) {
      if (!contracted) continue;
      expect(Math.min(...drawn(id)), id).toBeGreaterThanOrEqual(plausibleLow);
      expect(Math.max(...drawn(id)), id).toBeLessThanOrEqual(plausibleHigh);
    }
    expect(unknownRows('all', new Set()).map(({ id }) => id)).toContain('conversion_cardiology');
    expect(unknownRows('all', new Set(['conversion_cardiology'])).map(({ id }) => id)).not.toContain(
      'conversion_cardiology',
    );
  });

  it('are the same for the same seed and others for another', () => {
    expect(parameterDraws(asked)).toEqual(draws);
    expect(parameterDraws({ ...asked, seed: 'b' })).not.toEqual(draws);
  });

  it('hold more assumptions when all are asked for, and only the calibration when none', () => {
    const known = new Set<string>();
    expect(unknownRows('all', known).length).toBeGreaterThan(unknownRows('behaviour', known).length);
    expect(unknownRows('all', known).map(({ id }) => id)).not.toContain('anchor_on_boards');
    for (const { values } of parameterDraws({ ...asked, assumptions: 'none' }))
      expect(Object.keys(values).toSorted()).toEqual(['a_wait', 'need_scale']);
  });

  it('need a calibration that accepted something', () => {
    expect(() => parameterDraws({ ...asked, calibrations: [{ accepted }, { accepted: [] }] })).toThrow(
      RangeError,
    );
  });
});
