import { describe, expect, it } from 'vitest';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { followUpsOfWeek } from '../../../src/model/phases/follow-ups.ts';
import type { World } from '../../../src/model/world.ts';
import { run, shock, smallWorld } from '../world.ts';

/** Every practice holds its budget, from the second year, for which there is a first to measure it by. */
const FUNDS: SettingValues = {
  'budget.holder': 'practices',
  'budget.salience': 'hard',
  'budget.savingsShare': 0.8,
  'budget.savingsHonoured': 0.5,
  'rollout.by': 'decree',
};

function fundsHold({ ledger, books, place }: World): boolean {
  return Array.from(
    { length: place.practices.count },
    (_, g) => ledger.balance[ledger.accounts.practice + g] === books.fundHeld[g],
  ).every(Boolean);
}

describe('how deeply trusts code', () => {
  // The same patients, recorded as they were or more deeply from the second year on.
  const set = { 'planning.organisationsAct': false };
  const [plain, deep] = [1, 2].map((level) => {
    const world = run(smallWorld({ weeks: 120, set, switches: { 52: { ...set, ...FUNDS } } }), 52);
    world.will.level[leverIndex('coding')]!.fill(level);
    return run(world, 40);
  }) as [World, World];

  it('is dearer to those who pay the hospitals', () => {
    const paid = ({ books }: World) => books.incomeYear.reduce((sum, pence) => sum + pence, 0);
    expect(paid(deep)).toBeGreaterThan(1.001 * paid(plain));
  });

  it('neither costs nor saves a fund anything', () => {
    deep.books.fundOut.forEach((pence, g) => {
      // Whole pence, visit by visit.
      expect(pence / plain.books.fundOut[g]!).toBeCloseTo(1, 4);
      expect(deep.books.fundBudget[g]).toBe(plain.books.fundBudget[g]);
    });
    expect(ledgerSum(deep.ledger)).toBe(0);
  });

  it('is no saving of budgets on paper', () => {
    const promised = (level: number): number => {
      const world = run(smallWorld({ weeks: 120, set, shocks: [shock({ slots: 0.7 })] }), 52);
      world.will.level[leverIndex('coding')]!.fill(level);
      return run(world, 52).books.savingsDue[0]!;
    };
    expect(promised(1)).toBeGreaterThan(0);
    expect(promised(2) / promised(1)).toBeCloseTo(1, 3);
  });
});

describe('the journal', () => {
  const parameters = { group_of_practices_people: 1500 };
  const told = (world: World) =>
    world.journal
      .filter(({ kind }) => kind.startsWith('budgets '))
      .map(({ week, kind, organisation, description }) => ({ week, kind, organisation, description }));

  it('names the same groups when budgets are taken over and handed back', () => {
    const world = run(smallWorld({ weeks: 60, parameters, switches: { 10: FUNDS, 30: {} } }), 31);
    const [taken, back] = [10, 30].map((week) => told(world).filter((line) => line.week === week));
    expect(taken!.length).toBeGreaterThan(1);
    const codes = (lines: typeof taken) => lines!.map(({ organisation }) => organisation).sort();
    expect(codes(back)).toEqual(codes(taken));
    expect(codes(taken)).toContain('C1-group-1');
    for (const { description } of taken!) expect(description).toContain('; the money begins in week 52,');
  });

  it('says how much money it is, or when it begins', () => {
    const within = run(smallWorld({ weeks: 70, parameters, switches: { 60: FUNDS } }), 61);
    const sums = told(within).map(({ description }) =>
      Number(/; (\d+) pounds a year$/.exec(description)![1]),
    );
    const budgets = within.books.fundBudget.reduce((sum, pence) => sum + pence, 0) / 100;
    expect(budgets).toBeGreaterThan(0);
    expect(Math.abs(sums.reduce((a, b) => a + b, 0) - budgets)).toBeLessThanOrEqual(sums.length);
    const atTurn = run(smallWorld({ weeks: 60, parameters, switches: { 52: FUNDS } }), 53);
    for (const { description } of told(atTurn))
      expect(description).toContain('; the money begins this week,');
    expect(atTurn.books.fundBudget.every((pence) => pence > 0)).toBe(true);
  });
});

