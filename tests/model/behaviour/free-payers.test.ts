import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { shareOutAllocations } from '../../../src/model/behaviour/dowry.ts';
import { prevention, selection, spendOnPrevention } from '../../../src/model/behaviour/selection.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { closeBody } from '../../../src/model/organisations/change-structure.ts';
import { bodyOfPerson, purchaserOfPerson } from '../../../src/model/organisations/membership.ts';
import {
  areasOfPurchaser,
  changePurchaser,
  growthOf,
  incomeOf,
  peopleOfPurchasers,
  renewEnrolledShares,
} from '../../../src/model/organisations/purchasers.ts';
import { LIFE } from '../../../src/model/population/people.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import type { World } from '../../../src/model/world.ts';
import { runChecked } from '../../../src/testing/run-checked.ts';
import { run, type SmallWorld, smallInput, smallWorld } from '../world.ts';

/** People belong by themselves to bodies that hospitals lead, or, LED, commissioners. */
const FREE: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'virtual',
  'provision.led': 'hospital',
  'provision.trust': true,
  'provision.practices': true,
  'choice.of': 'system',
  'choice.enrolment': 'person',
  'choice.reviewRate': 0.8,
  'riskAdjustment.formula': 'none',
  'riskAdjustment.income': 'dowry',
  'rollout.by': 'decree',
};
const LED: SettingValues = { ...FREE, 'provision.form': 'vertical', 'provision.led': 'commissioner' };

/** Present people, and how many of each area each purchaser pays for, [c * P + p]. */
function census(world: World): { all: number[]; byPayer: Float64Array; ofArea: Float64Array; P: number } {
  const { people, tables, place, structure } = world;
  const P = place.commissioners.count + structure.bodies;
  const byPayer = new Float64Array(place.commissioners.count * P);
  const ofArea = new Float64Array(place.commissioners.count);
  const all: number[] = [];
  for (let i = 0; i < people.capacity; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const c = tables.commissionerOfPractice[people.practice(i)]!;
    byPayer[c * P + purchaserOfPerson(world, i)]! += 1;
    ofArea[c]! += 1;
    all.push(i);
  }
  return { all, byPayer, ofArea, P };
}

function inputOfTwoAreas(set: SettingValues, switches: SmallWorld['switches'] = {}) {
  return {
    ...smallInput({ weeks: 70, set, switches }),
    place: syntheticPlace({
      people: 5000,
      practices: 4,
      trusts: 2,
      rural: 0.5,
      commissioners: 2,
      seed: 'two areas',
    }),
  };
}

describe('bodies that took their commissioners in whole', () => {
  const world = run(createWorld(inputOfTwoAreas(LED)), 60);
  const { byPayer, ofArea, P } = census(world);

  it('pay, by these, for people of other areas who joined them', () => {
    expect([...world.structure.bodyOfCommissioner]).toEqual([0, 1]);
    expect(byPayer[0 * P + 1]! + byPayer[1 * P + 0]!).toBeGreaterThan(50);
  });

  it('get the money for them from the areas that these belong to', () => {
    renewEnrolledShares(world);
    shareOutAllocations(world);
    const { allocation } = world.books;
    for (const p of [0, 1]) {
      let due = 0;
      for (const c of [0, 1]) due += (allocation[c]! * byPayer[c * P + p]!) / ofArea[c]!;
      expect(Math.abs(incomeOf(world, p) - due)).toBeLessThan(10);
    }
    expect(incomeOf(world, 0) + incomeOf(world, 1)).toBe(allocation[0]! + allocation[1]!);
  });

  it('bear the bills of those areas by the same count, and what they spend is of these areas', () => {
    const { will, structure } = world;
    expect(will.enrolledShare[0 * structure.bodies + 1]).toBeCloseTo(byPayer[0 * P + 1]! / ofArea[0]!, 9);
    expect(will.enrolledShare[0]).toBe(0);
    const mine = byPayer[0]! / (byPayer[0]! + byPayer[P]!);
    expect(areasOfPurchaser(world, 0)[0]).toBeCloseTo(mine, 9);
  });

  it('keep every penny, week by week, also when they are closed', () => {
    const back: SettingValues = { 'budget.holder': 'commissioner', 'rollout.by': 'in-force' };
    expect(() => runChecked(inputOfTwoAreas(LED, { 30: { ...back }, 45: LED, 60: FREE }))).not.toThrow();
  });
});

describe('a body that a commissioner leads', () => {
  it('pays by itself while it serves part of the area, by the commissioner when it serves all again', () => {
    const input = smallInput({ people: 3000, weeks: 60, set: LED, switches: { 20: LED, 40: LED } });
    const split = withSettings(PURCHASER_PROVIDER_SPLIT.institutions, {});
    const [first, second, third] = input.institutions;
    const partly = {
      ...second!,
      overrides: [{ commissioner: null, part: 'rural', institutions: split } as const],
    };
    const payers = new Map<number, number[]>();
    const kept = new Map<number, number>();
    const world = runChecked(
      { ...input, institutions: [first!, partly, third!] },
      {
        onWeek: ({ week, structure, books }) => {
          payers.set(week, [...structure.purchaserOfPractice]);
          kept.set(week, books.communityBlock[1]!);
        },
      },
    );
    expect(world.structure.bodyOfCommissioner[0]).toBe(0);
    expect(payers.get(20)!.every((p) => p === 0)).toBe(true);
    expect(new Set(payers.get(21)!)).toEqual(new Set([0, 1]));
    expect(kept.get(21)).toBeGreaterThan(0);
    expect(payers.get(41)!.every((p) => p === 0)).toBe(true);
    expect(kept.get(41)).toBe(0);
  });
});

