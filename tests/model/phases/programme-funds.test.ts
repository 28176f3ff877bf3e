import { describe, expect, it } from 'vitest';
import { placePrice } from '../../../src/model/behaviour/commissioner/community-capacity.ts';
import {
  emergencySaving,
  sensitiveSaving,
} from '../../../src/model/behaviour/commissioner/emergency-saving.ts';
import { controlSaving } from '../../../src/model/behaviour/commissioner/long-term-care.ts';
import {
  emergencySalience,
  sensitiveSalience,
  sensitiveShadowPrice,
} from '../../../src/model/behaviour/practice/salience.ts';
import { keptOfSensitive } from '../../../src/model/behaviour/programme.ts';
import { COMMUNITY_LIST } from '../../../src/model/behaviour/will/commissioning-state.ts';
import { createWorld, type Engine } from '../../../src/model/create-world.ts';
import { institutionsOfPractice, institutionsOfPurchaser } from '../../../src/model/institutions/in-force.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { RT, RT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { communityClinics } from '../../../src/model/phases/community-clinics.ts';
import { payProgrammes } from '../../../src/model/phases/programme-funds.ts';
import { LONG_TERM_CLINIC } from '../../../src/model/place.ts';
import { LIFE, STAGE_MASK } from '../../../src/model/population/people.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { atBaseCoding } from '../../../src/model/tariff-prices.ts';
import { CATEGORY, PRICE, PRICES, type World } from '../../../src/model/world.ts';
import { run, smallInput } from '../world.ts';

const SET: SettingValues = {
  'rollout.by': 'decree',
  'rollout.notBeforeWeeks': 0,
  'budget.savingsShare': 0.7,
  'budget.savingsHonoured': 1,
  'planning.organisationsAct': false,
};

