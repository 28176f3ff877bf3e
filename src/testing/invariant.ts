import type { World } from '../model/world.ts';
import type { Snapshot } from './snapshot.ts';
import type { PersonEvent } from './watch.ts';

/** Names of the laws that hold at the end of every week of every run. */
export type InvariantId = 'people' | 'money' | 'queues' | 'capacity' | 'time' | 'membership' | 'numbers';

/** One week of a run: the state before it, the world after it, and what happened to people in between, in order. */
export interface WatchedWeek {
  readonly before: Snapshot;
  readonly world: World;
  readonly events: readonly PersonEvent[];
}

/** A law of the model, checked on a week that has just been run. Throws an `InvariantError` when it is broken. */
export interface Invariant {
  readonly id: InvariantId;
  /** The law in one sentence. */
  readonly law: string;
  check(week: WatchedWeek): void;
}

/** A law of the model is broken: which, in which week, and how. */
export class InvariantError extends Error {
  readonly invariant: string;
  readonly week: number;

  constructor(invariant: string, week: number, what: string) {
    super(`${invariant}, week ${week}: ${what}`);
    this.name = 'InvariantError';
    this.invariant = invariant;
    this.week = week;
  }
}

/** Checks of one invariant in one week; `what` is only put into words when the check fails. */
export interface Checks {
  that(holds: boolean, what: () => string): void;
  equal(found: number, expected: number, what: () => string): void;
  /** Equal but for rounding in sums of fractions. */
  near(found: number, expected: number, what: () => string): void;
  atMost(found: number, limit: number, what: () => string): void;
}

export function checksOf(invariant: string, week: number): Checks {
  const fail = (what: string): never => {
    throw new InvariantError(invariant, week, what);
  };
  return {
    that(holds, what) {
      if (!holds) fail(what());
    },
    equal(found, expected, what) {
      if (found !== expected) fail(`${what()}: ${found}, expected ${expected}`);
    },
    near(found, expected, what) {
      if (!(Math.abs(found - expected) <= ROUNDING * Math.max(1, Math.abs(expected))))
        fail(`${what()}: ${found}, expected ${expected}`);
    },
    atMost(found, limit, what) {
      if (!(found <= limit + ROUNDING * Math.max(1, Math.abs(limit))))
        fail(`${what()}: ${found}, at most ${limit}`);
    },
  };
}

/** Sums of a few thousand fractions differ by less than this when they are added in another order. */
const ROUNDING = 1e-7;
