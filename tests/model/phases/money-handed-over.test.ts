import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { incomeOf } from '../../../src/model/organisations/purchasers.ts';
import { information } from '../../../src/model/phases/information.ts';
import type { World } from '../../../src/model/world.ts';
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
