import type { World } from '../world.ts';

/** Code and name of a body there may be, by whoever leads it. */
export function nameOfBody(
  { place, structure }: World,
  o: number,
): { readonly code: string; readonly name: string } {
  const C = place.commissioners.count;
  const H = place.providers.count;
  if (o < C)
    return {
      code: `${place.commissioners.code[o]!}-body`,
      name: `body of ${place.commissioners.name[o]!}`,
    };
  if (o < C + H)
    return {
      code: `${place.providers.code[o - C]!}-body`,
      name: `body led by ${place.providers.name[o - C]!}`,
    };
  const k = o - C - H;
  const g = structure.groupOfPractice.indexOf(k);
  const c = place.practices.commissioner[g]!;
  const first = structure.groupOfPractice[place.practices.commissioner.indexOf(c)]!;
  // Groups of a commissioner have consecutive numbers.
  let least = first;
  structure.groupOfPractice.forEach((group, practice) => {
    if (place.practices.commissioner[practice] === c) least = Math.min(least, group);
  });
  const number = k - least + 1;
  return {
    code: `${place.commissioners.code[c]!}-group-${number}`,
    name: `group ${number} of practices in ${place.commissioners.name[c]!}`,
  };
}

/** Bodies that exist now. */
export function existingBodies({ structure }: World): number[] {
  const found: number[] = [];
  structure.founded.forEach((week, o) => {
    if (week >= 0) found.push(o);
  });
  return found;
}
