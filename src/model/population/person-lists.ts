import { WAIT_BANDS } from '../metrics/waiting-times.ts';
import type { World } from '../world.ts';
import {
  AT,
  CLOCK_OFFSET,
  LIFE,
  QUINTILE_SHIFT,
  RECORD_BYTES,
  RECORD_WORDS,
  SPECIALTY_SHIFT,
  STAGE,
  STAGE_MASK,
  URGENT_BIT,
} from './people.ts';
import type { PersonBook } from './person-book.ts';

/** What a book of people does in TypeScript whichever engine does the rest: the lists on which people stand. */
export interface PersonLists extends Pick<PersonBook, 'cellOf' | 'stillWaiting' | 'completeBackground'> {
  /** Somebody referred joins the list for a first visit. `place` = provider * 8 + specialty. */
  joinFirstQueue(i: number, clock: number, place: number, urgent: boolean): void;
  /** Somebody on a list has gone: the queues keep the entry, but no longer count the person. */
  leaveQueue(i: number): void;
}

export function personLists(world: Omit<World, 'person' | 'law'>): PersonLists {
  // Columns and offsets, not the accessors: this code runs for every event.
  const { bytes, words } = world.people;
  const { books } = world;
  const { commissionerOfPractice } = world.tables;
  const { completedYear } = world.tally;
  const providerGroup = firstProviderGroup(world);
  return {
    cellOf(i) {
      return (
        commissionerOfPractice[words[i * RECORD_WORDS + AT.practice]!]! * 5 +
        ((bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7)
      );
    },

    joinFirstQueue(i, clock, place, urgent) {
      books.firstQueue[place * 2 + (urgent ? 1 : 0)]!.push(i, clock);
    },

    leaveQueue(i) {
      const bits = bytes[i * RECORD_BYTES + AT.pathway]!;
      const place = bytes[i * RECORD_BYTES + AT.provider]! * 8 + ((bits >> SPECIALTY_SHIFT) & 7);
      const urgent = (bits & URGENT_BIT) === 0 ? 0 : 1;
      switch (bits & STAGE_MASK) {
        case STAGE.firstOutpatient:
          books.firstQueue[place * 2 + urgent]!.left();
          break;
        case STAGE.diagnostics:
          books.inDiagnostics[place]! -= 1;
          break;
        case STAGE.admission:
          books.admissionQueue[place * 2 + urgent]!.left();
          break;
        default:
          break;
      }
    },

    stillWaiting(slot, at, stage, place) {
      const bits = bytes[slot * RECORD_BYTES + AT.pathway]!;
      return (
        words[slot * RECORD_WORDS + AT.clock]! === at &&
        (bits & STAGE_MASK) === stage &&
        bytes[slot * RECORD_BYTES + AT.life]! === LIFE.present &&
        bytes[slot * RECORD_BYTES + AT.provider]! * 8 + ((bits >> SPECIALTY_SHIFT) & 7) === place
      );
    },

    completeBackground(h, at, week, admitted, patients) {
      const band = Math.max(0, Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - at));
      completedYear[((providerGroup + h) * 2 + (admitted ? 1 : 0)) * WAIT_BANDS + band]! += patients;
    },
  };
}

/** Groups of waits: the place, each commissioner, five quintiles, each provider. */
export function firstQuintileGroup(world: Pick<World, 'place'>): number {
  return 1 + world.place.commissioners.count;
}
export function firstProviderGroup(world: Pick<World, 'place'>): number {
  return firstQuintileGroup(world) + 5;
}
