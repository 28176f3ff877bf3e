import type { YearBook } from '../annual-books.ts';
import { STANDING, STANDINGS } from '../standing.ts';
import { type Row, ratio } from './columns.ts';

/**
 * How a set of commissioners stands at the end of the year: means weighted by their people, sums of money.
 * @param pounds pounds that a penny of the simulated people stands for
 */
export function standingRow(year: YearBook, keep: (c: number) => boolean, pounds: number): Row {
  const { standing } = year;
  const mean = (column: number): number => {
    let people = 0;
    let sum = 0;
    for (let c = 0; c * STANDINGS < standing.length; c++) {
      const weight = keep(c) ? standing[c * STANDINGS + STANDING.people]! : 0;
      if (weight === 0) continue;
      people += weight;
      sum += weight * standing[c * STANDINGS + column]!;
    }
    return ratio(sum, people);
  };
  const total = (column: number): number => {
    let sum = 0;
    for (let c = 0; c * STANDINGS < standing.length; c++) {
      if (keep(c)) sum += standing[c * STANDINGS + column]!;
    }
    return sum * pounds;
  };
  let allocated = 0;
  year.allocation.forEach((pence, c) => {
    if (keep(c)) allocated += pence;
  });
  return {
    proactive_care: mean(STANDING.control),
    relation_managerial: mean(STANDING.managerial),
    relation_clinical: mean(STANDING.clinical),
    disputes: mean(STANDING.disputes),
    turnaround: mean(STANDING.turnaround),
    rated_good_pct: 100 * mean(STANDING.goodRating),
    commissioning_skill: mean(STANDING.skill),
    market_hhi: mean(STANDING.market),
    delegated_money_pct: ratio(100 * total(STANDING.delegated), allocated * pounds),
    friction_cost_pounds: total(STANDING.friction),
    outside_spend_pounds: total(STANDING.purchases),
  };
}
