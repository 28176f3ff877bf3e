import { logistic } from '../../kernel/deterministic-math.ts';
import {
  institutionsOfPractice,
  institutionsOfProvider,
  institutionsOfPurchaser,
} from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { isInside } from '../organisations/accounts.ts';
import { purchasersOf } from '../organisations/structure.ts';
import { CATEGORY, type World } from '../world.ts';
import { paidAgainstPlan } from './agreed-plan.ts';
import { borderRates, eachPayer } from './border.ts';
import { paidForEmergency, retainedForEmergency } from './emergency-rate.ts';
import { phiOfProvider } from './internalisation.ts';
import { type Category, ruleOf } from './payment-rule.ts';
import { bodyShadowPrice, providerShadowPrice } from './shadow-price.ts';

/** How a provider feels money: its own purse and that of the body it belongs to. */
export interface Purse {
  /** Internalisation, 0 for a provider that stands alone. */
  readonly phi: number;
  /** Shadow price of the provider's own pound, and of its body's. */
  readonly lambdaOwn: number;
  readonly lambdaJoint: number;
  /** That of a pound on the other side of the body; the same unless a ring-fence keeps their books apart. */
  readonly lambdaAcross: number;
  /** `lambdaOwn (1 - phi) + lambdaJoint phi`: what a pound spent costs. */
  readonly lambda: number;
}

export function purseOf(world: World, h: number): Purse {
  const phi = phiOfProvider(world, h);
  const lambdaOwn = providerShadowPrice(world, h);
  const o = world.structure.bodyOfProvider[h]!;
  const lambdaJoint = o < 0 ? 0 : bodyShadowPrice(world, o, 'providing');
  const lambdaAcross = o < 0 ? 0 : bodyShadowPrice(world, o, 'buying');
  const lambda = lambdaOwn * (1 - phi) + lambdaJoint * phi;
  return { phi, lambdaOwn, lambdaJoint, lambdaAcross, lambda };
}

/** What one more unit of activity brings, pounds weighted by the purse that feels them. */
export interface MarginalCash {
  own: number;
  joint: number;
}

/** Share of what a payer by case pays at the margin that it leaves with the provider. @param p purchaser, -1 for people from elsewhere */
export type LeftBy = (p: number) => number;

const ALL_OF_IT: LeftBy = () => 1;

/**
 * One more unit of activity at a price and a cost, as the provider feels it:
 * own `lambda_h (1 - phi) (P rho - mc)`, joint `lambda_O phi (P rho_E - mc)`, with rho_E what comes from outside the
 * body; what comes from within counts as far as a pound is worth more in one book than in the other. Source: organisational laws, 2.3, m(P, mc), where it is written (1 - omega) rho_E.
 */
export function marginalCash(
  world: World,
  h: number,
  purse: Purse,
  category: Category,
  pricePounds: number,
  costPounds: number,
  left: LeftBy = ALL_OF_IT,
): MarginalCash {
  const { rho, outside } = marginalPriceShare(world, h, category, left);
  return {
    own: purse.lambdaOwn * (1 - purse.phi) * (pricePounds * rho - costPounds),
    joint:
      purse.lambdaJoint * purse.phi * (pricePounds * outside - costPounds) +
      (purse.lambdaJoint - purse.lambdaAcross) * purse.phi * pricePounds * (rho - outside),
  };
}

/**
 * Share of the price that a provider receives for one more unit, all its payers together, and the part of it that comes
 * from payers outside its body. Tariff pays the price; a block pays its corridor, and what falling short of the plan
 * would cost; a payer in the same body pays as far as internal budgets follow activity; across the border of a body its
 * rates hold.
 * @param left what those who pay by case leave with the provider of what they paid
 */
