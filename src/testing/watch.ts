import type { PersonBook } from '../model/population/person-engine.ts';
import type { World } from '../model/world.ts';
import { bookCopy } from './book-copy.ts';
import { type CareState, careState } from './care-state.ts';

/** One change of a person's state, as the book of people recorded it. */
export interface PersonEvent {
  readonly kind: 'arrive' | 'depart' | 'keep' | 'refer' | 'move' | 'treat' | 'refuse' | 'remove' | 'resolve';
  readonly slot: number;
  readonly before: CareState;
  readonly after: CareState;
  /** Treated as an admitted patient. */
  readonly admitted: boolean;
}

export interface WatchedWorld {
  /** Run this one: the same world, with a book of people that takes notes. */
  readonly world: World;
  /** What happened to people since the last `forget`, in order. */
  readonly events: readonly PersonEvent[];
  forget(): void;
}

/** Look over the shoulder of a world: same state, same outcomes, and a record of what happens to people. */
export function watch(world: World): WatchedWorld {
  const { people } = world;
  const book = bookCopy(world.person);
  const events: PersonEvent[] = [];

  function noting<A extends [number, ...unknown[]]>(
    kind: PersonEvent['kind'],
    act: (...args: A) => void,
    isAdmitted: (args: A) => boolean = () => false,
  ): (...args: A) => void {
    return (...args) => {
      const slot = args[0];
      const before = careState(people, slot);
      act(...args);
      events.push({ kind, slot, before, after: careState(people, slot), admitted: isAdmitted(args) });
    };
  }

  const person: PersonBook = {
    ...book,
    arrive: noting('arrive', book.arrive),
    depart: noting('depart', book.depart),
    keepNeed: noting('keep', book.keepNeed),
    refer: noting('refer', book.refer),
    moveToStage: noting('move', book.moveToStage),
    treat: noting('treat', book.treat, (args) => args[2]),
    refuse: noting('refuse', book.refuse),
    remove: noting('remove', book.remove),
    resolveNeed: noting('resolve', book.resolveNeed),
  };
  return {
    world: { ...world, person },
    events,
    forget() {
      events.length = 0;
    },
  };
}
