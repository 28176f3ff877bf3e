import { CATEGORY, type World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { commissionerPurse, saving } from './purse.ts';
import { headsOf, viewOf } from './view.ts';

/**
 * The volume of planned care that a commissioner would agree to: what one more referral treated is worth to it, in
 * health and in relief from targets, less what it costs. The lever itself stays at its reference; its pay-off speaks at
 * the bargaining table (see `bargaining.ts`). Source: model description, section 6.3.
 */
export const contractVolume: Lever = {
  id: 'contract_volume',
  label: 'Contract volume',
  meaning: 'planned care that a commissioner asks for; bargained yearly, the level stays at 1',
  unit: 'commissioner',
  pace: 'capacity',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => Math.max(1, priceOf(world, c)),
  size: (world, c) => viewOf(world, c, VIEW.referrals) * headsOf(world, c),
  acts: (world, c) => viewOf(world, c, VIEW.referrals) > 0,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const clinic = viewOf(world, c, VIEW.clinic);
    const theatre = viewOf(world, c, VIEW.theatre) * s.operationsPerReferral;
    const { variableCostShare } = world.settings;
    const visit = saving(world, c, purse, CATEGORY.outpatient, clinic, variableCostShare * clinic);
    const operation = saving(world, c, purse, CATEGORY.elective, theatre, variableCostShare * theatre);
    const base = Math.max(1, clinic + theatre);
    into.altruism = (commissionerAltruism(world, c) * s.referralHealthLoss) / base;
    into.ownCash = -(visit.own + operation.own) / base;
    into.jointCash = -(visit.joint + operation.joint) / base;
    into.targets =
      (viewOf(world, c, VIEW.reliefClinic) + viewOf(world, c, VIEW.reliefTheatre) * s.operationsPerReferral) /
      base;
  },
};

function priceOf(world: World, c: number): number {
  return (
    viewOf(world, c, VIEW.clinic) +
    viewOf(world, c, VIEW.theatre) * world.settings.commissioning.operationsPerReferral
  );
}
