import { institutionsAhead, institutionsOfBody, institutionsOfPractice } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { LIFE } from '../population/people.ts';
import type { World } from '../world.ts';
import { FORM, purchaserOfBody, purchasersOf } from './structure.ts';

/**
 * Whom people belong to: the body of their practice or, where people enrol for themselves, the one that they chose. What
 * a practice is asked to do follows from its own body; who pays for a person's care, and where they are steered, follows
 * from theirs.
 */

/** Body that a person belongs to; -1 = none. */
export function bodyOfPerson({ structure, books, people }: World, i: number): number {
  if (structure.bodies === 0) return -1;
  const own = books.systemOf[i]!;
  return own > 0 ? own - 1 : structure.bodyOfPractice[people.practice(i)]!;
}

/** Who pays for a person's care: a commissioner, or a body at C + o. */
export function purchaserOfPerson(world: World, i: number): number {
  const { structure, books, people, tables } = world;
  const g = people.practice(i);
  const own = structure.bodies === 0 ? 0 : books.systemOf[i]!;
  if (own === 0) return structure.purchaserOfPractice[g]!;
  return purchaserOfSystem(world, own - 1, tables.commissionerOfPractice[g]!);
}

/** Who pays for those of a commissioner's area who belong to a body by themselves. */
export function purchaserOfSystem({ structure, place }: World, o: number, c: number): number {
  return structure.holdsBudget[o] === 0 ? c : purchaserOfBody(structure, place.commissioners.count, o);
}

/**
 * Institutions under which a person chooses a system: those of the body they joined by themselves; of their practice; or,
 * where the practice has no body and people enrol for themselves, those that are to come.
 */
export function institutionsOfPerson(world: World, i: number): Institutions {
  const { structure, books, people } = world;
  const own = structure.bodies === 0 ? 0 : books.systemOf[i]!;
  return own > 0 ? institutionsOfBody(world, own - 1) : institutionsOfMembers(world, people.practice(i));
}

/** The same of those who have not joined a body by themselves, by their practice. */
export function institutionsOfMembers(world: World, g: number): Institutions {
  const { structure } = world;
  const outside = structure.bodyOfPractice[g]! < 0 && enrolsByPerson(world, g);
  return outside ? institutionsAhead(world, g) : institutionsOfPractice(world, g);
}

/** A person belongs to a body by themselves, wherever they are registered. */
export function enrolForThemselves({ books }: World, i: number, o: number): void {
  books.systemOf[i] = o + 1;
}

/** Before a person changes practice where people enrol for themselves: they stay with the body that they had. */
export function keepSystem(world: World, i: number): void {
  const { structure, people, books } = world;
  if (structure.bodies === 0 || books.systemOf[i] !== 0) return;
  const g = people.practice(i);
  const o = structure.bodyOfPractice[g]!;
  if (o >= 0 && enrolsByPerson(world, g)) enrolForThemselves(world, i, o);
}

/** Whether those registered with a practice belong to a system each for themselves. */
export function enrolsByPerson(world: World, g: number): boolean {
  const { choice } = institutionsAhead(world, g);
  return choice.of === 'system' && choice.enrolment === 'person';
}

/**
 * Whoever belongs to a body that is gone, or may not belong to one by themselves any more, is with their practice again.
 * @param closing a body about to go; -1 = none
 */
export function releasePeople(world: World, closing = -1): void {
  const { structure, people } = world;
  const { systemOf } = world.books;
  if (!anybodyApart(world)) return;
  for (let i = 0; i < systemOf.length; i++) {
    const own = systemOf[i]!;
    if (own === 0) continue;
    const gone =
      own - 1 === closing || structure.founded[own - 1]! < 0 || structure.form[own - 1] === FORM.none;
    if (gone || !enrolsByPerson(world, people.practice(i))) systemOf[i] = 0;
  }
}

/** Whether anybody belongs to a body by themselves: where nobody does, nobody need be looked at for it. */
export function anybodyApart({ books, person }: World): boolean {
  const { systemOf } = books;
  if (person.care !== null) return person.care.module.anyOwnSystem(systemOf.length) !== 0;
  for (let i = 0; i < systemOf.length; i++) if (systemOf[i] !== 0) return true;
  return false;
}

/** People who belong to a body: those of its practices, and who joined one by themselves from a practice without. */
export function peopleInBodies(world: World): number {
  const { structure, books, people } = world;
  let count = 0;
  structure.bodyOfPractice.forEach((o, g) => {
    if (o >= 0) count += books.registered[g]!;
  });
  if (!anybodyApart(world)) return count;
  const { systemOf } = books;
  for (let i = 0; i < systemOf.length; i++)
    if (
      systemOf[i]! > 0 &&
      people.life(i) === LIFE.present &&
      structure.bodyOfPractice[people.practice(i)]! < 0
    )
      count++;
  return count;
}

/** Count who is paid for by another than the purchaser of their practice, by area. */
export function countEnrolledApart(world: World): void {
  const { structure, books, people, place, tables } = world;
  const P = purchasersOf(place, structure);
  const { systemOf } = books;
  books.enrolledApart.fill(0);
  if (!anybodyApart(world)) return;
  // A plain loop: a call for each of everybody took longer than all that is then done.
  for (let i = 0; i < systemOf.length; i++) {
    if (systemOf[i] === 0 || people.life(i) !== LIFE.present) continue;
    const g = people.practice(i);
    const row = tables.commissionerOfPractice[g]! * P;
    books.enrolledApart[row + structure.purchaserOfPractice[g]!]! -= 1;
    books.enrolledApart[row + purchaserOfPerson(world, i)]! += 1;
  }
}

/** People of an area whose care a purchaser pays for beyond those of its practices. */
export function apartOf({ books, place, structure }: World, c: number, p: number): number {
  return structure.bodies === 0 ? 0 : books.enrolledApart[c * purchasersOf(place, structure) + p]!;
}
