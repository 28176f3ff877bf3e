import { type Columns, uint8 } from '../../kernel/arena.ts';
import type { Scanner } from '../../kernel/scan.ts';

/**
 * Everybody who lives in the place, or will: one slot per arrival, 22 bytes a slot. 20 of them lie together as a
 * record, so that an event of a person touches one or two lines of memory, not twelve; the threshold of the weekly
 * scan, which is read in long rows, lies in a column of its own.
 *
 * Slots `0 .. initial` are the people present at the start, in the order of their practices; the slots after them
 * belong to arrivals (births, then people who move in), ascending by week. A slot is never used twice: the key of
 * every draw is the slot, so the same person meets the same luck in every arm.
 */
export class People {
  readonly capacity: number;
  readonly initial: number;
  /** Slots `arrivalEnd[w]` and above have not arrived at the end of week w. */
  readonly arrivalEnd: Int32Array;
  /** Holds the threshold of the weekly scan. */
  readonly scanner: Scanner;
  /** The records: bytes, and the same memory as 16-bit numbers and as 32-bit ones. */
  readonly bytes: Uint8Array;
  readonly words: Uint16Array;
  readonly signed: Int16Array;
  readonly longs: Int32Array;
  /** Thresholds of the weekly scan. */
  readonly rareThreshold: Uint16Array;
  /** Nobody needs this number; fetches that left none would be left out. */
  readonly #lastBroughtIn = new Int32Array(1);

  constructor(initial: number, arrivalEnd: Int32Array, scanner: Scanner, columns: PeopleColumns) {
    const { records } = columns;
    this.capacity = records.length / RECORD_BYTES;
    this.initial = initial;
    this.arrivalEnd = arrivalEnd;
    this.scanner = scanner;
    this.rareThreshold = scanner.rareThreshold;
    this.bytes = records;
    this.words = new Uint16Array(records.buffer, records.byteOffset, records.length / 2);
    this.signed = new Int16Array(records.buffer, records.byteOffset, records.length / 2);
    this.longs = new Int32Array(records.buffer, records.byteOffset, records.length / 4);
  }

  /**
   * Fetch what is known of the people in the slots of a list from memory, all of it at once: whoever then comes to them
   * one after the other need not wait for each. Entries below 0 are nobody.
   */
  bringIn(list: Int32Array, from: number, to: number): void {
    const { bytes, rareThreshold } = this;
    let sum = 0;
    for (let n = from; n < to; n++) {
      const i = Math.max(0, list[n]!);
      const at = i * RECORD_BYTES;
      sum ^= bytes[at]! ^ bytes[at + RECORD_BYTES - 1]! ^ rareThreshold[i]!;
    }
    this.#lastBroughtIn[0] = sum;
  }

  /** Week of birth; week 0 is the first week of the run, so most are negative. */
  birthWeek(i: number): number {
    return this.signed[i * RECORD_WORDS + AT.birthWeek]!;
  }
  setBirthWeek(i: number, value: number): void {
    this.signed[i * RECORD_WORDS + AT.birthWeek] = value;
  }

