import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../src/model/institutions/settings.ts';
import { settingsOf } from '../../src/model/institutions/settings.ts';
import { REGIMES } from '../../src/model/regimes/regimes.ts';
import { arbitraryMerger, arbitraryPlace } from '../../src/testing/arbitraries.ts';
import { checkScenario } from '../../src/testing/check-scenario.ts';
import { runChecked } from '../../src/testing/run-checked.ts';
import { inputOf, type SmallPlace, type SmallScenario } from '../../src/testing/small-scenario.ts';
import { EFFORT, SEED } from './settings.ts';

/** Structures form readily, at once, so that short runs see many. */
const EAGER: Readonly<Record<string, number>> = {
  formation_vote_yes: 1,
  formation_try_per_quarter: 0.15,
  formation_stubborn_quarters: 2,
  loan_deficit_share: 0.02,
  administration_deficit_share: 0.05,
  group_of_practices_people: 500,
};

/** Somebody to merge with. */
function withTwoOfEach(place: SmallPlace): SmallPlace {
  const atLeast = (count: number): number => Math.max(2, count);
  const { trusts, practices, zones } = place;
  return {
    ...place,
    commissioners: 2,
    trusts: atLeast(trusts),
    practices: atLeast(practices),
    zones: atLeast(zones),
  };
}

describe('while structures change', () => {
  it('the invariants hold every week, whatever regime follows which', () => {
    const regime = fc.constantFrom(...REGIMES);
    const scenario = fc
      .record({
        place: fc.oneof(arbitraryPlace(), arbitraryPlace().map(withTwoOfEach)),
        seed: fc.integer({ min: 0, max: 999 }).map(String),
        // Before anything is asked for, while it is waited for, and after it has formed.
        mergers: fc.array(arbitraryMerger(80), { minLength: 2, maxLength: 4 }),
        regimes: fc.tuple(regime, regime, regime),
        inTheCountry: fc.option(regime, { nil: null }),
        more: fc.record({
          'rollout.threshold': fc.constantFrom(0, 0.4, 1),
          'rollout.firstShare': fc.constantFrom(0, 0.5, 1),
          'rollout.notBeforeWeeks': fc.constantFrom(0, 7, 30),
          'payment.surplusCap': fc.constantFrom(0, 0.01, 1),
          'riskAdjustment.formula': fc.constantFrom('none', 'age-sex', 'person'),
          'choice.reviewRate': fc.constantFrom(0.1, 1),
          'choice.enrolment': fc.constantFrom('practice' as const, 'person' as const),
          'governance.failureRegime': fc.constantFrom('none', 'loan', 'administration', 'merger'),
          'governance.mergerControlWeeks': fc.constantFrom(0, 10),
        }),
      })
      .map(({ place, seed, mergers, regimes, inTheCountry, more }): SmallScenario => {
        const settings = regimes.map(
          ({ institutions }): SettingValues => ({ ...settingsOf(institutions), ...more }),
        );
        const rural =
          inTheCountry === null ? {} : { rural: { ...settingsOf(inTheCountry.institutions), ...more } };
        return {
          place,
          weeks: 160,
          scale: 1,
          seed,
          replicate: 0,
          parameters: EAGER,
          set: settings[0]!,
          switch: [
            { week: 40, set: settings[1]!, parts: rural },
            { week: 110, set: settings[2]! },
          ],
          shocks: [],
          mergers,
        };
      });
    const news = new Set<string>();
    fc.assert(
      fc.property(scenario, (each) => {
        const { journal } = checkScenario(each, () => runChecked(inputOf(each)));
        for (const { kind } of journal) news.add(kind);
      }),
      { seed: SEED, numRuns: 10 * EFFORT },
    );
    for (const kind of ['trusts merged', 'commissioners merged', 'body founded', 'body closed', 'loan'])
      expect([...news]).toContain(kind);
  }, 300_000);
});
