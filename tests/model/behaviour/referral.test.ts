import { describe, expect, it } from 'vitest';
import { logistic } from '../../../src/kernel/deterministic-math.ts';
import { plannedSalience } from '../../../src/model/behaviour/practice/salience.ts';
import { renewReferralThresholds, thresholdFor } from '../../../src/model/behaviour/referral-threshold.ts';
import { shadowPrice } from '../../../src/model/behaviour/shadow-price.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { GT, GT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { SPECIALTIES } from '../../../src/model/place.ts';
import { logisticAt } from '../../../src/model/place-tables/gp-decision.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

describe("the GP's threshold", () => {
  it('rises with the wait in public, by a_wait times the log of one plus the wait', () => {
    const world = run(smallWorld(), 1);
    const before = world.books.threshold.slice();
    world.books.publishedWait.set(world.books.referenceWait.map((wait) => 2 * (1 + wait) - 1));
    renewReferralThresholds(world);
    // Twice (1 + wait): the threshold moves by a_wait ln 2.
    expect(world.books.threshold[0]! - before[0]!).toBeCloseTo(world.settings.aWait * Math.LN2, 9);
  });

  it('rises when practices feel the cost, and with demand management', () => {
    const plain = run(smallWorld({ set: { 'budget.salience': 'none' } }), 1).books.threshold[3]!;
    const hard = run(smallWorld({ set: { 'budget.salience': 'hard' } }), 1).books.threshold[3]!;
    const managed = run(
      smallWorld({ set: { 'budget.salience': 'none', 'programme.demandManagement': 1 } }),
      1,
    );
    expect(hard).toBeGreaterThan(plain);
    expect(managed.books.threshold[3]! - plain).toBeCloseTo(managed.settings.aDemandManagement, 9);
  });

  describe('where a practice feels what its patients cost', () => {
    const hard = (set: SettingValues = {}): World =>
      run(smallWorld({ set: { 'budget.salience': 'hard', ...set } }), 1);
    /** Rise for somebody of a severity over that of a practice that feels no cost. */
    const rise = (world: World, s: number, severity: number): number => {
      const plain = run(smallWorld({ set: { 'budget.salience': 'none' } }), 1);
      return thresholdFor(world, s, severity) - thresholdFor(plain, s, severity);
    };

    it('is higher for those who are likely to be operated on, by what an operation costs', () => {
      const world = hard();
      const { listedFrom, operationFelt } = world.books;
      const { operationCost, visitCost } = world.tables;
      const felt = operationFelt[0]! / operationCost[0]!;
      expect(felt).toBeGreaterThan(0);
      // At the severity at which one in two is listed, half an operation is to be expected.
      expect(rise(world, 0, listedFrom[0]!)).toBeCloseTo(felt * (visitCost[0]! + operationCost[0]! / 2), 6);
      expect(rise(world, 0, 0.95)).toBeGreaterThan(rise(world, 0, 0.2) + 0.02);
      // A mean referral costs as much as the mean of all.
      const shares = SPECIALTIES.map((specialty) => world.input.parameters[`specialty_share_${specialty}`]!);
      const all = shares.reduce((sum, share) => sum + share, 0);
      const mean = shares.reduce(
        (sum, share, s) =>
          sum + (share / all) * (visitCost[s]! + world.settings.conversion[s]! * operationCost[s]!),
        0,
      );
      expect(mean).toBeCloseTo(1, 9);
    });

    it('does not hang on the severity where admissions are paid by a block that follows nothing', () => {
      const block = hard({ 'payment.elective': 'block', 'payment.blockCorridor': 0 });
      expect(rise(block, 0, 0.95)).toBeCloseTo(rise(block, 0, 0.2), 9);
      expect(rise(block, 0, 0.2)).toBeGreaterThan(0);
    });

    it('a fund pays for each case, whatever others pay by, and its pound is a pound', () => {
      const set: SettingValues = { 'budget.holder': 'practices', 'payment.elective': 'block' };
      const world = hard(set);
      const rich = hard(set);
      rich.books.margin.fill(0.05);
      renewReferralThresholds(rich);
      expect(world.books.operationFelt[0]).toBeCloseTo(
        world.settings.aBudget * plannedSalience(world, 0) * world.tables.operationCost[0]!,
        9,
      );
      expect(rich.books.operationFelt).toEqual(world.books.operationFelt);
    });
  });

  it('fewer referrals come of hard budgets', () => {
    const referrals = (salience: 'none' | 'hard'): number => {
      const world = run(smallWorld({ people: 8000, set: { 'budget.salience': salience } }), 30);
      return world.tally.practices.reduce(
        (sum, value, n) => (n % GT_COUNT === GT.gp_referrals ? sum + value : sum),
        0,
      );
    };
    expect(referrals('hard')).toBeLessThan(0.97 * referrals('none'));
  });
});

describe('the shadow price of money', () => {
  it('is one at break-even, below in surplus, above in deficit, between its bounds', () => {
    const world = smallWorld();
    const at = (margin: number): number => {
      world.books.margin[0] = margin;
      return shadowPrice(world, 0);
    };
    expect(at(0)).toBeCloseTo(1, 12);
    expect(at(0.01)).toBeLessThan(1);
    expect(at(-0.01)).toBeGreaterThan(1);
    expect(at(1)).toBeCloseTo(world.settings.shadowPricePurchaser.low, 6);
    expect(at(-1)).toBeCloseTo(world.settings.shadowPricePurchaser.high, 6);
  });
});

describe('the tabled logistic', () => {
  it('is within 0.00001 of the curve everywhere', () => {
    const { logisticCurve } = smallWorld().tables;
    for (let x = -20; x <= 20; x += 0.0371) {
      expect(Math.abs(logisticAt(logisticCurve, x) - logistic(x))).toBeLessThan(1e-5);
    }
  });
});
