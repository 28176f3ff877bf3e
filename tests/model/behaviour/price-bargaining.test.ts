import { describe, expect, it } from 'vitest';
import {
  negotiatedPrice,
  priceRange,
  pricesOfRivals,
  sellersShare,
} from '../../../src/model/behaviour/commissioner/price-bargaining.ts';
import { clinicianSalience } from '../../../src/model/behaviour/hospital/clinician-salience.ts';
import { theatreSlot } from '../../../src/model/behaviour/hospital/slots.ts';
import { perceive } from '../../../src/model/behaviour/will/adapt.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { CATEGORIES, CATEGORY, PRICE, PRICES, type World } from '../../../src/model/world.ts';
import { run, type SmallWorld, smallWorld } from '../world.ts';

const NEGOTIATED: SettingValues = { 'payment.priceFreedom': 'negotiated' };

function world(set: SettingValues = {}, parameters: SmallWorld['parameters'] = {}): World {
  const made = smallWorld({ people: 1000, trusts: 2, set: { ...NEGOTIATED, ...set }, parameters });
  made.will.turnover.fill(3_000_000);
  made.will.deathsAYear.fill(50);
  made.books.publishedQuality.fill(0);
  return made;
}

describe('a negotiated price', () => {
  it('shares what the contract is worth, and is the floor where it is worth nothing', () => {
    expect(negotiatedPrice({ floor: 0.65, ceiling: 1.35 }, 0.5)).toBeCloseTo(1, 12);
    expect(negotiatedPrice({ floor: 0.65, ceiling: 1.35 }, 0)).toBe(0.65);
    expect(negotiatedPrice({ floor: 0.65, ceiling: 0.5 }, 0.5)).toBe(0.65);
  });

  it('lies between the avoidable cost and the outside option of those who buy', () => {
    const alone = world();
    alone.tables.contestability.fill(0);
    expect(priceRange(alone, 0, 0.9)).toEqual({ floor: expect.closeTo(0.65, 9), ceiling: 1.5 });
    alone.tables.contestability.fill(0.5);
    expect(priceRange(alone, 0, 0.9).ceiling).toBeCloseTo(0.5 * 0.9 + 0.5 * 1.5, 9);
    alone.books.unitCost.fill(1.1);
    expect(priceRange(alone, 0, 0.9).floor).toBeCloseTo(0.715, 9);
  });

  it('falls with rivals, with their prices, and with the skill of buyers', () => {
    const market = world();
    const priceWith = (contestability: number, rivalPrice: number): number => {
      market.tables.contestability.fill(contestability);
      return negotiatedPrice(priceRange(market, 0, rivalPrice), sellersShare(market, 0));
    };
    expect(priceWith(0.8, 1)).toBeLessThan(priceWith(0.2, 1));
    expect(priceWith(0.8, 0.9)).toBeLessThan(priceWith(0.8, 1));
    const before = priceWith(0.5, 1);
    market.will.skill.fill(1);
    expect(priceWith(0.5, 1)).toBeLessThan(before);
  });

  it('is no rival’s within one trust', () => {
    const market = world();
    market.books.priceFactor[1] = 0.8;
    expect(pricesOfRivals(market)[0]).toBeCloseTo(0.8, 12);
    market.structure.trustOfProvider.fill(0);
    expect([...pricesOfRivals(market)]).toEqual([1, 1]);
  });
});

describe('quality in the bargain', () => {
  const quality = (of: World): number => {
    const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
    perceive(LEVERS[leverIndex('quality')]!, of, 0, into);
    return into.ownCash;
  };

  it('is paid for where it is seen', () => {
    const seen = world();
    seen.books.publishedQuality.fill(2);
    expect(priceRange(seen, 0, 1).ceiling - priceRange(world(), 0, 1).ceiling).toBeCloseTo(2 * 0.03, 9);
    expect(quality(world())).toBeGreaterThan(quality(world({}, { price_quality_premium: 0 })));
  });

  it('and where it is hidden only the price counts', () => {
    const hidden = world({ 'choice.qualityPublished': false });
    const before = priceRange(hidden, 0, 1);
    hidden.books.publishedQuality.fill(2);
    expect(priceRange(hidden, 0, 1)).toEqual(before);
    // What is left is what effort costs: nobody comes for it and nobody pays for it.
    const bare = { 'choice.qualityPublished': false, 'choice.offeredShare': 0 };
    expect(quality(hidden)).toBeCloseTo(quality(world(bare, { price_quality_premium: 0 })), 12);
  });
});

