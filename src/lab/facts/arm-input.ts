import { defaultParameterValues, type ParameterValues } from '../../model/evidence/parameters.ts';
import type { Place } from '../../model/place.ts';
import type { ScheduledMerger, Shock } from '../../model/run-input.ts';
import { resolveSteps, type Step } from '../study/resolve-steps.ts';
import type { Observe, ObservedInput } from './observed.ts';

/** One way to organise a place through time. */
export interface FactArm {
  /** The first from week 0, the others by week, ascending. */
  readonly steps: readonly Step[];
  /** Parameters that make the setting of the study, on top of the set that is examined. */
  readonly parameters?: ParameterValues;
  readonly shocks?: readonly Shock[];
  readonly mergers?: readonly ScheduledMerger[];
}

/** What the arms of a fact share. */
export interface FactFrame {
  readonly place: Place;
  readonly scale: number;
  readonly seed: string;
  readonly weeks: number;
  readonly parameters: ParameterValues;
  readonly observe: Observe;
}

/** The input of an arm but for the replicate. */
export function factInput(frame: FactFrame, arm: FactArm): Omit<ObservedInput, 'replicate'> {
  const { place, seed, weeks, scale, observe } = frame;
  return {
    ...resolveSteps({ seed, weeks, scale }, arm.steps, arm.mergers),
    place,
    parameters: { ...defaultParameterValues(), ...frame.parameters, ...arm.parameters },
    shocks: arm.shocks ?? [],
    cohortWeek: 0,
    observe,
  };
}

/**
 * The arm in which nothing ever changes: where the given one starts, for ever, and organisations do not act. Shocks and
 * parameters of the study's setting stay; what one arm has and another lacks is gone, as all arms become this one.
 */
export function nothingChanges({ steps: [first], mergers: _, ...rest }: FactArm): FactArm {
  return { ...rest, steps: [{ ...first!, set: { ...first!.set, 'planning.organisationsAct': false } }] };
}
