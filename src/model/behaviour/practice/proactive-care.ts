import { institutionsOfPractice } from '../../institutions/in-force.ts';
import type { World } from '../../world.ts';
import { clinicianAltruism } from '../altruism.ts';
import { viewOf } from '../commissioner/view.ts';
import { VIEW } from '../will/commissioning-state.ts';
import type { Lever } from '../will/lever.ts';
import { accountability, purseHolderShadowPrice, sensitiveSalience } from './salience.ts';

/** People that a practice's money was set for: its list on the first day of the model. */
export function listOf(world: World, g: number): number {
  const { registered, count } = world.place.practices;
  const bands = registered.length / count;
  let people = 0;
  for (let b = 0; b < bands; b++) people += registered[g * bands + b]!;
  return people;
}

/**
 * Effort in proactive care of long-term conditions: `gain [QOF + S lambda P_em E acsc el + .012 a]` for one more log of
 * effort. Source: organisational laws, 2.3; governance has no pay-off of its own (model description, 6.6).
 */
export const proactiveCare: Lever = {
  id: 'proactive_care',
  label: 'Proactive care',
  meaning: 'a practice’s effort in proactive care of long-term conditions over that of the base year',
  unit: 'practice',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world) => world.settings.commissioning.proactivePerHead,
  size: listOf,
  acts: (world, g) => listOf(world, g) > 0,
  payOff(world, g, into) {
    const s = world.settings.commissioning;
    const c = world.place.practices.commissioner[g]!;
    const { payForQuality } = institutionsOfPractice(world, g).programme;
    const felt = sensitiveSalience(world, g);
    const emergencies =
      felt === 0
        ? 0
        : felt *
          purseHolderShadowPrice(world, g) *
          viewOf(world, c, VIEW.emergency) *
          s.emergenciesPerHead *
          s.acscShare *
          s.acscElasticity;
    const gain = s.controlEffortGain / s.proactivePerHead;
    into.altruism = gain * clinicianAltruism(world) * s.controlQalys;
    into.ownCash = gain * emergencies;
    into.targets = gain * s.qofPerHead * (1 - s.qofAccessShare) * payForQuality * accountability(world, g);
  },
};
