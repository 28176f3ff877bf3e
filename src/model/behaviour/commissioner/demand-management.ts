import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { CATEGORY, type World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { commissionerPurse, saving } from './purse.ts';
import { effectiveSkill } from './skill.ts';
import { allocationPerHead, headsOf, viewOf } from './view.ts';

/** Intensity before the lever: what the base year has and what the programme adds. */
function referenceOf(world: World, c: number): number {
  const { programme } = institutionsOfCommissioner(world, c);
  return world.settings.commissioning.demandReference + programme.demandManagement;
}

/**
 * What is spent on demand management, and what it achieves: effort has diminishing returns, `y = y0 (1 + h) x / (x + h)`,
 * as the easy referrals are dealt with first; the most intensive is one more than the base year's.
 */
function effortOf(world: World, c: number): number {
  return referenceOf(world, c) * levelOf(world, 'demand_management', c);
}

function intensityOf(world: World, c: number): number {
  const { demandReference, demandHalf } = world.settings.commissioning;
  const level = levelOf(world, 'demand_management', c);
  const reached = (referenceOf(world, c) * ((1 + demandHalf) * level)) / (level + demandHalf);
  return Math.min(1 + demandReference, reached);
}

/** Intensity that one more log unit of effort adds: nothing more is to be had of the most intensive. */
function addedByEffort(world: World, c: number): number {
  const { demandReference, demandHalf } = world.settings.commissioning;
  const intensity = intensityOf(world, c);
  if (intensity >= 1 + demandReference) return 0;
  return (intensity * demandHalf) / (levelOf(world, 'demand_management', c) + demandHalf);
}

/**
 * Rise of the referral threshold by demand management beyond the base year's, on an intensity that the commissioner's
 * lever multiplies; skill beyond or short of the base year's carries over in proportion.
 */
export function demandManagementThreshold(world: World, c: number): number {
  const { aDemandManagement, commissioning } = world.settings;
  const intensity = intensityOf(world, c);
  const skill = effectiveSkill(world, c) / commissioning.skillStart;
  return aDemandManagement * (intensity * skill - commissioning.demandReference);
}

/** Pounds a year per head beyond the base year's. */
export function demandManagementCost(world: World, c: number): number {
  const { demandCostShare, demandReference } = world.settings.commissioning;
  return allocationPerHead(world, c) * demandCostShare * (effortOf(world, c) - demandReference);
}

/**
 * Demand management of referrals:
 * `1.3 a_dm Ref sk dy/dlnx [sv(B + .36 P) + .92 relief - a_c .05] - L_c cost`. Source: organisational laws, 2.3; the
 * diminishing returns are those of long-term care there: without them the pay-off grew with the lever itself.
 */
export const demandManagement: Lever = {
  id: 'demand_management',
  label: 'Demand management',
  meaning:
    'effort for demand management of referrals over its reference (the base year’s and the programme’s)',
  unit: 'commissioner',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => baseOf(world, c),
  size: headsOf,
  acts: (world, c) => viewOf(world, c, VIEW.referrals) > 0,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const clinic = viewOf(world, c, VIEW.clinic);
    const theatre = viewOf(world, c, VIEW.theatre) * s.operationsPerReferral;
    const price = { clinic, theatre };
    const visit = saving(
      world,
      c,
      purse,
      CATEGORY.outpatient,
      price.clinic,
      world.settings.variableCostShare * price.clinic,
    );
    const operation = saving(
      world,
      c,
      purse,
      CATEGORY.elective,
      price.theatre,
      world.settings.variableCostShare * price.theatre,
    );
    const skill = effectiveSkill(world, c) / s.skillStart;
    // Referrals avoided a year and head by one more log of intensity, over the lever's money base.
    const avoided =
      (s.referralsPerThreshold *
        world.settings.aDemandManagement *
        viewOf(world, c, VIEW.referrals) *
        skill *
        addedByEffort(world, c)) /
      baseOf(world, c);
    const relief =
      viewOf(world, c, VIEW.reliefClinic) + viewOf(world, c, VIEW.reliefTheatre) * s.operationsPerReferral;
    const cost = (allocationPerHead(world, c) * s.demandCostShare * effortOf(world, c)) / baseOf(world, c);
    into.altruism = -avoided * commissionerAltruism(world, c) * s.referralHealthLoss;
    into.ownCash = avoided * (visit.own + operation.own) - purse.lambdaOwn * (1 - purse.phi) * cost;
    into.jointCash = avoided * (visit.joint + operation.joint) - purse.lambdaJoint * purse.phi * cost;
    into.targets = avoided * relief;
  },
};

function baseOf(world: World, c: number): number {
  const { demandReference, demandCostShare, demandBaseRatio } = world.settings.commissioning;
  return Math.max(0.01, demandBaseRatio * allocationPerHead(world, c) * demandCostShare * demandReference);
}