describe('people who stop belonging to a body by themselves within a year', () => {
  it('take the money for their care along in the same week', () => {
    const tied: SettingValues = {
      ...FREE,
      'choice.enrolment': 'practice',
      'riskAdjustment.income': 'allocation',
    };
    const world = run(smallWorld({ people: 6000, weeks: 60, set: FREE, switches: { 30: tied } }), 30);
    const before = world.books.passedOn.slice();
    run(world, 1);
    const after = world.books.passedOn.slice();
    shareOutAllocations(world);
    const off = (values: Float64Array): number =>
      values.reduce((sum, pence, n) => sum + Math.abs(pence - world.books.passedOn[n]!), 0) /
      world.books.allocation[0]!;
    expect(off(before)).toBeGreaterThan(0.02);
    expect(off(after)).toBeLessThan(0.005);
  });
});

describe('a body that people join by themselves', () => {
  const world = run(smallWorld({ people: 6000, weeks: 120, set: FREE }), 60);
  const { structure, books, will, place } = world;
  const C = place.commissioners.count;
  const bodies = [...new Set(structure.bodyOfPractice)].filter((o) => o >= 0);
  const registered = (o: number): number =>
    structure.bodyOfPractice.reduce((sum, body, g) => sum + (body === o ? books.registered[g]! : 0), 0);

  it('pays to keep its practices’ people well, and to choose among those enrolled with it', () => {
    renewEnrolledShares(world);
    const now = peopleOfPurchasers(world);
    expect(bodies.some((o) => Math.abs(now[C + o]! - registered(o)) > 50)).toBe(true);
    for (const o of bodies) {
      expect(prevention.size(world, o)).toBe(registered(o));
      expect(selection.size(world, o)).toBe(now[C + o]);
    }
    // Twice the usual effort, as far as there are people to keep well.
    const level = will.level[world.settings.leverAt.prevention!]!;
    const before = books.bodyYear[BT.prevention]!;
    let pence = 0;
    for (const o of bodies) {
      level[o] = 2;
      const pounds = world.settings.prevention.basePounds * growthOf(world, C + o);
      pence += Math.round((registered(o) * pounds * 100) / 52);
    }
    spendOnPrevention(world);
    expect(books.bodyYear[BT.prevention]! - before).toBe(pence);
  });

  it('bears its part of an area’s bills by the people that it has this quarter', () => {
    const twin = run(smallWorld({ people: 6000, weeks: 120, set: FREE }), 65);
    twin.will.enrolledShare.fill(0);
    run(twin, 1);
    const found = twin.will.enrolledShare.slice();
    renewEnrolledShares(twin);
    for (const o of bodies) expect(found[o]).toBeCloseTo(twin.will.enrolledShare[o]!, 1);
    expect(found.some((share) => share > 0.1)).toBe(true);
  });

  it('loses with a practice no more than the part of those who go', () => {
    const twin = run(smallWorld({ people: 6000, weeks: 120, set: FREE }), 60);
    const { all } = census(twin);
    const o = bodies[0]!;
    const paid = all.filter((i) => purchaserOfPerson(twin, i) === C + o);
    const practices = [...twin.structure.purchaserOfPractice.keys()].filter(
      (g) => twin.structure.purchaserOfPractice[g] === C + o,
    );
    const going = paid.filter(
      (i) => twin.books.systemOf[i] === 0 && practices.includes(twin.people.practice(i)),
    );
    expect(paid.length - going.length).toBeGreaterThan(30);
    twin.books.communityBlock[C + o] = 1_000_000;
    twin.books.communityBlock[0] = 0;
    changePurchaser(twin, practices, 0);
    expect(twin.books.communityBlock[0]).toBe(Math.round((1_000_000 * going.length) / paid.length));
    expect(ledgerSum(twin.ledger)).toBe(0);
  });

  it('leaves, when it is closed, to each who pays for its people now their part of what it kept', () => {
    const twin = run(smallWorld({ people: 6000, weeks: 120, set: FREE }), 60);
    const [closing, other] = [bodies[0]!, bodies[1]!];
    const { all } = census(twin);
    const paid = all.filter((i) => purchaserOfPerson(twin, i) === C + closing);
    const back = paid.filter(
      (i) => twin.structure.purchaserOfPractice[twin.people.practice(i)] === C + other,
    );
    expect(back.length).toBeGreaterThan(30);
    const was = twin.books.communityBlock.slice();
    const held = twin.books.held.reduce((sum, pence) => sum + pence, 0);
    const costs = twin.books.bodyYear[BT.change_cost]!;
    closeBody(twin, closing, { why: 'test' });
    const { communityBlock } = twin.books;
    const got = communityBlock[C + other]! - was[C + other]!;
    expect(got / was[C + closing]!).toBeCloseTo(back.length / paid.length, 6);
    expect(communityBlock[C + closing]).toBe(0);
    const sum = (values: Float64Array): number => values.reduce((all, one) => all + one, 0);
    expect(sum(communityBlock)).toBe(sum(was));
    // Less what it costs to close it.
    expect(sum(twin.books.held)).toBe(held - (twin.books.bodyYear[BT.change_cost]! - costs));
    expect(ledgerSum(twin.ledger)).toBe(0);
  });
});

describe('the year’s count of people in bodies', () => {
  it('has also those who joined one from a practice without', () => {
    const world = run(smallWorld({ people: 6000, weeks: 60, set: FREE }), 51);
    world.structure.bodyOfPractice[0] = -1;
    run(world, 1);
    const { all } = census(world);
    const outside = all.filter((i) => world.people.practice(i) === 0 && bodyOfPerson(world, i) >= 0);
    expect(outside.length).toBeGreaterThan(10);
    const inBodies = all.filter((i) => bodyOfPerson(world, i) >= 0);
    expect(world.records.years[0]!.enrolled).toBe(inBodies.length);
  });
});
