import type { World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import type { Lever, PayOff } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { type Bought, boughtFor, type CommissionerPurse, commissionerPurse } from './purse.ts';
import { headsOf, viewOf } from './view.ts';

/**
 * The volume of planned care that a commissioner would agree to: what one more referral treated is worth to it, in
 * health and in relief from targets, less what it costs. The lever itself stays at its reference; its pay-off speaks at
 * the bargaining table (see `bargaining.ts`). Source: model description, section 6.3.
 */
export const contractVolume: Lever = {
  id: 'contract_volume',
  label: 'Contract volume',
  meaning: 'planned care that a commissioner asks for; bargained yearly, the level stays at 1',
  unit: 'commissioner',
  pace: 'capacity',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => Math.max(1, priceOf(world, c)),
  size: (world, c) => viewOf(world, c, VIEW.referrals) * headsOf(world, c),
  acts: (world, c) => viewOf(world, c, VIEW.referrals) > 0,
  payOff(world, c, into) {
    const altruism = commissionerAltruism(world, c);
    worthOfVolume(world, c, commissionerPurse(world, c), altruism, boughtFor(world, c), into);
  },
};

/**
 * What one more referral treated under a plan is worth to whoever buys it. A plan is money: under a block as under a
 * tariff one more case in it costs its whole price, whatever the rule takes for activity that departs from the plan. To
 * a body, care by its own members costs what the care costs.
 * @param altruism pounds per QALY
 * @param bought part of the care that members of the buyer's own body give, and what is paid of the price of the rest
 */
export function worthOfVolume(
  world: World,
  c: number,
  purse: CommissionerPurse,
  altruism: number,
  { inside, outside: paid }: Bought,
  into: PayOff,
): void {
  const s = world.settings.commissioning;
  const price = priceOf(world, c);
  const base = Math.max(1, price);
  const outside = price * paid;
  const cost = inside * price * world.settings.variableCostShare;
  into.altruism = (altruism * s.referralHealthLoss) / base;
  into.ownCash = (-purse.lambdaOwn * (1 - purse.phi) * (outside + inside * price)) / base;
  const across = (purse.lambdaJoint - purse.lambdaAcross) * (inside * price - cost);
  into.jointCash = (-purse.lambdaJoint * purse.phi * (outside + cost) - purse.phi * across) / base;
  into.targets =
    (viewOf(world, c, VIEW.reliefClinic) + viewOf(world, c, VIEW.reliefTheatre) * s.operationsPerReferral) /
    base;
}

/** Pounds of a referral treated: clinic visits and the operations they lead to. */
function priceOf(world: World, c: number): number {
  return (
    viewOf(world, c, VIEW.clinic) +
    viewOf(world, c, VIEW.theatre) * world.settings.commissioning.operationsPerReferral
  );
}
