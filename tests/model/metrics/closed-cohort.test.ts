import { expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import { simulate } from '../../../src/model/simulate.ts';

const OF_THE_COHORT = [
  'qalys_closed_cohort',
  'qalys_closed_cohort_cumulative',
  'net_monetary_benefit_per_head',
] as const;

it('a closed cohort has no figures in the years before it begins, and has them from then on', () => {
  const { annual } = simulate({
    place: syntheticPlace({ people: 3000, practices: 3, trusts: 1, rural: 0, seed: 'cohort' }),
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start')],
    shocks: [],
    seed: 'cohort',
    replicate: 0,
    weeks: 156,
    scale: 1,
    cohortWeek: 52,
  });
  for (const metric of OF_THE_COHORT) {
    expect(Array.from(annual[metric]!, Number.isNaN), metric).toEqual([true, false, false]);
  }
  const [, second, third] = annual.qalys_closed_cohort!;
  // Nobody joins, some die: 3,000 people live some 0.87 QALYs each, then fewer.
  expect(second).toBeGreaterThan(0.8 * 3000);
  expect(third).toBeLessThan(second!);
  expect(annual.qalys_closed_cohort_cumulative![2]).toBeCloseTo(second! + third!, 9);
});
