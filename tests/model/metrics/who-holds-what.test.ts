import { describe, expect, it } from 'vitest';
import { herfindahl } from '../../../src/model/metrics/market.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const GROUPS = {
  'budget.holder': 'consortia',
  'rollout.by': 'readiness',
  'rollout.firstShare': 0.5,
  'rollout.threshold': 1,
} as const;

/** Two groups of practices, of which the readier one takes over in week 52. */
function halfTakenOver(weeks = 104): World {
  const parameters = { group_of_practices_people: 2000 };
  return run(smallWorld({ weeks, switches: { 52: GROUPS }, parameters }), weeks);
}

describe('the concentration of planned care', () => {
  it('is the sum of squared percentage shares of owners', () => {
    expect(herfindahl([1, 1], [0, 1])).toBe(5000);
    expect(herfindahl([3, 1], [0, 1])).toBe(75 ** 2 + 25 ** 2);
    expect(herfindahl([3, 1], [7, 7])).toBe(10_000);
    expect(herfindahl([0, 0], [0, 1])).toBeNaN();
  });

  it('is of what the place’s people were treated for, by trust', () => {
    const world = run(smallWorld({ weeks: 52 }), 52);
    const { activityYear } = world.books;
    const pairs = activityYear.length / 4;
    const [first, second] = [0, 1].map(
      (h) => activityYear[CATEGORY.outpatient * pairs + h]! + activityYear[CATEGORY.elective * pairs + h]!,
    ) as [number, number];
    expect(second).toBeGreaterThan(0);
    const expected = 10_000 * ((first / (first + second)) ** 2 + (second / (first + second)) ** 2);
    const { annual, organisations } = report(world);
    expect(annual.market_hhi![0]).toBeCloseTo(expected, 6);
    expect(of(organisations, 'pct').market_hhi![0]).toBeCloseTo(expected, 6);
    for (const index of of(organisations, 'trust').market_hhi!) expect(index).toBeCloseTo(expected, 6);
  });

  it('is 10,000 where one body owns the hospitals or they have merged, and less where they are members of a virtual body', () => {
    const settings = (form: string) =>
      ({ 'provision.form': form, 'provision.trust': true, 'budget.holder': 'organisation' }) as const;
    const body = { 'rollout.by': 'decree', 'rollout.mandated': true } as const;
    const under = (form: string): World =>
      run(smallWorld({ weeks: 60, switches: { 52: { ...settings(form), ...body } } }), 60);
    const virtual = under('virtual');
    expect(Math.max(...virtual.structure.bodyOfProvider)).toBeGreaterThanOrEqual(0);
    expect(report(virtual).annual.market_hhi![1]).toBeLessThan(9999);
    const vertical = under('vertical');
    expect([...vertical.structure.bodyOfProvider]).toEqual([0, 0]);
    expect(report(vertical).annual.market_hhi![1]).toBeCloseTo(10_000, 6);
    const merged = run(smallWorld({ weeks: 60 }), 59);
    merged.structure.trustOfProvider[1] = 0;
    run(merged, 1);
    expect(report(merged).annual.market_hhi![1]).toBeCloseTo(10_000, 6);
  });
});

