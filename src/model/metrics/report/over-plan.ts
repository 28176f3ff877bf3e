import type { YearBook } from '../annual-books.ts';

/**
 * Pence by which the hospital bill of some areas was above what their purchasers had planned for it; 0 in a first year,
 * for which nobody planned. Of a part year, over that part of the plan.
 */
export function overPlan(year: YearBook, areas: readonly number[]): number {
  let over = 0;
  for (const c of areas) {
    const planned = year.plannedBill[c]!;
    if (planned > 0) over += year.activitySpend[c]! - (planned * year.weeks) / 52;
  }
  return over;
}
