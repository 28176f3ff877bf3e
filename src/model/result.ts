/**
 * What one run returns: plain columns, in real units (a scaled run is already multiplied up).
 *
 * Metric ids are those of the catalogue (`metrics/catalogue.ts`); a value that is undefined for a period (no
 * patients, no wait) is NaN here and an empty cell in the files.
 */
export interface RunResult {
  readonly weeks: number;
  readonly years: number;
  /** Economy by week: metric id -> one value per week. */
  readonly weekly: Readonly<Record<string, Float64Array>>;
  /** Economy by financial year: metric id -> one value per year (the last may be a part year). */
  readonly annual: Readonly<Record<string, Float64Array>>;
  /** Weeks covered by each year (52, or fewer in a part year). */
  readonly weeksInYear: readonly number[];
  /** Organisations by year. */
  readonly organisations: readonly OrganisationColumns[];
  /** By deprivation quintile and year: metric id -> value at [year * 5 + quintile], quintile 0 = least deprived. */
  readonly equity: Readonly<Record<string, Float64Array>>;
  readonly events: readonly JournalEvent[];
  /** What organisations perceived and did at each quarterly review; only of a run that was asked to keep it. */
  readonly levers?: LeverHistory;
  /** Checks and counters of the run: not part of the outcomes. */
  readonly diagnostics: RunDiagnostics;
}

export interface OrganisationColumns {
  readonly kind: 'trust' | 'pct' | 'practice' | 'body';
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** metric id -> value at [year * codes.length + organisation]. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** Every lever of a run: see `metrics/lever-record.ts` for the figures. */
export interface LeverHistory {
  /** Weeks of the reviews. */
  readonly weeks: readonly number[];
  readonly levers: readonly LeverColumns[];
}

export interface LeverColumns {
  /** Id of the lever. */
  readonly lever: string;
  readonly kind: 'trust' | 'pct' | 'practice' | 'practices of a pct' | 'body';
  /** By row: whose it is, and the specialty or nothing. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly specialties: readonly string[];
  /** figure -> value at [review * codes.length + row]; NaN where the unit had nothing to decide. */
  readonly values: Readonly<Record<string, Float32Array>>;
}

/** A line of the institutional journal: what, who, when, why. */
export interface JournalEvent {
  readonly week: number;
  readonly kind: string;
  /** Codes of the organisations concerned; empty for the whole place. */
  readonly organisation: string;
  readonly description: string;
  readonly why: string;
}

export interface RunDiagnostics {
  /** Person-weeks lived in the run, unscaled (agents). */
  readonly patientWeeks: number;
  /** Candidate events of the weekly scan, events that happened, and draws above their bound (must be 0). */
  readonly candidates: number;
  readonly happened: number;
  readonly boundViolations: number;
  /** State checksum over people and books at the end: equal runs have equal checksums. */
  readonly checksum: string;
  /** Share of people simulated. */
  readonly scale: number;
  readonly commissioners: number;
  /** [year][class of age 0 to 100, then the same for women]: people at the end of the year, deaths, emergencies. */
  readonly populationByClass: readonly (readonly number[])[];
  readonly deathsByClass: readonly (readonly number[])[];
  readonly emergenciesByClass: readonly (readonly number[])[];
}
