import { englandPopulation } from '../evidence/england-population.ts';
import { deathRates } from '../evidence/mortality.ts';
import type { ParameterValues } from '../evidence/parameters.ts';
import { type Place, POPULATION_BANDS, POPULATION_YEARS } from '../place.ts';
import { AGE_YEARS } from './people.ts';

/**
 * Who will come and how fast people leave, fixed before the run and the same in every arm: births by rate, and net
 * migration by commissioner and age as what the published populations show beyond ageing, births and deaths. After
 * the last published year nobody moves in or out on balance.
 */
export interface ArrivalPlan {
  /** [year][commissioner] births a year; [year][commissioner * 7 + band] people who move in a year, unscaled. */
  readonly births: Float64Array[];
  readonly inflow: Float64Array[];
  /** [year][commissioner * 7 + band] weekly probability of moving out of the place. */
  readonly departure: Float64Array[];
}

const BANDS = POPULATION_BANDS.length;
const CLASSES = 2 * AGE_YEARS;

/** Band of the population estimates by single year of age. */
export function bandOfAge(age: number): number {
  let band = 0;
  while (band + 1 < BANDS && age >= POPULATION_BANDS[band + 1]!) band++;
  return band;
}

/** @param years financial years to plan for */
export function planArrivals(place: Place, p: ParameterValues, years: number): ArrivalPlan {
  const england = englandPopulation(p);
  const deaths = deathRates(p);
  const birthsPerAdult = birthsPerPersonOfChildbearingAge(p, england);
  const C = place.commissioners.count;
  const plan: ArrivalPlan = { births: [], inflow: [], departure: [] };
  const lastYear = POPULATION_YEARS.length - 1;
  for (let y = 0; y < years; y++) {
    const births = new Float64Array(C);
    const inflow = new Float64Array(C * BANDS);
    const departure = new Float64Array(C * BANDS);
    for (let c = 0; c < C; c++) {
      const at = (year: number, band: number): number =>
        place.commissioners.residents[
          (c * POPULATION_YEARS.length + Math.min(year, lastYear)) * BANDS + band
        ]!;
      births[c] = birthsPerAdult * at(y, 2);
      if (y >= lastYear) continue;
      const expected = nextYear(england, deaths, (band) => at(y, band), births[c]!);
      for (let band = 0; band < BANDS; band++) {
        const net = at(y + 1, band) - expected[band]!;
        if (net > 0) inflow[c * BANDS + band] = net;
        else departure[c * BANDS + band] = Math.min(MOST_LEAVING, -net / Math.max(1, at(y, band))) / 52;
      }
    }
    plan.births.push(births);
    plan.inflow.push(inflow);
    plan.departure.push(departure);
  }
  return plan;
}

/** No band of a place loses more than this share of its people in a year by moving. */
const MOST_LEAVING = 0.5;

/** Births a year per resident of 15 to 44: the national crude rate over the national share of that age. */
function birthsPerPersonOfChildbearingAge(p: ParameterValues, england: Float64Array): number {
  let all = 0;
  let adults = 0;
  for (let cls = 0; cls < CLASSES; cls++) {
    const age = cls % AGE_YEARS;
    all += england[cls]!;
    if (age >= 15 && age < 45) adults += england[cls]!;
  }
  return (p.births_per_1000! / 1000) * (all / adults);
}

/** People by band a year on without migration: single years of England within the bands, aged and thinned by deaths. */
function nextYear(
  england: Float64Array,
  deaths: Float64Array,
  residents: (band: number) => number,
  births: number,
): Float64Array {
  const bandTotal = new Float64Array(BANDS);
  for (let cls = 0; cls < CLASSES; cls++) bandTotal[bandOfAge(cls % AGE_YEARS)]! += england[cls]!;
  const next = new Float64Array(BANDS);
  next[0]! += births;
  for (let cls = 0; cls < CLASSES; cls++) {
    const age = cls % AGE_YEARS;
    const band = bandOfAge(age);
    const people = (residents(band) * england[cls]!) / bandTotal[band]!;
    next[bandOfAge(Math.min(AGE_YEARS - 1, age + 1))]! += people * (1 - deaths[cls]!);
  }
  return next;
}

/** How many of a yearly total fall in a week: the parts sum to the whole, rounding carried from week to week. */
export function weekCount(yearly: number, weekOfYear: number, phase: number): number {
  return (
    Math.floor((yearly * (weekOfYear + 1)) / 52 + phase) - Math.floor((yearly * weekOfYear) / 52 + phase)
  );
}
