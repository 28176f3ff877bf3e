import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { practiceAltruism } from '../altruism.ts';
import { growthOfPractice, viewOf } from '../commissioner/view.ts';
import { VIEW } from '../will/commissioning-state.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { controlPerEffort, returnsLost } from './control-by-effort.ts';
import { accountability, sensitiveSalience, sensitiveShadowPrice } from './salience.ts';

/** People that a practice's money was set for: its list on the first day of the model. */
export function listOf(world: World, g: number): number {
  const { registered, count } = world.place.practices;
  const bands = registered.length / count;
  let people = 0;
  for (let b = 0; b < bands; b++) people += registered[g * bands + b]!;
  return people;
}

/**
 * Effort in proactive care of long-term conditions: `dc/dlnx [QOF + S lambda P_em E acsc el f + .012 a]` for one more log of
 * effort, c the control that it achieves and f the factor of what has been avoided already. Source: organisational laws, 2.3;
 * the diminishing returns are those of control (`controlByEffort`); governance has no pay-off of its own (model
 * description, 6.6).
 */
export const proactiveCare: Lever = {
  id: 'proactive_care',
  label: 'Proactive care',
  meaning: 'a practice’s effort in proactive care of long-term conditions over that of the base year',
  unit: 'practice',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, g) => world.settings.commissioning.proactivePerHead * growthOfPractice(world, g),
  size: listOf,
  acts: (world, g) => listOf(world, g) > 0,
  payOff(world, g, into) {
    const s = world.settings.commissioning;
    const base = s.proactivePerHead * growthOfPractice(world, g);
    const gain = controlPerEffort(s, levelOf(world, 'proactive_care', g)) / base;
    const worth = worthOfControl(world, g);
    into.altruism = gain * worth.altruism;
    into.ownCash = gain * worth.ownCash;
    into.targets = gain * worth.targets;
  },
  ownSlope(world, g) {
    const s = world.settings.commissioning;
    const level = levelOf(world, 'proactive_care', g);
    const { altruism, ownCash, targets } = worthOfControl(world, g);
    const base = s.proactivePerHead * growthOfPractice(world, g);
    const payOff = (controlPerEffort(s, level) / base) * (altruism + ownCash + targets);
    return payOff * returnsLost(s, level);
  },
};

/** What one more unit of control is worth to a practice, pounds a head and year. */
function worthOfControl(world: World, g: number): { altruism: number; ownCash: number; targets: number } {
  const s = world.settings.commissioning;
  const c = world.place.practices.commissioner[g]!;
  const { payForQuality } = institutionsOfPractice(world, g).programme;
  const felt = sensitiveSalience(world, g);
  // Only emergencies that still happen can be avoided.
  const emergencies =
    felt === 0
      ? 0
      : felt *
        sensitiveShadowPrice(world, g) *
        viewOf(world, c, VIEW.emergency) *
        s.emergenciesPerHead *
        s.acscShare *
        s.acscElasticity *
        world.will.sensitiveFactor[g]!;
  return {
    altruism: practiceAltruism(world, g) * s.controlQalys,
    ownCash: emergencies,
    targets:
      s.qofPerHead *
      growthOfPractice(world, g) *
      (1 - s.qofAccessShare) *
      payForQuality *
      accountability(world, g),
  };
}
