import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import { PARAMETERS, type Parameter } from '../../model/evidence/parameters.ts';

/** Which values rows have that nobody overrides. */
export const DEFAULTS = ['calibrated', 'uncalibrated'] as const;
export type Defaults = (typeof DEFAULTS)[number];

/** Assumptions that were sized by hand to a published effect, without a prior of their own (`SIZED_BY`). */
export const SIZED_BY_HAND = [
  'practice_style_sd',
  'coding_share_per_log',
  'rating_skill_weight',
  'ae_breach_base',
  'ae_breach_span',
  'ae_breach_midpoint',
  'ae_breach_slope',
];

/**
 * Every row with the value that it has without any calibration: a row that was fitted, by a command or by hand, has its
 * documented prior, or where none is documented the middle of its range (of logs where the range lies above zero); all
 * others are as they are.
 * Where levers rest is no row: the examination solves it again, a run does not. Assumptions that were sized to levels of the base
 * years and not to an effect stay (docs/evidence.md names them).
 */
export function rowsOf(defaults: Defaults): readonly Parameter[] {
  return defaults === 'calibrated'
    ? PARAMETERS
    : PARAMETERS.map((row) => ({ ...row, value: uncalibratedValue(row) }));
}

/** The value of a row without any calibration. */
export function uncalibratedValue({ id, status, value, low, high, beforeFit }: Parameter): number {
  if (beforeFit !== undefined) return beforeFit;
  if (status !== 'calibrated' && !SIZED_BY_HAND.includes(id)) return value;
  return low > 0 ? detExp((detLog(low) + detLog(high)) / 2) : (low + high) / 2;
}
