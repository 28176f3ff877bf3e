import { institutionsOfPractice } from '../institutions/in-force.ts';
import { holdsProgramme } from '../organisations/programme-funds.ts';
import type { World } from '../world.ts';

/**
 * Part of the price of an emergency that good care of long-term conditions avoids which groups with a capitated sum for them
 * keep when it does not happen, over an area's people. It is of the whole price, whatever the purchaser pays the hospital:
 * what the programme's care cost comes back to the purchaser at tariff.
 */
export function keptOfSensitive(world: World, c: number): number {
  const { place, books, structure } = world;
  if (structure.bodies === 0) return 0;
  let people = 0;
  let kept = 0;
  for (let g = 0; g < place.practices.count; g++) {
    if (place.practices.commissioner[g] !== c) continue;
    people += books.registered[g]!;
    if (!holdsProgramme(world, g)) continue;
    const { savingsShare, savingsHonoured } = institutionsOfPractice(world, g).budget;
    kept += books.registered[g]! * savingsShare * savingsHonoured;
  }
  return people === 0 ? 0 : kept / people;
}
