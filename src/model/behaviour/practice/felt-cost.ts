import { institutionsOfPractice } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { borderRates } from '../border.ts';
import type { Bought } from '../commissioner/purse.ts';
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
 * pays for each, others as the payment rule says, at the rate of the border of a body that care crosses; care in the
 * hospitals of its own body costs a body what it takes.
 */
function savedByCase(
  world: World,
  g: number,
  category: typeof CATEGORY.outpatient | typeof CATEGORY.elective,
): number {
  const { payment, budget } = institutionsOfPractice(world, g);
  if (budget.holder === 'practices') return 1;
  const rule = ruleOf(payment, category) === 'tariff' ? 1 : payment.blockCorridor;
  const { inside, outside } = boughtForPractice(world, g);
  return outside * rule + inside * world.settings.variableCostShare;
}

/**
 * Part of a practice's planned care, by the hospitals that its people use, that its own body provides, and the rest times
 * the share of the price that is paid across borders.
 */
function boughtForPractice(world: World, g: number): Bought {
  const { structure, tables } = world;
  let inside = 0;
  let unpaid = 0;
  if (structure.bodies === 0) return { inside, outside: 1 };
  const body = structure.bodyOfPractice[g]!;
  for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++) {
    const h = tables.practiceReachProvider[e]!;
    const part = tables.practiceReachWeight[e]!;
    if (body >= 0 && structure.bodyOfProvider[h] === body) inside += part;
    else unpaid += part * (1 - borderRates(world, structure.purchaserOfPractice[g]!, h).paid);
  }
  return { inside, outside: 1 - inside - unpaid };
}
