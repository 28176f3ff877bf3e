import { SPECIALTY_SHIFT, STAGE, STAGE_MASK } from '../../src/model/population/people.ts';
import type { World } from '../../src/model/world.ts';
import { bookCopy } from '../../src/testing/book-copy.ts';

/** One person's time at one stage of a pathway, in weeks of the run. */
export interface Stay {
  readonly stage: number;
  /** Provider * 8 + specialty. */
  readonly place: number;
  /** Week in which the person came to the stage; -1 for somebody who stood there before the first week. */
  readonly entered: number;
  /** Week in which the person left it, and how; Infinity while still there. */
  left: number;
  how: 'seen' | 'removed' | 'departed' | 'waiting';
}

/**
 * Listens to every change of a pathway from now on, event by event, and keeps the stays at the three stages of a list.
 * It reads none of the counts of the model, which can therefore be compared with it.
 */
export function watchPathways(world: World): Stay[] {
  const { people, person } = world;
  const stays: Stay[] = [];
  const current = new Map<number, Stay>();
  const enter = (i: number, entered: number): void => {
    const bits = people.pathway(i);
    const stage = bits & STAGE_MASK;
    if (stage < STAGE.firstOutpatient) return;
    const place = people.provider(i) * 8 + ((bits >> SPECIALTY_SHIFT) & 7);
    const stay: Stay = { stage, place, entered, left: Number.POSITIVE_INFINITY, how: 'waiting' };
    current.set(i, stay);
    stays.push(stay);
  };
  const leave = (i: number, how: Stay['how']): void => {
    const stay = current.get(i);
    if (stay === undefined) return;
    stay.left = world.week;
    stay.how = how;
    current.delete(i);
  };
  for (let i = 0; i < people.initial; i++) enter(i, -1);

  person.care = null;
  const { refer, moveToStage, treat, remove, depart } = bookCopy(person);
  person.refer = (i, ...rest) => {
    refer(i, ...rest);
    enter(i, world.week);
  };
  person.moveToStage = (i, stage) => {
    leave(i, 'seen');
    moveToStage(i, stage);
    enter(i, world.week);
  };
  person.treat = (i, ...rest) => {
    leave(i, 'seen');
    treat(i, ...rest);
  };
  person.remove = (i, solved) => {
    leave(i, 'removed');
    remove(i, solved);
  };
  person.depart = (i, how) => {
    leave(i, 'departed');
    depart(i, how);
  };
  return stays;
}