  /** Female (bit 0), deprivation quintile (bits 1-3), latent-risk bin (bits 4-7). */
  traits(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.traits]!;
  }
  setTraits(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.traits] = value;
  }

  /** One of LIFE. */
  life(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.life]!;
  }
  setLife(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.life] = value;
  }

  /** Mask of the twelve long-term conditions. */
  conditions(i: number): number {
    return this.words[i * RECORD_WORDS + AT.conditions]!;
  }
  setConditions(i: number, value: number): void {
    this.words[i * RECORD_WORDS + AT.conditions] = value;
  }

  /** Practice of registration. */
  practice(i: number): number {
    return this.words[i * RECORD_WORDS + AT.practice]!;
  }
  setPractice(i: number, value: number): void {
    this.words[i * RECORD_WORDS + AT.practice] = value;
  }

  /** Small area of residence. */
  zone(i: number): number {
    return this.words[i * RECORD_WORDS + AT.zone]!;
  }
  setZone(i: number, value: number): void {
    this.words[i * RECORD_WORDS + AT.zone] = value;
  }

  /** Age in years of the coming year + 101 if female, renewed once a year. */
  ageClass(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.ageClass]!;
  }
  setAgeClass(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.ageClass] = value;
  }

  /** Stage (bits 0-2, one of STAGE), specialty (bits 3-5), urgent (bit 6), from another source than a GP (bit 7). */
  pathway(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.pathway]!;
  }
  setPathway(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.pathway] = value;
  }

  /** Week in which the referral-to-treatment clock started + CLOCK_OFFSET; 0 when no clock runs. */
  clock(i: number): number {
    return this.words[i * RECORD_WORDS + AT.clock]!;
  }
  setClock(i: number, value: number): void {
    this.words[i * RECORD_WORDS + AT.clock] = value;
  }

  /** Provider of the open pathway. */
  provider(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.provider]!;
  }
  setProvider(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.provider] = value;
  }

  /** Provider that the person would use without choosing. */
  usualProvider(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.usualProvider]!;
  }
  setUsualProvider(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.usualProvider] = value;
  }

  /** Severity of the open need, (s + 0.5) / 256 in (0, 1). */
  severity(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.severity]!;
  }
  setSeverity(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.severity] = value;
  }

  /** Loss of utility that is left after treatment, in steps of RESIDUAL_STEP. */
  residual(i: number): number {
    return this.bytes[i * RECORD_BYTES + AT.residual]!;
  }
  setResidual(i: number, value: number): void {
    this.bytes[i * RECORD_BYTES + AT.residual] = value;
  }

  /** Part of the threshold that somebody without an open need has for reporting one. */
  needThreshold(i: number): number {
    return this.words[i * RECORD_WORDS + AT.needThreshold]!;
  }
  setNeedThreshold(i: number, value: number): void {
    this.words[i * RECORD_WORDS + AT.needThreshold] = value;
  }
}

type PeopleColumns = Columns<ReturnType<typeof peopleRoom>>;

/** What people need of an arena, the thresholds of the weekly scan apart. */
export function peopleRoom(capacity: number) {
  return { records: uint8(capacity * RECORD_BYTES) };
}

/** Where the fields of a record lie: 16-bit fields in words, the others in bytes. */
export const AT = {
  birthWeek: 0,
  traits: 12,
  life: 13,
  conditions: 1,
  zone: 2,
  ageClass: 14,
  pathway: 15,
  clock: 3,
  provider: 16,
  usualProvider: 17,
  severity: 18,
  residual: 19,
  needThreshold: 5,
  practice: 4,
} as const;

export const RECORD_BYTES = 20;
export const RECORD_WORDS = RECORD_BYTES / 2;
export const RECORD_LONGS = RECORD_BYTES / 4;

/**
 * Where loops over everybody find fields in 32-bit numbers, with fewer reads: conditions in the upper half of the first;
 * practice in the lower half of the third; traits, life and age class in the fourth from its lowest byte up.
 */
export const LONG_AT = {
  conditions: 0,
  conditionsShift: 16,
  practice: 2,
  half: 0xffff,
  about: 3,
  lifeShift: 8,
  ageShift: 16,
  byte: 0xff,
} as const;

export const LIFE = { notArrived: 0, present: 1, died: 2, movedOut: 3 } as const;

export const STAGE = {
  none: 0,
  /** A need that is not on any list: the GP kept it, or it was removed from a list unsolved. */
  kept: 1,
  firstOutpatient: 2,
  diagnostics: 3,
  admission: 4,
} as const;

export const STAGE_MASK = 7;
export const SPECIALTY_SHIFT = 3;
export const URGENT_BIT = 64;
export const OTHER_SOURCE_BIT = 128;

export const FEMALE_BIT = 1;
export const QUINTILE_SHIFT = 1;
export const RISK_SHIFT = 4;

/** People brought in at a time: they stay in a core's nearest cache until their turn. */
export const BROUGHT_IN = 64;

/** Clocks that ran before week 0 stay positive: five years. */
export const CLOCK_OFFSET = 260;

export { RESIDUAL_STEP } from '../evidence/treatment-residual.ts';

export const AGE_YEARS = 101;

/** Class for the coming year: half a year ahead of the exact age, so that the mean over the year is right. */
export function ageClassOf(birthWeek: number, week: number, female: number): number {
  const years = Math.floor((week - birthWeek + 26) / 52);
  return Math.max(0, Math.min(AGE_YEARS - 1, years)) + (female === 0 ? 0 : AGE_YEARS);
}

/** Severity of a need from its byte, in (0, 1). */
export function severityOf(byte: number): number {
  return (byte + 0.5) / 256;
}
