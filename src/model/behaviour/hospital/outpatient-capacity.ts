import { CATEGORY } from '../../world.ts';
import { resourceAltruism } from '../altruism.ts';
import { paidOfListed } from '../commissioner/package.ts';
import { utilityOfSlot, worthOfEnrolment } from '../enrolment-worth.ts';
import { marginalCash, purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { chanceFilled, clinicSlot, theatreSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';

/**
 * Clinic slots over those that expected demand needs. A first visit brings its follow-ups and, for those who convert,
 * an operation that their package has, where theatres have room: `[(m(B, u v) + conv (1 - b_el) max(0, m_el) + people drawn + .3 a u_s + relief) b - L u k] / B`.
 * Source: organisational laws, 2.3.
 */
export const outpatientCapacity: Lever = {
  id: 'outpatient_capacity',
  label: 'Clinic capacity',
  meaning: 'clinic slots a week over those that expected demand needs',
  unit: 'provider-specialty',
  pace: 'capacity',
  review: 'year',
  hand: 'resource',
  basePounds: (world, hs) => clinicSlot(world, hs).price,
  size: (world, hs) => world.books.outpatientSlots[hs]! * 52,
  acts: (world, hs) => world.books.outpatientSlots[hs]! > 0,
  payOff(world, hs, into) {
    const h = hs >> 3;
    const visit = clinicSlot(world, hs);
    if (visit.price === 0) return;
    const purse = purseOf(world, h);
    const wait = world.will.clinicWaitProjected[hs]!;
    const filled = chanceFilled(world, wait);
    const cash = marginalCash(world, h, purse, CATEGORY.outpatient, visit.price, visit.variableCost);
    const theatre = theatreSlot(world, hs);
    const operation = marginalCash(world, h, purse, CATEGORY.elective, theatre.price, theatre.variableCost);
    const room =
      world.books.conversionShare[hs]! *
      paidOfListed(world, hs) *
      (1 - chanceFilled(world, world.will.theatreWaitProjected[hs]!));
    const loss = world.settings.needDecrement[hs & 7]! * world.settings.visitShareOfBenefit;
    into.altruism = (resourceAltruism(world, h) * loss * filled) / visit.price;
    const people = worthOfEnrolment(world, h, purse);
    const utility = utilityOfSlot(world, world.books.outpatientSlots[hs]! / visit.slots);
    into.ownCash =
      ((cash.own + room * Math.max(0, operation.own) + utility * people.own) * filled -
        purse.lambdaOwn * (1 - purse.phi) * visit.holdingCost) /
      visit.price;
    into.jointCash =
      ((cash.joint + room * Math.max(0, operation.joint) + utility * people.joint) * filled -
        purse.lambdaJoint * purse.phi * visit.holdingCost) /
      visit.price;
    into.targets = (targetRelief(world, hs, wait, visit.price, 'projected') * filled) / visit.price;
  },
};
