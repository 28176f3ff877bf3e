import type { World } from '../../world.ts';
import type { YearBook } from '../annual-books.ts';
import { BT } from '../tallies.ts';
import { type Row, ratio } from './columns.ts';

/** What bodies, and practices with budgets, did. */
export function bodiesRow(world: World, year: YearBook): Row {
  const real = 1 / world.input.scale;
  const pounds = real / 100;
  const { bodies, registered, predicted, trueCost } = year;
  return {
    bodies: year.bodyCount,
    authorised_in_full_pct: ratio(100 * year.fullAuthorisation, year.assessedGroups),
    people_in_bodies_pct: ratio(100 * year.enrolled, sumOf(registered)),
    contracting_cost_pounds: bodies[BT.contracting]! * pounds,
    structural_change_cost_pounds: bodies[BT.change_cost]! * pounds,
    development_pounds: bodies[BT.development]! * pounds,
    practice_savings_pounds: bodies[BT.practice_savings]! * pounds,
    fund_budget_pounds: sumOf(year.fundIn) * pounds,
    fund_spend_pounds: sumOf(year.fundOut) * pounds,
    fund_balance_pounds: (sumOf(year.fundIn) - sumOf(year.fundOut)) * pounds,
    programme_budget_pounds: sumOf(year.programmeIn) * pounds,
    programme_spend_pounds: sumOf(year.programmeOut) * pounds,
    avoidance_fund_pounds: bodies[BT.avoidance]! * pounds,
    emergency_price_returned_pounds: bodies[BT.returned]! * pounds,
    loans_pounds: bodies[BT.loans]! * pounds,
    surplus_returned_pounds: bodies[BT.surplus_returned]! * pounds,
    system_changes: bodies[BT.system_changes]! * real,
    system_refusals: bodies[BT.refusals]! * real,
    people_moved_by_exit: bodies[BT.people_moved_by_exit]! * real,
    selection_cost_pounds: (bodies[BT.selection]! + bodies[BT.fines]!) * pounds,
    body_prevention_pounds: bodies[BT.prevention]! * pounds,
    predictive_ratio_with_condition: ratio(predicted[5]!, trueCost[5]!),
    predictive_ratio_without_condition: ratio(predicted[6]!, trueCost[6]!),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Predictive ratio of a fifth by deprivation. */
export function predictiveRatio(year: YearBook, quintile: number): number {
  return ratio(year.predicted[quintile]!, year.trueCost[quintile]!);
}
