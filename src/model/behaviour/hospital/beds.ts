import { institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { resourceAltruism } from '../altruism.ts';
import { type Purse, purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { bedDayCost, DAYS, fullness, fullnessSlope, inpatient } from './bed-worth.ts';
import { overKnee } from './care-factors.ts';
import { isSeenWhole } from './hospital-year.ts';
import { theatreSlot } from './slots.ts';
import { targetRelief } from './stage-wait.ts';
import { trustMean } from './trust-mean.ts';

/**
 * Staffed beds over those of the base year. A bed of a full hospital lets inpatients in, saves lives and relieves the
 * targets for emergencies:
 * `.5 [329 g (max(0, m_ip) + relief) / LOS + a qalys dDeaths + pi_bed k g - L k] / k`. Source: organisational laws, 2.3.
 */
export const beds: Lever = {
  id: 'beds',
  label: 'Beds',
  meaning: 'staffed beds over those of the base year',
  unit: 'provider',
  pace: 'capacity',
  review: 'year',
  hand: 'resource',
  basePounds: (world) => bedDayCost(world) * DAYS,
  size: (world, h) => world.books.beds[h]!,
  acts: (world, h) => world.books.beds[h]! > 0 && isSeenWhole(world, h),
  payOff(world, h, into) {
    const { bed, qalysPerDeath } = world.settings.hospital;
    const purse = purseOf(world, h);
    const full = fullness(world, h);
    const cost = bedDayCost(world) * DAYS;
    const use = ifFull(world, h, purse);
    into.altruism =
      (bed.reaction * resourceAltruism(world, h) * qalysPerDeath * deathsPerBed(world, h)) / cost;
    into.ownCash = (bed.reaction * (full * use.own - purse.lambdaOwn * (1 - purse.phi) * cost)) / cost;
    into.jointCash = (bed.reaction * (full * use.joint - purse.lambdaJoint * purse.phi * cost)) / cost;
    into.targets = (bed.reaction * full * use.targets) / cost;
  },
  ownSlope(world, h) {
    const { own, joint, targets } = ifFull(world, h, purseOf(world, h));
    const worth = (own + joint + targets) / (bedDayCost(world) * DAYS);
    return world.settings.hospital.bed.reaction * worth * fullnessSlope(world, h);
  },
};

/** What one more bed that is always used brings in a year, pounds: inpatients, and relief from targets. */
function ifFull(world: World, h: number, purse: Purse): { own: number; joint: number; targets: number } {
  const { bed } = world.settings.hospital;
  const patient = inpatient(world, h, purse);
  const stays = (bed.midpoint * DAYS) / patient.days;
  const relief = trustMean(
    h,
    (hs) => targetRelief(world, hs, world.will.theatreWait[hs]!, theatreSlot(world, hs).price, 'now'),
    (hs) => world.books.electiveSlots[hs]!,
  );
  const { entitlement } = institutionsOfProvider(world, h);
  const pressure =
    bed.targetPressure * bedDayCost(world) * DAYS * entitlement.targetStrength * world.will.targetForce;
  return { own: stays * patient.own, joint: stays * patient.joint, targets: stays * relief + pressure };
}

/** Deaths a year that one more bed avoids, by the occupancy that it takes away above the knee. */
function deathsPerBed(world: World, h: number): number {
  const { will, books, settings } = world;
  const occupancy = will.occupancy[h]!;
  if (overKnee(world, h, occupancy) === 0) return 0;
  return (will.deathsAYear[h]! * settings.hospital.occupancySlope * occupancy) / books.beds[h]!;
}
