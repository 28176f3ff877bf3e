import { describe, expect, it } from 'vitest';
import { loadPlace } from '../../../src/lab/place/index.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { POPULATION_BANDS, POPULATION_YEARS } from '../../../src/model/place.ts';
import { bandOfAge, planArrivals, weekCount } from '../../../src/model/population/arrival-plan.ts';

const place = loadPlace({ named: 'herefordshire' });

describe('the plan of arrivals', () => {
  it('has births of the size of the county: about 2,000 a year', () => {
    const { births } = planArrivals(place, defaultParameterValues(), 7);
    // 12.9 per 1,000 of England fits a place with England's share of people of 15 to 44; here it is lower.
    for (const year of births) {
      expect(year[0]).toBeGreaterThan(1800);
      expect(year[0]).toBeLessThan(2300);
    }
  });

  it('lets each age group either gain or lose people on balance, and nobody after the published years', () => {
    const plan = planArrivals(place, defaultParameterValues(), 9);
    const bands = POPULATION_BANDS.length;
    for (let y = 0; y < 9; y++) {
      for (let band = 0; band < bands; band++) {
        const gains = plan.inflow[y]![band]!;
        const loses = plan.departure[y]![band]!;
        expect(Math.min(gains, loses)).toBe(0);
        expect(gains).toBeGreaterThanOrEqual(0);
        if (y >= POPULATION_YEARS.length - 1) expect(gains + loses).toBe(0);
      }
    }
  });

  it('gives each age its band of the published estimates', () => {
    expect([0, 4, 5, 14, 15, 44, 45, 64, 65, 74, 75, 84, 85, 100].map(bandOfAge)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6,
    ]);
  });

  it.each([0, 0.4, 51.9, 2043])('splits %d a year into weeks that sum to it', (yearly) => {
    let sum = 0;
    for (let week = 0; week < 52; week++) {
      const here = weekCount(yearly, week, 0.37);
      expect(here).toBeGreaterThanOrEqual(0);
      sum += here;
    }
    expect(Math.abs(sum - yearly)).toBeLessThan(1);
  });
});
