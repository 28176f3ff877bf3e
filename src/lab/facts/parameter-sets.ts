import { defaultParameterValues, PARAMETERS, type ParameterValues } from '../../model/evidence/parameters.ts';
import { uncalibratedValue } from '../calibration/uncalibrated.ts';

/** Values of parameters under which the examination is held. */
export interface ParameterSet {
  readonly id: string;
  readonly words: string;
  /** What differs from the values that ship. */
  readonly values: ParameterValues;
}

/** The values that ship, and those that stood before anything was fitted: what calibration changed. */
export const PARAMETER_SETS: readonly ParameterSet[] = [
  { id: 'shipped', words: 'the parameters that ship', values: {} },
  {
    id: 'uncalibrated',
    words: 'parameters as they were before anything was fitted',
    values: Object.fromEntries(
      PARAMETERS.map((row) => [row.id, uncalibratedValue(row)] as const).filter(
        ([id, value]) => value !== defaultParameterValues()[id],
      ),
    ),
  },
];
