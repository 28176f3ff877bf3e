import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import { PARAMETERS, type Parameter } from '../../model/evidence/parameters.ts';

/** Which values rows have that nobody overrides. */
export const DEFAULTS = ['calibrated', 'uncalibrated'] as const;
export type Defaults = (typeof DEFAULTS)[number];

/** What stood before a fit, by the start of the row's id, where a prior is documented: its value from the fitted one. */
const PRIORS: readonly (readonly [stem: string, prior: (fitted: number) => number])[] = [
  // Needs as the table of hazards has them.
  ['need_scale', () => 1],
  // The fit multiplied priors of specialties by one factor each.
  ['conversion_', (fitted) => fitted / 1.32],
  ['follow_up_ratio_', (fitted) => fitted / 1.085],
  // Slots as the demand of the base year.
  ['outpatient_headroom_', () => 0],
  ['elective_headroom_', () => 0],
  // Registers of the base year on the first day; frailty and illness independent among survivors.
  ['opening_prevalence_ratio_', () => 1],
  ['survivor_selection_at_80', () => 0],
];

/** Rows that the national calibration frees and its targets leave assumptions: fitted as well. */
const FREED = ['diagnostics_median_weeks', 'start_diagnostics_ratio', 'removal_base_per_week'];

/**
 * Every row with the value that it has without any calibration: a fitted row has its documented prior, or where
 * none is documented the middle of its range (of logs where the range lies above zero); all others are as they are.
 * Where levers rest is no row: it is a definition of rest, and stays.
 */
export function rowsOf(defaults: Defaults): readonly Parameter[] {
  return defaults === 'calibrated'
    ? PARAMETERS
    : PARAMETERS.map((row) => ({ ...row, value: uncalibratedValue(row) }));
}

/** The value of a row without any calibration. */
export function uncalibratedValue({ id, status, value, low, high }: Parameter): number {
  if (status !== 'calibrated' && !FREED.includes(id)) return value;
  const known = PRIORS.find(([stem]) => id.startsWith(stem));
  if (known !== undefined) return known[1](value);
  return low > 0 ? detExp((detLog(low) + detLog(high)) / 2) : (low + high) / 2;
}
