import { detExp, detLog } from '../../../kernel/deterministic-math.ts';
import { LIST_BANDS } from '../../place.ts';
import type { World } from '../../world.ts';
import { communityPlacesOverReferrals } from '../commissioner/community-capacity.ts';
import { peerIntensity } from '../governance/peers.ts';
import { levelOf } from '../will/level.ts';

/**
 * Time that a practice's work takes, over the base year's: 1 + what more proactive care, longer hours, peer review and
 * work moved out of hospital add, the more the fewer doctors there are for its people.
 */
export function practiceTime(world: World, g: number, scarcity: number): number {
  const { gpTime } = world.settings.commissioning;
  const c = world.place.practices.commissioner[g]!;
  return (
    1 +
    scarcity *
      (gpTime.proactive * (levelOf(world, 'proactive_care', g) - 1) +
        gpTime.access * (levelOf(world, 'access', g) - 1) +
        gpTime.peer * peerIntensity(world, g) +
        gpTime.community * 10 * Math.max(0, communityPlacesOverReferrals(world, c)))
  );
}

/** Access to a practice over the base year's: hours over the time that its work takes. */
export function accessOf(world: World, g: number, scarcity: number): number {
  return levelOf(world, 'access', g) / Math.max(0.1, practiceTime(world, g, scarcity));
}

/** [g] doctors per person of the place over the practice's own, within a factor either way. */
export function scarcityOfDoctors({ place, settings }: World): Float64Array {
  const { practices } = place;
  const most = settings.commissioning.gpTime.scarcityMost;
  const people = Float64Array.from({ length: practices.count }, (_, g) => {
    let sum = 0;
    for (let b = 0; b < LIST_BANDS.length; b++) sum += practices.registered[g * LIST_BANDS.length + b]!;
    return sum;
  });
  let doctors = 0;
  let all = 0;
  for (let g = 0; g < practices.count; g++) {
    doctors += practices.gpFte[g]!;
    all += people[g]!;
  }
  const mean = all === 0 ? 0 : doctors / all;
  return people.map((n, g) => {
    const own = n === 0 ? 0 : practices.gpFte[g]! / n;
    return own === 0 ? 1 : Math.max(1 / most, Math.min(most, mean / own));
  });
}

/**
 * Quarterly: attendances at accident and emergency that end at home follow access to the practices in which a zone's
 * people are registered, `exp(-elasticity ln access)`.
 */
export function renewAttendances(world: World): void {
  const { place, will, settings } = world;
  const scarcity = scarcityOfDoctors(world);
  const log = Float64Array.from({ length: place.practices.count }, (_, g) =>
    detLog(accessOf(world, g, scarcity[g]!)),
  );
  const { start, practice, share } = place.registration;
  for (let z = 0; z < place.zones.count; z++) {
    let access = 0;
    for (let e = start[z]!; e < start[z + 1]!; e++) access += share[e]! * log[practice[e]!]!;
    will.minorAeFactor[z] = access === 0 ? 1 : detExp(-settings.commissioning.aeAccessElasticity * access);
  }
}