describe('who holds the money', () => {
  it('is nobody but the commissioner under the split', () => {
    const { annual, organisations } = report(run(smallWorld({ weeks: 52 }), 52));
    expect(annual.delegated_money_pct![0]).toBe(0);
    expect(annual.readiness![0]).toBeNaN();
    expect([...of(organisations, 'practice').people_in_bodies_pct!]).toEqual([0, 0, 0, 0]);
  });

  it('is a group for its people, who bring about as much as they are many', () => {
    const world = halfTakenOver();
    const { annual, organisations } = report(world);
    const practices = of(organisations, 'practice');
    const served = [...practices.people_in_bodies_pct!.slice(4)];
    expect(new Set(served)).toEqual(new Set([0, 100]));
    const registered = [...world.books.registered];
    const all = registered.reduce((sum, people) => sum + people, 0);
    const inGroup = registered.reduce((sum, people, g) => sum + (people * served[g]!) / 100, 0);
    expect(annual.people_in_bodies_pct![1]).toBeCloseTo((100 * inGroup) / all, 6);
    expect(Math.abs(annual.delegated_money_pct![1]! - (100 * inGroup) / all)).toBeLessThan(5);
    expect(annual.delegated_money_pct![0]).toBe(0);
  });

  it('is a fund for what it is given in a year', () => {
    const set = { 'budget.holder': 'practices', 'rollout.by': 'decree', 'rollout.mandated': true } as const;
    const world = run(smallWorld({ weeks: 104, switches: { 52: set } }), 103);
    const { fundBudget, allocation } = world.books;
    const held = (100 * fundBudget.reduce((sum, pence) => sum + pence, 0)) / allocation[0]!;
    expect(held).toBeGreaterThan(1);
    expect(report(run(world, 1)).annual.delegated_money_pct![1]).toBeCloseTo(held, 3);
  });
});

describe('skill and readiness', () => {
  it('are of whoever buys for the people: the commissioner, and groups with its support', () => {
    const world = halfTakenOver();
    const { annual, organisations } = report(world);
    const { will, settings, structure, books } = world;
    const own = will.skill[0]! * (1 - will.disruptionCommissioner[0]!);
    let bought = 0;
    let ready = 0;
    let people = 0;
    books.registered.forEach((registered, g) => {
      const readiness = will.readiness[structure.meantFor[g]!]!;
      const supported = readiness + (1 - readiness) * settings.readiness.support * own;
      bought += registered * (structure.bodyOfPractice[g]! < 0 ? own : supported);
      ready += registered * readiness;
      people += registered;
    });
    expect(Math.abs(annual.commissioning_skill![1]! - bought / people)).toBeLessThan(0.01);
    expect(annual.readiness![1]).toBeCloseTo(ready / people, 9);
    const practices = of(organisations, 'practice');
    expect(practices.readiness![4]).toBe(will.readiness[structure.meantFor[0]!]);
    expect(practices.readiness![0]).toBeNaN();
  });
});

describe('what tells rural people and dangerous hospitals', () => {
  it('is where people lived on the first day', () => {
    const world = run(smallWorld({ weeks: 5 }), 5);
    const { zones } = world.place;
    let rural = 0;
    let all = 0;
    for (let z = 0; z < zones.count; z++) {
      all += zones.residents[z]!;
      if (zones.rural[z] === 1) rural += zones.residents[z]!;
    }
    const { annual, organisations } = report(world);
    expect(rural).toBeGreaterThan(0);
    expect(annual.rural_people_pct![0]).toBeCloseTo((100 * rural) / all, 9);
    // A practice is in the part in which most of its people live.
    of(organisations, 'practice').rural_people_pct!.forEach((share, g) => {
      expect(world.cells.ofPractice[g]! % 2).toBe(share > 50 ? 1 : 0);
    });
  });

  it('is the factor by which emergencies die', () => {
    const world = run(smallWorld({ weeks: 104, trusts: 1 }), 104);
    const { annual, organisations } = report(world);
    const index = of(organisations, 'trust').fatality_index!;
    expect(annual.fatality_index![1]).toBeCloseTo(index[1]!, 12);
    // Between the factor at the start of the year and that at its end.
    const mean = annual.case_fatality_stroke_pct![1]! / (100 * world.settings.hospital.classFatality[1]!);
    expect(mean).toBeGreaterThanOrEqual(Math.min(index[0]!, index[1]!) * 0.98);
    expect(mean).toBeLessThanOrEqual(Math.max(index[0]!, index[1]!) * 1.02);
  });
});

function of(organisations: ReturnType<typeof report>['organisations'], kind: string) {
  return organisations.find((columns) => columns.kind === kind)!.values;
}
