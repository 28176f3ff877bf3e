import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE } from '../draws.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import { bodyOfPerson, institutionsOfPerson } from '../organisations/membership.ts';
import type { World } from '../world.ts';
import { type BodyView, pullOf } from './enrolment.ts';

/**
 * Choice of a system where people belong to it by themselves and their practice stays whatever they choose: the same
 * logit as where the system comes with the practice, over all systems with a hospital in reach or with a practice that
 * takes people of the zone, each counted once. Who belongs to none chooses among systems when they think about it.
 *
 * @param margin what the person brings less what they cost, over the mean cost of a person
 * @returns the body to belong to: the present one where the person stays
 */
export function chooseSystemFreely(world: World, view: BodyView, i: number, margin: number): number {
  const { keys, will } = world;
  const own = bodyOfPerson(world, i);
  const open = systemsInReach(world, view, i);
  const known = institutionsOfPerson(world, i).choice.informationQuality;
  let total = 0;
  for (const o of open) {
    view.pull[o] = pullOf(world, view, i, o, own, margin, known);
    total += view.pull[o]!;
  }
  if (total === 0) return own;
  // The choice model's own derivative: how many a better system would win.
  for (const o of open) {
    const p = view.pull[o]! / total;
    will.enrolmentSlope[o]! += p * (1 - p);
  }
  let left = unit(h3(i, keys.k0[PURPOSE.systemChoice]!, keys.k1[PURPOSE.systemChoice]!)) * total;
  for (const o of open) {
    left -= view.pull[o]!;
    if (left < 0) return o;
  }
  return own;
}

/** Systems that somebody of the zone of a person may belong to by themselves, in the order in which they are met. */
function systemsInReach(world: World, view: BodyView, i: number): number[] {
  const { place, structure, people } = world;
  const zone = people.zone(i);
  const { reach, registration } = place;
  const found: number[] = [];
  const meet = (o: number): void => {
    if (o < 0 || view.inChoiceOf[o] === i) return;
    view.inChoiceOf[o] = i;
    const { choice } = institutionsOfBody(world, o);
    if (choice.of === 'system' && choice.enrolment === 'person') found.push(o);
  };
  for (let e = reach.start[zone]!; e < reach.start[zone + 1]!; e++)
    meet(structure.bodyOfProvider[reach.provider[e]!]!);
  for (let e = registration.start[zone]!; e < registration.start[zone + 1]!; e++)
    meet(structure.bodyOfPractice[registration.practice[e]!]!);
  return found;
}
