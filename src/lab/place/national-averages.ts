import { FINANCIAL_YEARS, POPULATION_BANDS, POPULATION_YEARS } from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';

/**
 * England's residents, mid-year: [year of POPULATION_YEARS][band of POPULATION_BANDS].
 * Source: ONS mid-year estimates by district, rebased on the 2011 Census (sum of 309 districts).
 */
export const ENGLAND_RESIDENTS: readonly (readonly number[])[] = [
  [3049020, 6104965, 21390737, 12711203, 4186667, 2855667, 1082834],
  [3142705, 6062796, 21451529, 12908842, 4273848, 2864519, 1111614],
  [3211905, 6040611, 21443234, 13100344, 4387775, 2876775, 1135737],
  [3280494, 6043590, 21457653, 13297100, 4490464, 2908101, 1165050],
  [3328746, 6057546, 21510763, 13480447, 4592171, 2944178, 1193318],
  [3393356, 6091453, 21440720, 13511692, 4844490, 2991512, 1220506],
  [3414130, 6164312, 21384914, 13597282, 5023573, 3043739, 1237867],
];

/** Residents of England of all ages, mid-2007. */
export const ENGLAND_TOTAL_2007 = sum(ENGLAND_RESIDENTS[0]);

/** Share of areas in each deprivation quintile, least deprived first: [urban, rural]. Source: IMD 2007, 32,482 areas. */
export const QUINTILE_SHARES: readonly (readonly number[])[] = [
  [0.182, 0.172, 0.189, 0.22, 0.237],
  [0.286, 0.336, 0.251, 0.102, 0.025],
];

/** Mean deprivation score of the areas in each fifth, least deprived first, and of all. Source: IMD 2007. */
export const DEPRIVATION_OF_QUINTILE: readonly number[] = [5.45, 10.92, 17.25, 27.03, 47.7];
export const ENGLAND_DEPRIVATION = 21.67;

/** PCT allocations of England in pounds, by year of FINANCIAL_YEARS. */
export const ENGLAND_ALLOCATION_POUNDS: readonly number[] = [
  PLACE_VALUES.place_allocation_england_2007,
  PLACE_VALUES.place_allocation_england_2008,
  PLACE_VALUES.place_allocation_england_2009,
  PLACE_VALUES.place_allocation_england_2010,
  PLACE_VALUES.place_allocation_england_2011,
  PLACE_VALUES.place_allocation_england_2012,
].map((billion) => billion * 1e9);

/** Operating income of England's acute trusts in 2007-08, pounds: that of 2010-11 (166 trusts) walked back. */
export const ENGLAND_TRUST_INCOME_POUNDS = 48_369_828_000 * PLACE_VALUES.place_income_2007_ratio;

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
