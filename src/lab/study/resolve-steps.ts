import type { SettingValues } from '../../model/institutions/settings.ts';
import type { ScheduledMerger } from '../../model/run-input.ts';
import { resolveScenario, type Scenario, SHIPPED_VOCABULARY } from '../scenario/index.ts';

/** Institutions from a week on. */
export interface Step {
  readonly week: number;
  readonly regime: string;
  readonly set?: SettingValues;
}

/** The input of a scenario with one arm that takes these steps: the first in week 0, the others by week, ascending. */
export function resolveSteps(
  run: Pick<Scenario, 'seed' | 'weeks' | 'scale'>,
  steps: readonly Step[],
  mergers: readonly ScheduledMerger[] = [],
) {
  const [first, ...later] = steps;
  const everywhere = { parts: {}, organisations: {} };
  const { seed, weeks, scale } = run;
  return resolveScenario(
    {
      ...SCENARIO,
      seed,
      weeks,
      scale,
      arms: [
        {
          name: 'arm',
          description: '',
          ...everywhere,
          regime: first!.regime,
          set: first!.set ?? {},
          mergers,
          switch: later.map(({ week, regime, set = {} }) => ({
            ...everywhere,
            week,
            when: null,
            to: regime,
            set,
            why: '',
          })),
        },
      ],
    },
    SHIPPED_VOCABULARY,
  )[0]!.input;
}

/** All that a scenario needs beside its arms. */
const SCENARIO: Scenario = {
  name: 'study',
  question: 'study',
  description: '',
  place: { kind: 'named', id: 'study' },
  start: '2007-04',
  weeks: 1,
  scale: 1,
  seed: 'study',
  replicates: 1,
  parameters: {},
  shocks: [],
  baseline: 'arm',
  arms: [],
  outputs: ['annual'],
};
