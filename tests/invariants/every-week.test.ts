import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { arbitraryScenario } from '../../src/testing/arbitraries.ts';
import { checkScenario } from '../../src/testing/check-scenario.ts';
import { runChecked } from '../../src/testing/run-checked.ts';
import { inputOf } from '../../src/testing/small-scenario.ts';
import { EFFORT, SEED } from './settings.ts';

describe('after every week of any scenario', () => {
  it('the invariants hold', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        checkScenario(scenario, () => runChecked(inputOf(scenario)));
      }),
      { seed: SEED, numRuns: 16 * EFFORT },
    );
  });
});
