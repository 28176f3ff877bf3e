import { syntheticPlace } from '../../src/lab/place/synthetic.ts';
import { defaultParameterValues, type ParameterValues } from '../../src/model/evidence/parameters.ts';
import type { Institutions } from '../../src/model/institutions/institutions.ts';
import { withSettings } from '../../src/model/institutions/settings.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek, type RunInput } from '../../src/model/run-input.ts';

/** Three thousand people, four practices, two trusts: a run of two years takes a fraction of a second. */
export const SMALL_PLACE = syntheticPlace({
  people: 3000,
  practices: 4,
  trusts: 2,
  rural: 0.3,
  seed: 'small',
});

/** The regime in force, and another one that differs in all that a switch can change in the middle of a run. */
export const FIRST: Institutions = PURCHASER_PROVIDER_SPLIT.institutions;
export const SECOND: Institutions = withSettings(FIRST, {
  'payment.elective': 'block',
  'payment.marketForcesFactor': false,
  'choice.of': 'none',
  'budget.salience': 'hard',
  'entitlement.targetWaitWeeks': 26,
});

/** A run with everything that can happen in one: a switch, a shock to each thing that can be shocked. */
export function smallInput(changes: Partial<RunInput> & { parameters?: ParameterValues } = {}): RunInput {
  return {
    place: SMALL_PLACE,
    institutions: [fromWeek(0, FIRST, 'start'), fromWeek(47, SECOND, 'to see what a switch does')],
    shocks: [{ week: 30, weeks: 26, emergencies: 1.2, beds: 0.9, slots: 0.8, budgetGrowth: 0.01 }],
    seed: 'small',
    replicate: 0,
    weeks: 110,
    scale: 1,
    cohortWeek: 47,
    ...changes,
    parameters: { ...defaultParameterValues(), ...changes.parameters },
  };
}
