import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { defaultParameterValues } from '../../../src/model/evidence/parameters.ts';
import { terminalCredit } from '../../../src/model/metrics/terminal-credit.ts';
import { LIFE } from '../../../src/model/population/people.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek } from '../../../src/model/run-input.ts';

const place = syntheticPlace({ people: 3000, practices: 3, trusts: 1, rural: 0, seed: 'credit' });
const world = () =>
  createWorld({
    place,
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, PURCHASER_PROVIDER_SPLIT.institutions, 'start')],
    shocks: [],
    seed: 'credit',
    replicate: 0,
    weeks: 52,
    scale: 1,
    cohortWeek: 0,
  });

describe('the terminal credit', () => {
  it('is some thirty to forty quality-adjusted years for a whole population', () => {
    const here = world();
    const each = terminalCredit(here) / here.people.initial;
    // Mean age about 40, life expectancy about 80, mean utility about 0.85: some 34 years.
    expect(each).toBeGreaterThan(28);
    expect(each).toBeLessThan(40);
  });

  it('counts every life saved, and one with a condition for less', () => {
    const here = world();
    const all = terminalCredit(here);
    const someone = 100;
    here.people.setLife(someone, LIFE.died);
    const without = terminalCredit(here);
    expect(without).toBeLessThan(all);
    here.people.setLife(someone, LIFE.present);
    here.people.setConditions(someone, here.people.conditions(someone) | (1 << 9));
    const demented = terminalCredit(here);
    expect(demented).toBeLessThan(all);
    expect(demented).toBeGreaterThan(without);
  });
});
