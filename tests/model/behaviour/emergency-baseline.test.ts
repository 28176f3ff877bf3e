import { describe, expect, it } from 'vitest';
import {
  emergencyBaseline,
  keepEmergencyBaseline,
  yearJustEnded,
} from '../../../src/model/behaviour/emergency-baseline.ts';
import { paidForEmergency } from '../../../src/model/behaviour/emergency-rate.ts';
import { PAYMENT, type Payment } from '../../../src/model/institutions/payment.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const FIXED: Payment = { ...PAYMENT, emergencyMarginalRate: 0.3, marginalRateBaseline: 'fixedYear' };

/** Two purchasers with two providers each. */
function twoByTwo(): World {
  return {
    week: 60,
    place: { providers: { count: 2 } },
    settings: { shortfall: { scale: 0.02 } },
    books: {
      emergencyCount: Float64Array.of(1, 2, 3, 4),
      emergencyCountLastYear: Float64Array.of(10, 20, 30, 40),
      emergencyCountBase: new Float64Array(4),
      emergencyBaseYear: new Float64Array(2),
    },
  } as unknown as World;
}

describe('the baseline of a marginal rate', () => {
  it('is last year’s number, or more by what is allowed', () => {
    expect(emergencyBaseline(twoByTwo(), PAYMENT, 2)).toBe(30);
    expect(emergencyBaseline(twoByTwo(), { ...PAYMENT, marginalRateAllowance: 0.03 }, 2)).toBeCloseTo(30.9);
  });

  it('is the number of the year that is named, when it has ended and for ever', () => {
    const world = twoByTwo();
    expect(yearJustEnded(1)).toBe(2007);
    keepEmergencyBaseline(world, 2007, 2, () => 2008);
    expect(emergencyBaseline(world, FIXED, 1)).toBe(-1);
    keepEmergencyBaseline(world, 2008, 2, () => 2008);
    world.books.emergencyCount.fill(99);
    keepEmergencyBaseline(world, 2009, 2, () => 2008);
    expect([0, 1, 2, 3].map((ph) => emergencyBaseline(world, FIXED, ph))).toEqual([1, 2, 3, 4]);
    expect(emergencyBaseline(world, { ...FIXED, marginalRateAllowance: 0.5 }, 3)).toBe(6);
  });

  it('of a year that was over before the run is the first that is counted, purchaser by purchaser', () => {
    const world = twoByTwo();
    keepEmergencyBaseline(world, 2007, 2, (p) => (p === 0 ? 2004 : 2008));
    const before: Payment = { ...FIXED, marginalRateBaseYear: 2004 };
    expect(emergencyBaseline(world, before, 1)).toBe(2);
    expect(emergencyBaseline(world, before, 2)).toBe(-1);
  });

  it('is what organisations look at: all of the price until it is counted, the rate far above it', () => {
    const world = twoByTwo();
    expect(paidForEmergency(world, FIXED, [0, 1])).toBe(1);
    expect(paidForEmergency(world, { ...FIXED, marginalRateBothWays: true }, [0, 1])).toBe(1);
    keepEmergencyBaseline(world, 2008, 2, () => 2008);
    world.books.emergencyCount.fill(100);
    expect(paidForEmergency(world, FIXED, [0, 1])).toBeCloseTo(0.3, 6);
    world.books.emergencyCount.fill(0);
    expect(paidForEmergency(world, FIXED, [0, 1])).toBeCloseTo(1, 6);
    expect(paidForEmergency(world, { ...FIXED, marginalRateBothWays: true }, [0, 1])).toBe(0.3);
  });

  it('goes with the people to who pays for them next', () => {
    const body = {
      'budget.holder': 'organisation',
      'provision.form': 'vertical',
      'provision.led': 'practices',
      'provision.practices': true,
      'rollout.by': 'decree',
      'rollout.mandated': true,
      'rollout.notBeforeWeeks': 0,
    } as const;
    const world = run(smallWorld({ people: 2000, switches: { 110: body } }), 108);
    const { emergencyCountBase: base } = world.books;
    const H = world.place.providers.count;
    const commissioners = world.place.commissioners.count * H;
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    const before = sum(base);
    expect(before).toBeGreaterThan(0);
    expect(sum(base.subarray(commissioners))).toBe(0);
    run(world, 8);
    expect(sum(base.subarray(commissioners))).toBeGreaterThan(0.9 * before);
    expect(sum(base)).toBe(before);
  });

  it('counts the year from April 2008 in a run', () => {
    const world = run(
      smallWorld({ people: 2000, set: { 'payment.marginalRateBaseline': 'fixedYear' } }),
      104,
    );
    const counted = world.books.emergencyCount.slice();
    run(world, 1);
    expect(world.books.emergencyCountBase).toEqual(counted);
    expect([...world.books.emergencyBaseYear]).toContain(2008);
    run(world, 52);
    expect(world.books.emergencyCountBase).toEqual(counted);
    expect(world.books.emergencyCountLastYear).not.toEqual(counted);
  });
});
