import { REGIMES } from '../../model/regimes/regimes.ts';
import { fromWeek } from '../../model/run-input.ts';
import type { ExperimentArm } from '../experiment/plan.ts';
import { armInput, SPLIT, type StudyFrame } from '../study/arm.ts';

/** A way in which the eighteen-week target was, or was not, in force. */
export interface HindcastArm {
  readonly id: 'target' | 'target-from-first-day' | 'no-target';
  readonly label: string;
  input(frame: StudyFrame): ExperimentArm['input'];
}

/** Week of April 2008. */
const APRIL_2008 = 52;

/** Measured and not yet due, as the regime of 2006/07 has it. */
const NOT_YET_DUE = { 'entitlement.targetStrength': 0.5, 'entitlement.sanctionCertainty': 0 };

/**
 * The target's date is an input: in 2007/08 it was measured and not yet due, in 2008/09 it pressed in full (due in
 * December 2008). Nothing else differs between the arms; all have the allocations and prices of those years.
 */
export const ARMS: readonly HindcastArm[] = [
  {
    id: 'target',
    label: 'with the target, at its date',
    input(frame) {
      const input = armInput(frame, { set: NOT_YET_DUE });
      const split = REGIMES.find(({ id }) => id === SPLIT)!.institutions;
      return {
        ...input,
        institutions: [...input.institutions, fromWeek(APRIL_2008, split, 'the target falls due')],
      };
    },
  },
  {
    id: 'target-from-first-day',
    label: 'with the target in full from April 2007, as calibrated',
    input: (frame) => armInput(frame, {}),
  },
  {
    id: 'no-target',
    label: 'without the target',
    input: (frame) => armInput(frame, { set: { 'entitlement.targetWaitWeeks': 0 } }),
  },
];
