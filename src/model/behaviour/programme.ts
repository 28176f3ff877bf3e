import { institutionsOfPractice } from '../institutions/in-force.ts';
import { holdsProgramme } from '../organisations/programme-funds.ts';
import type { World } from '../world.ts';

/**
 * Part of what is saved on emergencies that good care of long-term conditions avoids that is left to who commissions for an
 * area: where a group has a capitated sum for them, what it does not keep.
 */
export function leftOfSensitive(world: World, c: number): number {
  const { place, books, structure } = world;
  if (structure.bodies === 0) return 1;
  let people = 0;
  let kept = 0;
  for (let g = 0; g < place.practices.count; g++) {
    if (place.practices.commissioner[g] !== c) continue;
    people += books.registered[g]!;
    if (!holdsProgramme(world, g)) continue;
    const { savingsShare, savingsHonoured } = institutionsOfPractice(world, g).budget;
    kept += books.registered[g]! * savingsShare * savingsHonoured;
  }
  return people === 0 ? 1 : 1 - kept / people;
}
