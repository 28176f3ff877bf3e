import { defaultParameterValues, type ParameterValues } from '../../model/evidence/parameters.ts';
import type { SettingValues } from '../../model/institutions/settings.ts';
import type { Place } from '../../model/place.ts';
import type { ScheduledMerger, Shock } from '../../model/run-input.ts';
import { resolveScenario, type Scenario, SHIPPED_VOCABULARY } from '../scenario/index.ts';
import type { Observe, ObservedInput } from './observed.ts';

/** Institutions from a week on. */
export interface Step {
  readonly week: number;
  readonly regime: string;
  readonly set?: SettingValues;
}

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
  const [first, ...later] = arm.steps;
  const resolved = resolveScenario(
    {
      ...SCENARIO,
      seed,
      weeks,
      scale,
      arms: [
        {
          name: 'arm',
          description: '',
          parts: {},
          organisations: {},
          regime: first!.regime,
          set: first!.set ?? {},
          mergers: arm.mergers ?? [],
          switch: later.map(({ week, regime, set = {} }) => ({
            week,
            when: null,
            to: regime,
            set,
            parts: {},
            organisations: {},
            why: '',
          })),
        },
      ],
    },
    SHIPPED_VOCABULARY,
  )[0]!;
  return {
    ...resolved.input,
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

/** All that a scenario needs beside its arms. */
const SCENARIO: Scenario = {
  name: 'facts',
  question: 'facts',
  description: '',
  place: { kind: 'named', id: 'facts' },
  start: '2007-04',
  weeks: 1,
  scale: 1,
  seed: 'facts',
  replicates: 1,
  parameters: {},
  shocks: [],
  baseline: 'arm',
  arms: [],
  outputs: ['annual'],
};
