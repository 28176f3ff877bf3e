import { detExp, detLog } from '../../../kernel/deterministic-math.ts';
import type { World } from '../../world.ts';
import { growthOfPractice } from '../commissioner/view.ts';
import { levelOf } from '../will/level.ts';
import type { Lever } from '../will/lever.ts';
import { listOf } from './proactive-care.ts';
import { plannedSalience, purseHolderShadowPrice } from './salience.ts';

/** Cost of a practice's prescribing over what it would be at the base year's economy. */
export function prescribingFactor(world: World, g: number): number {
  const level = levelOf(world, 'prescribing', g);
  return level === 1 ? 1 : detExp(-world.settings.commissioning.prescribingElasticity * detLog(level));
}

/** Economy in prescribing: what it saves the purse that the practice feels. */
export const prescribing: Lever = {
  id: 'prescribing',
  label: 'Economy in prescribing',
  meaning: 'a practice’s effort in prescribing at less cost over that of the base year',
  unit: 'practice',
  pace: 'effort',
  review: 'quarter',
  hand: 'clinician',
  basePounds: (world, g) =>
    world.settings.prescribingPerHead *
    world.settings.commissioning.prescribingEffortShare *
    growthOfPractice(world, g),
  size: listOf,
  acts: (world, g) => listOf(world, g) > 0,
  payOff(world, g, into) {
    const s = world.settings.commissioning;
    const felt = plannedSalience(world, g);
    const cost = prescribingFactor(world, g);
    into.ownCash =
      (felt * (felt === 0 ? 0 : purseHolderShadowPrice(world, g)) * s.prescribingElasticity * cost) /
      s.prescribingEffortShare;
  },
};
