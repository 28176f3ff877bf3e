import { describe, expect, it } from 'vitest';
import { bedDayCost, DAYS } from '../../../src/model/behaviour/hospital/bed-worth.ts';
import { clinicianSalience } from '../../../src/model/behaviour/hospital/clinician-salience.ts';
import { retention } from '../../../src/model/behaviour/hospital/retention.ts';
import { damping } from '../../../src/model/behaviour/hospital/slack.ts';
import { chanceFilled, theatreSlot } from '../../../src/model/behaviour/hospital/slots.ts';
import { perceive } from '../../../src/model/behaviour/will/adapt.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { LEVERS, leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { PRICE, PRICES, type World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const BLOCK: SettingValues = {
  'payment.outpatient': 'block',
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
  'payment.blockCorridor': 0,
};

/** A provider with hand-made books: break-even, waits of four weeks, nine beds in ten full. */
function handMade(set: SettingValues = {}, parameters: Record<string, number> = {}): World {
  // Without a cost of falling short of the plan a block pays exactly nothing at the margin.
  const world = smallWorld({
    people: 1000,
    trusts: 2,
    set,
    parameters: { plan_shortfall_share: 0, ...parameters },
  });
  const { will } = world;
  will.clinicWait.fill(4);
  will.clinicWaitProjected.fill(4);
  will.theatreWait.fill(4);
  will.theatreWaitProjected.fill(4);
  will.emergenciesAYear.fill(1000);
  will.deathsAYear.fill(50);
  will.turnover.fill(3_000_000);
  will.occupancy.fill(0.9);
  will.slack.fill(0.05);
  will.slackReference.fill(0.05);
  return world;
}

function payOff(world: World, id: string, unit = 0): PayOff & { readonly total: number } {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  perceive(LEVERS[leverIndex(id)]!, world, unit, into);
  return { ...into, total: into.altruism + into.ownCash + into.jointCash + into.targets };
}

