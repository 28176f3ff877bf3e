import type { Place } from '../../model/place.ts';
import type { ExperimentPlan } from '../experiment/plan.ts';
import { resolveScenario } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The experiment that a scenario asks for, in its place. */
export function planOf(scenario: Scenario, place: Place, vocabulary: Vocabulary): ExperimentPlan {
  return {
    name: scenario.name,
    arms: resolveScenario(scenario, vocabulary).map(({ name, input }) => ({
      name,
      input: { place, ...input },
    })),
    replicates: scenario.replicates,
    baseline: scenario.baseline,
  };
}

/** People who live in a place, mid-2007. */
export function peopleOf(place: Place): number {
  return place.zones.residents.reduce((sum, residents) => sum + residents, 0);
}
