import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { meanOverBodies, phiOfCommissioner, shareOfCommissionerIn } from '../internalisation.ts';
import { type Category, ruleOf } from '../payment-rule.ts';
import { paidForEmergency } from '../purse.ts';
import { bodyShadowPrice, shadowPrice } from '../shadow-price.ts';

/** How a commissioner feels money: its own purse and that of the body it belongs to. */
export interface CommissionerPurse {
  /** Internalisation, 0 for a commissioner that stands alone. */
  readonly phi: number;
  readonly lambdaOwn: number;
  readonly lambdaJoint: number;
  /** `lambdaOwn (1 - phi) + lambdaJoint phi`: what a pound spent costs. */
  readonly lambda: number;
}

export function commissionerPurse(world: World, c: number): CommissionerPurse {
  const phi = phiOfCommissioner(world, c);
  const lambdaOwn = shadowPrice(world, c);
  const lambdaJoint = meanOverBodies(world, c, (o) => bodyShadowPrice(world, o));
  return { phi, lambdaOwn, lambdaJoint, lambda: lambdaOwn * (1 - phi) + lambdaJoint * phi };
}

/** Money saved, pounds weighted by the purse that feels them. */
export interface Saving {
  own: number;
  joint: number;
}

/**
 * One unit of activity less, as the commissioner feels it. From a provider outside its body it saves what the payment
 * rule takes at the margin; from a member its own internal budget saves as far as that follows activity, and the body
 * saves what the care costs: `s_mem [lambda_c (1 - phi) P rho_int + lambda_O phi mc] + (1 - s_mem) L_c P rho_c`.
 * Source: organisational laws, 2.3, sv(P, mc).
 */
export function saving(
  world: World,
  c: number,
  purse: CommissionerPurse,
  category: Category,
  pricePounds: number,
  costPounds: number,
): Saving {
  const { payment } = institutionsOfCommissioner(world, c);
  const inside = memberShare(world, c);
  const outside = (1 - inside) * paidForOneMore(world, c, payment, category) * pricePounds;
  const budget = inside * payment.internalBudgetFollowsActivity * pricePounds;
  return {
    own: purse.lambdaOwn * (1 - purse.phi) * (outside + budget),
    joint: purse.lambdaJoint * purse.phi * (outside + inside * costPounds),
  };
}

/** Share of the price that a commissioner pays for one more unit, and saves with one less. */
export function paidForOneMore(
  world: World,
  c: number,
  payment: ReturnType<typeof institutionsOfCommissioner>['payment'],
  category: Category,
): number {
  if (ruleOf(payment, category) === 'block') return payment.blockCorridor;
  if (category !== CATEGORY.emergency) return 1;
  const H = world.place.providers.count;
  return paidForEmergency(
    world,
    payment,
    Array.from({ length: H }, (_, h) => c * H + h),
  );
}

/** Part of the hospital spend on a commissioner's people that goes to members of the body that pays for them. */
export function memberShare(world: World, c: number): number {
  const { structure, place } = world;
  let inside = 0;
  for (let h = 0; h < place.providers.count; h++) {
    const o = structure.bodyOfProvider[h]!;
    if (o >= 0) inside += shareOfCommissionerIn(world, c, o) * spendShare(world, c, h);
  }
  return inside;
}

/** Share of a commissioner's hospital spend at a provider: base-year trade times the provider's income. */
export function spendShare(world: World, c: number, h: number): number {
  const { will, place } = world;
  const H = place.providers.count;
  const income = place.providers.incomePounds;
  const here = will.trade[c * H + h]! * income[h]!;
  if (here === 0) return 0;
  let all = 0;
  for (let other = 0; other < H; other++) all += will.trade[c * H + other]! * income[other]!;
  return here / all;
}
