import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { areasOfPurchaser } from '../../organisations/purchasers.ts';
import type { World } from '../../world.ts';
import { qalyPoundsOfArea } from '../altruism.ts';
import { electiveCapacity } from '../hospital/elective-capacity.ts';
import { chanceFilled, theatreSlot } from '../hospital/slots.ts';
import { phiOfBody } from '../internalisation.ts';
import { purseOf } from '../purse.ts';
import { bodyShadowPrice, shadowPrice } from '../shadow-price.ts';
import { anchorPull } from '../will/adapt.ts';
import type { PayOff } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { worthOfVolume } from './contract-volume.ts';
import { type CommissionerPurse, commissionerPurse } from './purse.ts';

/**
 * What each side of a contract wants more of, as marginal pay-offs of the levers that speak at the table: contract
 * volume for whoever pays, operating capacity for the trust. Both count the plan at its whole price, for a bigger plan is
 * bigger money under any payment rule.
 */

const NOTHING: Readonly<PayOff> = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };

/**
 * Marginal pay-off of more planned volume to a purchaser: a commissioner, or a body that holds the money for people of
 * some areas and feels its own purse.
 * @param inside whether the provider is a member of the purchaser's body
 * @param rate share of the price that the purchaser pays where it is not
 */
export function wishOfPurchaser(world: World, p: number, inside: boolean, rate: number): number {
  const { place, settings } = world;
  const C = place.commissioners.count;
  const at = settings.leverAt.contract_volume;
  if (at === undefined) return 0;
  const rest = settings.levers[at]!.d0;
  const term = { ...NOTHING };
  const bought = inside ? { inside: 1, outside: 0 } : { inside: 0, outside: rate };
  if (p < C) {
    worthOfVolume(world, p, commissionerPurse(world, p), commissionerAltruism(world, p), bought, term);
    return sumOf(term) - rest;
  }
  const o = p - C;
  const purse: CommissionerPurse = purseOfBody(world, o);
  const weight = (1 - purse.phi) * settings.altruismCommissioner + purse.phi * world.will.boardAltruism[o]!;
  let wish = 0;
  areasOfPurchaser(world, p).forEach((part, c) => {
    if (part === 0) return;
    worthOfVolume(world, c, purse, weight * qalyPoundsOfArea(world, c), bought, term);
    wish += part * (sumOf(term) - rest);
  });
  return wish;
}

function purseOfBody(world: World, o: number): CommissionerPurse {
  const phi = phiOfBody(world, o);
  const lambdaOwn = shadowPrice(world, world.place.commissioners.count + o);
  const lambdaJoint = bodyShadowPrice(world, o, 'buying');
  const lambdaAcross = bodyShadowPrice(world, o, 'providing');
  const lambda = lambdaOwn * (1 - phi) + lambdaJoint * phi;
  return { phi, lambdaOwn, lambdaJoint, lambdaAcross, lambda };
}

/**
 * Marginal pay-off of more planned volume to a provider, specialties weighted by slots: that of operating capacity, each
 * case paid at its whole price.
 * @param inside whether the purchaser is of the provider's own body
 * @param rate share of the price that the provider receives from this purchaser where it is not
 */
export function wishOfProvider(world: World, h: number, inside: boolean, rate: number): number {
  const { settings, books, will } = world;
  const at = settings.leverAt.elective_capacity;
  if (at === undefined || !institutionsOfProvider(world, h).planning.organisationsAct) return 0;
  const law = settings.levers[at]!;
  const purse = purseOf(world, h);
  const term = { ...NOTHING };
  let weight = 0;
  let sum = 0;
  for (let hs = h * 8; hs < h * 8 + 8; hs++) {
    if (!electiveCapacity.acts(world, hs)) continue;
    const slot = theatreSlot(world, hs);
    if (slot.price === 0) continue;
    Object.assign(term, NOTHING);
    electiveCapacity.payOff(world, hs, term);
    const filled = chanceFilled(world, will.theatreWaitProjected[hs]!);
    const own = (rate * slot.price - slot.variableCost) * filled - slot.holdingCost;
    const joint = ((inside ? 0 : rate * slot.price) - slot.variableCost) * filled - slot.holdingCost;
    term.ownCash = (purse.lambdaOwn * (1 - purse.phi) * own) / slot.price;
    const within = (purse.lambdaJoint - purse.lambdaAcross) * (inside ? rate * slot.price * filled : 0);
    term.jointCash = (purse.lambdaJoint * purse.phi * joint + purse.phi * within) / slot.price;
    const level = will.level[at]![hs]!;
    weight += books.electiveSlots[hs]!;
    sum += books.electiveSlots[hs]! * (sumOf(term) - law.d0 - anchorPull(law.stiffness, level));
  }
  return weight === 0 ? 0 : sum / weight;
}

function sumOf({ altruism, ownCash, jointCash, targets }: PayOff): number {
  return altruism + ownCash + jointCash + targets;
}
