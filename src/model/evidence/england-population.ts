import { POPULATION_BANDS, POPULATION_YEARS } from '../place.ts';
import { AGES, CLASSES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { ENGLAND_RESIDENTS, FIRST_ESTIMATES_2008 } from './tables/england-residents.ts';

const BAND_YEARS = 5;
/** Residents of England, mid-2008, by band of POPULATION_BANDS, as revised after the census of 2011. */
const REVISED = ENGLAND_RESIDENTS.values[POPULATION_YEARS.indexOf(2008)];
/** First estimates of mid-2008, thousands, by five-year band from 0-4 to 90 and over: [male, female]. */
const FIRST_ESTIMATES = FIRST_ESTIMATES_2008.values;
const OPEN_BAND_AGE = 90;
const SEXES = ['male', 'female'] as const;
const SMOOTHING_PASSES = 200;

/** [band][sex], thousands: five-year bands and sexes as first estimated, scaled to the revised totals of the ages. */
const BANDS_THOUSAND = revisedBands();

/**
 * Residents of England by class (single year of age and sex; see `classes.ts`), persons.
 *
 * The five-year totals are kept exactly; within a band the years are the smoothest curve that keeps them
 * (Tobler's pycnophylactic smoothing), and from 90 on they fall by about the yearly survival.
 * Source: Office for National Statistics, mid-2008: five-year bands of the first estimates (51.78 million) scaled to
 * the seven revised bands (51.82 million), which are also what the places are filled with.
 */
export function englandPopulation(p: ParameterValues): Float64Array {
  const people = new Float64Array(CLASSES);
  for (const sex of [0, 1] as const) people.set(singleYears(p, sex), sex * AGES);
  return people;
}

function revisedBands(): readonly (readonly [number, number])[] {
  const groups = FIRST_ESTIMATES.map((_, n) => {
    let group = 0;
    while (group + 1 < REVISED.length && POPULATION_BANDS[group + 1] <= n * BAND_YEARS) group++;
    return group;
  });
  const first = REVISED.map((_, group) =>
    FIRST_ESTIMATES.reduce((sum, [male, female], n) => sum + (groups[n] === group ? male + female : 0), 0),
  );
  return FIRST_ESTIMATES.map(([male, female], n) => {
    const factor = REVISED[groups[n]] / 1000 / first[groups[n]];
    return [male * factor, female * factor];
  });
}

function singleYears(p: ParameterValues, sex: 0 | 1): Float64Array {
  const ages = new Float64Array(AGES);
  for (let age = 0; age < AGES; age++) {
    const band = Math.min(Math.floor(age / BAND_YEARS), BANDS_THOUSAND.length - 1);
    ages[age] = (BANDS_THOUSAND[band][sex] * 1000) / BAND_YEARS;
  }
  fillOpenBand(p, ages, sex);
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) {
    smooth(ages);
    restoreBandTotals(ages, sex);
  }
  return ages;
}

function fillOpenBand(p: ParameterValues, ages: Float64Array, sex: 0 | 1): void {
  const survival = parameterValue(p, `survival_at_90_${SEXES[sex]}`);
  const fall = parameterValue(p, `survival_fall_per_year_${SEXES[sex]}`);
  let weight = 1;
  let total = 0;
  for (let age = OPEN_BAND_AGE; age < AGES; age++) {
    ages[age] = weight;
    total += weight;
    weight *= survival - fall * (age - OPEN_BAND_AGE);
  }
  const people = BANDS_THOUSAND[BANDS_THOUSAND.length - 1][sex] * 1000;
  for (let age = OPEN_BAND_AGE; age < AGES; age++) ages[age] *= people / total;
}

/** One pass of averaging with the neighbours, below the open band. */
function smooth(ages: Float64Array): void {
  let before = ages[0];
  for (let age = 0; age < OPEN_BAND_AGE; age++) {
    const here = ages[age];
    ages[age] = (before + 2 * here + ages[age + 1]) / 4;
    before = here;
  }
}

function restoreBandTotals(ages: Float64Array, sex: 0 | 1): void {
  for (let start = 0; start < OPEN_BAND_AGE; start += BAND_YEARS) {
    let sum = 0;
    for (let age = start; age < start + BAND_YEARS; age++) sum += ages[age];
    const missing = BANDS_THOUSAND[start / BAND_YEARS][sex] * 1000 - sum;
    for (let age = start; age < start + BAND_YEARS; age++) ages[age] += missing / BAND_YEARS;
  }
}
