import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { changePurchaser } from '../../../src/model/organisations/purchasers.ts';
import { purchasersOf } from '../../../src/model/organisations/structure.ts';
import { chargeArea, countAreaEmergencies } from '../../../src/model/phases/money.ts';
import { CATEGORIES, CATEGORY, type World } from '../../../src/model/world.ts';
import { run, type SmallWorld, shock, smallWorld } from '../world.ts';

const PLANNED_BY_BLOCK: SettingValues = { 'payment.outpatient': 'block', 'payment.elective': 'block' };
const BLOCK: SettingValues = {
  ...PLANNED_BY_BLOCK,
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
};
const TARIFF: SettingValues = { 'payment.outpatient': 'tariff', 'payment.elective': 'tariff' };
const BODY: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'commissioner',
  'provision.trust': true,
  'rollout.by': 'decree',
  'rollout.mandated': true,
};
/** Nothing is taken back for coding, nothing is struck out by challenge. */
const ALL_PAID = { coding_audit_share: 0, challenge_share: 0 };

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

function ofCategory(book: Float64Array, category: number): number {
  const pairs = book.length / CATEGORIES;
  return sum(book.subarray(category * pairs, (category + 1) * pairs));
}

/** One more week: what commissioners paid for care, what it was worth, and the part of emergencies and planned care, pence. */
function week(world: World) {
  const { books } = world;
  const read = () => ({
    paid: sum(books.activitySpendYear),
    worth: sum(books.activityYear),
    emergencies: ofCategory(books.activityYear, CATEGORY.emergency),
    planned:
      ofCategory(books.activityYear, CATEGORY.outpatient) + ofCategory(books.activityYear, CATEGORY.elective),
  });
  const before = read();
  run(world, 1);
  const after = read();
  return {
    paid: after.paid - before.paid,
    worth: after.worth - before.worth,
    emergencies: after.emergencies - before.emergencies,
    planned: after.planned - before.planned,
  };
}

describe('a rule of payment that changes within a year', () => {
  const inWeek95 = (spec: SmallWorld): World => run(smallWorld({ parameters: ALL_PAID, ...spec }), 95);

  it('takes a marginal rate off the emergencies that come, not off those of the weeks before', () => {
    const world = inWeek95({
      shocks: [shock({ emergencies: 1.5 })],
      switches: { 95: { 'payment.emergencyMarginalRate': 0.3 } },
    });
    const first = week(world);
    expect(first.worth - first.paid).toBeGreaterThan(0);
    expect(first.worth - first.paid).toBeLessThan(0.7 * first.emergencies);
    // It holds from then on.
    const others = Array.from({ length: 8 }, () => week(world));
    expect(sum(others.map(({ worth, paid }) => worth - paid))).toBeGreaterThan(0);
  });

  it('gives back nothing that was never kept, where the year falls to the baseline or the plan again', () => {
    // Far above the pace before the switch, far below it afterwards.
    const quiet = { emergencies: 0.3, slots: 0.3 };
    const shocks = [
      shock({ weeks: 43, emergencies: 1.5, slots: 1.4 }),
      shock({ week: 95, weeks: 9, ...quiet }),
    ];
    for (const [before, after] of [
      [{}, { 'payment.emergencyMarginalRate': 0.3 }],
      [{ 'payment.activityAbovePlanPaid': 1 }, { 'payment.activityAbovePlanPaid': 0 }],
    ] as const) {
      const world = inWeek95({ set: before, shocks, switches: { 95: after } });
      const weeks = Array.from({ length: 8 }, () => week(world));
      expect(sum(weeks.map(({ paid }) => paid))).toBeLessThanOrEqual(sum(weeks.map(({ worth }) => worth)));
    }
  });

  it('costs a commissioner nothing for the quiet weeks before, where the rate holds both ways', () => {
    const world = inWeek95({
      shocks: [shock({ emergencies: 0.5 })],
      switches: { 95: { 'payment.emergencyMarginalRate': 0.3, 'payment.marginalRateBothWays': true } },
    });
    const lastYear = ofCategory(world.books.activityLastYear, CATEGORY.emergency);
    const { paid, worth } = week(world);
    expect(paid).toBeGreaterThan(worth);
    expect(paid - worth).toBeLessThan((0.7 * lastYear) / 52);
  });

  it('strikes out planned care above the plan as it comes, not what a block had paid for', () => {
    const set = { ...PLANNED_BY_BLOCK, 'payment.activityAbovePlanPaid': 0 };
    const world = inWeek95({ set, shocks: [shock({ slots: 1.4 })], switches: { 95: TARIFF } });
    const { paid, worth, planned } = week(world);
    expect(worth - paid).toBeLessThanOrEqual(planned);
    // Far above the plan all the same: on those terms from April on, a good part would have been struck out.
    expect(sum(world.will.planExcess)).toBeGreaterThan(3 * planned);
  });
});

