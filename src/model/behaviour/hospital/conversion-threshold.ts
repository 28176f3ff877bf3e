import { CATEGORY, type World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { paidAtThreshold } from '../commissioner/package.ts';
import { marginalCash, purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { clinicianSalience } from './clinician-salience.ts';
import { chanceFilled, theatreSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';
import { averageOver, trustMean, trustSum } from './trust-mean.ts';

/**
 * Severity above which a consultant lists a patient for admission: up is stricter. One more patient listed earns only
 * where the list is short, adds to the queue where it is long, and is worth what the patient's severity is beyond the
 * clinical norm: `-[m (1 - b) - relief b + a u (z - z_norm)] / P`. A mean over those at the threshold whose operation a
 * package has: nobody is stricter or readier for those whom it would refuse anyway. Source: organisational laws, 2.3 and L11.
 */
export const conversionThreshold: Lever = {
  id: 'conversion_threshold',
  label: 'Threshold of admission from clinics',
  meaning:
    'how strict consultants are before they list a patient; a log unit is a step on the scale of severity',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, h) =>
    trustMean(
      h,
      (hs) => theatreSlot(world, hs).price,
      (hs) => world.books.electiveSlots[hs]!,
    ),
  size: (world, h) => trustSum(h, (hs) => world.books.electiveSlots[hs]!) * 52,
  acts: (world, h) => trustSum(h, (hs) => paidSlots(world, hs)) > 0,
  // One level serves all specialties of a trust: were it left to the few that still decide, the others would follow them.
  stake: (world, h) =>
    trustMean(
      h,
      (hs) => paidAtThreshold(world, hs),
      (hs) => world.books.electiveSlots[hs]!,
    ),
  payOff(world, h, into) {
    const { books, settings, tables } = world;
    const purse = purseOf(world, h);
    const salience = clinicianSalience(world, h);
    const altruism = clinicianAltruism(world);
    let weight = 0;
    for (let hs = h * 8; hs < h * 8 + 8; hs++) {
      const slot = theatreSlot(world, hs);
      const here = paidSlots(world, hs);
      if (here === 0 || slot.price === 0) continue;
      const share = here / slot.price;
      const wait = world.will.theatreWait[hs]!;
      const filled = chanceFilled(world, wait);
      const cash = marginalCash(world, h, purse, CATEGORY.elective, slot.price, slot.variableCost);
      const beyondNorm = books.conversionThreshold[hs]! - tables.conversionThreshold[hs & 7]!;
      into.altruism -= share * altruism * settings.needDecrement[hs & 7]! * beyondNorm;
      into.ownCash -= share * salience * cash.own * (1 - filled);
      into.jointCash -= share * salience * cash.joint * (1 - filled);
      into.targets += share * targetRelief(world, hs, wait, slot.price, 'now') * filled;
      weight += here;
    }
    averageOver(weight, into);
  },
};

/** Slots a week for operations, those at the threshold whom no package has left out. */
function paidSlots(world: World, hs: number): number {
  return world.books.electiveSlots[hs]! * paidAtThreshold(world, hs);
}
