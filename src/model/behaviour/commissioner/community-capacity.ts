import { detExp } from '../../../kernel/deterministic-math.ts';
import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerPurse, saving } from './purse.ts';
import { effectiveSkill } from './skill.ts';
import { headsOf, viewOf } from './view.ts';

/**
 * Places in community clinics a week beyond the base year's, over weekly referrals: what the lever adds, the programme,
 * and specialists outside hospital. Below the base year's places (negative), their patients are referred to hospital.
 */
export function communityPlacesOverReferrals(world: World, c: number): number {
  const { programme, provision } = institutionsOfCommissioner(world, c);
  const s = world.settings.commissioning;
  const referrals = viewOf(world, c, VIEW.referrals);
  if (referrals === 0) return 0;
  const specialists = (provision.communitySpecialistsPer100k / 100_000) * s.specialistVisitsPerYear;
  return placesHeld(world, c) + programme.communityClinics * suitableShare(world) + specialists / referrals;
}

/** The part that the lever adds or takes away, over weekly referrals: paid for whether used or not. */
export function placesHeld(world: World, c: number): number {
  return world.settings.commissioning.communityPlacesShare * (levelOf(world, 'community_capacity', c) - 1);
}

/** Share of referrals that suit a community clinic, specialties alike in number. */
function suitableShare(world: World): number {
  const { communitySuitable } = world.settings.commissioning;
  let sum = 0;
  for (const share of communitySuitable) sum += share;
  return (sum / communitySuitable.length) * (1 - world.settings.urgentShare);
}

/** Pounds of a place in a community clinic: a share of the hospital's price of a clinic place. */
export function placePrice(world: World, c: number): number {
  const { provision } = institutionsOfCommissioner(world, c);
  return provision.communitySpecialistPrice * viewOf(world, c, VIEW.clinic);
}

/**
 * Fall of the referral threshold where a specialist is near by: referrals are added. Where places of the base year have
 * gone, their patients come as referrals to hospital.
 */
export function communityThreshold(world: World, c: number): number {
  const { communityNearness, referralsPerThreshold } = world.settings.commissioning;
  const places = communityPlacesOverReferrals(world, c);
  return places >= 0 ? -communityNearness * places : places / referralsPerThreshold;
}

/**
 * Places in community clinics: `exp(-cap / .3 Ref) sk [sv(B) + .3 relief] - L_c price`. Source: organisational laws, 2.3.
 */
export const communityCapacity: Lever = {
  id: 'community_capacity',
  label: 'Community clinics',
  meaning: 'places in clinics outside hospital over those of the base year',
  unit: 'commissioner',
  pace: 'capacity',
  review: 'year',
  hand: 'resource',
  basePounds: (world, c) => Math.max(1, placePrice(world, c)),
  size: (world, c) =>
    world.settings.commissioning.communityPlacesShare * viewOf(world, c, VIEW.referrals) * headsOf(world, c),
  acts: (world, c) => viewOf(world, c, VIEW.referrals) > 0,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const price = viewOf(world, c, VIEW.clinic);
    const visit = saving(
      world,
      c,
      purse,
      CATEGORY.outpatient,
      price,
      world.settings.variableCostShare * price,
    );
    const level = levelOf(world, 'community_capacity', c);
    const places = Math.max(0, s.communityPlacesShare + communityPlacesOverReferrals(world, c));
    const used = detExp(-places / s.communitySaturation) * (effectiveSkill(world, c) / s.skillStart);
    const cost = placePrice(world, c);
    const base = Math.max(1, cost);
    into.ownCash = (level * (used * visit.own - purse.lambdaOwn * (1 - purse.phi) * cost)) / base;
    into.jointCash = (level * (used * visit.joint - purse.lambdaJoint * purse.phi * cost)) / base;
    into.targets = (level * used * s.communityRelief * viewOf(world, c, VIEW.reliefClinic)) / base;
  },
};
