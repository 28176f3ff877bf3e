import { enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Institutions } from '../institutions/institutions.ts';
import type { Place } from '../place.ts';

enablePatches();

/**
 * Who exists and what binds them: one immutable tree, changed only when boards act. The patches of a change are the
 * journal of what changed institutionally.
 */
export interface Organisations {
  readonly institutions: Institutions;
  readonly commissioners: Readonly<Record<string, CommissionerState>>;
  readonly trusts: Readonly<Record<string, TrustState>>;
  /** Bodies that exist now, by code. */
  readonly bodies: Readonly<Record<string, BodyState>>;
}

/** A body that a change of structure founded. */
export interface BodyState {
  readonly name: string;
  readonly form: string;
  readonly founded: number;
  /** Codes of the commissioners and trusts that belong to it, and number of practices whose people it serves. */
  readonly commissioners: readonly string[];
  readonly trusts: readonly string[];
  readonly practices: number;
  readonly holdsBudget: boolean;
  /** Weights of those who sit on its board, normalised. */
  readonly seats: Readonly<Record<string, number>>;
}

export interface CommissionerState {
  readonly name: string;
  /** Code of the commissioner that it merged into; null = it has a board of its own. */
  readonly mergedInto: string | null;
  /** Allocation of the financial year, pounds. */
  readonly allocationPounds: number;
}

export interface TrustState {
  readonly name: string;
  /** Code of the trust that took it over; null = it is a trust of its own. */
  readonly mergedInto: string | null;
  /** Yearly volumes agreed with the trust: first outpatients and operations from the list. */
  readonly contractedFirstOutpatients: number;
  readonly contractedOperations: number;
}

export function foundOrganisations(place: Place, institutions: Institutions): Organisations {
  return {
    institutions,
    commissioners: Object.fromEntries(
      place.commissioners.code.map((code, c) => [
        code,
        { name: place.commissioners.name[c]!, mergedInto: null, allocationPounds: 0 },
      ]),
    ),
    trusts: Object.fromEntries(
      place.providers.code.map((code, h) => [
        code,
        {
          name: place.providers.name[h]!,
          mergedInto: null,
          contractedFirstOutpatients: 0,
          contractedOperations: 0,
        },
      ]),
    ),
    bodies: {},
  };
}

type Draft<T> = { -readonly [K in keyof T]: T[K] extends object ? Draft<T[K]> : T[K] };

/** Change the tree by a recipe; returns the new tree and one patch per changed value. */
export function change(
  organisations: Organisations,
  recipe: (draft: Draft<Organisations>) => void,
): { organisations: Organisations; patches: readonly Patch[] } {
  const [next, patches] = produceWithPatches(organisations, (draft) => {
    recipe(draft as Draft<Organisations>);
  });
  return { organisations: next, patches };
}
