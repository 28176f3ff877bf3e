import { logistic } from '../../kernel/deterministic-math.ts';
import { institutionsOfPurchaser } from '../institutions/in-force.ts';
import { isInside } from '../organisations/accounts.ts';
import { CATEGORIES, CATEGORY, type World } from '../world.ts';
import { ruleOf } from './payment-rule.ts';

/**
 * The volume of planned care that a purchaser and a provider agreed for the year (see `commissioner/bargaining.ts`), and
 * what is not paid of care above it. Pairs are p * H + h, p a commissioner or a body at C + o.
 */

/** Outpatient and planned inpatient care of a pair in a book by category, pence. */
export function plannedCare(world: World, book: Float64Array, ph: number): number {
  const pairs = world.books.activityYear.length / CATEGORIES;
  return book[CATEGORY.outpatient * pairs + ph]! + book[CATEGORY.elective * pairs + ph]!;
}

/**
 * Planned care of a pair this year above the pace of its plan after so many weeks of the year, pence; never less than
 * when the terms changed within the year, as that has been paid on the terms of those weeks.
 */
export function careAbovePlan(world: World, ph: number, weeks: number): number {
  const { books, will } = world;
  const above = plannedCare(world, books.activityYear, ph) - Math.round(will.plan[ph]! * (weeks / 52));
  return Math.max(will.planExcessBefore[ph]!, above);
}

/** Whether a pair has a plan above which bills are challenged: planned care by tariff, between two organisations. */
export function isChallenged(world: World, p: number, h: number): boolean {
  if (world.will.plan[p * world.place.providers.count + h] === 0 || isInside(world, p, h)) return false;
  const { payment } = institutionsOfPurchaser(world, p);
  return ruleOf(payment, CATEGORY.outpatient) === 'tariff' && ruleOf(payment, CATEGORY.elective) === 'tariff';
}

/**
 * Share of the price that is not paid for planned care above the plan: what the payment rule leaves out, and what the
 * purchaser strikes out by challenge, `challenge * (1 - w_provider)`. Source: model description, section 6.3.
 */
export function shareStruckOut(world: World, p: number, h: number): number {
  const { payment } = institutionsOfPurchaser(world, p);
  const weight = world.will.bargainingWeight[p * world.place.providers.count + h]!;
  return 1 - payment.activityAbovePlanPaid * (1 - world.settings.commissioning.bargaining.challenge * weight);
}

/**
 * Share of the price that a provider expects for one more case of planned care: all of it far below the plan, what is
 * not struck out far above, by the pace of the year to date.
 */
export function paidAgainstPlan(world: World, p: number, h: number): number {
  if (!isChallenged(world, p, h)) return 1;
  const { books, will, settings, week, place } = world;
  const ph = p * place.providers.count + h;
  const pace = (plannedCare(world, books.activityYear, ph) * 52) / ((week % 52) + 1) / will.plan[ph]!;
  return 1 - shareStruckOut(world, p, h) * logistic((pace - 1) / settings.shortfall.scale);
}