describe('a practice that holds its budget', () => {
  // With fewer slots in the second year, planned care costs less than in the first.
  const world = run(smallWorld({ weeks: 160, switches: { 52: FUNDS }, shocks: [shock({ slots: 0.7 })] }), 52);
  const spent = world.books.practiceSpend.slice();
  const prices = world.books.priceLevel;

  it('is given what its people cost last year, at this year’s prices, and pays for their planned care', () => {
    run(world, 20);
    const { books } = world;
    expect(books.fundBudget[0]).toBeCloseTo((spent[0]! * books.priceLevel) / prices, -1);
    books.fundIn.forEach((given, g) => {
      expect(given).toBe(Math.floor((books.fundBudget[g]! * 20) / 52));
      expect(books.fundOut[g]).toBe(books.practiceSpend[g]);
      expect(books.fundHeld[g]).toBe(given - books.fundOut[g]!);
    });
    expect(fundsHold(world)).toBe(true);
    expect(ledgerSum(world.ledger)).toBe(0);
  });

  it('keeps its share of a saving for next year’s services; the rest goes back, an overspend is made good', () => {
    run(world, 31);
    const { books } = world;
    const before = books.fundIn.map((given, g) => given - books.fundOut[g]!);
    const held = books.fundHeld.slice();
    run(world, 1);
    // A year is 52 whole parts: all of the budget has come in.
    const year = world.records.years.at(-1)!;
    year.fundIn.forEach((given, g) => {
      const saved = given - year.fundOut[g]!;
      expect(books.fundHeld[g]).toBe(Math.round(Math.max(0, saved) * 0.8 * 0.5));
      expect(books.fundServices[g]).toBe(books.fundHeld[g]);
      expect(held[g]).toBe(before[g]);
    });
    expect(year.fundIn.some((given, g) => given > year.fundOut[g]!)).toBe(true);
    expect(fundsHold(world)).toBe(true);
    const { organisations } = report(world);
    const practices = organisations.find(({ kind }) => kind === 'practice')!;
    const last = practices.values.fund_balance_pounds!.length - year.fundIn.length;
    expect(practices.values.fund_balance_pounds![last]).toBeCloseTo(
      (year.fundIn[0]! - year.fundOut[0]!) / 100,
      6,
    );
    expect(practices.values.fund_budget_pounds![0]).toBe(0);
  });

  it('spends it within the year, and hands all back when budgets end', () => {
    const services = world.books.fundServices.slice();
    const paid = world.ledger.balance[world.ledger.accounts.suppliers]!;
    run(world, 10);
    const { books } = world;
    services.forEach((pence, g) => {
      const rest = pence - Math.floor((pence * 10) / 52);
      expect(books.fundHeld[g]).toBe(rest + books.fundIn[g]! - books.fundOut[g]!);
    });
    expect(world.ledger.balance[world.ledger.accounts.suppliers]).toBeGreaterThan(paid);
    const ended = run(smallWorld({ weeks: 160, switches: { 52: FUNDS, 70: {} } }), 72);
    expect(ended.books.fundHeld.every((pence) => pence === 0)).toBe(true);
    expect(ended.books.fundBudget.every((pence) => pence === 0)).toBe(true);
    expect(fundsHold(ended)).toBe(true);
    expect(ended.ledger.balance[ended.ledger.accounts.commissioner]).toBe(ended.books.held[0]);
    expect(ledgerSum(ended.ledger)).toBe(0);
  });
});

describe('what a practice’s people cost in planned care', () => {
  const set = { 'planning.organisationsAct': false };
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const ofTrust = (world: World, g: number, h: number): number => {
    const { books, place } = world;
    let due = 0;
    for (let s = 0; s < 8; s++) due += books.practiceFollowUps[(h * 8 + s) * place.practices.count + g]!;
    return due;
  };

  it('is, over all practices, what was billed for their area, follow-ups included, to the penny', () => {
    const { books, place } = run(smallWorld({ weeks: 60, set }), 40);
    // Outpatient and elective care, by trust: nobody else pays for anybody.
    const billed = sum(books.activityYear.subarray(0, 2 * place.providers.count));
    expect(billed).toBeGreaterThan(0);
    expect(sum(books.practiceSpend)).toBe(billed);
  });

  it('has the follow-ups that its own people’s first visits brought', () => {
    const [all, none] = [1, 0].map((part) => {
      const world = run(smallWorld({ weeks: 60, set }), 52);
      const { books, place } = world;
      for (let at = 0; at < books.practiceFollowUps.length; at += place.practices.count)
        books.practiceFollowUps[at]! *= part;
      const before = books.practiceSpend.slice();
      run(world, 1);
      return books.practiceSpend.map((pence, g) => pence - before[g]!);
    }) as [Float64Array, Float64Array];
    // Nobody is treated otherwise: the first practice pays less, the others as much more.
    expect(none[0]!).toBeLessThan(all[0]!);
    for (let g = 1; g < all.length; g++) expect(none[g]!).toBeGreaterThanOrEqual(all[g]!);
    expect(sum(none)).toBe(sum(all));
  });

  it('begins and goes on with the part of follow-ups still to come that is the residents’', () => {
    const world = smallWorld({ weeks: 120, set });
    const { books, place } = world;
    const residentsPart = (h: number): number => {
      let due = 0;
      let own = 0;
      for (let s = 0; s < 8; s++) due += books.followUpsDue[h * 8 + s]!;
      for (let g = 0; g < place.practices.count; g++) own += ofTrust(world, g, h);
      return own / due;
    };
    for (let h = 0; h < place.providers.count; h++) {
      const share = books.purchaserShare[h * 2]!;
      expect(residentsPart(h)).toBeCloseTo(share, 9);
    }
    run(world, 104);
    for (let h = 0; h < place.providers.count; h++)
      expect(Math.abs(residentsPart(h) / books.purchaserShare[h * 2]! - 1)).toBeLessThan(0.15);
  });
});

describe('a cap on follow-ups', () => {
  it('pays the hospital less, and saves no practice a visit', () => {
    const week = (cap: number) => {
      const world = smallWorld({ people: 2000, set: { 'payment.followUpCap': cap } });
      const made = followUpsOfWeek(world, 0, 1000);
      const paid = world.books.activityValue.reduce((sum, pence) => sum + pence, 0);
      return { made, paid, ofPractices: Array.from(world.books.practiceSpend) };
    };
    const [whole, capped] = [week(0), week(0.5)];
    expect(whole.made).toBeGreaterThan(0);
    expect(capped.made).toBe(whole.made);
    expect(capped.paid).toBeLessThan(0.6 * whole.paid);
    expect(capped.ofPractices).toEqual(whole.ofPractices);
    expect(whole.ofPractices.some((pence) => pence > 0)).toBe(true);
  });
});
