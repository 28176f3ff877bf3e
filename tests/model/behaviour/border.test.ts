import { describe, expect, it } from 'vitest';
import { borderRates } from '../../../src/model/behaviour/border.ts';
import { boughtFor, commissionerPurse, saving } from '../../../src/model/behaviour/commissioner/purse.ts';
import { feltCost } from '../../../src/model/behaviour/practice/felt-cost.ts';
import { marginalPriceShare } from '../../../src/model/behaviour/purse.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { FORM, purchasersOf } from '../../../src/model/organisations/structure.ts';
import { commissionerSpending } from '../../../src/model/phases/commissioner-spending.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { smallWorld } from '../world.ts';

const SYSTEMS: SettingValues = {
  'budget.holder': 'organisation',
  'budget.salience': 'hard',
  'provision.form': 'vertical',
  'provision.trust': true,
  'payment.internalBudgetFollowsActivity': 0,
};

/** Two bodies of a hospital and two practices each, with three and two in five of the people. */
function systems(set: SettingValues): World {
  const world = smallWorld({ people: 3000, set: { ...SYSTEMS, ...set } });
  const { structure, will } = world;
  for (const [h, o] of [1, 2].entries()) {
    structure.form[o] = FORM.vertical;
    structure.holdsBudget[o] = 1;
    structure.founded[o] = 0;
    structure.bodyOfProvider[h] = o;
    will.enrolledShare[o] = h === 0 ? 0.6 : 0.4;
    for (const g of [h * 2, h * 2 + 1]) {
      structure.bodyOfPractice[g] = o;
      structure.purchaserOfPractice[g] = 1 + o;
    }
  }
  return world;
}

/** Part of the price that comes to a provider's body from outside. */
function outside(world: World): number {
  return marginalPriceShare(world, 0, CATEGORY.elective).outside;
}

describe('care across the border of a body', () => {
  it('is struck out above the plan at the rates at which it was paid', () => {
    const struckOut = (set: SettingValues) => {
      const world = systems({ 'payment.activityAbovePlanPaid': 0, ...set });
      // The first body's people at the second body's hospital, far above what was agreed.
      const [p, h] = [2, 1];
      world.will.plan[p * 2 + h] = 1;
      const purchasers = purchasersOf(world.place, world.structure);
      world.books.activityYear[(CATEGORY.elective * purchasers + p) * 2 + h] = 1_000_000;
      const before = [world.books.activitySpendYear[p]!, world.books.incomeYear[h]!] as const;
      commissionerSpending(world);
      return [before[0] - world.books.activitySpendYear[p]!, before[1] - world.books.incomeYear[h]!];
    };
    const [back, whole] = struckOut({ 'payment.outOfSystemRate': 1, 'payment.outsiderRate': 1 });
    expect(back).toBeGreaterThan(900_000);
    expect(whole).toBe(back);
    const [half, most] = struckOut({ 'payment.outOfSystemRate': 0.5, 'payment.outsiderRate': 0.8 });
    expect(half).toBe(0.5 * back!);
    expect(most).toBe(0.8 * back!);
  });

  it('brings the hospital’s body what outsiders pay, no more', () => {
    const whole = outside(systems({ 'payment.outsiderRate': 1 }));
    expect(whole).toBeGreaterThan(0);
    expect(outside(systems({ 'payment.outsiderRate': 0.8 })) / whole).toBeCloseTo(0.8, 9);
    expect(outside(systems({ 'payment.outsiderRate': 0 }))).toBe(0);
  });

  it('comes to no more from outside than from all payers together', () => {
    const { rho, outside: from } = marginalPriceShare(systems({}), 0, CATEGORY.elective);
    // Nothing follows activity inside, so that all that comes comes from outside.
    expect(from).toBeCloseTo(rho, 12);
  });

  it('saves a purchaser what it pays across it', () => {
    const saved = (rate: number): number => {
      const world = systems({ 'payment.outOfSystemRate': rate });
      const purse = { phi: 0.5, lambdaOwn: 1, lambdaJoint: 0, lambdaAcross: 0, lambda: 0.5 };
      return saving(world, 0, purse, CATEGORY.elective, 1000, 300).own;
    };
    expect(saved(1)).toBeGreaterThan(0);
    expect(saved(0.5) / saved(1)).toBeCloseTo(0.5, 9);
    // What outsiders' hospitals get is not what their payer pays.
    const world = systems({ 'payment.outOfSystemRate': 1.2, 'payment.outsiderRate': 0.8 });
    expect(borderRates(world, 2, 1)).toEqual({ paid: 1.2, received: 0.8 });
    expect(borderRates(world, 2, 0)).toEqual({ paid: 1, received: 1 });
  });

  it('is felt by practices at the rate that is paid for their people', () => {
    const felt = (rate: number): number => {
      const world = systems({ 'payment.outOfSystemRate': rate });
      return Array.from({ length: 4 }, (_, g) => feltCost(world, g).operations).reduce((a, b) => a + b, 0);
    };
    expect(felt(0.5)).toBeLessThan(felt(1));
  });

  it('is all bought outside, at the whole price, where there are no bodies', () => {
    const world = smallWorld();
    expect(boughtFor(world, 0)).toEqual({ inside: 0, outside: 1 });
    expect(saving(world, 0, commissionerPurse(world, 0), CATEGORY.elective, 1000, 300).own).toBeCloseTo(
      1000,
      9,
    );
  });

  it('costs a commissioner outside all bodies what a body’s hospital asks of outsiders', () => {
    const world = smallWorld({ set: { 'provision.form': 'vertical', 'payment.outsiderRate': 0.8 } });
    world.structure.bodyOfProvider.fill(1);
    const purse = commissionerPurse(world, 0);
    expect(saving(world, 0, purse, CATEGORY.elective, 1000, 300).own).toBeCloseTo(purse.lambdaOwn * 800, 6);
  });
});