describe('what a hospital gains from each lever', () => {
  it('follow-ups: the margin of a visit, felt in part, less the slots they take from new patients', () => {
    const world = handMade({ 'entitlement.targetStrength': 0 });
    // With no list nobody is kept waiting.
    world.will.clinicWait.fill(0);
    // Salience .45 of a margin of 1 - .3 of the price.
    expect(payOff(world, 'follow_up_ratio').ownCash).toBeCloseTo(0.45 * 0.7, 9);
    expect(payOff(world, 'follow_up_ratio').altruism).toBeCloseTo(0, 12);
    world.will.clinicWait.fill(4);
    expect(payOff(world, 'follow_up_ratio').ownCash).toBeLessThan(0.45 * 0.7);
    expect(payOff(world, 'follow_up_ratio').altruism).toBeLessThan(0);
  });

  it('follow-ups: worth more under a tariff than under a block; not beyond a cap', () => {
    const tariff = payOff(handMade(), 'follow_up_ratio');
    expect(payOff(handMade(BLOCK), 'follow_up_ratio').ownCash).toBeLessThan(tariff.ownCash);
    const short = (world: World): World => {
      world.will.clinicWait.fill(0);
      return world;
    };
    expect(payOff(short(handMade(BLOCK)), 'follow_up_ratio').ownCash).toBeCloseTo(-0.45 * 0.3, 9);
    const capped = short(handMade({ 'payment.followUpCap': 0.5 }));
    expect(payOff(capped, 'follow_up_ratio').ownCash).toBeCloseTo(-0.45 * 0.3, 3);
  });

  it('a stricter threshold of admission: loses the margin where theatres are idle, only under a tariff', () => {
    const idle = (world: World): World => {
      world.will.theatreWait.fill(0);
      return world;
    };
    expect(payOff(idle(handMade()), 'conversion_threshold').ownCash).toBeCloseTo(-0.45 * 0.7, 9);
    expect(payOff(idle(handMade(BLOCK)), 'conversion_threshold').ownCash).toBeCloseTo(0.45 * 0.3, 9);
  });

  it('a stricter threshold of admission: relieves the targets where the list is long', () => {
    const world = handMade();
    world.will.theatreWait.fill(30);
    world.will.theatreWaitProjected.fill(30);
    expect(payOff(world, 'conversion_threshold').targets).toBeGreaterThan(0.2);
    expect(payOff(handMade({ 'entitlement.targetStrength': 0 }), 'conversion_threshold').targets).toBe(0);
  });

  it('a stricter threshold of admission: costs health beyond the clinical norm, gains it short of it', () => {
    const world = handMade();
    expect(payOff(world, 'conversion_threshold').altruism).toBeCloseTo(0, 12);
    for (let hs = 0; hs < 8; hs++) world.books.conversionThreshold[hs]! += 0.1;
    // Ten points of severity: -a * .1 * the need's loss over the price, the mean weighted by slots.
    let expected = 0;
    let slots = 0;
    for (let hs = 0; hs < 8; hs++) {
      const here = world.books.electiveSlots[hs]!;
      expected -= (here * 2500 * 0.1 * world.settings.needDecrement[hs]!) / theatreSlot(world, hs).price;
      slots += here;
    }
    expect(payOff(world, 'conversion_threshold').altruism).toBeCloseTo(expected / slots, 9);
  });

  it('short stays: a gain under a tariff, a loss under a block and at a marginal rate below cost', () => {
    const at = (set: SettingValues): number => payOff(handMade(set), 'emergency_threshold').ownCash;
    expect(at({})).toBeGreaterThan(0);
    expect(at(BLOCK)).toBeLessThan(0);
    // Above last year's number.
    const above = handMade({ 'payment.emergencyMarginalRate': 0.2 });
    above.books.emergencyCountLastYear.fill(10);
    above.books.emergencyCount.fill(100);
    expect(payOff(above, 'emergency_threshold').ownCash).toBeLessThan(0);
  });

  it('referrals to a colleague: a gain where clinics are idle under a tariff, none under a block', () => {
    const idle = (set: SettingValues): number => {
      const world = handMade(set);
      world.will.clinicWait.fill(0);
      return payOff(world, 'consultant_referrals').ownCash;
    };
    expect(idle({})).toBeCloseTo(0.45 * 0.7, 9);
    expect(idle(BLOCK)).toBeCloseTo(-0.45 * 0.3, 9);
  });

  it('efficiency: a block keeps four tenths of the gain that a tariff keeps', () => {
    const [tariff, block] = [handMade(), handMade(BLOCK)];
    expect(retention(tariff, 0)).toBeCloseTo(1, 12);
    expect(retention(block, 0)).toBeCloseTo(0.4, 12);
    // Nothing fills the freed beds in either, so that the gain is the same.
    for (const world of [tariff, block]) world.will.occupancy.fill(0);
    const kept = payOff(block, 'efficiency').ownCash / payOff(tariff, 'efficiency').ownCash;
    expect(kept).toBeCloseTo(0.4, 6);
    // .13 of 1000 stays at a bed-day's cost, .05 of the turnover; over a tenth of it, dampened by slack.
    const days = 0.13 * 1000 * tariff.settings.emergencyStayDays * bedDayCost(tariff);
    const gain = (days + 0.05 * 3_000_000) / 300_000;
    expect(payOff(tariff, 'efficiency').ownCash).toBeCloseTo(gain / (1 + 3 * 0.05), 4);
  });

  it('efficiency and quality: less where slack makes nobody look', () => {
    const slack = handMade();
    slack.will.slack.fill(0.15);
    expect(damping(slack, 0)).toBeCloseTo(1 / 1.45, 12);
    for (const id of ['efficiency', 'quality']) {
      expect(payOff(slack, id).total).toBeLessThan(payOff(handMade(), id).total);
    }
  });

  it('quality: lives, and patients who come by choice where a case leaves a margin', () => {
    const world = handMade();
    // 50 deaths, .09 of their log, 4 QALYs, 2,500 pounds each; over .02 of 3 million.
    const lives = (50 * 0.09 * 4 * 2500) / 60_000 / 1.15;
    expect(payOff(world, 'quality').altruism).toBeCloseTo(lives, 9);
    const chosen = payOff(world, 'quality').ownCash;
    const unchosen = payOff(handMade({ 'choice.of': 'none' }), 'quality').ownCash;
    expect(unchosen).toBeCloseTo(-0.45 * 0.5, 9);
    expect(chosen).toBeGreaterThan(unchosen);
    expect(payOff(handMade(BLOCK), 'quality').ownCash).toBeCloseTo(unchosen, 9);
    expect(payOff(handMade({ 'choice.informationQuality': 0 }), 'quality').ownCash).toBeCloseTo(unchosen, 9);
  });

  it('joint work: loses the price of emergencies under a tariff, saves their cost under a block', () => {
    const tariff = payOff(handMade(), 'joint_work_provider');
    const block = payOff(handMade(BLOCK), 'joint_work_provider');
    expect(tariff.ownCash).toBeLessThan(block.ownCash);
    expect(tariff.altruism).toBeGreaterThan(0);
  });

  it('beds: cost their holding, earn nothing of their own under a block, and relieve a full house', () => {
    const [tariff, block] = [handMade(), handMade(BLOCK)];
    // Half the house's reaction to: no income, one bed's cost.
    expect(payOff(block, 'beds').ownCash).toBeCloseTo(-0.5, 9);
    expect(payOff(tariff, 'beds').ownCash).toBeGreaterThan(-0.5);
    const empty = handMade();
    empty.will.occupancy.fill(0.7);
    expect(payOff(empty, 'beds').targets).toBeLessThan(0.01);
    // At the midpoint half of 1.5 costs, and the reaction of a half.
    expect(payOff(handMade({ 'entitlement.targetWaitWeeks': 0 }), 'beds').targets).toBeCloseTo(0.375, 9);
    expect(LEVERS[leverIndex('beds')]!.basePounds(tariff, 0)).toBeCloseTo(163 * DAYS, 9);
  });

  it('price: acts only where it is free; rises without rivals, falls with many', () => {
    const lever = LEVERS[leverIndex('price')]!;
    expect(lever.acts(handMade(), 0)).toBe(false);
    const world = handMade({ 'payment.priceFreedom': 'local' });
    expect(lever.acts(world, 0)).toBe(true);
    world.tables.contestability.fill(0);
    expect(payOff(world, 'price').ownCash).toBeCloseTo(1, 9);
    world.tables.contestability.fill(1);
    // 1 - 14 * .49 * (1 - .65)
    expect(payOff(world, 'price').ownCash).toBeCloseTo(1 - 14 * 0.49 * 0.35, 9);
  });

  it('operations: the more rivals a list has the less its slot is filled, and a day case has its own price', () => {
    const world = handMade();
    expect(chanceFilled(world, 4)).toBeCloseTo(1 - Math.exp(-1), 12);
    const { pricePence } = world.books;
    world.books.dayCaseShare[0] = 1;
    expect(theatreSlot(world, 0).price).toBe(pricePence[PRICE.dayCase]! / 100);
    world.books.dayCaseShare[0] = 0;
    expect(theatreSlot(world, 0).price).toBe(pricePence[0 * PRICES + PRICE.inpatient]! / 100);
  });
});

