import type { Parameter } from '../../model/evidence/parameters.ts';
import type { Regime } from '../../model/regimes/regime.ts';

/** The names that a scenario may use, and what they stand for. */
export interface Vocabulary {
  readonly parameters: readonly Parameter[];
  readonly metrics: readonly { readonly id: string; readonly label: string; readonly unit: string }[];
  readonly regimes: readonly Regime[];
  /** Named places; undefined = not known here, any name passes and the loader of places has the last word. */
  readonly places?: readonly { readonly id: string; readonly name: string }[];
  /** Codes of the shipped primary care trusts; undefined as for places. */
  readonly commissioners?: readonly string[];
}
