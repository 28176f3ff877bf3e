import type { World } from '../../world.ts';

/**
 * Skill with which care is bought for the people of a commissioner's area: the commissioner's own for those it pays
 * for, less what a change of structure takes away for a time; for people of bodies that hold the budget
 * `R + (1 - R) support skill`, R their readiness and skill what the commissioner still has to support them with.
 * Source: model description, section 7.4.
 */
export function effectiveSkill(world: World, c: number): number {
  const { will, structure, settings } = world;
  const own = will.skill[c]! * (1 - will.disruptionCommissioner[c]!);
  let left = 1;
  let delegated = 0;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    const readiness = will.readiness[o]!;
    left -= share;
    delegated += share * (readiness + (1 - readiness) * settings.readiness.support * own);
  }
  return left * own + delegated;
}
