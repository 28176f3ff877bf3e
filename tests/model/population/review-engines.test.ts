import { describe, expect, it } from 'vitest';
import { type Census, takeCensus } from '../../../src/model/behaviour/cost-census.ts';
import { mostLikelyReview, thinksAgain } from '../../../src/model/behaviour/enrolment.ts';
import { createWorld, type Engine } from '../../../src/model/create-world.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { tellReview } from '../../../src/model/phases/review-batches.ts';
import { BATCH } from '../../../src/model/population/care-room.ts';
import { LIFE } from '../../../src/model/population/people.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

const YEAR_WEEKS = 52;
/** A body for each main hospital, which people choose often. */
const SYSTEMS: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'virtual',
  'provision.led': 'hospital',
  'provision.trust': true,
  'provision.practices': true,
  'choice.of': 'system',
  'choice.reviewRate': 0.6,
  'choice.minimumEnrolmentWeeks': 104,
  'riskAdjustment.formula': 'age-sex',
  'riskAdjustment.income': 'dowry',
  'entitlement.targetWaitWeeks': 8,
  'rollout.by': 'decree',
};

/** In their second year, so that some wait beyond the target and some have chosen. */
function systems(engine: Engine, enrolment: 'practice' | 'person', weeks: number): World {
  const input = smallInput({ people: 6000, weeks: 160, set: { ...SYSTEMS, 'choice.enrolment': enrolment } });
  return run(createWorld(input, engine), weeks);
}

describe.each(['practice', 'person'] as const)('systems that people choose by %s', (enrolment) => {
  const wasm = systems('wasm', enrolment, 70);

  it('have the same census of costs, whichever engine takes it', () => {
    const typescript = systems('typescript', enrolment, 70);
    const counts = ({ areas, payers, healthy, healthyRisk, ill, illCost, illTrueCost }: Census) =>
      [areas, payers, healthy, healthyRisk, ill, illCost, illTrueCost].map((column) => Array.from(column));
    const there = counts(takeCensus(typescript, false));
    expect(there[4]!.some((people) => people > 0)).toBe(true);
    expect(counts(takeCensus(wasm, false))).toEqual(there);
    // Who asks for people one by one gets the same counts.
    expect(counts(takeCensus(wasm, true))).toEqual(there);
  });

  it.each([40, 70, 115])('in week %i ask those who think again, and nobody else', (week) => {
    const world = week === 70 ? wasm : systems('wasm', enrolment, week);
    const { care } = world.person;
    const { people } = world;
    const arrived = people.arrivalEnd[world.week]!;
    const from = world.week % YEAR_WEEKS;
    const expected: number[] = [];
    for (let i = from; i < arrived; i += YEAR_WEEKS) {
      if (people.life(i) === LIFE.present && thinksAgain(world, i)) expected.push(i);
    }
    expect(arrived).toBeLessThan(YEAR_WEEKS * BATCH);
    expect(expected.length).toBeGreaterThan(0);
    tellReview(world, care!);
    // Without a bound and with it.
    for (const most of [1, mostLikelyReview(world)]) {
      const count = care!.module.whoThinksAgain(from, arrived, most, world.week);
      expect([...care!.columns.batchSlots.subarray(0, count)]).toEqual(expected);
    }
  });
});
