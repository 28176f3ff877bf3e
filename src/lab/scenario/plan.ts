import type { Place } from '../../model/place.ts';
import type { ExperimentPlan } from '../experiment/plan.ts';
import { resolveScenario } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import type { PlaceSize } from './size.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The experiment that a scenario asks for, in its place. */
export function planOf(scenario: Scenario, place: Place, vocabulary: Vocabulary): ExperimentPlan {
  return {
    name: scenario.name,
    arms: resolveScenario(scenario, vocabulary).map(({ name, input }) => ({
      name,
      input: { place, ...input, recordLevers: scenario.outputs.includes('levers') },
    })),
    replicates: scenario.replicates,
    baseline: scenario.baseline,
  };
}

/** The size of a place that is there. */
export function sizeOf({ zones, commissioners, practices, providers }: Place): PlaceSize {
  return {
    people: zones.residents.reduce((sum, residents) => sum + residents, 0),
    organisations: commissioners.count + practices.count + providers.count,
  };
}
