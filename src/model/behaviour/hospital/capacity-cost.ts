import type { World } from '../../world.ts';
import { levelOf } from '../will/level.ts';
import { bedDayCost, DAYS } from './bed-worth.ts';
import { clinicSlot, theatreSlot } from './slots.ts';
import { trustSum } from './trust-mean.ts';

/** Weeks of a model year. */
const WEEKS = 52;

/**
 * What a provider spends in a week beyond its opening costs and its activity, pence: slots and beds over those of the
 * first day, and the cash of its efforts for quality and joint work over the reference. Less than nothing where it holds
 * or does less. Source: model description, section 5.4.
 */
export function extraCostPence(world: World, h: number): number {
  const pounds = heldCapacityPounds(world, h) + effortPounds(world, h) / WEEKS;
  return Math.round(pounds * 100);
}

/** Pounds a week. */
function heldCapacityPounds(world: World, h: number): number {
  const { books, place, input } = world;
  const slots = trustSum(h, (hs) => {
    const clinics = books.outpatientSlots[hs]! - books.openingOutpatientSlots[hs]!;
    const theatres = books.electiveSlots[hs]! - books.openingElectiveSlots[hs]!;
    const visit = clinicSlot(world, hs);
    return (clinics * visit.holdingCost) / visit.slots + theatres * theatreSlot(world, hs).holdingCost;
  });
  const beds = books.beds[h]! - place.providers.beds[h]! * input.scale;
  return (slots * books.costLevel) / books.priceLevel + (beds * bedDayCost(world) * DAYS) / WEEKS;
}

/** Pounds a year. */
function effortPounds(world: World, h: number): number {
  const { will, settings } = world;
  const { quality, jointWorkShare, effortCashShare } = settings.hospital;
  const over = (lever: string): number => levelOf(world, lever, h) - 1;
  return (
    effortCashShare *
    will.turnover[h]! *
    (quality.baseShare * over('quality') + jointWorkShare * over('joint_work_provider'))
  );
}
