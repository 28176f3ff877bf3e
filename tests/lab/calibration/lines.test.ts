import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/lab/calibration/measures.ts';
import { calibrationLines } from '../../../src/lab/calibration/targets.ts';
import { syntheticPlace } from '../../../src/lab/place/synthetic.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { simulate } from '../../../src/model/simulate.ts';

const run = (weeks: number) =>
  simulate({
    place: syntheticPlace({ people: 4000, practices: 3, trusts: 1, rural: 0.3, seed: 'calibration' }),
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, REGIMES[0].institutions, 'start')],
    shocks: [],
    seed: 'a',
    replicate: 0,
    weeks,
    scale: 1,
    cohortWeek: 0,
  });

describe('the measures of a run', () => {
  const result = run(104);
  const measures = measure(result);

  it('count everybody once over the bands of age, between the ends of the year', () => {
    const people = result.diagnostics.populationByClass.map((classes) => classes.reduce((a, b) => a + b, 0));
    expect(measures.bands.reduce((a, b) => a + b, 0)).toBeCloseTo((people[0] + people[1]) / 2, 6);
  });

  it('give life expectancies that people have', () => {
    for (const years of Object.values(measures.lifeExpectancy)) {
      expect(years).toBeGreaterThan(60);
      expect(years).toBeLessThan(95);
    }
  });

  it('fill every line, each once, each with its source and how it was counted', () => {
    const lines = calibrationLines(measures);
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    for (const line of lines) {
      expect(Number.isFinite(line.model), line.id).toBe(true);
      expect(line.source.length, line.id).toBeGreaterThan(8);
      expect(line.countedBy.length, line.id).toBeGreaterThan(8);
      if (line.pass !== null) {
        expect(line.pass[0], line.id).toBeLessThanOrEqual(line.target);
        expect(line.pass[1], line.id).toBeGreaterThanOrEqual(line.target);
      }
    }
  });

  it('refuse a run that ends before the base year does', () => {
    expect(() => measure(run(103))).toThrow('104 weeks');
  });
});
