import { institutionsOfPractice } from '../../institutions/in-force.ts';
import { LIFE } from '../../population/people.ts';
import type { World } from '../../world.ts';

/** Is this person a case to be managed: so many long-term conditions? */
export function isCase(world: World, i: number): boolean {
  let left = world.people.conditions(i);
  let conditions = 0;
  for (; left !== 0; left &= left - 1) conditions++;
  return conditions >= world.settings.commissioning.caseManagement.conditions;
}

/** Share of a practice's cases that a programme manages. */
export function managedShare(world: World, g: number): number {
  return (
    institutionsOfPractice(world, g).programme.caseManagement *
    world.settings.commissioning.caseManagement.reach
  );
}

/**
 * Factor of case management on a case's emergencies: the published change among those managed, of whichever sign.
 * Source: evaluation of the integrated care pilots, England 2009-11.
 */
export function caseEmergencyFactor(world: World, g: number): number {
  return 1 + managedShare(world, g) * world.settings.commissioning.caseManagement.emergencies;
}

/** Probability that a referral of a case is not made because the case is managed. */
export function caseReferralSpared(world: World, g: number): number {
  return Math.max(0, -managedShare(world, g) * world.settings.commissioning.caseManagement.referrals);
}

/** Quarterly: how many cases each commissioner has to pay for, where there is a programme. */
export function countCases(world: World): void {
  const { people, place, will, tables } = world;
  will.cases.fill(0);
  const managed = Float64Array.from({ length: place.practices.count }, (_, g) => managedShare(world, g));
  if (managed.every((share) => share === 0)) return;
  const end = people.arrivalEnd[Math.min(world.week, people.arrivalEnd.length - 1)]!;
  for (let i = 0; i < end; i++) {
    const g = people.practice(i);
    if (managed[g] === 0 || people.life(i) !== LIFE.present || !isCase(world, i)) continue;
    will.cases[tables.commissionerOfPractice[g]!]! += managed[g]!;
  }
}