export function marginalPriceShare(
  world: World,
  h: number,
  category: Category,
  left: LeftBy = ALL_OF_IT,
): { rho: number; outside: number } {
  const { place, will } = world;
  const H = place.providers.count;
  let rho = 0;
  let outside = 0;
  let counted = 0;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    if (trade === 0) continue;
    counted += trade;
    eachPayer(world, c, (p, share) => {
      const paid = trade * share * paidBy(world, p, h, category) * leftByCase(world, p, h, category, left);
      rho += paid;
      if (!isInside(world, p, h)) outside += paid;
    });
  }
  const { payment } = institutionsOfProvider(world, h);
  const elsewhere =
    Math.max(0, 1 - counted) *
    paidForOthers(world, h, category) *
    (ruleOf(payment, category) === 'tariff' ? left(-1) : 1);
  return { rho: rho + elsewhere, outside: outside + elsewhere };
}

/** What a purchaser leaves of what it paid: all of it where it does not pay this provider case by case. */
function leftByCase(world: World, p: number, h: number, category: Category, left: LeftBy): number {
  const byCase =
    !isInside(world, p, h) && ruleOf(institutionsOfPurchaser(world, p).payment, category) === 'tariff';
  return byCase ? left(p) : 1;
}

/** Share of the price that a provider receives for one more unit for somebody from elsewhere. */
export function paidForOthers(world: World, h: number, category: Category): number {
  return paidAtTheMargin(world, institutionsOfProvider(world, h), category, -1);
}

/**
 * Share of the price that a provider receives for one more unit for somebody of a practice: of its body, or under the
 * rules that hold for the practice's people; a practice with a budget of its own buys case by case, without a plan.
 */
export function paidForPractice(world: World, g: number, h: number, category: Category): number {
  const { place, structure } = world;
  const p = structure.purchaserOfPractice[g]!;
  const alone = p < place.commissioners.count && structure.bodyOfCommissioner[p]! < 0;
  if (!alone || structure.bodyOfProvider[h]! >= 0) return paidBy(world, p, h, category);
  const institutions = institutionsOfPractice(world, g);
  const byCase = institutions.budget.holder === 'practices';
  return paidAtTheMargin(world, institutions, category, byCase ? -1 : p * place.providers.count + h);
}

/** Share of the price that a purchaser pays a provider at the margin: inside one body, what its budget gains. */
function paidBy(world: World, p: number, h: number, category: Category): number {
  if (isInside(world, p, h)) return institutionsOfProvider(world, h).payment.internalBudgetFollowsActivity;
  const institutions = institutionsOfPurchaser(world, p);
  const paid = paidAtTheMargin(world, institutions, category, p * world.place.providers.count + h);
  return paid * borderRates(world, p, h).received;
}

/**
 * Share of the price that a payer pays at the margin: by tariff all, less what is challenged above the plan. Under a block: the
 * corridor, and a part of the price where the year's volume falls short of the plan.
 * @param ph payer and provider, -1 for people from elsewhere
 */
function paidAtTheMargin(world: World, { payment }: Institutions, category: Category, ph: number): number {
  const { books, place, structure } = world;
  const at = category * purchasersOf(place, structure) * place.providers.count + ph;
  const weeks = (world.week % 52) + 1;
  if (ruleOf(payment, category) === 'tariff') {
    if (category === CATEGORY.emergency) return ph < 0 ? 1 : paidInTheEnd(world, payment, [ph]);
    if (ph < 0 || category === CATEGORY.accidentAndEmergency) return 1;
    const H = place.providers.count;
    return paidAgainstPlan(world, Math.floor(ph / H), ph % H);
  }
  const corridor = payment.blockCorridor;
  const { shortfall } = world.settings;
  if (ph < 0) return corridor + (1 - corridor) * shortfall.share * 0.5;
  const plan = books.plan[at]!;
  if (plan <= 0) return corridor;
  const volume = (books.activityYear[at]! * 52) / weeks;
  const short = logistic((1 - volume / plan) / shortfall.scale);
  return corridor + (1 - corridor) * shortfall.share * short;
}

/**
 * Share of the price of one more emergency that goes to the trust, what comes back to it a year later discounted by that
 * year.
 */
export function paidInTheEnd(
  world: World,
  payment: Institutions['payment'],
  pairs: readonly number[],
): number {
  const paid = paidForEmergency(world, payment, pairs);
  if (payment.emergencyRetained !== 'returned') return paid;
  return paid + retainedForEmergency(world, payment, pairs) / (1 + world.settings.commissioning.discount);
}
