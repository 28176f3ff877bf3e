import type { Part } from '../../model/institutions/by-part.ts';
import type { SettingValues } from '../../model/institutions/settings.ts';
import type { ScheduledMerger, Trigger } from '../../model/run-input.ts';

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
  /** Draws of what is not known, each with `replicates` worlds; undefined = worlds differ by luck alone. */
  readonly uncertainty?: ScenarioUncertainty;
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

/** Assumptions that draws vary: those about behaviour, all of the model, or none. */
export const ASSUMPTION_SETS = ['behaviour', 'all', 'none'] as const;
export type AssumptionSet = (typeof ASSUMPTION_SETS)[number];

/** Over how many draws a scenario is run, and which assumptions they vary beside what was calibrated. */
export interface ScenarioUncertainty {
  readonly draws: number;
  readonly assumptions: AssumptionSet;
}

export interface ScenarioShock {
  readonly week: number;
  readonly for: number;
  readonly emergencies: number;
  readonly beds: number;
  readonly slots: number;
  readonly operations: number;
  /** Share a year, or null = as planned. */
  readonly budgetGrowth: number | null;
  /** The reason, for the journal of events; empty = none given. */
  readonly why: string;
}

/** Settings that change: of the whole place, then of a part, then of a primary care trust; the last one counts. */
export interface Changes {
  readonly set: SettingValues;
  readonly parts: Readonly<Partial<Record<Part, SettingValues>>>;
  /** By the code of a primary care trust. */
  readonly organisations: Readonly<Record<string, SettingValues>>;
}

export interface Arm extends Changes {
  readonly name: string;
  readonly description: string;
  readonly regime: string;
  readonly switch: readonly Switch[];
  readonly mergers: readonly ScheduledMerger[];
  /** Instead of the scenario's own shocks; undefined = the scenario's. */
  readonly shocks?: readonly ScenarioShock[];
}

export interface Switch extends Changes {
  /** Null when it waits for a trigger. */
  readonly week: number | null;
  readonly when: Trigger | null;
  /** Regime from then on; undefined = the institutions in force go on. */
  readonly to?: string;
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
/** Most draws of parameters of a run. */
export const MAXIMUM_DRAWS = 10_000;
export const MAXIMUM_ARMS = 64;
export const SMALLEST_SCALE = 0.001;
