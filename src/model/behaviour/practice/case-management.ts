import { detExp } from '../../../kernel/deterministic-math.ts';
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

/** Monthly: control of those managed builds up with the time constant of proactive care. */
export function renewCaseControl(world: World, g: number, months: number): void {
  const { will, settings } = world;
  const target = managedShare(world, g) * settings.commissioning.caseManagement.control;
  will.caseControl[g]! += (target - will.caseControl[g]!) / (months * settings.commissioning.controlLagYears);
}

/**
 * Factor of case management on a case's sensitive emergencies, the mean over those who are managed and those who are
 * not: unmet need is found first, and avoided as control builds up, by the laws of proactive care.
 */
export function caseEmergencyFactor(world: World, g: number): number {
  const { caseManagement, acscElasticity, caseFinding } = world.settings.commissioning;
  const control = world.will.caseControl[g]!;
  const target = managedShare(world, g) * caseManagement.control;
  if (control === 0 && target === 0) return 1;
  return detExp(-acscElasticity * control + caseFinding * Math.max(0, target - control));
}

/** Probability that a routine referral of a case is not made because the case is looked after at home. */
export function caseReferralSpared(world: World, g: number): number {
  return managedShare(world, g) * world.settings.commissioning.caseManagement.substitution;
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
