import type { World } from '../../world.ts';
import { closuresResisted } from '../board.ts';

/**
 * Closures: plans for less than what has stood. Part of them is held back where a council, or citizens on a board, resist
 * them: `capacity = plan + held (standing - plan)`. Standing follows what there is in `board_memory_years`, upwards freely,
 * downwards by the part that is let pass: what is delayed comes in the end, and a veto keeps what has stood. Growth, and a
 * cut of what has only just grown, are nobody's business. Source: model description, section 6.5.
 */

/** Quarterly: how much of closures is held back now. Resistance is felt at once; what it held open closes over years when it ends. */
export function hearOfClosures(world: World): void {
  const { will, place, settings } = world;
  for (let h = 0; h < place.providers.count; h++) {
    const lasting = will.closuresHeld[h]! * (1 - settings.boardLearnsPerQuarter);
    will.closuresHeld[h] = Math.max(closuresResisted(world, h), lasting);
  }
}

/**
 * Capacity that stays beyond a plan as its closure is held back, and what has stood from now on.
 * @param plan what the trust would have, the luck of a quarter left out
 * @param now what there is before the plan
 */
export function heldOpen(
  { will, settings }: World,
  h: number,
  standing: Float64Array,
  at: number,
  plan: number,
  now: number,
): number {
  const before = standing[at] === 0 ? now : standing[at]!;
  const closed = Math.max(0, before - plan);
  const held = will.closuresHeld[h]!;
  const grown = Math.max(0, Math.min(plan, now) - before);
  standing[at] = before + settings.boardLearnsPerQuarter * (grown - (1 - held) * closed);
  return held * closed;
}
