import { institutionsOfPurchaser } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { retainedForEmergency } from '../emergency-rate.ts';
import { ruleOf } from '../payment-rule.ts';
import { keptOfSensitive } from '../programme.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { commissionerAltruism } from './altruism.ts';
import { controlPerPound } from './long-term-returns.ts';
import { type CommissionerPurse, pairsOf, type Saving, saving } from './purse.ts';
import { viewOf } from './view.ts';

/**
 * One emergency less, as the commissioner feels it (see `saving`). What a marginal rate leaves it of the price is as good as
 * saved only where it is its own: a pound that it must set aside for the avoidance of admissions is worth to it what it
 * does there, so that an emergency above the baseline costs it the full price less that.
 */
export function emergencySaving(
  world: World,
  c: number,
  purse: CommissionerPurse,
  pricePounds: number,
  costPounds: number,
): Saving {
  let worth = -1;
  return saving(world, c, purse, CATEGORY.emergency, pricePounds, costPounds, (p) => {
    const fenced = fencedForOneMore(world, p);
    if (fenced === 0) return 0;
    if (worth < 0) worth = worthOfFencedPound(world, c, purse);
    return fenced * (1 - worth);
  });
}

/**
 * The same of an emergency that good care of long-term conditions avoids. Groups with a capitated sum for them keep their part
 * k of the price; what the hospital is paid of it, r, is saved: `(r - k) P`, a loss where a marginal rate lies below k.
 * @param sensitive part of the emergencies that are of this kind
 */
export function sensitiveSaving(
  world: World,
  c: number,
  purse: CommissionerPurse,
  pricePounds: number,
  costPounds: number,
  sensitive = 1,
): Saving {
  const each = emergencySaving(world, c, purse, pricePounds, costPounds);
  return lessKept(world, c, purse, pricePounds * sensitive, each);
}

function lessKept(world: World, c: number, purse: CommissionerPurse, pounds: number, each: Saving): Saving {
  const kept = keptOfSensitive(world, c);
  if (kept === 0) return each;
  return {
    own: each.own - purse.lambdaOwn * (1 - purse.phi) * pounds * kept,
    joint: each.joint - purse.lambdaJoint * purse.phi * pounds * kept,
  };
}

/** Share of the price of one more emergency that a purchaser must set aside for the avoidance of admissions. */
function fencedForOneMore(world: World, p: number): number {
  const { payment } = institutionsOfPurchaser(world, p);
  if (payment.emergencyRetained !== 'ring-fenced' || ruleOf(payment, CATEGORY.emergency) === 'block')
    return 0;
  return retainedForEmergency(world, payment, pairsOf(world, p));
}

/**
 * Worth of a pound of the ring-fence in free pounds: the health and the cash of the emergencies that it avoids when it is
 * spent a year later, as the lever of long-term care has them, the cash at what is paid for them at once. At most 1:
 * whatever a ring-fenced pound may buy, a free one may buy too.
 */
export function worthOfFencedPound(world: World, c: number, purse: CommissionerPurse): number {
  const s = world.settings.commissioning;
  const price = viewOf(world, c, VIEW.emergency);
  const cost = world.settings.variableCostShare * price;
  const each = lessKept(world, c, purse, price, saving(world, c, purse, CATEGORY.emergency, price, cost));
  const later = 1 / (1 + s.discount);
  const avoided = s.emergenciesPerHead * s.acscShare * s.acscElasticity;
  const worth =
    later *
    controlPerPound(world, c) *
    (commissionerAltruism(world, c) * s.controlQalys + avoided * (each.own + each.joint) * later);
  return Math.min(1, worth / purse.lambda);
}
