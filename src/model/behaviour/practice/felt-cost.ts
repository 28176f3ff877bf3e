import { institutionsOfPractice } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { ruleOf } from '../payment-rule.ts';
import { plannedSalience, purseHolderShadowPrice } from './salience.ts';

/** How far the cost of a referral raises a practice's threshold, for a referral of mean cost. */
export interface FeltCost {
  /** By what visits cost; by what an operation costs. */
  readonly visits: number;
  readonly operations: number;
}

/**
 * `a_budget salience lambda saved`: how much of a cost the practice feels, what a pound is worth to whoever holds the money
 * for its people, and what one case less saves that purse. A budget out of which admissions are bought case by case
 * is felt in each patient who might be admitted, one that pays for them by a block hardly.
 */
export function feltCost(world: World, g: number): FeltCost {
  const salience = plannedSalience(world, g);
  if (salience === 0) return { visits: 0, operations: 0 };
  const felt = world.settings.aBudget * salience * purseHolderShadowPrice(world, g);
  return {
    visits: felt * savedByCase(world, g, CATEGORY.outpatient),
    operations: felt * savedByCase(world, g, CATEGORY.elective),
  };
}

/**
 * Share of the price of a case that whoever holds the purse for a practice's people saves when there is one less: a fund
 * pays for each, others as the payment rule says; care in the hospitals of its own body costs a body what it takes.
 */
function savedByCase(
  world: World,
  g: number,
  category: typeof CATEGORY.outpatient | typeof CATEGORY.elective,
): number {
  const { payment, budget } = institutionsOfPractice(world, g);
  if (budget.holder === 'practices') return 1;
  const outside = ruleOf(payment, category) === 'tariff' ? 1 : payment.blockCorridor;
  const inside = shareOfOwnBody(world, g);
  return (1 - inside) * outside + inside * world.settings.variableCostShare;
}

/** Part of a practice's planned care, by the hospitals that its people use, that its own body provides. */
function shareOfOwnBody({ structure, tables }: World, g: number): number {
  const body = structure.bodyOfPractice[g]!;
  if (body < 0) return 0;
  let inside = 0;
  for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++) {
    if (structure.bodyOfProvider[tables.practiceReachProvider[e]!] === body)
      inside += tables.practiceReachWeight[e]!;
  }
  return inside;
}
