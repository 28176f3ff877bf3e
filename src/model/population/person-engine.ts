import { int32, uint8 } from '../../kernel/arena.ts';
import type { CareBatches } from './care-wasm.ts';
import type { Census } from './census.ts';
import type { LIFE } from './people.ts';

/**
 * The weekly law of one person: what may happen, how likely it is at most (its bound), and in which order the bounds
 * lie on the unit interval. One draw a week decides whether anything happens and what: event k happens when the draw
 * falls within the first `p_k` of the stretch that starts where the bounds before it end. Lowering one probability
 * deletes events of that kind and moves nothing else.
 *
 * What no policy can touch comes first; what depends on the stage of a pathway comes last, so that waiting moves no
 * other event. A bound may be wider than the probability (a draw beyond it is no event); it is never narrower.
 */
export const EVENT = {
  none: 0,
  departure: 1,
  practiceChange: 2,
  planned: 3,
  death: 4,
  emergency: 5,
  onset: 6,
  remission: 7,
  otherReferral: 8,
  need: 9,
  represent: 10,
  resolve: 11,
  removal: 12,
} as const;

/** What happens to people in a part of a week, in the order of their slots: the first `count` are valid. */
export interface WeekEvents {
  readonly slots: Int32Array;
  /** One of EVENT, never none. */
  readonly kinds: Uint8Array;
  /** Of what: the condition of an onset or a remission, the specialty that a need or referral has or would have if new. */
  readonly details: Uint8Array;
  count: number;
  /** People whose draw was below their bound. */
  candidates: number;
}

/** What a law needs of an arena for its events. */
export function eventRoom(chunk: number) {
  return { eventSlots: int32(chunk), eventKinds: uint8(chunk), eventDetails: uint8(chunk) };
}

export interface PersonLaw {
  /**
   * One draw for everybody in the slots from, ..., to - 1. An event changes the state of nobody but its own person, so
   * all are decided before any happens.
   * @param k0 key of the draws, with k1
   * @param year financial year of the run
   * @param emergencyFactor this week's season and shocks over their bound, at most 1
   * @param now week of the run + CLOCK_OFFSET
   * @param s0 key of the draws of a need's specialty, with s1
   * @returns valid until the next call
   */
  screen(
    from: number,
    to: number,
    k0: number,
    k1: number,
    year: number,
    emergencyFactor: number,
    now: number,
    s0: number,
    s1: number,
  ): WeekEvents;
  /** Specialty of a person's new need: in proportion to the person's hazards; draw in [0, 1). */
  specialtyOfNeed(i: number, draw: number): number;
  /**
   * From now on emergencies are this many times as frequent: widens or narrows their bound, and where that differs from
   * before renews the threshold of everybody in the slots below `to`.
   */
  scaleEmergencies(factor: number, to: number): void;
  /** Draws that would have needed a wider bound: must stay 0. */
  violations(): number;
}

/**
 * Every change of a person's state goes through this book, so that what is counted about people (present, conditions,
 * utility, open clocks, stages) changes with it and never has to be counted again.
 */
export interface PersonBook {
  /** The same for many people at once, with what else care does to them; null where phases do it one by one. */
  care: CareBatches | null;
  /** Commissioner * 5 + quintile: the row of every count of residents. */
  cellOf(i: number): number;
  tally(i: number, what: number): void;
  /** Utility in micro-units, an integer at least 0. */
  utilityOf(i: number): number;
  /** A person whose slot has been filled in takes part from now on. */
  arrive(i: number): void;
  /** Death or moving out: the slot is empty for good. */
  depart(i: number, how: typeof LIFE.died | typeof LIFE.movedOut): void;
  changeCondition(i: number, condition: number, onset: boolean): void;
  /** The yearly review of the slots from, ..., to - 1: age class, fading of what treatment left, thresholds. */
  reviewBlock(from: number, to: number, week: number): void;
  /** Register with another practice; the zone, and so deprivation and distances, stay. */
  changePractice(i: number, practice: number): void;
  /** A need arises and the GP keeps it. */
  keepNeed(i: number, specialty: number, severity: number): void;
  /** Refer to a provider: the clock starts and the person joins the list. */
  refer(
    i: number,
    week: number,
    specialty: number,
    severity: number,
    urgent: boolean,
    provider: number,
    otherSource: boolean,
  ): void;
  /** Move on within the pathway: to diagnostics or to the admission list. The clock runs on. */
  moveToStage(i: number, stage: number): void;
  /**
   * The need is treated: the clock stops and the loss of utility shrinks to what treatment leaves,
   * `(1 - gain) * decrement * severity`, which fades over `need_residual_years`.
   */
  treat(i: number, week: number, admitted: boolean): void;
  /** The operation that was decided on is not paid for: the clock stops without treatment and the need stays with general practice. */
  refuse(i: number, week: number): void;
  /** Removed from a list: solved elsewhere (recovery, private care), or the need stays unmet. */
  remove(i: number, solved: boolean): void;
  /** A kept need resolves by itself. */
  resolveNeed(i: number): void;
  /** Is the queue entry (slot, clock) still standing where the queue thinks it is? `place` = provider * 8 + specialty. */
  stillWaiting(slot: number, clock: number, stage: number, place: number): boolean;
  /** A clock of people from elsewhere stops: it counts for the provider only. */
  completeBackground(
    provider: number,
    clock: number,
    week: number,
    admitted: boolean,
    patients: number,
  ): void;
  /** Count those present in the slots below `to` at the end of a week; the census is valid until the next. */
  census(to: number, week: number): Census;
}
