import type { Payment } from '../institutions/payment.ts';
import { POPULATION_YEARS } from '../place.ts';
import type { World } from '../world.ts';

/**
 * Emergency admissions a year for which a purchaser pays a provider in full before the marginal rate holds; -1 where no
 * year has been counted that it could be.
 * @param ph p * H + h
 */
export function emergencyBaseline(
  { books, place }: World,
  { marginalRateBaseline, marginalRateBaseYear, marginalRateAllowance }: Payment,
  ph: number,
): number {
  if (marginalRateBaseline === 'lastYear')
    return books.emergencyCountLastYear[ph]! * (1 + marginalRateAllowance);
  const purchaser = Math.floor(ph / place.providers.count);
  if (books.emergencyBaseYear[purchaser] !== marginalRateBaseYear) return -1;
  return books.emergencyCountBase[ph]! * (1 + marginalRateAllowance);
}

/**
 * At the end of a financial year its emergencies become the baseline of those who name this year, or name one that is
 * over and was not counted for them.
 * @param yearEnded by the April in which it began, e.g. 2008
 * @param baseYearOf the year that a purchaser's institutions name
 */
export function keepEmergencyBaseline(
  { books, place }: World,
  yearEnded: number,
  purchasers: number,
  baseYearOf: (p: number) => number,
): void {
  const H = place.providers.count;
  for (let p = 0; p < purchasers; p++) {
    const named = baseYearOf(p);
    if (named > yearEnded || books.emergencyBaseYear[p] === named) continue;
    books.emergencyBaseYear[p] = named;
    for (let h = 0; h < H; h++) books.emergencyCountBase[p * H + h] = books.emergencyCount[p * H + h]!;
  }
}

/** The financial year that has just ended, by the April in which it began. @param year of the run that begins, from 0 */
export function yearJustEnded(year: number): number {
  return POPULATION_YEARS[0] + year - 1;
}
