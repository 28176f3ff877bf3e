import type { Institutions } from '../institutions/institutions.ts';

/** A named preset of institutions: data, with no power of its own. */
export interface Regime {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly institutions: Institutions;
}
