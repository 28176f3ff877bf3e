import { describe, expect, it } from 'vitest';
import {
  isChallenged,
  paidAgainstPlan,
  plannedCare,
  shareStruckOut,
} from '../../../src/model/behaviour/agreed-plan.ts';
import { desiredGrowth, gapOfArea } from '../../../src/model/behaviour/commissioner/bargaining.ts';
import { purchaserWeight, tradeRow } from '../../../src/model/behaviour/commissioner/bargaining-weight.ts';
import { wishOfProvider, wishOfPurchaser } from '../../../src/model/behaviour/commissioner/wishes.ts';
import { marginalPriceShare } from '../../../src/model/behaviour/purse.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { changePurchaser } from '../../../src/model/organisations/purchasers.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const BLOCK: SettingValues = { 'payment.outpatient': 'block', 'payment.elective': 'block' };
/** Two groups of practices that hold the budget from the first day. */
const GROUPS: SettingValues = { 'budget.holder': 'consortia', 'rollout.by': 'decree' };

/** Plan of a category of the pair (0, 0), pence. */
function plan(world: World, category: number): number {
  return world.books.plan[(category * world.books.plan.length) / 4]!;
}

describe('a plan', () => {
  it('of a block that goes on grows by what was bargained, at the new year’s prices', () => {
    // The first plan is made at the first turn of the year; the second turn is the first round at which it goes on.
    const world = run(smallWorld({ weeks: 200, set: BLOCK }), 104);
    const before = plan(world, CATEGORY.elective);
    const prices = world.books.priceLevel;
    const asked = desiredGrowth(world, wishOfPurchaser(world, 0, false, 1));
    run(world, 1);
    const price = world.books.priceLevel / prices;
    const growth = plan(world, CATEGORY.elective) / Math.round(before * price);
    const { growthMax } = world.settings.commissioning.bargaining;
    expect(growth).not.toBe(1);
    expect(Math.abs(Math.log(growth))).toBeLessThanOrEqual(growthMax + 1e-6);
    // Between what the two sides asked for: the gap is their distance over the most that can be asked.
    const weight = world.will.bargainingWeight[0]!;
    const gap = world.will.gap[0]! * growthMax;
    const either = [asked + (1 - weight) * gap, asked - (1 - weight) * gap];
    expect(Math.min(...either.map((g) => Math.abs(g - Math.log(growth))))).toBeLessThan(1e-3);
    // Emergencies are not bargained about.
    const still = run(smallWorld({ weeks: 200, set: { ...BLOCK, 'payment.emergency': 'block' } }), 104);
    const emergencies = plan(still, CATEGORY.emergency);
    const level = still.books.priceLevel;
    run(still, 1);
    expect(plan(still, CATEGORY.emergency)).toBe(Math.round((emergencies * still.books.priceLevel) / level));
  });

  it('that is new starts from last year’s activity, and moves with prices alone where nobody acts', () => {
    const first = run(smallWorld({ weeks: 200, set: BLOCK }), 53);
    expect(plan(first, CATEGORY.elective)).toBe(
      first.books.activityLastYear[(CATEGORY.elective * first.books.plan.length) / 4],
    );
    const idle = run(smallWorld({ weeks: 200, set: { ...BLOCK, 'planning.organisationsAct': false } }), 104);
    const before = plan(idle, CATEGORY.elective);
    const level = idle.books.priceLevel;
    run(idle, 1);
    expect(plan(idle, CATEGORY.elective)).toBe(Math.round((before * idle.books.priceLevel) / level));
  });

  it('is worth its whole price to both sides, under a block as under a tariff', () => {
    const [tariff, block] = [smallWorld(), smallWorld({ set: BLOCK })] as const;
    expect(wishOfPurchaser(block, 0, false, 1)).toBeCloseTo(wishOfPurchaser(tariff, 0, false, 1), 12);
    expect(wishOfProvider(block, 0, false, 1)).toBeCloseTo(wishOfProvider(tariff, 0, false, 1), 12);
    // Without money a purchaser wants less of it.
    tariff.books.margin[0] = -0.05;
    expect(wishOfPurchaser(tariff, 0, false, 1)).toBeLessThan(wishOfPurchaser(block, 0, false, 1));
  });
});

