import { ENGLAND_RESIDENTS as RESIDENTS } from '../../model/evidence/tables/england-residents.ts';
import { FINANCIAL_YEARS, POPULATION_BANDS, POPULATION_YEARS } from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { DEPRIVATION_OF_FIFTHS, QUINTILES_OF_AREAS } from './tables/deprivation.ts';

/** England's residents, mid-year: [year of POPULATION_YEARS][band of POPULATION_BANDS]. */
export const ENGLAND_RESIDENTS = RESIDENTS.values;

/** Residents of England of all ages, mid-2007. */
export const ENGLAND_TOTAL_2007 = sum(ENGLAND_RESIDENTS[0]);

/** Share of areas in each deprivation quintile, least deprived first: [urban, rural]. */
export const QUINTILE_SHARES = QUINTILES_OF_AREAS.values;

/** Mean deprivation score of the areas in each fifth, least deprived first, and of all. */
export const DEPRIVATION_OF_QUINTILE: readonly number[] = DEPRIVATION_OF_FIFTHS.values[0];
export const ENGLAND_DEPRIVATION = PLACE_VALUES.place_deprivation_england;

/** Operating income of England's acute trusts in 2007-08, pounds: that of 2010-11 walked back. */
export const ENGLAND_TRUST_INCOME_POUNDS =
  PLACE_VALUES.place_income_england_2010 * PLACE_VALUES.place_income_2007_ratio;

/** General and acute beds of England's acute trusts, base year: all less those of PCTs' community hospitals. */
export const ENGLAND_TRUST_BEDS = PLACE_VALUES.place_beds_england - PLACE_VALUES.place_community_beds_england;

/** Need for hospital care per head by band of POPULATION_BANDS, pounds a year. */
export const NEED_PER_HEAD: readonly number[] = [
  PLACE_VALUES.place_need_0,
  PLACE_VALUES.place_need_5,
  PLACE_VALUES.place_need_15,
  PLACE_VALUES.place_need_45,
  PLACE_VALUES.place_need_65,
  PLACE_VALUES.place_need_75,
  PLACE_VALUES.place_need_85,
];

/** Band of LIST_BANDS that each band of POPULATION_BANDS falls in. */
export const LIST_BAND_OF_POPULATION_BAND: readonly number[] = [0, 0, 1, 2, 3, 4, 4];

export const YEARS = POPULATION_YEARS.length;
export const BANDS = POPULATION_BANDS.length;
export const MONEY_YEARS = FINANCIAL_YEARS.length;

/**
 * Need of a population relative to the same number of average English people of mid-2007.
 * @param residents people by band of POPULATION_BANDS, from `offset` on.
 */
export function needIndex(residents: ArrayLike<number>, offset = 0): number {
  let people = 0;
  let need = 0;
  for (let band = 0; band < BANDS; band++) {
    people += residents[offset + band];
    need += residents[offset + band] * NEED_PER_HEAD[band];
  }
  return people > 0 ? need / people / ENGLAND_NEED_PER_HEAD : 1;
}

const ENGLAND_NEED_PER_HEAD =
  sum(ENGLAND_RESIDENTS[0].map((people, band) => people * NEED_PER_HEAD[band])) / ENGLAND_TOTAL_2007;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
