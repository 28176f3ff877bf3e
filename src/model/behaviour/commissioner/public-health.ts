import { detExp, detLog, detPow } from '../../../kernel/deterministic-math.ts';
import { institutionsOfCommissioner } from '../../institutions/in-force.ts';
import { growthOf } from '../../organisations/purchasers.ts';
import type { World } from '../../world.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { commissionerAltruism } from './altruism.ts';
import { sensitiveSaving } from './emergency-saving.ts';
import { commissionerPurse } from './purse.ts';
import { headsOf, viewOf } from './view.ts';

/**
 * Public-health spending over the base year's: the lever's level, less what turnaround takes; where an independent
 * review guards the budget it is never below the base year's.
 */
export function publicHealthLevel(world: World, c: number): number {
  const level =
    levelOf(world, 'public_health', c) *
    (1 - world.settings.commissioning.turnaround.otherCut * world.will.turnaroundCommissioner[c]!);
  return institutionsOfCommissioner(world, c).governance.publicHealthReview ? Math.max(1, level) : level;
}

/**
 * Quarterly: spending takes effect with a lag of years, and the onset of every condition in the commissioner's practices
 * follows, `onset = base exp(-elasticity * prevention)`. The register ratios lie where both engines read them.
 */
export function renewPrevention(world: World): void {
  const { will, place, tables, books, settings } = world;
  const s = settings.commissioning;
  for (let c = 0; c < place.commissioners.count; c++) {
    const target = detLog(publicHealthLevel(world, c));
    will.prevention[c]! += (target - will.prevention[c]!) / (4 * s.preventionLagYears);
  }
  for (let g = 0; g < place.practices.count; g++) {
    const prevention = will.prevention[place.practices.commissioner[g]!]!;
    const factor = Math.min(s.onsetMargin, detExp(-s.publicHealthElasticity * prevention));
    for (let n = g * 12; n < g * 12 + 12; n++) {
      books.onsetRatio[n] = tables.prevalenceRatio[n]! * factor;
    }
  }
}

/**
 * Public health, per pound of the day: `h'(x) [5 E sv(P_em) / (1 + d)^6 + a_c .02] - L_c`, with h logarithmic: one more log of
 * spending is worth the onset that it lowers. Source: organisational laws, 2.3.
 */
export const publicHealth: Lever = {
  id: 'public_health',
  label: 'Public health',
  meaning: 'spending on public health over that of the base year',
  unit: 'commissioner',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: poundsPerHead,
  size: headsOf,
  acts: () => true,
  payOff(world, c, into) {
    const s = world.settings.commissioning;
    const purse = commissionerPurse(world, c);
    const level = publicHealthLevel(world, c);
    const price = viewOf(world, c, VIEW.emergency);
    const variable = world.settings.variableCostShare * price;
    const each = sensitiveSaving(world, c, purse, price, variable, s.acscShare);
    // Emergencies of people with conditions fall as fewer people come to have them.
    const avoided =
      (s.publicHealthElasticity * s.emergenciesPerHead * s.emergenciesByConditions) / poundsPerHead(world, c);
    const later = 1 / detPow(1 + s.discount, s.preventionLagYears);
    into.altruism = (commissionerAltruism(world, c) * s.publicHealthQalys * later) / poundsPerHead(world, c);
    into.ownCash = avoided * each.own * later - level * purse.lambdaOwn * (1 - purse.phi);
    into.jointCash = avoided * each.joint * later - level * purse.lambdaJoint * purse.phi;
  },
};

/** Public health of the base year, at what the ledger charges for it today. */
function poundsPerHead(world: World, c: number): number {
  return world.settings.commissioning.publicHealthPerHead * growthOf(world, c);
}
