import type { Institutions } from './institutions.ts';

/** A part of a place whose institutions may differ from the rest: who reads them stands in one (`cellsOf`). */
export type Part = 'rural' | 'urban';

/** Institutions of some readers instead of those of the whole place. */
export interface InstitutionsOverride {
  /** Those who stand in this part; null = in both. */
  readonly part: Part | null;
  /** Those in the area of the primary care trust with this code; null = of all. */
  readonly commissioner: string | null;
  /** Every setting, whether it differs or not. */
  readonly institutions: Institutions;
}

/**
 * The institutions of one part of one commissioner's area: the override that says most about it (part and commissioner,
 * then commissioner, then part), or those of the whole place.
 */
export function institutionsOfPart(
  schedule: { readonly institutions: Institutions; readonly overrides: readonly InstitutionsOverride[] },
  part: Part,
  commissioner: string,
): Institutions {
  const of = (p: Part | null, c: string | null) =>
    schedule.overrides.find((override) => override.part === p && override.commissioner === c)?.institutions;
  return of(part, commissioner) ?? of(null, commissioner) ?? of(part, null) ?? schedule.institutions;
}
