import { institutionsOfProvider } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { resourceAltruism } from '../altruism.ts';
import { purseOf } from '../purse.ts';
import type { Lever } from '../will/lever.ts';
import { bedDayCost, DAYS, fullness, inpatient } from './bed-worth.ts';
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
  hand: 'resource',
  basePounds: (world) => bedDayCost(world) * DAYS,
  size: (world, h) => world.books.beds[h]!,
  acts: (world, h) => world.books.beds[h]! > 0 && isSeenWhole(world, h),
  payOff(world, h, into) {
    const { bed, qalysPerDeath } = world.settings.hospital;
    const purse = purseOf(world, h);
    const full = fullness(world, h);
    const cost = bedDayCost(world) * DAYS;
    const patient = inpatient(world, h, purse);
    const stays = (bed.midpoint * DAYS * full) / patient.days;
    const relief = trustMean(
      h,
      (hs) => targetRelief(world, hs, world.will.theatreWait[hs]!, theatreSlot(world, hs).price),
      (hs) => world.books.electiveSlots[hs]!,
    );
    const { entitlement } = institutionsOfProvider(world, h);
    const pressure = bed.targetPressure * full * cost * entitlement.targetStrength * world.will.targetForce;
    into.altruism =
      (bed.reaction * resourceAltruism(world, h) * qalysPerDeath * deathsPerBed(world, h)) / cost;
    into.ownCash = (bed.reaction * (stays * patient.own - purse.lambdaOwn * (1 - purse.phi) * cost)) / cost;
    into.jointCash = (bed.reaction * (stays * patient.joint - purse.lambdaJoint * purse.phi * cost)) / cost;
    into.targets = (bed.reaction * (stays * relief + pressure)) / cost;
  },
};

/** Deaths a year that one more bed avoids, by the occupancy that it takes away above the knee. */
function deathsPerBed(world: World, h: number): number {
  const { will, books, settings } = world;
  const occupancy = will.occupancy[h]!;
  if (overKnee(world, h, occupancy) === 0) return 0;
  return (will.deathsAYear[h]! * settings.hospital.occupancySlope * occupancy) / books.beds[h]!;
}
