import { purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { freedBedDay } from './bed-worth.ts';
import { isSeenWhole } from './hospital-year.ts';
import { retention } from './retention.ts';
import { damping } from './slack.ts';

/**
 * Effort for efficiency: shorter stays, more day cases, lower unit cost. What is saved counts as far as it is kept, and
 * less where slack makes nobody look: `ret [e_stay days v_day + e_cost cost] / (1 + zeta slack)`,
 * `ret = lambda_h (1 - phi) retention + lambda_O phi`. Source: organisational laws, 2.3 and 5.1.
 */
export const efficiency: Lever = {
  id: 'efficiency',
  label: 'Efficiency',
  meaning: 'effort for shorter stays, more day cases and lower unit cost, over that of the base year',
  unit: 'provider',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, h) => world.settings.hospital.efficiency.baseShare * world.will.turnover[h]!,
  size: () => 1,
  acts: isSeenWhole,
  payOff(world, h, into) {
    const { settings, will } = world;
    const { stays, unitCost, baseShare } = settings.hospital.efficiency;
    const base = baseShare * will.turnover[h]!;
    const purse = purseOf(world, h);
    const kept = retention(world, h);
    const day = freedBedDay(world, h, purse);
    const days = stays * will.emergenciesAYear[h]! * settings.emergencyStayDays;
    const cost = unitCost * will.turnover[h]!;
    const gain = damping(world, h) / base;
    into.ownCash = kept * gain * (days * day.own + purse.lambdaOwn * (1 - purse.phi) * cost);
    into.jointCash = gain * (days * day.joint + purse.lambdaJoint * purse.phi * cost);
  },
};