/** Groups of two practices each with a programme from the second year on, whose sum the first year measured. */
function grouped(
  preset: string,
  longTermConditions: 'none' | 'programme',
  weeks: number,
  trusts = 2,
  engine: Engine = 'auto',
): World {
  const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);
  const set = { ...base, ...SET, 'payment.longTermConditions': longTermConditions };
  const parameters = { group_of_practices_people: 1500 };
  const input = smallInput({ people: 3000, trusts, weeks: 210, switches: { 8: set }, parameters });
  return run(createWorld(input, engine), weeks);
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe.each(['integrated-provider-organisations', 'dual-track'])(
  'a programme for long-term conditions, under %s',
  (preset) => {
    it('is given a sum a head, what its people cost the year before at this year’s prices', () => {
      const world = grouped(preset, 'programme', 52);
      const { books } = world;
      const spent = books.programmeEmergencies.slice();
      const visits = books.programmeVisits.map((pence, g) => pence + books.programmeCommunityVisits[g]!);
      expect(total(spent)).toBeGreaterThan(0);
      expect(total(visits)).toBeGreaterThan(0);
      expect(total(books.programmeBudget)).toBe(0);
      const prices = books.priceLevel;
      run(world, 30);
      const ratio = books.priceLevel / prices;
      books.programmeBudget.forEach((budget, g) => {
        expect(budget).toBe(Math.round((spent[g]! + visits[g]!) * ratio));
        expect(books.programmeIn[g]).toBe(Math.floor((budget * 30) / 52));
        expect(books.programmeOut[g]).toBe(
          books.programmeEmergencies[g]! + books.programmeVisits[g]! + books.programmeCommunityVisits[g]!,
        );
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

    it('has a line for each group when it begins, with its sum, and when it ends', () => {
      const base = settingsOf(REGIMES.find(({ id }) => id === preset)!.institutions);
      const set: SettingValues = { ...base, ...SET, 'payment.longTermConditions': 'programme' };
      const parameters = { group_of_practices_people: 1500 };
      const told = (world: World, kind: string) => world.journal.filter((line) => line.kind === kind);
      const ended = (switches: Readonly<Record<number, SettingValues>>, weeks: number) =>
        run(
          createWorld(
            smallInput({ people: 3000, weeks: 110, switches: { 8: set, ...switches }, parameters }),
          ),
          weeks,
        );

      const off = ended({ 60: { ...set, 'payment.longTermConditions': 'none' } }, 53);
      const begun = told(off, 'programme begins');
      expect(begun.length).toBeGreaterThan(1);
      expect(new Set(begun.map(({ week }) => week))).toEqual(new Set([52]));
      const sums = begun.map(({ description }) => Number(/; (\d+) pounds a year$/.exec(description)![1]));
      const budgets = total(off.books.programmeBudget) / 100;
      expect(Math.abs(sums.reduce((a, b) => a + b, 0) - budgets)).toBeLessThanOrEqual(sums.length);
      expect(told(run(off, 51), 'programme ends')).toEqual([]);
      const groups = begun.map(({ organisation }) => organisation).sort();
      const ends = told(run(off, 1), 'programme ends');
      expect(ends.map(({ week, organisation }) => [week, organisation])).toEqual(
        groups.map((code) => [104, code]),
      );

      // Where the group goes, its sum goes with it in that week.
      const closed = told(ended({ 60: {} }, 61), 'programme ends');
      expect(closed.map(({ week, organisation }) => [week, organisation])).toEqual(
        groups.map((code) => [60, code]),
      );
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
      expect(keptOfSensitive(world, 0)).toBeCloseTo(0.7, 9);
      expect(sensitiveShadowPrice(world, 0)).toBe(1);
      const saving = controlSaving(world, 0);
      world.books.programmeBudget.fill(0);
      const without = controlSaving(world, 0);
      expect((saving.own + saving.joint) / (without.own + without.joint)).toBeCloseTo(0.3, 9);
    });

    it('leaves the commissioner what it pays the hospital less what the group keeps, under a marginal rate too', () => {
      const world = grouped(preset, 'programme', 60);
      const purse = { phi: 0, lambdaOwn: 1, lambdaJoint: 0, lambdaAcross: 0, lambda: 1 };
      const all = emergencySaving(world, 0, purse, 1000, 400).own;
      for (const rate of [1, 0.3]) {
        const p = world.structure.purchaserOfPractice[0]!;
        for (const payer of [0, p])
          Object.assign(institutionsOfPurchaser(world, payer).payment, {
            emergencyMarginalRate: rate,
            emergencyRetained: 'windfall',
            marginalRateBothWays: true,
          });
        const paid = emergencySaving(world, 0, purse, 1000, 400).own;
        expect(paid).toBeCloseTo(all * rate, 6);
        expect(sensitiveSaving(world, 0, purse, 1000, 400).own).toBeCloseTo(paid - 700, 6);
        expect(sensitiveSaving(world, 0, purse, 1000, 400, 0.5).own).toBeCloseTo(paid - 350, 6);
      }
    });

    it('is felt as a hard budget only where there is a sum to pay from', () => {
      const world = grouped(preset, 'programme', 60);
      expect(institutionsOfPractice(world, 0).payment.longTermConditions).toBe('programme');
      Object.assign(institutionsOfPractice(world, 0).budget, { emergencySalience: 'indicative' });
      expect(sensitiveSalience(world, 0)).toBeGreaterThan(emergencySalience(world, 0));
      world.books.programmeBudget.fill(0);
      expect(sensitiveSalience(world, 0)).toBe(emergencySalience(world, 0));
    });

    it('does nothing where there is none, and ends with it', () => {
      const none = grouped(preset, 'none', 60);
      expect(total(none.books.programmeBudget)).toBe(0);
      expect(keptOfSensitive(none, 0)).toBe(0);
    });
  },
);

/** What a column has come to, in the year that is open. */
const sensitiveSoFar = ({ records }: World): number => {
  let sum = 0;
  const { residents } = records.years.at(-1)!;
  for (let at = RT.emergency_ambulatory_sensitive; at < residents.length; at += RT_COUNT)
    sum += residents[at]!;
  return sum;
};

describe('what a programme pays for', () => {
  it('is the price of every emergency that good care avoids, as the base year recorded it', () => {
    const world = grouped('integrated-provider-organisations', 'programme', 53, 1);
    const { books } = world;
    books.pricePence[PRICE.emergencyShort] = 123_457;
    books.pricePence[PRICE.emergencyLong] = 123_457;
    let seen = 0;
    for (let week = 53; week < 103; week++) {
      const price = atBaseCoding(world, 0, CATEGORY.emergency, 123_457);
      const [pence, cases] = [total(books.programmeEmergencies), sensitiveSoFar(world)];
      run(world, 1);
      const now = sensitiveSoFar(world) - cases;
      seen += now;
      expect(total(books.programmeEmergencies) - pence).toBe(now * price);
    }
    expect(seen).toBeGreaterThan(10);
  });

  it.each<Engine>(['typescript', 'wasm'])(
    'is the price of first visits to the two clinics, of people with a condition and nobody else, by %s',
    (engine) => {
      const world = grouped('integrated-provider-organisations', 'programme', 53, 2, engine);
      const { books, people, place } = world;
      for (let h = 0; h < place.providers.count; h++) {
        for (let s = 0; s < 8; s++) {
          books.pricePence[h * PRICES + PRICE.first + s] = LONG_TERM_CLINIC[s] === 1 ? 10_007 : 0;
          for (const item of [PRICE.followUp, PRICE.dayCase, PRICE.inpatient])
            books.pricePence[h * PRICES + item + s] = 0;
        }
      }
      const noted = (conditions: number): { visits: number; planned: number } => {
        const [visits, planned] = [total(books.programmeVisits), total(books.practiceSpend)];
        for (let week = 0; week < 4; week++) {
          for (let i = 0; i < people.initial; i++) people.setConditions(i, conditions);
          run(world, 1);
        }
        return {
          visits: total(books.programmeVisits) - visits,
          planned: total(books.practiceSpend) - planned,
        };
      };
      const with1 = noted(1);
      expect(with1.visits).toBeGreaterThan(0);
      expect(with1.visits % 10_007).toBe(0);
      // Those who came to the place later are as they are.
      expect(with1.visits).toBe(with1.planned);
      const without = noted(0);
      expect(without.planned).toBeGreaterThan(0);
      expect(without.visits).toBe(0);
    },
  );

  it('is what a place costs of first visits to community clinics, so that a visit elsewhere is no saving', () => {
    const world = grouped('integrated-provider-organisations', 'programme', 60);
    const { books, people, person, will, tables } = world;
    const clinics = LONG_TERM_CLINIC.indexOf(1);
    const other = LONG_TERM_CLINIC.indexOf(0);
    const idle = [...Array(people.initial).keys()].filter(
      (i) => people.life(i) === LIFE.present && (people.pathway(i) & STAGE_MASK) === 0,
    );
    const visit = (i: number, specialty: number, conditions: number): number => {
      people.setConditions(i, conditions);
      person.keepNeed(i, specialty, 0);
      const c = tables.commissionerOfPractice[people.practice(i)]!;
      will.communityPlaces[c] = 1;
      will.communityCarry[c] = 0;
      will.communityHead[c] = 0;
      will.communityLength[c] = 1;
      will.communityList[c * COMMUNITY_LIST] = i;
      const before = books.programmeCommunityVisits[people.practice(i)]!;
      communityClinics(world, () => {});
      expect(will.communityVisits[c]).toBe(1);
      return books.programmeCommunityVisits[people.practice(i)]! - before;
    };
    const price = Math.round(placePrice(world, 0) * 100);
    expect(price).toBeGreaterThan(0);
    expect(visit(idle[0]!, clinics, 1)).toBe(price);
    expect(visit(idle[1]!, clinics, 0)).toBe(0);
    expect(visit(idle[2]!, other, 1)).toBe(0);
    const out = total(books.programmeOut);
    const charged = total(books.programmeCharged);
    payProgrammes(world);
    expect(total(books.programmeOut) - out).toBe(price);
    expect(total(books.programmeCharged) - charged).toBe(price);
  });

  it('is reported', () => {
    const world = grouped('integrated-provider-organisations', 'programme', 104);
    const year = world.records.years[1]!;
    const { annual } = report(world);
    expect(annual.programme_spend_pounds![1]).toBeCloseTo(total(year.programmeOut) / 100, 6);
    expect(annual.programme_budget_pounds![1]).toBeGreaterThan(0);
  });
});
