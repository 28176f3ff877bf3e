import { setImmediate } from 'node:timers/promises';
import { LEVERS } from '../../model/behaviour/will/levers.ts';
import type { ParameterValues } from '../../model/evidence/parameters.ts';
import { isStale } from '../calibration/read-artefact.ts';
import { abortError, type ExperimentPlan } from '../experiment/plan.ts';
import type { UncertaintyRecord } from '../results/content.ts';
import type { AssumptionSet } from '../scenario/scenario.ts';
import type { StudyFrame } from '../study/arm.ts';
import { type Anchor, type Rests, restShifts, restsUnder } from '../study/rests.ts';
import type { CarriedCalibration } from './carried.ts';
import { type ParameterDraw, parameterDraws } from './draws.ts';

/** What a scenario is to be run over, instead of over luck alone. */
export interface UncertaintyAsked {
  readonly draws: number;
  readonly assumptions: AssumptionSet;
  readonly calibrations: readonly CarriedCalibration[];
  /** Rows that the scenario sets itself. */
  readonly set: readonly string[];
  readonly signal?: AbortSignal;
  readonly onDraw?: (done: number) => void;
}

/** Most people among whom it is measured where levers rest: a mean over all organisations. */
const MOST_PEOPLE = 200_000;

/**
 * The same plan over draws of parameters: replicate r of the plan is world r modulo `worlds` of its draw, the same luck
 * and the same parameters in every arm. Where levers rest is calibrated again for each draw.
 */
export async function overDraws(
  plan: ExperimentPlan,
  asked: UncertaintyAsked,
): Promise<{ readonly plan: ExperimentPlan; readonly record: UncertaintyRecord }> {
  const { draws: count, assumptions, calibrations, set, signal, onDraw } = asked;
  const { input } = plan.arms[0]!;
  const worlds = plan.replicates;
  const drawn = parameterDraws({
    seed: input.seed,
    count,
    assumptions,
    calibrations: calibrations.map(({ artefact }) => artefact),
    set,
  });
  const frame: StudyFrame = {
    place: input.place,
    seed: `${input.seed}, rest`,
    weeks: input.weeks,
    scale: Math.min(input.scale, MOST_PEOPLE / peopleOf(input.place.zones.residents)),
    parameters: input.parameters,
  };
  const anchor: Anchor = (input.parameters.anchor_on_boards ?? 0) >= 0.5 ? 'boards' : 'split';
  const usual = restsUnder(frame, anchor, {});
  const values: ParameterValues[] = [];
  for (const draw of drawn) {
    // JavaScript hears nothing from outside while it computes.
    await setImmediate();
    if (signal?.aborted) throw abortError();
    values.push({ ...draw.values, ...shiftsOf(frame, anchor, draw, usual) });
    onDraw?.(values.length);
  }
  return {
    plan: { ...plan, replicates: count * worlds, draws: { worlds, values } },
    record: {
      calibrations: calibrations.map(({ file, artefact }) => ({
        file,
        parameterTable: artefact.parameterTable,
        isStale: isStale(artefact),
      })),
      assumptions,
      worlds,
      draws: drawn.map(({ calibrationDraws }, n) => ({
        replicates: [n * worlds, (n + 1) * worlds - 1],
        calibrationDraws,
        parameters: values[n]!,
      })),
    },
  };
}

/** Shifts of where levers rest, those that the scenario asked for included. */
function shiftsOf(frame: StudyFrame, anchor: Anchor, draw: ParameterDraw, usual: Rests): ParameterValues {
  const shifts = restShifts(frame, anchor, draw.values, usual);
  return Object.fromEntries(
    LEVERS.flatMap(({ id }) => {
      const row = `lever_rest_shift_${id}`;
      const shift = shifts[row];
      const asked = frame.parameters?.[row] ?? frame.parameters?.lever_rest_shift ?? 0;
      return shift === undefined ? [] : [[row, shift + asked]];
    }),
  );
}

function peopleOf(residents: ArrayLike<number>): number {
  let people = 0;
  for (let n = 0; n < residents.length; n++) people += residents[n]!;
  return people;
}
