import { InvariantError } from './invariant.ts';
import { type SmallScenario, toYaml } from './small-scenario.ts';

/** Run a check on a scenario; whatever it throws comes back with the scenario as a person would write it. */
export function checkScenario<T>(scenario: SmallScenario, check: () => T): T {
  try {
    return check();
  } catch (error) {
    const what = error instanceof InvariantError ? error.message : String(error);
    throw new Error(`${what}\n\nin the scenario\n\n${toYaml(scenario)}`, { cause: error });
  }
}
