import type { Institutions } from '../institutions/institutions.ts';
import { PAYMENT } from '../institutions/payment.ts';
import { isInside } from '../organisations/accounts.ts';
import { CATEGORIES, CATEGORY, type World } from '../world.ts';
import { type Category, ruleOf } from './payment-rule.ts';

/**
 * What it costs each side of a contract to keep it, as a share of the value of the care: to code, bill and check case by
 * case where a price is paid for each, and to talk about prices where they are not fixed. A yearly sum needs neither; nor
 * does an internal budget, where payer and hospital are one body.
 */
export function contractingShare(
  { settings }: Pick<World, 'settings'>,
  payment: Institutions['payment'],
  category: Category,
  inside: boolean,
): number {
  if (inside || ruleOf(payment, category) === 'block') return 0;
  const planned = category === CATEGORY.outpatient || category === CATEGORY.elective;
  const talks = planned && payment.priceFreedom !== 'fixed' ? settings.contracting.priceTalks : 0;
  return settings.contracting.billing + talks;
}

/** The same in the base year: it is part of what trusts cost and of what commissioners spent then. */
export function contractingShareBefore(world: Pick<World, 'settings'>, category: Category): number {
  return contractingShare(world, PAYMENT, category, false);
}

/** What contracts will cost a purchaser in a year like the last beyond what they cost in the base year, pence. */
export function contractingAhead(world: World, p: number, payment: Institutions['payment']): number {
  const { books, place, structure } = world;
  const H = place.providers.count;
  const P = place.commissioners.count + structure.bodies;
  let pence = 0;
  for (let category = 0; category < CATEGORIES; category++) {
    const before = contractingShareBefore(world, category as Category);
    for (let h = 0; h < H; h++) {
      const share = contractingShare(world, payment, category as Category, isInside(world, p, h));
      pence += books.activityLastYear[(category * P + p) * H + h]! * (share - before);
    }
  }
  return pence;
}
