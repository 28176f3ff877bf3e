import { detLog } from '../../../kernel/deterministic-math.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { marginalCash, purseOf } from '../purse.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { freedBedDay, fullness } from './bed-worth.ts';
import { clinicianSalience } from './clinician-salience.ts';

/**
 * Borderline short emergency stays: how readily the emergency department admits. One more admission earns the price of
 * a short stay at the margin and takes a part of a bed; its benefit falls as less ill people are admitted, relative to
 * the clinical norm. Source: organisational laws, 2.3 (the same terms as a conversion) and model description, 6.1.
 */
export const emergencyThreshold: Lever = {
  id: 'emergency_threshold',
  label: 'Readiness to admit from emergency departments',
  meaning: 'borderline short stays admitted over those of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: shortStayPrice,
  size: (world, h) =>
    world.will.emergenciesAYear[h]! * world.settings.shortStayShare * world.settings.hospital.borderlineShare,
  acts: (world, h) => world.will.emergenciesAYear[h]! > 0,
  payOff(world, h, into) {
    const { settings } = world;
    const price = shortStayPrice(world, h);
    if (price === 0) return;
    const purse = purseOf(world, h);
    const salience = clinicianSalience(world, h);
    const cash = marginalCash(world, h, purse, CATEGORY.emergency, price, settings.variableCostShare * price);
    const bed = freedBedDay(world, h, purse);
    const days = settings.shortStayDays * fullness(world, h);
    const level = levelOf(world, 'emergency_threshold', h);
    into.altruism = (-clinicianAltruism(world) * settings.hospital.borderlineBenefit * detLog(level)) / price;
    into.ownCash = (salience * (cash.own - days * bed.own)) / price;
    into.jointCash = (salience * (cash.joint - days * bed.joint)) / price;
  },
};

/** Pounds. */
function shortStayPrice(world: World, h: number): number {
  return world.books.pricePence[h * PRICES + PRICE.emergencyShort]! / 100;
}
