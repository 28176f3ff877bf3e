import type { World } from '../../world.ts';
import { effortOfProvider } from '../relations/joint-work.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { sensitiveSaving } from './emergency-saving.ts';
import { boughtFor, commissionerPurse, spendShare } from './purse.ts';
import { allocationPerHead, headsOf, viewOf } from './view.ts';

/**
 * A commissioner's part in joint work with trusts: emergencies avoided, and, in one body, bed-days saved:
 * `theta_E Em .5 r sqrt(e_h e_c) (sv + .02 a_c) + lambda_O phi theta_L Em stay k_day - L_c cost`, for one more log of
 * effort. Source: organisational laws, 2.3.
 */
export const jointWorkCommissioner: Lever = {
  id: 'joint_work_commissioner',
  label: 'Joint work, commissioner',
  meaning: 'a commissioner’s effort in joint work with trusts over that of the base year',
  unit: 'commissioner',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => Math.max(0.01, costPerHead(world, c)),
  size: headsOf,
  acts: (world, c) => viewOf(world, c, VIEW.referrals) > 0,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const cost = costPerHead(world, c);
    const base = Math.max(0.01, cost);
    const level = levelOf(world, 'joint_work_commissioner', c);
    const price = viewOf(world, c, VIEW.emergency);
    const variable = world.settings.variableCostShare * price;
    // It is sensitive emergencies that joint work avoids (see ../practice/control.ts).
    const each = sensitiveSaving(world, c, purse, price, variable);
    // Half of a log of effort is a log of joint work.
    const joint = 0.5 * meanJointWork(world, c);
    const avoided = (s.relations.emergencies * s.emergenciesPerHead * joint) / base;
    const stays =
      (s.relations.stays * s.emergenciesPerHead * boughtFor(world, c).inside * variable * joint) / base;
    into.altruism = avoided * commissionerAltruism(world, c) * s.jointWorkQalys;
    into.ownCash = avoided * each.own - (purse.lambdaOwn * (1 - purse.phi) * cost * level) / base;
    into.jointCash =
      avoided * each.joint +
      purse.lambdaAcross * purse.phi * stays -
      (purse.lambdaJoint * purse.phi * cost * level) / base;
  },
};

/** Joint work as it is, not over the base year's. */
function meanJointWork(world: World, c: number): number {
  const { relations } = world.settings.commissioning;
  const H = world.place.providers.count;
  const own = relations.effortCommissioner * levelOf(world, 'joint_work_commissioner', c);
  let sum = 0;
  for (let h = 0; h < H; h++) {
    if (world.will.trade[c * H + h] === 0) continue;
    sum +=
      spendShare(world, c, h) *
      world.will.managerial[c * H + h]! *
      Math.sqrt(own * effortOfProvider(world, h));
  }
  return sum;
}

function costPerHead(world: World, c: number): number {
  return allocationPerHead(world, c) * world.settings.commissioning.jointWorkCostShare;
}

/** Pounds a year per head beyond the base year's. */
export function jointWorkCost(world: World, c: number): number {
  return costPerHead(world, c) * (levelOf(world, 'joint_work_commissioner', c) - 1);
}
