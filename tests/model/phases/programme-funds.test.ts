import { describe, expect, it } from 'vitest';
import { controlSaving } from '../../../src/model/behaviour/commissioner/long-term-care.ts';
import { sensitiveShadowPrice } from '../../../src/model/behaviour/practice/salience.ts';
import { leftOfSensitive } from '../../../src/model/behaviour/programme.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { RT, RT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const SET: SettingValues = {
  'rollout.by': 'decree',
  'rollout.notBeforeWeeks': 0,
  'budget.savingsShare': 0.7,
  'budget.savingsHonoured': 1,
  'planning.organisationsAct': false,
};

/** Groups of two practices each with a programme from the second year on, whose sum the first year measured. */
function grouped(preset: string, longTermConditions: 'none' | 'programme', weeks: number): World {
  const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);
  const set = { ...base, ...SET, 'payment.longTermConditions': longTermConditions };
  const parameters = { group_of_practices_people: 1500 };
  return run(smallWorld({ people: 3000, weeks: 210, switches: { 8: set }, parameters }), weeks);
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe.each(['integrated-provider-organisations', 'dual-track'])(
  'a programme for long-term conditions, under %s',
  (preset) => {
    it('is given a sum a head, what its people cost the year before at this year’s prices', () => {
      const world = grouped(preset, 'programme', 52);
      const { books } = world;
      const spent = books.programmeEmergencies.slice();
      const visits = books.programmeVisits.slice();
      expect(total(spent)).toBeGreaterThan(0);
      expect(total(visits)).toBeGreaterThan(0);
      expect(total(books.programmeBudget)).toBe(0);
      const prices = books.priceLevel;
      run(world, 30);
      const ratio = books.priceLevel / prices;
      books.programmeBudget.forEach((budget, g) => {
        expect(budget).toBe(Math.round((spent[g]! + visits[g]!) * ratio));
        expect(books.programmeIn[g]).toBe(Math.floor((budget * 30) / 52));
        expect(books.programmeOut[g]).toBe(books.programmeEmergencies[g]! + books.programmeVisits[g]!);
        expect(books.programmeHeld[g]).toBe(books.programmeIn[g]! - books.programmeOut[g]!);
        expect(world.ledger.balance[world.ledger.accounts.practice + g]).toBe(books.programmeHeld[g]);
      });
      expect(ledgerSum(world.ledger)).toBe(0);
    });

    it('shares what the group saved: its part for services, the rest and any overspending the purchaser’s', () => {
      const world = grouped(preset, 'programme', 103);
      const { books, structure } = world;
      // One group saved, another overspent.
      const groups = [...new Set(structure.groupOfPractice)];
      expect(groups.length).toBeGreaterThan(1);
      structure.groupOfPractice.forEach((group, g) => {
        const wanted = group === groups[0] ? 1_000_000 : -1_000_000;
        const p = structure.purchaserOfPractice[g]!;
        const change = wanted - books.programmeHeld[g]!;
        books.held[p]! -= change;
        books.programmeHeld[g] = wanted;
        world.ledger.balance[world.ledger.accounts.practice + g]! += change;
        world.ledger.balance[world.ledger.accounts.commissioner]! -= change;
      });
      const saved = books.programmeHeld.slice();
      const [given, paid] = [books.programmeIn.slice(), books.programmeOut.slice()];
      run(world, 1);
      const year = world.records.years[1]!;
      const of = (group: number, values: ArrayLike<number>): number =>
        [...structure.groupOfPractice].reduce((sum, at, g) => sum + (at === group ? values[g]! : 0), 0);
      const left = saved.map(
        (held, g) => held + year.programmeIn[g]! - given[g]! - year.programmeOut[g]! + paid[g]!,
      );
      expect(of(groups[0]!, books.programmeHeld)).toBe(Math.round(of(groups[0]!, left) * 0.7));
      expect(of(groups[1]!, books.programmeHeld)).toBe(0);
      expect(ledgerSum(world.ledger)).toBe(0);
    });

    it('keeps its sum a head whatever was saved', () => {
      const world = grouped(preset, 'programme', 103);
      const heads = world.books.programmeHeadEmergencies.slice();
      // A year without any of this care would lower a sum that follows it.
      world.books.programmeEmergencies.fill(0);
      const prices = world.books.priceLevel;
      run(world, 2);
      world.books.programmeHeadEmergencies.forEach((now, g) => {
        expect(now / heads[g]!).toBeCloseTo(world.books.priceLevel / prices, 9);
      });
    });

    it('leaves the commissioner what the group does not keep, and is felt as a fund at break-even', () => {
      const world = grouped(preset, 'programme', 60);
      expect(leftOfSensitive(world, 0)).toBeCloseTo(0.3, 9);
      expect(sensitiveShadowPrice(world, 0)).toBe(1);
      const saving = controlSaving(world, 0);
      world.books.programmeBudget.fill(0);
      const without = controlSaving(world, 0);
      expect((saving.own + saving.joint) / (without.own + without.joint)).toBeCloseTo(0.3, 9);
    });

    it('does nothing where there is none, and ends with it', () => {
      const none = grouped(preset, 'none', 60);
      expect(total(none.books.programmeBudget)).toBe(0);
      expect(leftOfSensitive(none, 0)).toBe(1);
    });
  },
);

describe('what a programme pays for', () => {
  it('is the price of every emergency that good care avoids, and is reported', () => {
    const world = grouped('integrated-provider-organisations', 'programme', 104);
    const year = world.records.years[1]!;
    let sensitive = 0;
    for (let at = RT.emergency_ambulatory_sensitive; at < year.residents.length; at += RT_COUNT)
      sensitive += year.residents[at]!;
    const { annual } = report(world);
    const spent = annual.programme_spend_pounds![1]!;
    expect(spent).toBeGreaterThan(200 * sensitive);
    expect(spent).toBeLessThan(6000 * sensitive);
    expect(annual.programme_budget_pounds![1]).toBeGreaterThan(0);
  });
});
