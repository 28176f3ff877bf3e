import { institutionsOfPurchaser } from '../../institutions/in-force.ts';
import { isInside } from '../../organisations/accounts.ts';
import { CATEGORY, type World } from '../../world.ts';
import { borderRates, eachPayer } from '../border.ts';
import { meanOverBodies, phiOfCommissioner } from '../internalisation.ts';
import { type Category, ruleOf } from '../payment-rule.ts';
import { paidInTheEnd } from '../purse.ts';
import { bodyShadowPrice, shadowPrice } from '../shadow-price.ts';

/** How a commissioner feels money: its own purse and that of the body it belongs to. */
export interface CommissionerPurse {
  /** Internalisation, 0 for a commissioner that stands alone. */
  readonly phi: number;
  readonly lambdaOwn: number;
  readonly lambdaJoint: number;
  /** That of a pound on the providing side; the same unless a ring-fence keeps the books of the two apart. */
  readonly lambdaAcross: number;
  /** `lambdaOwn (1 - phi) + lambdaJoint phi`: what a pound spent costs. */
  readonly lambda: number;
}

export function commissionerPurse(world: World, c: number): CommissionerPurse {
  const phi = phiOfCommissioner(world, c);
  const lambdaOwn = shadowPrice(world, c);
  const lambdaJoint = meanOverBodies(world, c, (o) => bodyShadowPrice(world, o, 'buying'));
  const lambdaAcross = meanOverBodies(world, c, (o) => bodyShadowPrice(world, o, 'providing'));
  const lambda = lambdaOwn * (1 - phi) + lambdaJoint * phi;
  return { phi, lambdaOwn, lambdaJoint, lambdaAcross, lambda };
}

/** Money saved, pounds weighted by the purse that feels them. */
export interface Saving {
  own: number;
  joint: number;
}

/**
 * One unit of activity less, as the commissioner feels it. From a provider outside its body it saves what the payment
 * rule takes at the margin, at the rate of the border that it crosses; from a member its own internal budget saves as
 * far as that follows activity, and the body saves what the care costs:
 * `s_mem [lambda_c (1 - phi) P rho_int + lambda_O phi mc] + (1 - s_mem) L_c P rho_c`. Where a ring-fence keeps the books of
 * the two sides apart, what care costs is saved in the other one's, and the internal price in this one's.
 * Source: organisational laws, 2.3, sv(P, mc).
 * @param beside share of the price that a purchaser saves beside what it pays
 */
export function saving(
  world: World,
  c: number,
  purse: CommissionerPurse,
  category: Category,
  pricePounds: number,
  costPounds: number,
  beside: (p: number) => number = NOTHING,
): Saving {
  let inside = 0;
  let budget = 0;
  let outside = 0;
  eachPayer(world, c, (p, share) => {
    if (share === 0) return;
    const { payment } = institutionsOfPurchaser(world, p);
    const bought = boughtBy(world, c, p);
    inside += share * bought.inside;
    budget += share * bought.inside * payment.internalBudgetFollowsActivity;
    outside += share * bought.outside * (paidForOneMore(world, p, category) + beside(p));
  });
  return {
    own: purse.lambdaOwn * (1 - purse.phi) * pricePounds * (outside + budget),
    joint:
      purse.lambdaJoint * purse.phi * (outside * pricePounds + inside * costPounds) +
      (purse.lambdaJoint - purse.lambdaAcross) * purse.phi * (budget * pricePounds - inside * costPounds),
  };
}

/** Share of the price that a purchaser pays for one more unit at the providers of its area, and saves with one less. */
export function paidForOneMore(world: World, p: number, category: Category): number {
  const { payment } = institutionsOfPurchaser(world, p);
  if (ruleOf(payment, category) === 'block') return payment.blockCorridor;
  if (category !== CATEGORY.emergency) return 1;
  return paidInTheEnd(world, payment, pairsOf(world, p));
}

const NOTHING = (): number => 0;

/** A purchaser and each provider, p * H + h. */
export function pairsOf({ place }: World, p: number): number[] {
  const H = place.providers.count;
  return Array.from({ length: H }, (_, h) => p * H + h);
}

/** What is bought for an area's people, as parts of its hospital spend. */
export interface Bought {
  /** From members of the body that pays for them. */
  readonly inside: number;
  /** From others, times the share of the price that is paid across the border of a body. */
  readonly outside: number;
}

/** All who pay for an area's people together. */
export function boughtFor(world: World, c: number): Bought {
  let inside = 0;
  let outside = 0;
  eachPayer(world, c, (p, share) => {
    if (share === 0) return;
    const bought = boughtBy(world, c, p);
    inside += share * bought.inside;
    outside += share * bought.outside;
  });
  return { inside, outside };
}

function boughtBy(world: World, c: number, p: number): Bought {
  if (world.structure.bodies === 0) return ALL_OUTSIDE;
  let inside = 0;
  let unpaid = 0;
  for (let h = 0; h < world.place.providers.count; h++) {
    if (world.will.trade[c * world.place.providers.count + h] === 0) continue;
    if (isInside(world, p, h)) inside += spendShare(world, c, h);
    else {
      const { paid } = borderRates(world, p, h);
      if (paid !== 1) unpaid += (1 - paid) * spendShare(world, c, h);
    }
  }
  return { inside, outside: 1 - inside - unpaid };
}

const ALL_OUTSIDE: Bought = { inside: 0, outside: 1 };

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
