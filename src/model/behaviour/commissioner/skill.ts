import { areasOfPurchaser } from '../../organisations/purchasers.ts';
import { purchaserOfBody } from '../../organisations/structure.ts';
import type { World } from '../../world.ts';

/**
 * Skill with which care is bought for the people of a commissioner's area: the commissioner's own for those it pays
 * for, less what a change of structure takes away for a time; for people of bodies that hold the budget
 * `R + (1 - R) support skill`, R their readiness and skill what the commissioner still has to support them with.
 * Source: model description, section 7.4.
 */
export function effectiveSkill(world: World, c: number): number {
  return skillOfBuyers(world, c, () => true);
}

/** The same of those purchasers of an area's people only who count, by the share of the people whom they pay for. */
export function skillOfBuyers(world: World, c: number, counts: (p: number) => boolean): number {
  const { will, structure, place } = world;
  const own = ownSkill(world, c);
  let left = 1;
  let delegated = 0;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    left -= share;
    const p = purchaserOfBody(structure, place.commissioners.count, o);
    if (counts(p)) delegated += share * (p === o ? ownSkill(world, o) : delegatedSkill(world, o, own));
  }
  return (counts(c) ? left * own : 0) + delegated;
}

/** Skill of one purchaser, a commissioner or a body that holds the money for people of some areas. */
export function skillOfPurchaser(world: World, p: number): number {
  const C = world.place.commissioners.count;
  if (p < C) return ownSkill(world, p);
  let support = 0;
  areasOfPurchaser(world, p).forEach((part, c) => {
    if (part > 0) support += part * ownSkill(world, c);
  });
  return delegatedSkill(world, p - C, support);
}

function ownSkill({ will }: World, c: number): number {
  return will.skill[c]! * (1 - will.disruptionCommissioner[c]!);
}

/** @param own skill that the commissioner has to support the body with */
function delegatedSkill({ will, settings }: World, o: number, own: number): number {
  const readiness = will.readiness[o]!;
  return readiness + (1 - readiness) * settings.readiness.support * own;
}