describe('what is paid by block', () => {
  const world = run(
    smallWorld({
      people: 2000,
      weeks: 240,
      set: BLOCK,
      shocks: [shock({ week: 60, weeks: 180, emergencies: 1.3 })],
      switches: { 130: BODY, 230: {} },
    }),
    130,
  );
  const until = (week: number) => run(world, week - world.week);
  const drift = (category: number): number =>
    ofCategory(world.books.plan, category) / ofCategory(world.books.activityLastYear, category);

  it('starts from last year’s activity when a body is founded', () => {
    expect(drift(CATEGORY.emergency)).toBeLessThan(0.95);
    until(131);
    expect(world.structure.founded[0]).toBe(130);
    expect(world.books.plan).toEqual(world.books.activityLastYear);
    // A plan that has just begun is last year's activity in April, too.
    until(157);
    expect(world.books.plan).toEqual(world.books.activityLastYear);
  });

  it('and again when it is closed', () => {
    until(230);
    expect(world.books.plan).not.toEqual(world.books.activityLastYear);
    until(231);
    expect(world.structure.founded[0]).toBe(-1);
    expect(sum(world.books.plan)).toBeGreaterThan(0);
    expect(world.books.plan).toEqual(world.books.activityLastYear);
  });

  it('goes on for those whom a body served before others join it, who bring last year’s activity', () => {
    const groups: SettingValues = { ...BLOCK, 'budget.holder': 'consortia', 'rollout.by': 'decree' };
    const joined = run(
      smallWorld({ weeks: 120, set: groups, parameters: { group_of_practices_people: 2000 } }),
      60,
    );
    const { books, structure, place } = joined;
    const H = place.providers.count;
    const [from, to] = [...new Set(structure.purchaserOfPractice)] as [number, number];
    const at = (p: number): number => (CATEGORY.elective * purchasersOf(place, structure) + p) * H;
    books.plan[at(from)] = 2 * books.activityLastYear[at(from)]!;
    books.plan[at(to)] = 3 * books.activityLastYear[at(to)]!;
    const [kept, brought] = [books.plan[at(to)]!, books.activityLastYear[at(from)]!];
    expect(brought).toBeGreaterThan(0);
    changePurchaser(
      joined,
      [...structure.purchaserOfPractice.keys()].filter((g) => structure.purchaserOfPractice[g] === from),
      to,
    );
    expect([books.plan[at(from)], books.plan[at(to)]]).toEqual([0, kept + brought]);
  });
});

describe('the year’s plan of a body that pays half the price across its border', () => {
  it('is what it comes to pay, so that it keeps no more than by luck', () => {
    const body = { ...BODY, 'provision.trust': false, 'payment.outOfSystemRate': 0.5 };
    const world = run(smallWorld({ people: 2000, weeks: 160, switches: { 52: body } }), 105);
    const { books } = world;
    run(world, 50);
    expect(sum(books.plannedBill) / (sum(books.activitySpendYear) * (52 / 51))).toBeCloseTo(1, 1);
    expect(sum(books.held) / sum(books.allocation)).toBeLessThan(0.1);
  });
});

describe('care of an area’s people of whom only the number is known', () => {
  const shares = [0.19, 0.32, 0.26, 0.23];

  function counted(handedOver: readonly number[]): World {
    const world = smallWorld({ set: BODY });
    expect(world.will.enrolledShare).toHaveLength(handedOver.length);
    world.will.enrolledShare.set(handedOver);
    for (let n = 0; n < 1000; n++) {
      countAreaEmergencies(world, 0, 0, 1);
      chargeArea(world, 0, 0, CATEGORY.emergency, 1001);
    }
    return world;
  }

  it('is counted, and charged, to the bodies that pay for them by their people, to the commissioner not at all', () => {
    const { books, place, structure } = counted(shares);
    const H = place.providers.count;
    const first = CATEGORY.emergency * purchasersOf(place, structure) * H;
    expect(books.emergencyCount[0]).toBe(0);
    expect(books.activityValue[first]).toBe(0);
    shares.forEach((share, o) => {
      expect(books.emergencyCount[(1 + o) * H]).toBeCloseTo(1000 * share, 6);
      expect(books.activityValue[first + (1 + o) * H]! / (1_001_000 * share)).toBeCloseTo(1, 2);
    });
    expect(sum(books.activityValue)).toBe(1_001_000);
  });

  it('goes to a commissioner by the people that it has left', () => {
    const { books, place } = counted([0.5, 0, 0, 0.25]);
    const H = place.providers.count;
    expect([books.emergencyCount[0], books.emergencyCount[H], books.emergencyCount[4 * H]]).toEqual([
      250, 500, 250,
    ]);
  });
});
