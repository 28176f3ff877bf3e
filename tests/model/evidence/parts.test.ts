import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLAND_RESIDENTS } from '../../../src/lab/place/national-averages.ts';
import { AGES, CLASSES, QUINTILES } from '../../../src/model/evidence/classes.ts';
import { englandPopulation } from '../../../src/model/evidence/england-population.ts';
import { latentRisk } from '../../../src/model/evidence/latent-risk.ts';
import { deathRates, lifeExpectancy, mortalityGradients } from '../../../src/model/evidence/mortality.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { referralRates } from '../../../src/model/evidence/planned-need.ts';
import {
  meanReferralProbability,
  referralsPerNeed,
  referralThreshold,
} from '../../../src/model/evidence/referral.ts';
import { POPULATION_BANDS, POPULATION_YEARS, SPECIALTIES } from '../../../src/model/place.ts';

const p = defaultParameterValues();
const population = englandPopulation(defaultParameterValues());
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('the population of England', () => {
  it('has the revised bands of mid-2008, which are also what places are filled with', () => {
    POPULATION_BANDS.forEach((from, band) => {
      const to = POPULATION_BANDS[band + 1] ?? 101;
      const people = sum(population.subarray(from, to)) + sum(population.subarray(101 + from, 101 + to));
      expect(people).toBeCloseTo(ENGLAND_RESIDENTS[POPULATION_YEARS.indexOf(2008)][band], 3);
    });
  });

  it('keeps the sexes and the five-year bands within a revised band as they were first estimated', () => {
    const boys = sum(population.subarray(0, 5));
    expect(boys / (boys + sum(population.subarray(101, 106)))).toBeCloseTo(1586 / (1586 + 1513), 10);
    const men = (from: number) => sum(population.subarray(from, from + 5));
    expect(men(65) / men(70)).toBeCloseTo(1162 / 954, 10);
  });

  it('has no step of more than a quarter between two years of age below 90', () => {
    for (let age = 1; age < 90; age++) {
      const step = population[age] / population[age - 1];
      expect(step).toBeGreaterThan(0.75);
      expect(step).toBeLessThan(1.25);
    }
  });
});

describe('mortality', () => {
  const rates = deathRates(p);

  it('is the Gompertz-Makeham curve from 15, one rate for children and one for infants', () => {
    expect(rates[0]).toBe(0.0053544);
    expect(rates[101 + 7]).toBe(0.00012490827);
    // Men of 80: 0.000524 + 0.0000137706 * e^(0.106082 * 80), and e^8.48656 = 4849.2.
    expect(rates[80]).toBeCloseTo(0.000524 + 0.0000137706 * 4849.2, 5);
  });

  it('has five quintiles whose mean is 1, rising with deprivation, closer together in old age', () => {
    const g = mortalityGradients(p);
    for (const cls of [0, 40, 101 + 70, 201]) {
      const five = [...g.subarray(cls * QUINTILES, cls * QUINTILES + QUINTILES)];
      expect(sum(five)).toBeCloseTo(5, 12);
      expect(five).toEqual([...five].sort((a, b) => a - b));
    }
    const spread = (cls: number) => g[cls * QUINTILES + 4] / g[cls * QUINTILES];
    expect(spread(40)).toBeCloseTo(Math.exp(1.291 * 0.8), 10);
    expect(spread(95)).toBeLessThan(spread(40));
  });

  it('gives a constant rate m the life expectancy 1 / m', () => {
    expect(lifeExpectancy(new Float64Array(CLASSES).fill(0.02), 0)).toBeCloseTo(50, 8);
  });
});

describe('latent risk', () => {
  it('has mean 1 at birth, and everybody keeps their chance when nobody dies', () => {
    const risk = latentRisk(p, new Float64Array(CLASSES));
    expect(sum(risk.bins) / 16).toBeCloseTo(1, 12);
    for (let bin = 0; bin < 16; bin++) expect(risk.cumulative[55 * 16 + bin]).toBeCloseTo((bin + 1) / 16, 12);
  });

  it('leaves the robust: the mean of the survivors falls with every year of age', () => {
    const { mean } = latentRisk(p, deathRates(p));
    for (let age = 1; age < AGES; age++) expect(mean[age]).toBeLessThan(mean[age - 1]);
  });

  it('gives back the death rate of the class', () => {
    // Follow the bins of a cohort of men by hand: the share dying in a year is the life table's.
    const rates = deathRates(p);
    const { bins, mean } = latentRisk(p, rates);
    const alive = new Float64Array(16).fill(1 / 16);
    for (let age = 0; age < 90; age++) {
      const before = sum(alive);
      for (let bin = 0; bin < 16; bin++) alive[bin] *= Math.exp((-bins[bin] * rates[age]) / mean[age]);
      expect(-Math.log(sum(alive) / before) / rates[age]).toBeCloseTo(1, 2);
    }
  });
});

describe('referral', () => {
  it('has the probability of the integral over severity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        fc.double({ min: 0.2, max: 0.3, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (threshold, noise, shift) => {
          let mean = 0;
          for (let i = 0; i < 2000; i++) {
            mean += 1 / (1 + Math.exp(-(((i + 0.5) / 2000 - threshold) / noise + shift))) / 2000;
          }
          expect(meanReferralProbability(threshold, noise, shift)).toBeCloseTo(mean, 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has the threshold at which six needs in ten are referred', () => {
    expect(meanReferralProbability(referralThreshold(p), p.referral_noise, 0)).toBeCloseTo(0.6, 10);
  });

  it('counts a need once when kept needs never come back, and more often when they do', () => {
    expect(referralsPerNeed({ ...p, represent_per_year: 0 })).toBeCloseTo(0.6, 4);
    expect(referralsPerNeed(p)).toBeGreaterThan(0.6);
    expect(referralsPerNeed(p)).toBeLessThan(1);
  });

  it('is raked to the ages and to the specialties', () => {
    const rates = referralRates(p, population);
    const bySpecialty = SPECIALTIES.map((_, s) =>
      sum(Array.from({ length: CLASSES }, (_unused, cls) => population[cls] * rates[cls * 8 + s])),
    );
    const all = sum(bySpecialty);
    expect((1000 * all) / sum(population)).toBeCloseTo(205.5, 8);
    SPECIALTIES.forEach((specialty, s) => {
      expect(bySpecialty[s] / all).toBeCloseTo(p[`specialty_share_${specialty}`], 4);
    });
  });
});