describe('how far doctors feel the purse', () => {
  it('directorates alone, salaried in a body without internal budgets, partners by collaboration', () => {
    const alone = handMade();
    expect(clinicianSalience(alone, 0)).toBeCloseTo(0.45, 12);
    const partners = handMade({ 'provision.clinicalCollaboration': 1 });
    expect(clinicianSalience(partners, 0)).toBeCloseTo(0.75, 12);
    const body = handMade({ 'payment.internalBudgetFollowsActivity': 0 });
    body.structure.bodyOfProvider[0] = 0;
    expect(clinicianSalience(body, 0)).toBeCloseTo(0.15, 12);
  });
});

describe('inside a body', () => {
  it('an emergency of its own people costs the body, whatever the internal budget pays the trust', () => {
    const world = handMade({
      'payment.internalBudgetFollowsActivity': 1,
      'budget.holder': 'organisation',
      'provision.form': 'vertical',
    });
    const { structure, place } = world;
    structure.form[0] = 2;
    structure.bodyOfCommissioner.fill(0);
    structure.bodyOfProvider[0] = 0;
    expect(place.commissioners.count).toBeGreaterThan(0);
    expect(payOff(world, 'emergency_threshold').jointCash).toBeLessThan(0);
    expect(payOff(world, 'follow_up_ratio').jointCash).toBeLessThan(0);
    expect(payOff(world, 'efficiency').jointCash).toBeGreaterThan(0);
  });
});

describe('a run', () => {
  it('moves every lever within its bounds', () => {
    const world = run(smallWorld({ people: 3000, set: { 'payment.priceFreedom': 'local' } }), 105);
    LEVERS.forEach((lever, n) => {
      if (!lever.unit.startsWith('provider')) return;
      const law = world.settings.levers[n]!;
      const levels = [...world.will.level[n]!];
      expect(
        levels.some((x) => x !== 1),
        lever.id,
      ).toBe(true);
      for (const x of levels) {
        expect(Math.log(x), lever.id).toBeGreaterThan(law.low - 1e-9);
        expect(Math.log(x), lever.id).toBeLessThan(law.high + 1e-9);
      }
    });
  });
});
