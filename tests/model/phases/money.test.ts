import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { weekPart } from '../../../src/model/phases/week-part.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, shock, smallWorld } from '../world.ts';

/** What commissioners paid for activity this year, and the tariff value of it, pence. */
function paidAndValue(world: World): { paid: number; value: number } {
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  return { paid: sum(world.books.activitySpendYear), value: sum(world.books.activityYear) };
}

/** Nothing is taken back for coding. */
const NO_AUDIT = { coding_audit_share: 0 };

describe('payment', () => {
  it('splits a year into weeks whose whole pence sum to the year', () => {
    const world = smallWorld();
    let sum = 0;
    for (world.week = 0; world.week < 52; world.week++) sum += weekPart(world, 1_000_003);
    expect(sum).toBe(1_000_003);
  });

  it('by tariff: what is paid is the value of what was done', () => {
    const world = run(smallWorld({ parameters: NO_AUDIT }), 40);
    const { paid, value } = paidAndValue(world);
    expect(value).toBeGreaterThan(0);
    expect(paid).toBe(value);
    expect(ledgerSum(world.ledger)).toBe(0);
  });

  it('by block: a year pays what last year was worth at the new prices, whatever is done', () => {
    const block = { 'payment.outpatient': 'block', 'payment.elective': 'block' } as const;
    const spec = {
      switches: { 52: { ...block, 'payment.blockCorridor': 0 } },
      shocks: [shock({ slots: 0.5 })],
      parameters: NO_AUDIT,
    };
    const world = run(smallWorld(spec), 52);
    const before = run(world, 1).books.activityLastYear.slice();
    run(world, 50);
    const count = world.place.commissioners.count * world.place.providers.count;
    const of = (values: Float64Array, category: number): number =>
      values.subarray(category * count, (category + 1) * count).reduce((a, b) => a + b, 0);
    const planned = of(before, CATEGORY.outpatient) + of(before, CATEGORY.elective);
    const done =
      of(world.books.activityYear, CATEGORY.outpatient) + of(world.books.activityYear, CATEGORY.elective);
    const unplanned =
      of(world.books.activityYear, CATEGORY.emergency) +
      of(world.books.activityYear, CATEGORY.accidentAndEmergency);
    expect(done).toBeLessThan(0.8 * planned);
    const paidForPlanned = world.books.activitySpendYear.reduce((a, b) => a + b, 0) - unplanned;
    // 51 of 52 weeks, each pair of purchaser and provider rounded down to whole pence.
    expect(paidForPlanned / (planned * (51 / 52))).toBeCloseTo(1, 4);
  });

  it('by marginal rate: emergencies above last year are worth less, those below are not', () => {
    const spec = {
      shocks: [shock({ emergencies: 1.5 })],
      set: { 'payment.emergencyMarginalRate': 0.3 },
      // Nothing is struck out of planned care above the plan.
      parameters: { challenge_share: 0, ...NO_AUDIT },
    };
    const more = run(smallWorld(spec), 100);
    const { paid, value } = paidAndValue(more);
    expect(paid).toBeLessThan(value);
    const less = run(smallWorld({ ...spec, shocks: [shock({ emergencies: 0.5 })] }), 100);
    expect(paidAndValue(less).paid).toBe(paidAndValue(less).value);
  });

  it('by marginal rate above a fixed year: in full until it has ended, and by it in later years', () => {
    const spec = {
      weeks: 208,
      shocks: [shock({ week: 104, weeks: 104, emergencies: 1.5 })],
      set: {
        'payment.emergencyMarginalRate': 0.3,
        'payment.marginalRateBaseline': 'fixedYear',
        'payment.marginalRateBaseYear': 2008,
      },
      parameters: { challenge_share: 0, ...NO_AUDIT },
    } as const;
    const paidShare = (weeks: number, set: SettingValues = spec.set): number => {
      const { paid, value } = paidAndValue(run(smallWorld({ ...spec, set }), weeks));
      return paid / value;
    };
    expect(paidShare(100)).toBe(1);
    const second = paidShare(204);
    expect(second).toBeLessThan(0.95);
    // By last year's number the second year of many emergencies is paid in full again, or nearly.
    expect(paidShare(204, { 'payment.emergencyMarginalRate': 0.3 })).toBeGreaterThan(second + 0.03);
  });
});
