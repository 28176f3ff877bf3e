import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { incomeOf } from '../../../src/model/organisations/purchasers.ts';
import { pursesOf, turnoverOf } from '../../../src/model/organisations/purses.ts';
import { closeMoneyYear } from '../../../src/model/phases/money-year.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const GROUPS: SettingValues = { 'budget.holder': 'consortia', 'rollout.by': 'decree' };

describe('a surplus of which nothing may be kept, made by one who owes', () => {
  const SURPLUS = 10_000_000;
  const DEBT = 100_000_000;
  const set = { 'payment.surplusCap': 0, 'governance.failureRegime': 'none' };
  const { loans } = smallWorld().settings;
  const interest = DEBT * loans.interest;
  const repaid = (SURPLUS - interest) * loans.repaid;

  it('pays interest, then part of the debt, and only the rest goes back, whoever made it', () => {
    expect(interest).toBeLessThan(SURPLUS);
    for (const side of ['trust', 'commissioner'] as const) {
      const world = run(smallWorld({ people: 2000, weeks: 60, set }), 51);
      const { books, ledger } = world;
      const [kept, debt] =
        side === 'trust' ? [books.retained, books.debtOfProvider] : [books.held, books.debt];
      debt[0] = DEBT;
      books.incomeYear[0] = books.costYear[0]! + (side === 'trust' ? SURPLUS : 0);
      books.heldBefore[0] = books.held[0]! - (side === 'trust' ? 0 : SURPLUS);
      const before = kept[0]!;
      closeMoneyYear(world);
      expect(DEBT - debt[0]!).toBe(repaid);
      expect(before - kept[0]!).toBe(SURPLUS);
      expect(ledgerSum(ledger)).toBe(0);
    }
  });
});

describe('a body that owns hospitals and leaves the money to its commissioner', () => {
  it('is measured by what its hospitals earned', () => {
    const set: SettingValues = {
      'provision.form': 'vertical',
      'provision.led': 'practices',
      'provision.trust': true,
      'rollout.by': 'decree',
    };
    const world = run(smallWorld({ people: 2000, weeks: 120, set }), 90);
    const bodies = pursesOf(world).filter(({ body, providers }) => body >= 0 && providers.length > 0);
    expect(bodies.length).toBeGreaterThan(0);
    for (const purse of bodies) {
      expect(turnoverOf(world, purse)).toBe(
        purse.providers.reduce((sum, h) => sum + world.books.incomeYear[h]!, 0),
      );
    }
  });
});

describe('who came to its money within the year', () => {
  const { loanShare } = smallWorld().settings.failure;
  /** The last week of a year in which groups of practices got the money in its last quarter, and one of them. */
  function lastWeek(set: SettingValues): { world: World; p: number } {
    const switches = { 91: { ...GROUPS, ...set } };
    const world = run(smallWorld({ people: 2000, weeks: 110, switches }), 103);
    const p = world.structure.purchaserOfPractice[0]!;
    expect(p).toBeGreaterThan(0);
    return { world, p };
  }
  function owedAfter(shareOfYear: number): number {
    const { world, p } = lastWeek({ 'governance.failureRegime': 'loan' });
    world.books.held[p] = -Math.round(shareOfYear * incomeOf(world, p));
    world.books.debt[p] = 0;
    closeMoneyYear(world);
    return world.books.debt[p]!;
  }

  it('gets a loan for what it lacks of a year’s money, not of what it has spent so far', () => {
    expect(owedAfter(0.7 * loanShare)).toBe(0);
    expect(owedAfter(1.3 * loanShare)).toBeGreaterThan(0);
  });

  it('keeps of a surplus what may be kept of a year’s money', () => {
    const { world, p } = lastWeek({ 'governance.failureRegime': 'none', 'payment.surplusCap': 0.04 });
    const year = incomeOf(world, p);
    const { books } = world;
    books.debt[p] = 0;
    books.held[p] = books.heldBefore[p]! + Math.round(0.05 * year);
    const before = books.held[p]!;
    closeMoneyYear(world);
    expect((before - books.held[p]!) / year).toBeCloseTo(0.01, 6);
  });
});
