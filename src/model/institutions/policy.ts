import * as z from 'zod';

/** What is known about a number that an institution sets. */
export interface PolicyNumber {
  readonly unit: string;
  /** Why its default is what it is: what held in England in 2008/09, or that nobody has decided it. */
  readonly source: string;
}

/** A number that no source gives: whoever asks a question may well set it otherwise. */
export const UNDECIDED = 'undecided: a setting';

/** What is known about the numbers of the institutions, kept with their schemas. */
export const POLICY_NUMBERS = z.registry<PolicyNumber>();
