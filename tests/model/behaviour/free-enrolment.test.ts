import { describe, expect, it } from 'vitest';
import { reviewRateOf } from '../../../src/model/behaviour/review-rate.ts';
import { restoreWorld, saveWorld } from '../../../src/model/checkpoint.ts';
import { checksum } from '../../../src/model/checksum.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { bodyOfPerson, keepSystem, purchaserOfPerson } from '../../../src/model/organisations/membership.ts';
import { peopleOfPurchasers, renewEnrolledShares } from '../../../src/model/organisations/purchasers.ts';
import { LIFE } from '../../../src/model/population/people.ts';

import type { World } from '../../../src/model/world.ts';
import { run, smallInput, smallWorld } from '../world.ts';

/** A virtual body for each main hospital; people belong to one by themselves. */
const FREE: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'virtual',
  'provision.led': 'hospital',
  'provision.trust': true,
  'provision.practices': true,
  'choice.of': 'system',
  'choice.enrolment': 'person',
  'choice.reviewRate': 0.5,
  'riskAdjustment.formula': 'person',
  'riskAdjustment.income': 'dowry',
  'rollout.by': 'decree',
};
const TIED: SettingValues = { ...FREE, 'choice.enrolment': 'practice' };

/** Slots of those who belong to a system by themselves. */
function apart(world: World): number[] {
  return [...world.books.systemOf.keys()].filter(
    (i) => world.books.systemOf[i]! > 0 && world.people.life(i) === LIFE.present,
  );
}

describe('people who belong to a system by themselves', () => {
  const world = run(smallWorld({ people: 6000, weeks: 120, set: FREE }), 60);
  const changed = apart(world);

  it('change it and keep their practice', () => {
    expect(changed.length).toBeGreaterThan(50);
    const others = changed.filter(
      (i) => bodyOfPerson(world, i) !== world.structure.bodyOfPractice[world.people.practice(i)],
    );
    expect(others.length).toBeGreaterThan(50);
  });

  it('change it more often than those whose system comes with the practice', () => {
    const tied = run(smallWorld({ people: 6000, weeks: 120, set: TIED }), 60);
    expect(apart(tied)).toEqual([]);
    const changes = (of: World): number => of.books.enrolledSince.filter((week) => week > 0).length;
    expect(changes(world)).toBeGreaterThan(2 * changes(tied));
    const { choice } = tied.inForce[0]!;
    expect(reviewRateOf(tied, choice)).toBe(0.5);
    expect(reviewRateOf(tied, { ...choice, reviewRate: 0.1, enrolment: 'person' })).toBeCloseTo(
      0.1 * tied.settings.enrolment.apart,
      12,
    );
  });

  it('are paid for by their own system, and everybody by one purchaser', () => {
    renewEnrolledShares(world);
    const { people, structure } = world;
    const counted = new Float64Array(peopleOfPurchasers(world).length);
    let present = 0;
    for (let i = 0; i < people.capacity; i++) {
      if (people.life(i) !== LIFE.present) continue;
      counted[purchaserOfPerson(world, i)]! += 1;
      present++;
    }
    expect([...peopleOfPurchasers(world)]).toEqual([...counted]);
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(present);
    const somebody = changed.find(
      (i) => purchaserOfPerson(world, i) !== structure.purchaserOfPractice[people.practice(i)],
    );
    expect(somebody).toBeDefined();
  });

  it('keep it when they change practice', () => {
    const i = [...world.books.systemOf.keys()].find(
      (slot) => world.books.systemOf[slot] === 0 && world.people.life(slot) === LIFE.present,
    )!;
    const before = bodyOfPerson(world, i);
    keepSystem(world, i);
    expect(world.books.systemOf[i]).toBe(before + 1);
    expect(bodyOfPerson(world, i)).toBe(before);
  });
});

describe('systems that people joined by themselves', () => {
  it('are the same after a stop', () => {
    const input = smallInput({ people: 3000, weeks: 60, set: FREE });
    const whole = run(smallWorld({ people: 3000, weeks: 60, set: FREE }), 30);
    const resumed = restoreWorld(input, saveWorld(whole));
    expect(checksum(run(resumed, 20))).toBe(checksum(run(whole, 20)));
    expect(apart(resumed)).toEqual(apart(whole));
  });

  it('let them go to their practice’s when people do not belong by themselves any more; no penny is lost', () => {
    const world = smallWorld({ people: 3000, weeks: 60, set: FREE, switches: { 30: TIED } });
    run(world, 30);
    expect(apart(world).length).toBeGreaterThan(0);
    run(world, 10);
    expect(apart(world)).toEqual([]);
    expect(ledgerSum(world.ledger)).toBe(0);
  });
});
