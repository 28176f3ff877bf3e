import type { ParameterValues } from '../../model/evidence/parameters.ts';

/** Values of parameters under which the examination is held. */
export interface ParameterSet {
  readonly id: string;
  readonly words: string;
  /** What differs from the values that ship. */
  readonly values: ParameterValues;
}

/**
 * The values that ship, and those from before calibration: what calibration changed, by its rows' earlier values, goes
 * into `uncalibrated`.
 */
export const PARAMETER_SETS: readonly ParameterSet[] = [
  { id: 'shipped', words: 'the parameters that ship', values: {} },
  { id: 'uncalibrated', words: 'parameters as they were before calibration', values: {} },
];
