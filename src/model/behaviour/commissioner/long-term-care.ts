import { growthOf } from '../../organisations/purchasers.ts';
import type { World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { sensitiveSaving } from './emergency-saving.ts';
import { controlAt, controlPerPound, longTermPounds } from './long-term-returns.ts';
import { commissionerPurse } from './purse.ts';
import { headsOf, viewOf } from './view.ts';

/** Rise of control by community care of long-term conditions beyond the base year's. */
export function communityTeamControl(world: World, c: number): number {
  const { longTermPerHead } = world.settings.commissioning;
  const pounds = longTermPounds(world, c);
  return pounds === longTermPerHead ? 0 : controlAt(world, pounds) - controlAt(world, longTermPerHead);
}

/** Pounds saved a year and head by a unit of control: sensitive emergencies that do not happen. */
export function controlSaving(world: World, c: number): { own: number; joint: number } {
  const s = world.settings.commissioning;
  const price = viewOf(world, c, VIEW.emergency);
  const variable = world.settings.variableCostShare * price;
  const each = sensitiveSaving(world, c, commissionerPurse(world, c), price, variable);
  const avoided = s.emergenciesPerHead * s.acscShare * s.acscElasticity;
  return { own: avoided * each.own, joint: avoided * each.joint };
}

/**
 * Community care of long-term conditions, per pound of the day:
 * `c'(x) [E acsc el sv(P_em) / (1 + d) + a_c .012] - L_c`. Source: organisational laws, 2.3.
 */
export const longTermCare: Lever = {
  id: 'long_term_care',
  label: 'Care of long-term conditions',
  meaning: 'spending on community care of long-term conditions over that of the base year',
  unit: 'commissioner',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, c) => world.settings.commissioning.longTermPerHead * growthOf(world, c),
  size: headsOf,
  acts: () => true,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const level = levelOf(world, 'long_term_care', c);
    const slope = controlPerPound(world, c);
    const saved = controlSaving(world, c);
    const later = 1 / (1 + s.discount);
    into.altruism = level * slope * commissionerAltruism(world, c) * s.controlQalys;
    into.ownCash = level * (slope * saved.own * later - purse.lambdaOwn * (1 - purse.phi));
    into.jointCash = level * (slope * saved.joint * later - purse.lambdaJoint * purse.phi);
  },
};
