import { RT_COUNT } from '../metrics/tallies.ts';
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
import type { PersonBook } from './person-engine.ts';

/**
 * What a book of people does in TypeScript whichever engine does the rest: the lists on which people stand, and counts
 * of what happened to them. A class and not a closure: then the code is the same for every world of a process.
 */
export class PersonLists
  implements Pick<PersonBook, 'cellOf' | 'tally' | 'moveToStage' | 'stillWaiting' | 'completeBackground'>
{
  // Columns, not the accessors: this code runs for every event.
  readonly #bytes: Uint8Array;
  readonly #words: Uint16Array;
  readonly #books: World['books'];
  readonly #commissionerOfPractice: Uint16Array;
  readonly #residents: Float64Array;
  readonly #stageCount: Float64Array;
  readonly #completedYear: Int32Array;
  readonly #providerGroup: number;

  constructor(world: Omit<World, 'person' | 'law'>) {
    this.#bytes = world.people.bytes;
    this.#words = world.people.words;
    this.#books = world.books;
    this.#commissionerOfPractice = world.tables.commissionerOfPractice;
    this.#residents = world.tally.residents;
    this.#stageCount = world.tally.stage;
    this.#completedYear = world.tally.completedYear;
    this.#providerGroup = firstProviderGroup(world);
  }

  cellOf(i: number): number {
    return (
      this.#commissionerOfPractice[this.#words[i * RECORD_WORDS + AT.practice]!]! * 5 +
      ((this.#bytes[i * RECORD_BYTES + AT.traits]! >> QUINTILE_SHIFT) & 7)
    );
  }

  tally(i: number, what: number): void {
    this.#residents[this.cellOf(i) * RT_COUNT + what]! += 1;
  }

  moveToStage(i: number, stage: number): void {
    const bits = this.#bytes[i * RECORD_BYTES + AT.pathway]!;
    this.#stageCount[bits & STAGE_MASK]! -= 1;
    this.#bytes[i * RECORD_BYTES + AT.pathway] = (bits & ~STAGE_MASK) | stage;
    this.#stageCount[stage]! += 1;
  }

  /** Somebody referred joins the list for a first visit. `place` = provider * 8 + specialty. */
  joinFirstQueue(i: number, clock: number, place: number, urgent: boolean): void {
    this.#books.firstQueue[place * 2 + (urgent ? 1 : 0)]!.push(i, clock);
  }

  /** Somebody on a list has gone: the queues keep the entry, but no longer count the person. */
  leaveQueue(i: number): void {
    const books = this.#books;
    const bits = this.#bytes[i * RECORD_BYTES + AT.pathway]!;
    const place = this.#bytes[i * RECORD_BYTES + AT.provider]! * 8 + ((bits >> SPECIALTY_SHIFT) & 7);
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
  }

  stillWaiting(slot: number, at: number, stage: number, place: number): boolean {
    const bits = this.#bytes[slot * RECORD_BYTES + AT.pathway]!;
    return (
      this.#words[slot * RECORD_WORDS + AT.clock]! === at &&
      (bits & STAGE_MASK) === stage &&
      this.#bytes[slot * RECORD_BYTES + AT.life]! === LIFE.present &&
      this.#bytes[slot * RECORD_BYTES + AT.provider]! * 8 + ((bits >> SPECIALTY_SHIFT) & 7) === place
    );
  }

  completeBackground(h: number, at: number, week: number, admitted: boolean, patients: number): void {
    const band = Math.max(0, Math.min(WAIT_BANDS - 1, week + CLOCK_OFFSET - at));
    this.#completedYear[((this.#providerGroup + h) * 2 + (admitted ? 1 : 0)) * WAIT_BANDS + band]! +=
      patients;
  }
}

/** Groups of waits: the place, each commissioner, five quintiles, each provider. */
export function firstQuintileGroup(world: Pick<World, 'place'>): number {
  return 1 + world.place.commissioners.count;
}
export function firstProviderGroup(world: Pick<World, 'place'>): number {
  return firstQuintileGroup(world) + 5;
}
