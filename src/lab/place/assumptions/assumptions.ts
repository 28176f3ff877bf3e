import type { Parameter } from '../../../model/evidence/parameters.ts';
import { ALLOCATION_ASSUMPTIONS } from './allocations.ts';
import { CHOICE_ASSUMPTIONS } from './choice.ts';
import { NEED_ASSUMPTIONS } from './need.ts';
import { PRIMARY_CARE_ASSUMPTIONS } from './primary-care.ts';
import { REGISTRATION_ASSUMPTIONS } from './registration.ts';
import { SYNTHETIC_ASSUMPTIONS } from './synthetic.ts';
import { TRUST_ASSUMPTIONS } from './trusts.ts';

/**
 * Every number that the making of a place rests on and that is not in a table of facts: coefficients of the choice
 * models, and the rules that fill what no source gives. `lhe parameters` lists them with the model's own.
 */
export const PLACE_ASSUMPTIONS = [
  ...CHOICE_ASSUMPTIONS,
  ...REGISTRATION_ASSUMPTIONS,
  ...NEED_ASSUMPTIONS,
  ...ALLOCATION_ASSUMPTIONS,
  ...TRUST_ASSUMPTIONS,
  ...PRIMARY_CARE_ASSUMPTIONS,
  ...SYNTHETIC_ASSUMPTIONS,
] as const satisfies readonly Parameter[];

export type PlaceAssumptionId = (typeof PLACE_ASSUMPTIONS)[number]['id'];

/** Value of each assumption by its id. */
export const PLACE_VALUES = Object.fromEntries(PLACE_ASSUMPTIONS.map((p) => [p.id, p.value])) as Readonly<
  Record<PlaceAssumptionId, number>
>;
