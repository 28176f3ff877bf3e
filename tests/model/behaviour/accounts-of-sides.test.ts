import { describe, expect, it } from 'vitest';
import { commissionerPurse, saving } from '../../../src/model/behaviour/commissioner/purse.ts';
import { purseOf } from '../../../src/model/behaviour/purse.ts';
import { bodyShadowPrice, providerShadowPrice } from '../../../src/model/behaviour/shadow-price.ts';
import type { Budget } from '../../../src/model/institutions/budget.ts';
import { institutionsOfBody } from '../../../src/model/institutions/in-force.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { nameOfBody } from '../../../src/model/organisations/body-names.ts';
import { ownerOfPurchaser, sidesOf } from '../../../src/model/organisations/sides.ts';
import { closeMoneyYear } from '../../../src/model/phases/money-year.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

type Accounts = Budget['accounts'];
const ALL: readonly Accounts[] = ['separate', 'single', 'ring-fence'];

/** Bodies founded early whose hospitals get dearer than their income grows. */
function losing(preset: string, accounts: Accounts, weeks: number): World {
  const set = {
    ...settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions),
    'budget.accounts': accounts,
    'rollout.notBeforeWeeks': 0,
    'payment.surplusCap': 1,
  };
  const parameters = { group_of_practices_people: 1500, cost_inflation_per_year: 0.08 };
  return run(smallWorld({ people: 3000, switches: { 4: set }, parameters, weeks: 170 }), weeks);
}

const total = (values: Float64Array, of: readonly number[]): number =>
  of.reduce((sum, n) => sum + values[n]!, 0);

/** The body of the first hospital. */
const bodyOf = (world: World): number => world.structure.bodyOfProvider[0]!;

