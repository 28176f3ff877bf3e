import type { Scanner } from '../../kernel/scan.ts';

/**
 * Everybody who lives in the place, or will: one slot per arrival, as a struct of typed arrays, 24 bytes a slot.
 *
 * Slots `0 .. initial` are the people present at the start, in the order of their practices; the slots after them
 * belong to arrivals (births, then people who move in), ascending by week. A slot is never used twice: the key of
 * every draw is the slot, so the same person meets the same luck in every arm.
 */
export interface People {
  readonly capacity: number;
  readonly initial: number;
  /** Slots `arrivalEnd[w]` and above have not arrived at the end of week w. */
  readonly arrivalEnd: Int32Array;
  /** Week of birth; week 0 is the first week of the run, so most are negative. */
  readonly birthWeek: Int16Array;
  /** Female (bit 0), deprivation quintile (bits 1-3), latent-risk bin (bits 4-7). */
  readonly traits: Uint8Array;
  /** One of LIFE. */
  readonly life: Uint8Array;
  /** Mask of the twelve long-term conditions. */
  readonly conditions: Uint16Array;
  readonly practice: Uint16Array;
  readonly zone: Uint16Array;
  /** Age in years of the coming year + 101 if female, renewed once a year. */
  readonly ageClass: Uint8Array;
  /** Stage (bits 0-2, one of STAGE), specialty (bits 3-5), urgent (bit 6), from another source than a GP (bit 7). */
  readonly pathway: Uint8Array;
  /** Week in which the referral-to-treatment clock started + CLOCK_OFFSET; 0 when no clock runs. */
  readonly clock: Uint16Array;
  /** Provider of the open pathway. */
  readonly provider: Uint8Array;
  /** Provider that the person would use without choosing. */
  readonly usualProvider: Uint8Array;
  /** Severity of the open need, (s + 0.5) / 256 in (0, 1). */
  readonly severity: Uint8Array;
  /** Loss of utility that is left after treatment, in steps of RESIDUAL_STEP. */
  readonly residual: Uint8Array;
  /** Part of the rare threshold that does not depend on the stage of the pathway. */
  readonly stableThreshold: Uint16Array;
  /** Holds the two thresholds of the weekly scan. */
  readonly scanner: Scanner;
}

/** Bytes of a slot, the two thresholds included. */
export const BYTES_PER_SLOT = 24;

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

/** Clocks that ran before week 0 stay positive: five years. */
export const CLOCK_OFFSET = 260;

/** One step of residual utility loss. */
export const RESIDUAL_STEP = 0.002;

export const AGE_YEARS = 101;

export function allocatePeople(
  capacity: number,
  initial: number,
  arrivalEnd: Int32Array,
  scanner: Scanner,
): People {
  return {
    capacity,
    initial,
    arrivalEnd,
    birthWeek: new Int16Array(capacity),
    traits: new Uint8Array(capacity),
    life: new Uint8Array(capacity),
    conditions: new Uint16Array(capacity),
    practice: new Uint16Array(capacity),
    zone: new Uint16Array(capacity),
    ageClass: new Uint8Array(capacity),
    pathway: new Uint8Array(capacity),
    clock: new Uint16Array(capacity),
    provider: new Uint8Array(capacity),
    usualProvider: new Uint8Array(capacity),
    severity: new Uint8Array(capacity),
    residual: new Uint8Array(capacity),
    stableThreshold: new Uint16Array(capacity),
    scanner,
  };
}

/** Class for the coming year: half a year ahead of the exact age, so that the mean over the year is right. */
export function ageClassOf(birthWeek: number, week: number, female: number): number {
  const years = Math.floor((week - birthWeek + 26) / 52);
  return Math.max(0, Math.min(AGE_YEARS - 1, years)) + (female === 0 ? 0 : AGE_YEARS);
}
