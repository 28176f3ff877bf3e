import { institutionsOfProvider } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { marginalPriceShare, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { clinicSlot, theatreSlot } from './slots.ts';
import { trustSum } from './trust-mean.ts';

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
    const { settings, tables } = world;
    const { choice } = institutionsOfProvider(world, h);
    const purse = purseOf(world, h);
    const { rho, outside } = marginalPriceShare(world, h, CATEGORY.elective);
    const level = levelOf(world, 'price', h);
    const cost = settings.variableCostShare + settings.slotHoldingShare;
    const chosen = choice.of === 'none' ? 0 : choice.offeredShare;
    const response = settings.hospital.betaPrice * tables.contestability[h]! * chosen * (level - cost);
    into.ownCash = purse.lambdaOwn * (1 - purse.phi) * rho * (1 - response);
    into.jointCash = purse.lambdaJoint * purse.phi * (1 - purse.own) * outside * (1 - response);
  },
};

/** Planned care a year at today's prices and the capacity of the provider, pounds. */
function plannedValue(world: World, h: number): number {
  const { books } = world;
  return (
    52 *
    trustSum(h, (hs) => {
      const visit = clinicSlot(world, hs);
      return (
        (books.outpatientSlots[hs]! / visit.slots) * visit.price +
        books.electiveSlots[hs]! * theatreSlot(world, hs).price
      );
    })
  );
}
