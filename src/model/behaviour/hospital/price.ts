import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { CATEGORY } from '../../world.ts';
import { marginalPriceShare, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { contestabilityOf } from './diversion.ts';
import { plannedValue } from './slots.ts';

/**
 * Price of planned care over the national one, where prices are local. A dearer case earns more and comes less often, as
 * purchasers and patients answer the price: `rho [1 - beta_p (1 - s) choice (p - LRMC)]`.
 * Source: organisational laws, 2.3 and 2.5.
 */
export const price: Lever = {
  id: 'price',
  label: 'Local price',
  meaning: 'price of planned care over the national tariff, where prices are free',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: plannedValue,
  size: () => 1,
  acts: (world, h) =>
    institutionsOfProvider(world, h).payment.priceFreedom === 'local' && plannedValue(world, h) > 0,
  payOff(world, h, into) {
    const { settings } = world;
    const { choice } = institutionsOfProvider(world, h);
    const purse = purseOf(world, h);
    const { rho, outside } = marginalPriceShare(world, h, CATEGORY.elective);
    const level = levelOf(world, 'price', h);
    const cost = settings.variableCostShare + settings.slotHoldingShare;
    const chosen = choice.of === 'none' ? 0 : choice.offeredShare;
    const rivals = contestabilityOf(world, h);
    const response = (going: number): number => settings.hospital.betaPrice * going * chosen * (level - cost);
    into.ownCash = purse.lambdaOwn * (1 - purse.phi) * rho * (1 - response(rivals.own));
    into.jointCash = purse.lambdaJoint * purse.phi * outside * (1 - response(rivals.joint));
  },
};
