import { describe, expect, test } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { armInput } from '../../../src/lab/study/arm.ts';
import { LEVERS } from '../../../src/model/behaviour/will/levers.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { tick } from '../../../src/model/simulate.ts';
import type { World } from '../../../src/model/world.ts';

const YEARS = 7;
const UPLIFTS = ['2008_09', '2009_10', '2010_11', '2011_12', '2012_13', 'later_per_year'];

/** A district in which allocations, prices and costs all grow at one rate. */
function districtGrowing(rate: number, regime: string): World {
  const place = syntheticPlace({ people: 40_000, practices: 8, trusts: 2, rural: 0.3, seed: 'facts' });
  const { allocationPounds, count } = place.commissioners;
  const years = allocationPounds.length / count;
  for (let n = 0; n < allocationPounds.length; n++) {
    const year = n % years;
    allocationPounds[n] = allocationPounds[n - year]! * (1 + rate) ** year;
  }
  const parameters: Record<string, number> = {
    allocation_growth_later_per_year: rate,
    cost_inflation_per_year: rate,
    efficiency_per_year: 0,
  };
  for (const year of UPLIFTS) parameters[`tariff_uplift_${year}`] = rate;
  const frame = { place, scale: 1, seed: 'illusion', weeks: 52 * YEARS };
  const world = createWorld({ ...armInput(frame, { regime, week: 52, parameters }), replicate: 0 });
  while (world.week < 52 * YEARS) tick(world);
  return world;
}

/** Mean over units of the log of a lever’s level; undefined where nobody has it. */
function meanLog(world: World, lever: number): number | undefined {
  const logs = Array.from(world.will.level[lever]!, Math.log).filter((_, unit) =>
    LEVERS[lever]!.acts(world, unit),
  );
  return logs.length === 0 ? undefined : logs.reduce((sum, log) => sum + log, 0) / logs.length;
}

describe('money illusion', () => {
  test.each(['purchaser-provider-split', 'integrated-choice-mandated'])(
    'levers go the same way when all money grows by five per cent a year, under %s',
    (regime) => {
      const still = districtGrowing(0, regime);
      const growing = districtGrowing(0.05, regime);
      const moved = LEVERS.filter((_, n) => meanLog(still, n) !== undefined);
      expect(moved.length).toBeGreaterThan(15);
      for (const { id } of moved) {
        const n = LEVERS.findIndex((lever) => lever.id === id);
        // What is left is a lag: boards judge a year by the money of the year before.
        expect(Math.abs(meanLog(growing, n)! - meanLog(still, n)!), id).toBeLessThan(0.03);
      }
    },
    60_000,
  );
});