describe('quality in the bargain of a body', () => {
  /** A body that feels nothing but what comes from outside; its hospital's patients are its own in part. */
  const earned = (parameters: Readonly<Record<string, number>>, set: SettingValues): number => {
    const made = run(
      smallWorld({
        people: 1000,
        set: {
          'provision.form': 'vertical',
          'provision.trust': true,
          'budget.holder': 'organisation',
          'rollout.by': 'decree',
          ...NEGOTIATED,
          ...set,
        },
        parameters,
      }),
      1,
    );
    made.will.turnover.fill(3_000_000);
    made.will.deathsAYear.fill(50);
    const h = made.structure.bodyOfProvider.findIndex((o) => o >= 0);
    // Four in ten of its patients come from elsewhere.
    made.will.trade[h] = 0.6;
    const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
    perceive(LEVERS[leverIndex('quality')]!, made, h, into);
    return into.jointCash / clinicianSalience(made, h);
  };

  it('is worth to all what those outside pay, whatever the budgets inside follow', () => {
    const premium = (follows: number): number => {
      const set = { 'payment.internalBudgetFollowsActivity': follows };
      return earned({}, set) - earned({ price_quality_premium: 0 }, set);
    };
    expect(premium(1)).toBeGreaterThan(0);
    expect(premium(0)).toBeCloseTo(premium(1), 12);
  });

  it('is worth nothing where nothing is left to share at the table', () => {
    const worth = (without: number): number => {
      const [paid, unpaid] = [undefined, 0].map((premium) => {
        const parameters = {
          price_without_alternative: without,
          ...(premium === undefined ? {} : { price_quality_premium: premium }),
        };
        const made = world({}, parameters);
        made.tables.contestability.fill(0);
        const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
        perceive(LEVERS[leverIndex('quality')]!, made, 0, into);
        return into.ownCash;
      });
      return paid! - unpaid!;
    };
    expect(worth(1.5)).toBeGreaterThan(0);
    // What the trust would save without the patients is 0.65 of the price.
    expect(worth(0.6)).toBe(0);
  });
});

describe('a year of negotiated prices', () => {
  const spec = { people: 2000, weeks: 240 };
  const negotiated = run(smallWorld({ ...spec, switches: { 52: NEGOTIATED, 110: {} } }), 53);
  const fixed = run(smallWorld(spec), 53);

  it('changes prices of planned care, and of nothing else', () => {
    for (const h of [0, 1]) {
      const factor = negotiated.books.priceFactor[h]!;
      expect(factor).not.toBe(1);
      const price = (of: World, which: number): number => of.books.pricePence[h * PRICES + which]!;
      expect(price(negotiated, PRICE.inpatient) / price(fixed, PRICE.inpatient)).toBeCloseTo(factor, 3);
      expect(price(negotiated, PRICE.emergencyLong)).toBe(price(fixed, PRICE.emergencyLong));
    }
  });

  it('leaves contracts for as many patients: plans are stated at the new prices', () => {
    const pairs = negotiated.books.plan.length / CATEGORIES;
    for (const h of [0, 1]) {
      const at = CATEGORY.elective * pairs + h;
      expect(negotiated.books.plan[at]! / fixed.books.plan[at]!).toBeCloseTo(
        negotiated.books.priceFactor[h]!,
        4,
      );
    }
  });

  it('does not change what care costs', () => {
    for (const hs of [0, 8]) {
      const [a, b] = [theatreSlot(negotiated, hs), theatreSlot(fixed, hs)];
      expect(a.price).not.toBe(b.price);
      expect(a.variableCost / b.variableCost).toBeCloseTo(1, 3);
    }
  });

  it('ends with the setting: the national price is back at the next review', () => {
    run(negotiated, 70);
    expect([...negotiated.books.priceFactor]).toEqual([1, 1]);
  });

  it('is followed by a local price at which contracts are for as many patients', () => {
    const LOCAL: SettingValues = { 'payment.priceFreedom': 'local' };
    const freed = run(smallWorld({ ...spec, switches: { 52: NEGOTIATED, 110: LOCAL } }), 116);
    const before = [...freed.books.priceFactor];
    const [plans, agreed] = [freed.books.plan.slice(), freed.will.plan.slice()];
    run(freed, 1);
    const pairs = plans.length / CATEGORIES;
    for (const h of [0, 1]) {
      const ratio = freed.books.priceFactor[h]! / before[h]!;
      expect(Math.abs(ratio - 1)).toBeGreaterThan(0.01);
      const at = CATEGORY.elective * pairs + h;
      expect(freed.books.plan[at]! / plans[at]!).toBeCloseTo(ratio, 4);
      expect(freed.will.plan[h]! / agreed[h]!).toBeCloseTo(ratio, 4);
    }
    // From then on the price is the trust's own, and plans are kept in money.
    const settled = freed.books.plan.slice();
    const own = freed.books.priceFactor[0]!;
    run(freed, 13);
    expect(freed.books.priceFactor[0]).not.toBe(own);
    expect(freed.books.plan).toEqual(settled);
  });
});
