import { describe, expect, it } from 'vitest';
import { logistic } from '../../../src/kernel/deterministic-math.ts';
import { renewReferralThresholds } from '../../../src/model/behaviour/referral-threshold.ts';
import { shadowPrice } from '../../../src/model/behaviour/shadow-price.ts';
import { GT, GT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { logisticAt } from '../../../src/model/place-tables/gp-decision.ts';
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
