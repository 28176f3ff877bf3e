import type { ParameterValues } from './evidence/parameters.ts';
import type { Institutions } from './institutions/institutions.ts';
import type { Place } from './place.ts';

/** Everything that determines one run: same input, same bytes. Plain data, so that it can cross to a worker. */
export interface RunInput {
  readonly place: Place;
  /** Value of every parameter, by id, overrides applied. */
  readonly parameters: ParameterValues;
  /** Institutions in force from a week on, ascending; the first entry is week 0. */
  readonly institutions: readonly ScheduledInstitutions[];
  readonly shocks: readonly Shock[];
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

export interface ScheduledInstitutions {
  readonly week: number;
  readonly institutions: Institutions;
  /** Journal text: why it changes at that week. */
  readonly why: string;
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
  /** Replaces the yearly growth of allocations, as a share (null = as planned). */
  readonly budgetGrowth: number | null;
  /** Journal text: the reason. */
  readonly why?: string;
}
