import type { Place } from '../place.ts';
import type { RunInput, ScheduledInstitutions } from '../run-input.ts';
import { institutionsOfPart } from './by-part.ts';
import { cellCount, needsStructure, PARTS } from './in-force.ts';
import type { Institutions } from './institutions.ts';

/** Institutions of a scheduled entry by cell, [c * 2 + (rural ? 1 : 0)]. */
export function institutionsByCell(place: Place, entry: ScheduledInstitutions): Institutions[] {
  return Array.from({ length: cellCount(place) }, (_, cell) =>
    institutionsOfPart(
      entry,
      cell % PARTS === 1 ? 'rural' : 'urban',
      place.commissioners.code[Math.floor(cell / PARTS)]!,
    ),
  );
}

/**
 * Institutions in force on the first day: those of the first entry. Where they ask for a structure that has yet to
 * form, all else of them is in force until then.
 */
export function firstInForce(place: Place, first: ScheduledInstitutions): Institutions[] {
  const byCell = institutionsByCell(place, first);
  return [...byCell.map(withoutStructure), ...byCell];
}

/** The same institutions with buyers and providers apart; themselves where they ask for no structure. */
export function withoutStructure(institutions: Institutions): Institutions {
  if (!needsStructure(institutions)) return institutions;
  const { budget, provision } = institutions;
  return {
    ...institutions,
    budget: { ...budget, holder: 'commissioner' },
    provision: { ...provision, form: 'separate', trust: false, community: false, practices: false },
  };
}

/** Whether any institutions of a run ask for a structure. */
export function mayFoundBodies(input: RunInput): boolean {
  return input.institutions.some(
    (entry) =>
      needsStructure(entry.institutions) ||
      entry.overrides.some((override) => needsStructure(override.institutions)),
  );
}

/** Whether two sets of institutions agree in every setting. */
export function sameInstitutions(a: Institutions, b: Institutions): boolean {
  if (a === b) return true;
  return (Object.keys(a) as (keyof Institutions)[]).every((institution) => {
    const one = a[institution] as Readonly<Record<string, unknown>>;
    const other = b[institution] as Readonly<Record<string, unknown>>;
    return Object.keys(one).every((setting) => one[setting] === other[setting]);
  });
}

/** Settings that differ: dotted path, new value and old. */
export function differences(
  before: Institutions,
  after: Institutions,
): readonly { readonly path: string; readonly value: unknown; readonly was: unknown }[] {
  return (Object.keys(after) as (keyof Institutions)[]).flatMap((institution) => {
    const one = before[institution] as Readonly<Record<string, unknown>>;
    const other = after[institution] as Readonly<Record<string, unknown>>;
    return Object.keys(other)
      .filter((setting) => one[setting] !== other[setting])
      .map((setting) => ({ path: `${institution}.${setting}`, value: other[setting], was: one[setting] }));
  });
}
