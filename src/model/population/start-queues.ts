import type { World } from '../world.ts';
import type { PatientQueue } from './patient-queue.ts';
import { CLOCK_OFFSET, SPECIALTY_SHIFT, STAGE, URGENT_BIT } from './people.ts';

/** Those on a list or in diagnostics, ascending by slot. Stage and time waited are in the person. */
export interface Starters {
  slot: Int32Array;
  /** Weeks left in diagnostics. */
  remaining: Uint8Array;
  /** Week in which they joined the list on which they stand + CLOCK_OFFSET: lists are served in this order. */
  joined: Uint16Array;
  count: number;
}

/** A group of people from elsewhere who stand on a list. */
export interface StartGroup {
  /** -n for n patients. */
  readonly slot: number;
  readonly clock: number;
  /** Week in which it joined the list + CLOCK_OFFSET. */
  readonly joined: number;
}

/** Groups from elsewhere on routine lists by hs, the last to join first. */
export interface StartGroups {
  readonly first: StartGroup[][];
  readonly admission: StartGroup[][];
}

/**
 * Whoever joined a list first stands first, as lists are kept in a run, ties by slot: a counting sort by the week of
 * joining. Groups from elsewhere stand before residents of the same week.
 */
export function enqueueInOrder(world: World, starters: Starters, groups: StartGroups): void {
  const { people, books } = world;
  const next = new Int32Array(CLOCK_OFFSET + 2);
  const { slot, joined, count } = starters;
  for (let n = 0; n < count; n++) next[joined[n]! + 1]! += 1;
  for (let week = 1; week < next.length; week++) next[week]! += next[week - 1]!;
  const order = new Int32Array(count);
  for (let n = 0; n < count; n++) order[next[joined[n]!]!++] = n;
  for (const n of order) {
    const i = slot[n]!;
    const pathway = people.pathway(i);
    const place = people.provider(i) * 8 + ((pathway >> SPECIALTY_SHIFT) & 7);
    const urgent = (pathway & URGENT_BIT) === 0 ? 0 : 1;
    switch (pathway & 7) {
      case STAGE.firstOutpatient:
        if (urgent === 0) pushGroups(books.firstQueue[place * 2]!, groups.first[place]!, joined[n]!);
        books.firstQueue[place * 2 + urgent]!.push(i, people.clock(i));
        break;
      case STAGE.diagnostics:
        books.inDiagnostics[place]! += 1;
        books.diagnostics.add(starters.remaining[n]!, i, people.clock(i), place);
        break;
      default:
        if (urgent === 0) pushGroups(books.admissionQueue[place * 2]!, groups.admission[place]!, joined[n]!);
        books.admissionQueue[place * 2 + urgent]!.push(i, people.clock(i));
        break;
    }
  }
  for (let hs = 0; hs < groups.first.length; hs++) {
    pushGroups(books.firstQueue[hs * 2]!, groups.first[hs]!, CLOCK_OFFSET);
    pushGroups(books.admissionQueue[hs * 2]!, groups.admission[hs]!, CLOCK_OFFSET);
  }
}

/** Move those who joined up to a week from the front of the groups to the end of a queue. */
function pushGroups(queue: PatientQueue, groups: StartGroup[], week: number): void {
  while (groups.length > 0 && groups.at(-1)!.joined <= week) {
    const { slot, clock } = groups.pop()!;
    queue.push(slot, clock);
  }
}
