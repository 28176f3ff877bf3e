import type { SettingValues } from '../../model/institutions/settings.ts';

/** A question as its file asks it, checked, with the defaults filled in. Paths and names are not resolved yet. */
export interface Scenario {
  readonly name: string;
  readonly question: string;
  readonly description: string;
  readonly place: PlaceChoice;
  /** First month of the run. */
  readonly start: string;
  readonly weeks: number;
  /** Share of people simulated. */
  readonly scale: number;
  readonly seed: string;
  readonly replicates: number;
  /** Parameters that differ from their default, by id. */
  readonly parameters: Readonly<Record<string, ParameterOverride>>;
  /** The same in every arm that has none of its own. */
  readonly shocks: readonly ScenarioShock[];
  /** Name of the arm with which the others are compared. */
  readonly baseline: string;
  readonly arms: readonly Arm[];
  /** Ids of the metrics shown at the end of a run; undefined = the usual ones. */
  readonly headline?: readonly string[];
  readonly outputs: readonly Output[];
}

/** A named place, primary care trusts by code, a folder of CSV files, or a synthetic place. */
export type PlaceChoice =
  | { readonly kind: 'named'; readonly id: string }
  | { readonly kind: 'commissioners'; readonly codes: readonly string[] }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'synthetic'; readonly synthetic: SyntheticPlaceChoice };

export interface SyntheticPlaceChoice {
  readonly people: number;
  readonly practices: number;
  readonly trusts: number;
  /** Share of the people who live in rural zones; true = that of a rural English district, false = none. */
  readonly rural: boolean | number;
  readonly seed: string;
}

export interface ParameterOverride {
  readonly value: number;
  readonly reason?: string;
}

export interface ScenarioShock {
  readonly week: number;
  readonly for: number;
  readonly emergencies: number;
  readonly beds: number;
  readonly slots: number;
  /** Share a year, or null = as planned. */
  readonly budgetGrowth: number | null;
  /** The reason, for the journal of events; empty = none given. */
  readonly why: string;
}

export interface Arm {
  readonly name: string;
  readonly description: string;
  readonly regime: string;
  readonly set: SettingValues;
  readonly switch: readonly Switch[];
  /** Instead of the scenario's own shocks; undefined = the scenario's. */
  readonly shocks?: readonly ScenarioShock[];
}

export interface Switch {
  readonly week: number;
  /** Regime from then on; undefined = the institutions in force go on. */
  readonly to?: string;
  readonly set: SettingValues;
  readonly why: string;
}

/** Tables of results that a scenario can ask for. */
export const OUTPUTS = [
  'annual',
  'weekly',
  'organisations',
  'equity',
  'comparison',
  'events',
  'levers',
] as const;
export type Output = (typeof OUTPUTS)[number];

/** Largest number of weeks of a run: forty years. */
export const MAXIMUM_WEEKS = 2080;
/** Ten years. */
export const DEFAULT_WEEKS = 520;
export const MAXIMUM_REPLICATES = 10_000;
export const MAXIMUM_ARMS = 64;
export const SMALLEST_SCALE = 0.001;
