import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { defaultParameterValues, type ParameterValues } from '../../model/evidence/parameters.ts';
import { SETTINGS, type SettingValues } from '../../model/institutions/settings.ts';
import type { Place } from '../../model/place.ts';
import { REGIMES } from '../../model/regimes/regimes.ts';
import type { ScheduledMerger, Shock } from '../../model/run-input.ts';
import type { ExperimentArm } from '../experiment/plan.ts';
import { resolveSteps, type Step } from './resolve-steps.ts';

/** One way to organise a place, as a study asks for it. */
export interface StudyArm {
  /** Regime from `week` on; without it, the purchaser-provider split. */
  readonly regime?: string;
  readonly set?: SettingValues;
  /** Parameters that differ from the study's. */
  readonly parameters?: ParameterValues;
  /** Week from which regime and settings are in force; before it, the purchaser-provider split. Default: 0. */
  readonly week?: number;
  /** Week from which the purchaser-provider split is in force again. Default: never. */
  readonly until?: number;
  readonly shocks?: readonly Shock[];
  readonly mergers?: readonly ScheduledMerger[];
}

/** What all arms of a study share. */
export interface StudyFrame {
  readonly place: Place;
  readonly seed: string;
  readonly weeks: number;
  readonly scale: number;
  /** Parameters that differ from their default. */
  readonly parameters?: ParameterValues;
  /** Week whose people are the closed cohort of all arms. */
  readonly cohortWeek?: number;
  readonly recordLevers?: boolean;
}

/** The model does not know something that an arm asks for. */
export class NotPosable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotPosable';
  }
}

/** The regime that every study compares with. */
export const SPLIT = 'purchaser-provider-split';

/**
 * The input of an arm but for the replicate.
 * @throws NotPosable when the model has no such regime, setting or parameter
 */
export function armInput(frame: StudyFrame, arm: StudyArm): ExperimentArm['input'] {
  check(arm);
  const { place, seed, weeks, scale, recordLevers = false } = frame;
  const set = arm.set ?? {};
  const regime = arm.regime ?? SPLIT;
  const week = arm.week ?? 0;
  const steps: Step[] = [{ week, regime, set }];
  if (week > 0) steps.unshift({ week: 0, regime: SPLIT });
  if (arm.until !== undefined) steps.push({ week: arm.until, regime: SPLIT });
  return {
    ...resolveSteps({ seed, weeks, scale }, steps),
    place,
    parameters: { ...defaultParameterValues(), ...frame.parameters, ...arm.parameters },
    shocks: arm.shocks ?? [],
    cohortWeek: frame.cohortWeek ?? 0,
    recordLevers,
  };
}

function check({ regime = SPLIT, set = {}, parameters = {} }: StudyArm): void {
  if (!REGIMES.some(({ id }) => id === regime)) throw new NotPosable(`no regime ${regime}`);
  for (const [path, value] of Object.entries(set)) {
    const setting = SETTINGS.find((candidate) => candidate.path === path);
    if (setting === undefined) throw new NotPosable(`no setting ${path}`);
    if (!setting.schema.safeParse(value).success) throw new NotPosable(`${path} cannot be ${value}`);
  }
  const known = defaultParameterValues();
  const ofLever = new Set(LEVERS.map(({ id }) => `lever_rest_shift_${id}`));
  const unknown = Object.keys(parameters).find((id) => !(id in known) && !ofLever.has(id));
  if (unknown !== undefined) throw new NotPosable(`no parameter ${unknown}`);
}
