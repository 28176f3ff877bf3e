import { lifeExpectancy } from '../../model/evidence/mortality.ts';
import { POPULATION_BANDS } from '../../model/place.ts';
import type { RunResult } from '../../model/result.ts';

/** Year of the run that is compared: April 2008 to March 2009. */
export const BASE_YEAR = 1;
/** Week of the run that ends with August 2007: the first day of the run is 1 April 2007. */
export const AUGUST_2007 = 21;

const AGES = 101;
/** First ages of the groups over which death rates are pooled: single ages are too few people in a scaled run. */
const LIFE_TABLE_AGES = [
  0, 1, 5, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95,
] as const;

/** What the comparison reads of a run of at least two years. */
export interface Measures {
  /** A metric of the base year. */
  annual(metric: string): number;
  /** A metric at the end of August 2007. */
  august(metric: string): number;
  /** A count of the base year per 1,000 people. */
  per1000(metric: string): number;
  /** Mean population of the base year by band of POPULATION_BANDS, people. */
  readonly bands: readonly number[];
  readonly lifeExpectancy: { readonly male: number; readonly female: number };
  /** People simulated: for sampling errors. */
  readonly agents: number;
}

/** @throws RangeError when the run is shorter than two years or lacks a metric */
export function measure(result: RunResult): Measures {
  if (result.weeks < 104) throw new RangeError(`calibration needs 104 weeks, the run has ${result.weeks}`);
  const value = (columns: RunResult['annual'], metric: string, at: number): number => {
    const found = columns[metric]?.[at];
    if (found === undefined) throw new RangeError(`the run has no metric '${metric}'`);
    return found;
  };
  const annual = (metric: string): number => value(result.annual, metric, BASE_YEAR);
  const people = meanPeople(result);
  return {
    annual,
    august: (metric) => value(result.weekly, metric, AUGUST_2007),
    per1000: (metric) => (1000 * annual(metric)) / annual('population'),
    bands: POPULATION_BANDS.map((from, band) => {
      const to = POPULATION_BANDS[band + 1] ?? AGES;
      return people.reduce((sum, n, cls) => sum + (cls % AGES >= from && cls % AGES < to ? n : 0), 0);
    }),
    lifeExpectancy: {
      male: simulatedLifeExpectancy(result, people, 0),
      female: simulatedLifeExpectancy(result, people, 1),
    },
    agents: annual('population') * result.diagnostics.scale,
  };
}

/** Mean of the people at the start and at the end of the base year, by class. */
function meanPeople(result: RunResult): number[] {
  const { populationByClass } = result.diagnostics;
  return populationByClass[BASE_YEAR].map((n, cls) => (n + populationByClass[BASE_YEAR - 1][cls]) / 2);
}

/** Life expectancy at birth from the deaths that happened, pooled over groups of ages. */
function simulatedLifeExpectancy(result: RunResult, people: readonly number[], female: 0 | 1): number {
  const deaths = result.diagnostics.deathsByClass[BASE_YEAR];
  const rates = new Float64Array(2 * AGES);
  LIFE_TABLE_AGES.forEach((from, group) => {
    const to = LIFE_TABLE_AGES[group + 1] ?? AGES;
    let died = 0;
    let lived = 0;
    for (let cls = female * AGES + from; cls < female * AGES + to; cls++) {
      died += deaths[cls];
      lived += people[cls];
    }
    // A group in which nobody died in a small run counts half a death.
    const rate = Math.max(died, 0.5 / result.diagnostics.scale) / lived;
    rates.fill(rate, female * AGES + from, female * AGES + to);
  });
  return lifeExpectancy(rates, female);
}
