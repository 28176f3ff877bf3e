import type { Budget } from '../institutions/budget.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { World } from '../world.ts';
import { FORM } from './structure.ts';

/** The two sides of a vertical body: who buys care with its people's money, and who provides it. */
export interface Sides {
  /** The body's own purse, and those of the commissioners that it took in. */
  readonly purchasers: readonly number[];
  readonly providers: readonly number[];
}

/** Sides of a body; one that owns nobody has no providing side. */
export function sidesOf({ structure, place }: World, o: number): Sides {
  const C = place.commissioners.count;
  const owns = structure.form[o] === FORM.vertical;
  const members = (bodies: Int32Array): number[] =>
    owns ? [...bodies.keys()].filter((member) => bodies[member] === o) : [];
  return {
    purchasers: [C + o, ...members(structure.bodyOfCommissioner)],
    providers: members(structure.bodyOfProvider),
  };
}

/** How the books of a body's two sides stand to each other; partners who keep their own money keep their own books. */
export function accountsOf(world: World, o: number): Budget['accounts'] {
  return world.structure.form[o] === FORM.vertical
    ? institutionsOfBody(world, o).budget.accounts
    : 'separate';
}

/** Vertical body that a purchaser's money is part of, -1 = none. */
export function ownerOfPurchaser({ structure, place }: World, p: number): number {
  const C = place.commissioners.count;
  const o = p < C ? structure.bodyOfCommissioner[p]! : p - C;
  return o >= 0 && structure.founded[o]! >= 0 && structure.form[o] === FORM.vertical ? o : -1;
}
