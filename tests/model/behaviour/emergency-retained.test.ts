import { describe, expect, it } from 'vitest';
import { borderRates } from '../../../src/model/behaviour/border.ts';
import {
  emergencySaving,
  worthOfFencedPound,
} from '../../../src/model/behaviour/commissioner/emergency-saving.ts';
import { communityTeamControl } from '../../../src/model/behaviour/commissioner/long-term-care.ts';
import { commissionerPurse } from '../../../src/model/behaviour/commissioner/purse.ts';
import { marginalPriceShare } from '../../../src/model/behaviour/purse.ts';
import { avoidanceFunds, freeOf } from '../../../src/model/behaviour/set-aside.ts';
import { institutionsOfPurchaser } from '../../../src/model/institutions/in-force.ts';
import type { Payment } from '../../../src/model/institutions/payment.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { FORM } from '../../../src/model/organisations/structure.ts';
import { noteRetained, spendRetained, turnRetained } from '../../../src/model/phases/retained-price.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, shock, smallWorld } from '../world.ts';

type Rule = Payment['emergencyRetained'];

/** Under either preset somebody buys emergencies of trusts at a marginal rate: a commissioner, or a body without trusts. */
const PRESETS: Readonly<Record<string, SettingValues>> = {
  'purchaser-provider-split-2010-11': {},
  'heft-decreed': { 'provision.trust': false, 'payment.emergencyMarginalRate': 0.3 },
};

/** A year and a quarter in, with more emergencies than last year’s from the second year on. */
function above(preset: string, emergencyRetained: Rule, weeks = 65): World {
  const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);
  const set: SettingValues = {
    ...base,
    ...PRESETS[preset],
    'payment.marginalRateBaseline': 'lastYear',
    'payment.emergencyRetained': emergencyRetained,
  };
  const shocks = [shock({ week: 52, weeks: 52, emergencies: 1.4 })];
  return run(smallWorld({ people: 3000, switches: { 4: set }, shocks, weeks: 160 }), weeks);
}

