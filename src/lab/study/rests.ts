import { addPayOffs, anchorSums, anchorsFrom } from '../../model/behaviour/will/anchors.ts';
import { createWorld } from '../../model/create-world.ts';
import type { ParameterValues } from '../../model/evidence/parameters.ts';
import { tick } from '../../model/simulate.ts';
import { armInput, SPLIT, type StudyArm, type StudyFrame } from './arm.ts';

/** The two calibrations of where levers rest, and the institutions that each stands on. */
export const ANCHORED_ON = { split: SPLIT, boards: 'integrated-boards' } as const;
export type Anchor = keyof typeof ANCHORED_ON;

/** Weeks of a calibration, and the first that counts: as in the national one. */
const WEEKS = 104;
const FIRST_WEEK = 13;

/**
 * Other values of the parameters are another world, whose base years were at rest as well: where levers rest is
 * calibrated again for each draw. The national run is too long for that, so the shift from the default values is
 * measured in the study's place, with the same luck, and added to the national calibration.
 *
 * @returns parameters that say so (`lever_rest_shift_<lever>`)
 */
export function restShifts(
  frame: StudyFrame,
  anchor: Anchor,
  drawn: ParameterValues,
  usual: Rests,
): ParameterValues {
  const rests = restsUnder(frame, anchor, drawn);
  return Object.fromEntries(
    Object.entries(rests).map(([lever, d0]) => [`lever_rest_shift_${lever}`, d0 - (usual[lever] ?? d0)]),
  );
}

export type Rests = Readonly<Record<string, number>>;

/**
 * Shifts for one set of values after another on the same ground, under the split's calibration: the rests of the values that ship are
 * found once. None where nothing differs, or where a value is a rest itself.
 */
export function restShifter(frame: StudyFrame): (values: ParameterValues) => ParameterValues {
  let usual: Rests | undefined;
  return (values) => {
    const ids = Object.keys(values);
    if (ids.length === 0 || ids.some((id) => id.startsWith('lever_rest_shift'))) return {};
    usual ??= restsUnder(frame, 'split', {});
    return restShifts(frame, 'split', values, usual);
  };
}

/** Where each lever would rest in the study's place. */
export function restsUnder(frame: StudyFrame, anchor: Anchor, parameters: ParameterValues): Rests {
  const arm: StudyArm = {
    regime: ANCHORED_ON[anchor],
    set: { 'planning.organisationsAct': false, 'rollout.by': 'in-force' },
    parameters,
  };
  const world = createWorld({
    ...armInput({ ...frame, weeks: WEEKS, recordLevers: false }, arm),
    replicate: 0,
  });
  const sums = anchorSums();
  while (world.week < WEEKS) {
    tick(world);
    if (world.week % 13 === 0 && world.week > FIRST_WEEK) addPayOffs(world, sums);
  }
  return anchorsFrom(world, sums);
}
