import {
  institutionsOfBody,
  institutionsOfProvider,
  institutionsOfPurchaser,
} from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import type { World } from '../world.ts';
import { nameOfBody } from './body-names.ts';
import { areasOf, hospitalsOf } from './mergers.ts';
import { incomeOf } from './purchasers.ts';
import { accountsOf, sidesOf } from './sides.ts';
import { FORM } from './structure.ts';

/**
 * Whoever keeps its own money: a stand-alone organisation with all that merged into it, or a vertical body with its members;
 * behind a ring-fence, each of its sides.
 */
export interface Purse {
  readonly purchasers: readonly number[];
  readonly providers: readonly number[];
  /** Body whose purse it is; -1 = none. */
  readonly body: number;
  readonly code: string;
  readonly institutions: Institutions;
}

export function pursesOf(world: World): Purse[] {
  const { structure, place } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const owner = (o: number): number => (o >= 0 && structure.form[o] === FORM.vertical ? o : -1);
  const purses: Purse[] = [];
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    const { purchasers, providers } = sidesOf(world, o);
    const of = { body: o, code: nameOfBody(world, o).code, institutions: institutionsOfBody(world, o) };
    if (accountsOf(world, o) === 'ring-fence') {
      // The codes of the books in organisations.csv, so that what befalls a side is told of that side.
      purses.push({ ...of, purchasers, providers: [], code: `${of.code}-buying` });
      if (providers.length > 0)
        purses.push({ ...of, purchasers: [], providers, code: `${of.code}-providing` });
    } else purses.push({ purchasers, providers, ...of });
  }
  for (let lead = 0; lead < C; lead++) {
    const areas = areasOf(world, lead).filter((c) => owner(structure.bodyOfCommissioner[c]!) < 0);
    if (areas.length > 0)
      purses.push({
        purchasers: areas,
        providers: [],
        body: -1,
        code: place.commissioners.code[lead]!,
        institutions: institutionsOfPurchaser(world, areas[0]!),
      });
  }
  for (let lead = 0; lead < H; lead++) {
    const hospitals = hospitalsOf(world, lead).filter((h) => owner(structure.bodyOfProvider[h]!) < 0);
    if (hospitals.length > 0)
      purses.push({
        purchasers: [],
        providers: hospitals,
        body: -1,
        code: place.providers.code[lead]!,
        institutions: institutionsOfProvider(world, hospitals[0]!),
      });
  }
  return purses;
}

/**
 * A year's money of a purse: what its purchasers get in a year as things now stand, so that one that came to its money
 * within the year is measured by all of it; of a purse that holds no money for people, what its providers earned.
 */
export function turnoverOf(world: World, { purchasers, providers }: Purse): number {
  const { books } = world;
  let pence = 0;
  for (const p of purchasers) pence += incomeOf(world, p);
  if (pence === 0) for (const h of providers) pence += books.incomeYear[h]!;
  return pence;
}
