import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { commissionerPurse, saving } from './purse.ts';
import { headsOf, viewOf } from './view.ts';

/**
 * Operations bought outside beyond the base year's, over operations from the list. The base year's are part of the
 * capacity that hospitals begin with; below nothing, some of those are bought no more.
 */
export function purchaseShare(world: World, c: number): number {
  if (!institutionsOfCommissioner(world, c).provision.independentCentres) return 0;
  return world.settings.commissioning.purchaseShare * (levelOf(world, 'waiting_list_purchases', c) - 1);
}

/** Part of a provider's operations from the list that are done while commissioners buy less than in the base year. */
export function operationsLeft(world: World, h: number): number {
  const { place, will } = world;
  const H = place.providers.count;
  let left = 1;
  for (let c = 0; c < place.commissioners.count; c++) {
    const trade = will.trade[c * H + h]!;
    if (trade > 0) left += trade * Math.min(0, purchaseShare(world, c));
  }
  return left;
}

/** Price of an operation bought outside over the tariff: the supply price rises with how many are bought. */
export function purchasePriceRatio(world: World, c: number): number {
  const { purchasePriceRatio, purchasePriceSlope } = world.settings.commissioning;
  return purchasePriceRatio * (1 + Math.max(0, purchaseShare(world, c)) / purchasePriceSlope);
}

/**
 * Operations bought outside the contracts to shorten the list, at a supply price that rises:
 * `[1.2 relief + a_c u_s W / 52 + sv(P) - L_c price] / P`. The operation would else be done later by the usual hospital,
 * and is saved there; what it brings in health is the wait that it spares. Source: organisational laws, 2.3 and the
 * remark on the supply curve in 2.2.
 */
export const waitingListPurchases: Lever = {
  id: 'waiting_list_purchases',
  label: 'Operations bought outside',
  meaning: 'operations bought from independent centres over those of the base year',
  unit: 'commissioner',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => Math.max(1, viewOf(world, c, VIEW.theatre)),
  size: (world, c) =>
    world.settings.commissioning.purchaseShare *
    world.settings.commissioning.operationsPerReferral *
    viewOf(world, c, VIEW.referrals) *
    headsOf(world, c),
  acts: (world, c) =>
    institutionsOfCommissioner(world, c).provision.independentCentres && viewOf(world, c, VIEW.theatre) > 0,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const price = viewOf(world, c, VIEW.theatre);
    const usual = saving(world, c, purse, CATEGORY.elective, price, world.settings.variableCostShare * price);
    // The next one bought raises the price of all.
    const share = Math.max(0, purchaseShare(world, c));
    const marginal = s.purchasePriceRatio * (1 + (2 * share) / s.purchasePriceSlope);
    into.altruism = (commissionerAltruism(world, c) * viewOf(world, c, VIEW.waitTheatre)) / price;
    into.ownCash = usual.own / price - purse.lambdaOwn * (1 - purse.phi) * marginal;
    into.jointCash = usual.joint / price - purse.lambdaJoint * purse.phi * marginal;
    into.targets = (s.purchaseRelief * viewOf(world, c, VIEW.reliefTheatre)) / price;
  },
};