describe('bodies that hold budgets', () => {
  it('settle plans of their own, with their own weight, and their gaps feed the area’s disputes', () => {
    const world = run(
      smallWorld({ weeks: 120, set: GROUPS, parameters: { group_of_practices_people: 2000 } }),
      60,
    );
    const { place, structure, will } = world;
    const H = place.providers.count;
    const bodies = [...structure.founded.keys()].filter((o) => structure.founded[o]! >= 0);
    expect(bodies.length).toBe(2);
    expect(tradeRow(world, 0)[0]).toBeCloseTo(0, 12);
    expect(will.plan[0]).toBe(0);
    let gap = 0;
    let trade = 0;
    for (const o of bodies) {
      const ph = (1 + o) * H;
      expect(will.plan[ph]).toBeGreaterThan(0);
      expect(will.bargainingWeight[ph]).toBeGreaterThan(0);
      trade += tradeRow(world, 1 + o)[0]!;
      gap += will.enrolledShare[o]! * will.gap[ph]!;
    }
    expect(trade).toBeCloseTo(will.trade[0]!, 9);
    expect(gapOfArea(world, 0, 0)).toBeCloseTo(gap, 9);
    // Who is readier has more weight.
    const o = bodies[0]!;
    const before = purchaserWeight(world, 1 + o, 0);
    will.readiness[o] = 1;
    expect(purchaserWeight(world, 1 + o, 0)).toBeGreaterThan(before);
  });
});

describe('a body that takes over contracts within a year', () => {
  it('has its part of the plan on the terms on which it was settled, until its own round', () => {
    const spec = { weeks: 120, parameters: { group_of_practices_people: 2000 } };
    const world = run(smallWorld({ ...spec, switches: { 70: GROUPS } }), 70);
    const H = world.place.providers.count;
    const [gap, weight] = [world.will.gap[0]!, world.will.bargainingWeight[0]!];
    const disputed = gapOfArea(world, 0, 0);
    expect(gap).toBeGreaterThan(0);
    run(world, 1);
    const { structure, will } = world;
    const bodies = [...structure.founded.keys()].filter((o) => structure.founded[o] === 70);
    expect(bodies.length).toBe(2);
    for (const o of bodies) {
      const ph = (1 + o) * H;
      expect(will.plan[ph]).toBeGreaterThan(0);
      expect(will.gap[ph]).toBeCloseTo(gap, 12);
      expect(will.bargainingWeight[ph]).toBeCloseTo(weight, 12);
      expect(shareStruckOut(world, 1 + o, 0)).toBeGreaterThan(0);
      expect(isChallenged(world, 1 + o, 0)).toBe(true);
    }
    expect(gapOfArea(world, 0, 0)).toBeCloseTo(disputed, 9);
  });

  it('goes on with the mean of both, by volume, where it has a plan already', () => {
    const world = run(
      smallWorld({ weeks: 120, set: GROUPS, parameters: { group_of_practices_people: 2000 } }),
      60,
    );
    const { structure, will, place } = world;
    const H = place.providers.count;
    const [from, to] = [...new Set(structure.purchaserOfPractice)] as [number, number];
    const row = (p: number): number => p * H;
    will.bargainingWeight[row(from)] = 0.2;
    will.bargainingWeight[row(to)] = 0.8;
    const [given, kept] = [will.plan[row(from)]!, will.plan[row(to)]!];
    changePurchaser(
      world,
      [...structure.purchaserOfPractice.keys()].filter((g) => structure.purchaserOfPractice[g] === from),
      to,
    );
    expect(will.plan[row(to)]).toBe(given + kept);
    expect(will.bargainingWeight[row(to)]).toBeCloseTo((0.2 * given + 0.8 * kept) / (given + kept), 9);
  });
});

describe('bills above the plan', () => {
  it('are worth less to the trust by what is struck out, the more surely the further above it is', () => {
    const world = run(smallWorld({ weeks: 110, set: { 'payment.activityAbovePlanPaid': 0.5 } }), 60);
    const struck = shareStruckOut(world, 0, 0);
    expect(struck).toBeGreaterThan(0.5);
    const pace = (plannedCare(world, world.books.activityYear, 0) * 52) / ((world.week % 52) + 1);
    world.will.plan[0] = pace;
    expect(paidAgainstPlan(world, 0, 0)).toBeCloseTo(1 - struck / 2, 9);
    world.will.plan[0] = pace * 10;
    expect(paidAgainstPlan(world, 0, 0)).toBeCloseTo(1, 6);
    const below = marginalPriceShare(world, 0, CATEGORY.elective).rho;
    world.will.plan[0] = pace / 10;
    expect(paidAgainstPlan(world, 0, 0)).toBeCloseTo(1 - struck, 6);
    // The trust’s own people are one payer of several: its part of the trade counts.
    expect(below - marginalPriceShare(world, 0, CATEGORY.elective).rho).toBeCloseTo(
      struck * world.will.trade[0]!,
      6,
    );
    // No plan, nothing struck out.
    world.will.plan[0] = 0;
    expect(paidAgainstPlan(world, 0, 0)).toBe(1);
  });
});
