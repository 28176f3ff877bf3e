import type { ParameterValues } from './evidence/parameters.ts';
import type { InstitutionsOverride } from './institutions/by-part.ts';
import type { Institutions } from './institutions/institutions.ts';
import type { Place } from './place.ts';

/** Everything that determines one run: same input, same bytes. Plain data, so that it can cross to a worker. */
export interface RunInput {
  readonly place: Place;
  /** Value of every parameter, by id, overrides applied. */
  readonly parameters: ParameterValues;
  /**
   * Institutions in the order in which they come into force: the first in week 0, then those of a week, ascending, then
   * those that wait for a trigger. An entry comes only after those before it.
   */
  readonly institutions: readonly ScheduledInstitutions[];
  readonly shocks: readonly Shock[];
  /** Mergers by week, ascending; none where it is left out. */
  readonly mergers?: readonly ScheduledMerger[];
  /** Any text; turned into the 64-bit key of the draws. */
  readonly seed: string;
  /** Replicate number from 0: another world with the same parameters. */
  readonly replicate: number;
  /** Ticks to run. */
  readonly weeks: number;
  /** Share of people simulated: 1 = everybody, 0.1 = one in ten. */
  readonly scale: number;
  /** Whether the run keeps every lever's pay-off by quarter (`RunResult.levers`): of an experiment, its first replicate. */
  readonly recordLevers?: boolean;
  /** Week whose people form the closed cohort of the health outcomes (the first switch of any arm, else 0). */
  readonly cohortWeek: number;
}

/** Institutions that come into force, at a week or when something happens: exactly one of the two is not null. */
export interface ScheduledInstitutions {
  readonly week: number | null;
  readonly when: Trigger | null;
  /** Of the whole place. */
  readonly institutions: Institutions;
  /** Of those for whom they differ; `institutionsOfPart` finds the one that holds. */
  readonly overrides: readonly InstitutionsOverride[];
  /** Journal text: why it changes then. */
  readonly why: string;
}

/**
 * Fires once, at the start of the first week in which the entry before it is in force, `notBefore` is reached, and the
 * metric has been above (below) the level in each of the last `weeks` weeks.
 */
export interface Trigger {
  /** Id of a metric that is counted every week, of the whole place. */
  readonly metric: string;
  readonly is: 'above' | 'below';
  readonly level: number;
  /** At least 1. */
  readonly weeks: number;
  /** Earliest week at which it may fire. */
  readonly notBefore: number;
}

/** The same institutions everywhere from a week on. */
export function fromWeek(week: number, institutions: Institutions, why: string): ScheduledInstitutions {
  return { week, when: null, institutions, overrides: [], why };
}

/** An external change for a number of weeks, the same in every arm unless the arm says otherwise. */
export interface Shock {
  readonly week: number;
  readonly weeks: number;
  /** Multiplies the hazard of emergencies (1 = none). */
  readonly emergencies: number;
  /** Multiplies available beds. */
  readonly beds: number;
  /** Multiplies planned-care slots. */
  readonly slots: number;
  /** Multiplies slots for operations alone, beside `slots` (default 1 = none). */
  readonly operations?: number;
  /** Replaces the yearly growth of allocations, as a share (null = as planned). */
  readonly budgetGrowth: number | null;
  /** Journal text: the reason. */
  readonly why?: string;
}

/** Organisations of one kind that become one in a week. */
export interface ScheduledMerger {
  readonly week: number;
  readonly kind: 'trusts' | 'commissioners';
  /** Codes, the first takes the others over; or the rule: the largest takes over the nearest smaller one. */
  readonly who: readonly string[] | 'nearest-smaller';
  /** Of the rule: largest distance between the two, kilometres; null = any. */
  readonly withinKm: number | null;
  /** Whether it is decided above their heads: more disruption. */
  readonly imposed: boolean;
  /** Journal text: the reason. */
  readonly why: string;
}