/** Who pays for the people of the first commissioner. */
const payerOf = (world: World): number => world.structure.purchaserOfPractice[0]!;
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe.each(Object.keys(PRESETS))('what a marginal rate leaves of the price, under %s', (preset) => {
  it('is worth less to the purchaser behind a ring-fence than as its own, and the emergency feels dearer', () => {
    const felt = (rule: Rule): number => {
      const world = above(preset, 'windfall');
      const p = payerOf(world);
      Object.assign(institutionsOfPurchaser(world, p).payment, { emergencyRetained: rule });
      const purse = commissionerPurse(world, 0);
      const worth = worthOfFencedPound(world, 0, purse);
      expect(worth).toBeGreaterThan(0);
      expect(worth).toBeLessThan(1);
      const { own, joint } = emergencySaving(world, 0, purse, 1000, 400);
      return own + joint;
    };
    expect(felt('ring-fenced')).toBeGreaterThan(felt('windfall'));
    // What comes back to the trust next year costs nearly as much as the full price.
    expect(felt('returned')).toBeGreaterThan(felt('windfall'));
  });

  it('makes the emergency dearer to the trust only where it is not returned', () => {
    const brings = (rule: Rule): number => {
      const world = above(preset, 'windfall');
      Object.assign(institutionsOfPurchaser(world, payerOf(world)).payment, { emergencyRetained: rule });
      const trade = world.will.trade;
      return marginalPriceShare(world, trade[0]! > trade[1]! ? 0 : 1, CATEGORY.emergency).rho;
    };
    expect(brings('ring-fenced')).toBe(brings('windfall'));
    expect(brings('returned')).toBeGreaterThan(brings('windfall'));
    expect(brings('returned')).toBeLessThan(1);
  });

  it('is set aside: the purchaser reckons with the full price, and falls due when the year turns', () => {
    const fenced = above(preset, 'ring-fenced', 104);
    const p = payerOf(fenced);
    const H = fenced.place.providers.count;
    const retained = fenced.books.emergencyRetained.slice(p * H, (p + 1) * H);
    const kept = total(retained.map((pence) => Math.max(0, pence)));
    expect(kept).toBeGreaterThan(0);
    expect(fenced.books.held[p]! - freeOf(fenced, p)).toBe(kept);
    run(fenced, 1);
    const due = total(fenced.books.retainedDue.slice(p * H, (p + 1) * H));
    const spent = fenced.books.bodyYear[BT.avoidance]!;
    expect(due + spent).toBe(kept);
    expect(spent).toBeGreaterThan(0);
    run(fenced, 50);
    const last = total(fenced.books.retainedDue.slice(p * H, (p + 1) * H));
    expect(last).toBeLessThan(kept / 50);
    expect(last + fenced.books.bodyYear[BT.avoidance]!).toBe(kept);
    run(fenced, 1);
    expect(total(fenced.books.retainedDue)).toBe(0);
  });

  it('buys control of long-term conditions on top of what the commissioner wants', () => {
    const world = above(preset, 'ring-fenced', 105);
    const fenced = communityTeamControl(world, 0);
    world.books.avoidanceWeek.fill(0);
    expect(fenced).toBeGreaterThan(communityTeamControl(world, 0));
  });

  it('buys as much control in every week of the year, the last too', () => {
    const world = above(preset, 'ring-fenced', 105);
    const first = avoidanceFunds(world);
    const p = payerOf(world);
    expect(first[p]).toBe(52 * world.books.bodyYear[BT.avoidance]!);
    for (let week = 1; week < 52; week++) {
      const before = world.books.bodyYear[BT.avoidance]!;
      run(world, 1);
      // The year's books are closed in its last week.
      if (week < 51)
        expect(avoidanceFunds(world)[p]).toBe(52 * (world.books.bodyYear[BT.avoidance]! - before));
    }
    expect(world.week % 52).toBe(0);
    // Whole pence by pair and week: the last week pays out what rounding left.
    expect(avoidanceFunds(world)[p]! / first[p]!).toBeCloseTo(1, 2);
  });

  it('goes where the rule says, to the penny', () => {
    for (const rule of ['ring-fenced', 'returned', 'windfall'] as const) {
      const world = above(preset, rule);
      const p = payerOf(world);
      world.books.retainedDue[p * world.place.providers.count] = 100_000;
      const before = { held: world.books.held[p]!, retained: world.books.retained[0]! };
      spendRetained(world);
      const part = rule === 'windfall' ? 0 : Math.floor(100_000 / (52 - (world.week % 52)));
      expect(before.held - world.books.held[p]!).toBe(part);
      expect(world.books.retained[0]! - before.retained).toBe(rule === 'returned' ? part : 0);
      expect(ledgerSum(world.ledger)).toBe(0);
    }
  });
});

describe('what is returned at the border of a body', () => {
  it('comes to the trust at its own rate of the price, not at the payer’s', () => {
    const rates = { outOfSystemRate: 0.8, outsiderRate: 0.6 };
    const set: SettingValues = {
      'budget.holder': 'organisation',
      'provision.form': 'vertical',
      'provision.trust': true,
      'payment.emergencyMarginalRate': 0.3,
      'payment.emergencyRetained': 'returned',
      'payment.outOfSystemRate': rates.outOfSystemRate,
      'payment.outsiderRate': rates.outsiderRate,
    };
    const world = smallWorld({ people: 3000, set });
    const { structure, books, ledger } = world;
    for (const o of [1, 2]) {
      structure.form[o] = FORM.vertical;
      structure.holdsBudget[o] = 1;
      structure.founded[o] = 0;
      structure.bodyOfProvider[o - 1] = o;
    }
    const p = 1 + 1;
    const h = 1;
    expect(borderRates(world, p, h)).toEqual({
      paid: rates.outOfSystemRate,
      received: rates.outsiderRate,
    });
    noteRetained(world, p, h, 520_000);
    const noted = books.emergencyRetained[p * world.place.providers.count + h]!;
    expect(noted).toBe(520_000 * rates.outOfSystemRate);
    turnRetained(world);
    const before = { held: books.held[p]!, retained: books.retained[h]! };
    const treasury = ledger.balance[ledger.accounts.treasury]!;
    spendRetained(world);
    expect(before.held - books.held[p]!).toBe(8_000);
    expect(books.retained[h]! - before.retained).toBe(6_000);
    expect(ledger.balance[ledger.accounts.treasury]! - treasury).toBe(2_000);
    expect(ledgerSum(ledger)).toBe(0);
  });
});
