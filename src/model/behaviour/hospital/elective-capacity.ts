import { CATEGORY } from '../../world.ts';
import { resourceAltruism } from '../altruism.ts';
import { utilityOfSlot, worthOfEnrolment } from '../enrolment-worth.ts';
import { marginalCash, purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { chanceFilled, theatreSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';

/**
 * Operating slots over those that expected demand needs.
 * `[(m(P, v) + people drawn + a u_s .8 + relief) b - L k] / P`, b the chance that a slot is filled, a year of the need's loss the
 * benefit of the wait removed. Source: organisational laws, 2.3.
 */
export const electiveCapacity: Lever = {
  id: 'elective_capacity',
  label: 'Operating capacity',
  meaning: 'operating slots a week over those that expected demand needs',
  unit: 'provider-specialty',
  pace: 'capacity',
  review: 'year',
  hand: 'resource',
  basePounds: (world, hs) => theatreSlot(world, hs).price,
  size: (world, hs) => world.books.electiveSlots[hs]! * 52,
  acts: (world, hs) => world.books.electiveSlots[hs]! > 0,
  payOff(world, hs, into) {
    const h = hs >> 3;
    const slot = theatreSlot(world, hs);
    if (slot.price === 0) return;
    const purse = purseOf(world, h);
    const wait = world.will.theatreWaitProjected[hs]!;
    const filled = chanceFilled(world, wait);
    const cash = marginalCash(world, h, purse, CATEGORY.elective, slot.price, slot.variableCost);
    const loss = world.settings.needDecrement[hs & 7]! * world.settings.severityTreated;
    into.altruism = (resourceAltruism(world, h) * loss * filled) / slot.price;
    const people = worthOfEnrolment(world, h, purse);
    const utility = utilityOfSlot(world, world.books.electiveSlots[hs]!);
    into.ownCash =
      ((cash.own + utility * people.own) * filled - purse.lambdaOwn * (1 - purse.phi) * slot.holdingCost) /
      slot.price;
    into.jointCash =
      ((cash.joint + utility * people.joint) * filled - purse.lambdaJoint * purse.phi * slot.holdingCost) /
      slot.price;
    into.targets = (targetRelief(world, hs, wait, slot.price, 'projected') * filled) / slot.price;
  },
};
