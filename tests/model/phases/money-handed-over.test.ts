import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { countEnrolledApart, enrolForThemselves } from '../../../src/model/organisations/membership.ts';
import { incomeOf, peopleOfPurchasers } from '../../../src/model/organisations/purchasers.ts';
import { contracts } from '../../../src/model/phases/contracts.ts';
import { information } from '../../../src/model/phases/information.ts';
import type { World } from '../../../src/model/world.ts';
import { VIRTUAL_SYSTEMS } from '../bodies.ts';
import { run, type SmallWorld, smallWorld } from '../world.ts';

const GROUPS: SettingValues = {
  'budget.holder': 'consortia',
  'budget.salience': 'hard',
  'budget.savingsShare': 1,
  'budget.savingsHonoured': 1,
  'rollout.by': 'decree',
};

/** Groups of one or two practices get the money of an area in a week. */
function handedOver(week: number, spec: SmallWorld = {}): World {
  return smallWorld({
    people: 3000,
    weeks: 160,
    switches: { [week]: GROUPS },
    parameters: { group_of_practices_people: 1000 },
    ...spec,
  });
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe('a commissioner whose people’s money is all with bodies', () => {
  const world = run(handedOver(52), 57);
  const { books, structure, will } = world;
  const marginOfBodies = (): number => {
    let margin = 0;
    for (let o = 0; o < structure.bodies; o++) margin += will.enrolledShare[o]! * books.margin[1 + o]!;
    return margin;
  };

  it('is left without a penny of the allocation', () => {
    expect(structure.founded.filter((week) => week >= 0).length).toBeGreaterThan(1);
    expect(incomeOf(world, 0)).toBe(0);
    expect(total(books.passedOn)).toBe(books.allocation[0]);
  });

  it('sees the balance of those who hold it as its own, even where pence come to it', () => {
    run(world, 47);
    expect(world.week % 52).toBe(0);
    books.passedOn[structure.founded.findIndex((week) => week >= 0)]! -= 3;
    books.held[0] = -1_000_000;
    information(world);
    expect(books.margin[0]).toBeCloseTo(marginOfBodies(), 2);
  });
});

describe('savings that were promised to practices', () => {
  // With fewer slots in the second year planned care costs less than in the first.
  const slots = [{ week: 52, weeks: 52, emergencies: 1, beds: 1, slots: 0.7, budgetGrowth: null }];
  const before = {
    'budget.savingsShare': 1,
    'budget.savingsHonoured': 1,
    'planning.organisationsAct': false,
  };

  it.each([104, 117])('go with their people to who gets the money in week %i', (week) => {
    const world = run(handedOver(week, { set: before, shocks: slots }), week);
    const { books, structure } = world;
    const promised = books.savingsDue[0]!;
    expect(promised).toBeGreaterThan(0);
    expect(total(books.savingsDue)).toBe(promised);
    run(world, 1);
    expect(structure.purchaserOfPractice.every((p) => p > 0)).toBe(true);
    expect(books.savingsDue[0]).toBe(0);
    expect(total(books.savingsDue)).toBe(promised);
    const kept = books.held[0]!;
    run(world, 26);
    // Nothing but the pence that rounding between several payers leaves.
    expect(Math.abs(books.held[0]! - kept)).toBeLessThan(1000);
    expect(ledgerSum(world.ledger)).toBe(0);
  });

  it('come back with them', () => {
    const world = run(
      smallWorld({
        people: 3000,
        weeks: 160,
        set: { ...before, ...GROUPS },
        switches: { 117: { ...before, 'budget.holder': 'commissioner' } },
        shocks: slots,
      }),
      117,
    );
    const { books } = world;
    const promised = total(books.savingsDue);
    expect(promised).toBeGreaterThan(0);
    expect(books.savingsDue[0]).toBe(0);
    run(world, 1);
    expect(books.savingsDue[0]).toBe(promised);
  });
});

describe('what a commissioner owes', () => {
  const world = run(
    handedOver(20, { switches: { 20: GROUPS, 30: { 'budget.holder': 'commissioner' } } }),
    20,
  );
  const { debt } = world.books;

  it('goes to those who take its people over, and comes back with them', () => {
    debt[0] = 1_000_000;
    run(world, 1);
    expect(world.structure.purchaserOfPractice.every((p) => p > 0)).toBe(true);
    expect(debt.filter((pence) => pence > 0).length).toBeGreaterThan(1);
    expect([debt[0], total(debt)]).toEqual([0, 1_000_000]);
    run(world, 10);
    expect([debt[0], total(debt)]).toEqual([1_000_000, 1_000_000]);
  });
});

describe('services that are not paid by activity', () => {
  it('follow who chose another body in the next April, to the penny', () => {
    const systems: SettingValues = {
      ...VIRTUAL_SYSTEMS,
      'choice.enrolment': 'person',
      'choice.reviewRate': 0,
    };
    const world = run(handedOver(159, { set: systems }), 52);
    const { books, structure, people, place } = world;
    const [from, to] = new Set(structure.bodyOfPractice);
    let moved = 0;
    for (let i = 0; i < people.capacity; i += 3)
      if (structure.bodyOfPractice[people.practice(i)] === from) {
        enrolForThemselves(world, i, to!);
        moved++;
      }
    expect(moved).toBeGreaterThan(100);
    countEnrolledApart(world);
    const C = place.commissioners.count;
    const now = peopleOfPurchasers(world);
    // Whoever needs them counts them anew.
    books.enrolledApart.fill(0);
    const head = (values: Float64Array, o: number): number => values[C + o]! / now[C + o]!;
    const services = [books.communityBlock, books.openingRegistered, books.blockIncome];
    const before = services.map(total);
    const uneven = head(books.communityBlock, from!) / head(books.communityBlock, to!);
    expect(uneven).toBeGreaterThan(1.2);
    contracts(world);
    expect(services.map(total)).toEqual(before);
    expect(head(books.communityBlock, from!)).toBeCloseTo(head(books.communityBlock, to!), 0);
    expect(head(books.openingRegistered, from!)).toBeCloseTo(head(books.openingRegistered, to!), 2);
  });
});