describe.each(['heft-decreed', 'integrated-choice-mandated'])(
  'the books of a body’s two sides, under %s',
  (preset) => {
    const worlds = Object.fromEntries(ALL.map((accounts) => [accounts, losing(preset, accounts, 130)]));
    const of = (accounts: Accounts): World => worlds[accounts]!;
    const price = (accounts: Accounts, side: 'buying' | 'providing'): number =>
      bodyShadowPrice(of(accounts), bodyOf(of(accounts)), side);

    it('share one price of a pound, unless a ring-fence keeps them apart', () => {
      expect(price('separate', 'providing')).toBe(price('separate', 'buying'));
      expect(price('single', 'providing')).toBe(price('single', 'buying'));
      // Hospitals lose, and what buys has its allocation.
      expect(price('ring-fence', 'providing')).toBeGreaterThan(price('ring-fence', 'buying'));
    });

    it('leave the hospitals their own shadow price where there are two', () => {
      const own = (accounts: Accounts): number => providerShadowPrice(of(accounts), 0);
      expect(own('single')).toBe(price('single', 'providing'));
      expect(own('separate')).not.toBe(price('separate', 'providing'));
      expect(of('single').will.providerMargin[0]).toBe(of('single').will.bodyMargin[bodyOf(of('single'))]);
    });

    it('cover a loss of the providing side from the money for care, but not across a ring-fence', () => {
      const cover = (accounts: Accounts): number =>
        of(accounts).books.deficitCover.reduce((sum, pence) => sum + pence, 0);
      expect(cover('separate')).toBeGreaterThan(0);
      expect(cover('ring-fence')).toBe(0);
      expect(of('ring-fence').will.providerMargin[0]).toBeLessThan(of('separate').will.providerMargin[0]!);
    });

    it('make what the care of members costs dear where it is paid', () => {
      const world = of('ring-fence');
      const purse = purseOf(world, 0);
      expect(purse.lambdaJoint).toBe(price('ring-fence', 'providing'));
      expect(purse.lambdaAcross).toBe(price('ring-fence', 'buying'));
      const own = commissionerPurse(world, 0);
      const joint = (across: number): number =>
        saving(world, 0, { ...own, lambdaAcross: across }, CATEGORY.elective, 1000, 900).joint;
      // Above the internal price of 500, what is saved is of the other side.
      expect(joint(own.lambdaAcross)).toBeGreaterThan(joint(own.lambdaJoint));
    });

    it('are one purse to who lends, unless a ring-fence keeps them apart', () => {
      for (const accounts of ALL) {
        const world = losing(preset, 'separate', 51);
        const o = bodyOf(world);
        Object.assign(institutionsOfBody(world, o).budget, { accounts });
        Object.assign(institutionsOfBody(world, o).governance, { failureRegime: 'loan' });
        const { purchasers, providers } = sidesOf(world, o);
        for (const p of purchasers) world.books.held[p] = 0;
        world.books.held[purchasers[0]!] = 2e9;
        for (const h of providers) world.books.retained[h] = -1e9 / providers.length;
        closeMoneyYear(world);
        const lent = providers.reduce((sum, h) => sum + world.books.debtOfProvider[h]!, 0);
        expect(lent).toBe(accounts === 'ring-fence' ? 1e9 : 0);
        const told = world.journal
          .filter(({ kind }) => kind === 'loan')
          .map(({ organisation }) => organisation);
        const { code } = nameOfBody(world, o);
        expect(told.filter((one) => one.startsWith(code))).toEqual(
          accounts === 'ring-fence' ? [`${code}-providing`] : [],
        );
        expect(ledgerSum(world.ledger)).toBe(0);
      }
    });

    it('close with the whole body where one of them goes into administration', () => {
      const world = losing(preset, 'ring-fence', 51);
      const o = bodyOf(world);
      Object.assign(institutionsOfBody(world, o).governance, { failureRegime: 'administration' });
      const { purchasers, providers } = sidesOf(world, o);
      for (const p of purchasers) world.books.held[p] = 1e9;
      const kept = total(world.books.held, purchasers);
      for (const h of providers) world.books.retained[h] = -1e10;
      closeMoneyYear(world);
      const told = world.journal.filter(({ kind }) => kind === 'administration');
      expect(told.map(({ organisation }) => organisation)).toContain(
        `${nameOfBody(world, o).code}-providing`,
      );
      // The other side's money is its own, and its body ends all the same.
      expect(total(world.books.held, purchasers)).toBe(kept);
      expect(world.will.closesAt[o]).toBeGreaterThan(0);
    });

    it('are written out, one for each side or one for both', () => {
      for (const accounts of ALL) {
        const world = losing(preset, accounts, 104);
        const books = report(world).organisations.find(({ kind }) => kind === 'body')!;
        const o = bodyOf(world);
        const { purchasers, providers } = sidesOf(world, o);
        const years = world.records.years.length;
        const kept = (code: RegExp): number => {
          const n = books.codes.findIndex((one) => code.test(one) && nameStarts(one, world, o));
          return books.values.book_balance_cumulative_pounds![(years - 1) * books.codes.length + n]!;
        };
        const held =
          purchasers.reduce((sum, p) => sum + world.books.held[p]! - world.books.debt[p]!, 0) / 100;
        const retained =
          providers.reduce((sum, h) => sum + world.books.retained[h]! - world.books.debtOfProvider[h]!, 0) /
          100;
        if (accounts === 'single') {
          expect(books.codes.some((code) => /-(buying|providing)$/.test(code))).toBe(false);
          expect(kept(/./)).toBeCloseTo(held + retained, 4);
          expect(books.values.book_income_pounds).toBeUndefined();
        } else {
          expect(kept(/-buying$/)).toBeCloseTo(held, 4);
          expect(kept(/-providing$/)).toBeCloseTo(retained, 4);
        }
        expect(ownerOfPurchaser(world, purchasers[0]!)).toBe(o);
      }
    });
  },
);

/** Whether a code is of the body: those of bodies begin with who leads them. */
function nameStarts(code: string, { place, structure }: World, o: number): boolean {
  const C = place.commissioners.count;
  if (o < C) return code.startsWith(`${place.commissioners.code[o]!}-body`);
  if (o < C + place.providers.count) return code.startsWith(`${place.providers.code[o - C]!}-body`);
  return structure.groups > 0 && code.includes('-group-');
}
