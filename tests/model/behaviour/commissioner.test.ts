import { describe, expect, it } from 'vitest';
import { shareStruckOut } from '../../../src/model/behaviour/agreed-plan.ts';
import { desiredGrowth } from '../../../src/model/behaviour/commissioner/bargaining.ts';
import { purchaserWeight } from '../../../src/model/behaviour/commissioner/bargaining-weight.ts';
import { communityThreshold } from '../../../src/model/behaviour/commissioner/community-capacity.ts';
import {
  demandManagement,
  demandManagementCost,
  demandManagementThreshold,
} from '../../../src/model/behaviour/commissioner/demand-management.ts';
import { longTermCare } from '../../../src/model/behaviour/commissioner/long-term-care.ts';
import {
  publicHealthLevel,
  renewPrevention,
} from '../../../src/model/behaviour/commissioner/public-health.ts';
import { commissionerPurse, saving } from '../../../src/model/behaviour/commissioner/purse.ts';
import { reviewCommissioners } from '../../../src/model/behaviour/commissioner/view.ts';
import {
  operationsLeft,
  purchaseShare,
  waitingListPurchases,
} from '../../../src/model/behaviour/commissioner/waiting-list-purchases.ts';
import type { Lever, PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { RT, RT_COUNT } from '../../../src/model/metrics/tallies.ts';
import { CATEGORY, type World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const BLOCK: SettingValues = {
  'payment.outpatient': 'block',
  'payment.elective': 'block',
  'payment.emergency': 'block',
  'payment.accidentAndEmergency': 'block',
};

function payOff(lever: Lever, world: World, unit = 0): PayOff {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  lever.payOff(world, unit, into);
  return into;
}

function setLevel(world: World, id: string, level: number): void {
  world.will.level[leverIndex(id)]!.fill(level);
}

describe('what a commissioner saves by one unit less', () => {
  it('is the price under a tariff, the corridor under a block, at break-even', () => {
    const tariff = smallWorld();
    const purse = commissionerPurse(tariff, 0);
    expect(purse).toMatchObject({ phi: 0, lambdaJoint: 0 });
    expect(saving(tariff, 0, purse, CATEGORY.elective, 1000, 300).own).toBeCloseTo(1000, 9);
    const block = smallWorld({ set: BLOCK });
    expect(saving(block, 0, commissionerPurse(block, 0), CATEGORY.elective, 1000, 300).own).toBeCloseTo(
      100,
      9,
    );
    const marginal = smallWorld({ set: { 'payment.emergencyMarginalRate': 0.3 } });
    // Far above last year's number; below it one more costs its whole price.
    marginal.books.emergencyCountLastYear.fill(100);
    const below = saving(marginal, 0, commissionerPurse(marginal, 0), CATEGORY.emergency, 2000, 600).own;
    expect(below).toBeCloseTo(2000, 6);
    marginal.books.emergencyCount.fill(100);
    expect(
      saving(marginal, 0, commissionerPurse(marginal, 0), CATEGORY.emergency, 2000, 600).own,
    ).toBeCloseTo(600, 9);
  });

  it('inside one body is the internal budget to itself and the cost of care to the body', () => {
    const world = smallWorld({
      set: { 'payment.internalBudgetFollowsActivity': 0.5, 'provision.form': 'vertical' },
    });
    world.structure.bodyOfCommissioner[0] = 0;
    world.structure.bodyOfProvider.fill(0);
    world.structure.form[0] = 2;
    const purse = commissionerPurse(world, 0);
    expect(purse.phi).toBeGreaterThan(0);
    const saved = saving(world, 0, purse, CATEGORY.elective, 1000, 300);
    expect(saved.own).toBeCloseTo((1 - purse.phi) * 500, 9);
    expect(saved.joint).toBeCloseTo(purse.phi * 300, 9);
  });
});

describe('demand management', () => {
  it('pays where activity costs its price, not where it costs a corridor of it', () => {
    expect(payOff(demandManagement, smallWorld()).ownCash).toBeGreaterThan(
      payOff(demandManagement, smallWorld({ set: BLOCK })).ownCash,
    );
    const world = smallWorld();
    const before = payOff(demandManagement, world).ownCash;
    world.books.margin[0] = -0.02;
    expect(payOff(demandManagement, world).ownCash).toBeGreaterThan(before);
  });

  it('moves no threshold at the reference, the programme by a_dm, at most to the most intensive', () => {
    expect(demandManagementThreshold(smallWorld(), 0)).toBe(0);
    const world = smallWorld({ set: { 'programme.demandManagement': 1 } });
    expect(demandManagementThreshold(world, 0)).toBeCloseTo(world.settings.aDemandManagement, 12);
    setLevel(world, 'demand_management', 2);
    expect(demandManagementThreshold(world, 0)).toBeCloseTo(world.settings.aDemandManagement, 12);
    world.will.disruptionCommissioner[0] = 0.5;
    expect(demandManagementThreshold(world, 0)).toBeLessThan(world.settings.aDemandManagement);
  });
});

describe('effort for demand management', () => {
  it('has diminishing returns: doubled it reaches a third more, and the next step is worth less than the first', () => {
    const world = smallWorld();
    const { demandReference } = world.settings.commissioning;
    setLevel(world, 'demand_management', 2);
    // y0 (1 + h) x / (x + h) with h = 1.
    expect(demandManagementThreshold(world, 0)).toBeCloseTo(
      world.settings.aDemandManagement * demandReference * (4 / 3 - 1),
      12,
    );
    const total = (level: number): number => {
      setLevel(world, 'demand_management', level);
      const { altruism, ownCash, targets } = payOff(demandManagement, world);
      return altruism + ownCash + targets;
    };
    expect(total(2)).toBeLessThan(total(1));
  });

  it('is paid for in full, whatever it reaches', () => {
    const world = smallWorld();
    expect(demandManagementCost(world, 0)).toBeCloseTo(0, 12);
    setLevel(world, 'demand_management', 2);
    const twice = demandManagementCost(world, 0);
    setLevel(world, 'demand_management', 3);
    expect(demandManagementCost(world, 0)).toBeCloseTo(2 * twice, 9);
  });
});

describe('community clinics', () => {
  it('lower the threshold a little where they are near, and send people to hospital where they close', () => {
    const world = smallWorld();
    expect(communityThreshold(world, 0)).toBeCloseTo(0, 12);
    setLevel(world, 'community_capacity', 2);
    const { communityNearness, communityPlacesShare } = world.settings.commissioning;
    expect(communityThreshold(world, 0)).toBeCloseTo(-communityNearness * communityPlacesShare, 12);
    setLevel(world, 'community_capacity', 0.5);
    // Half of the base year's places close: referrals rise by half their share.
    const { referralsPerThreshold } = world.settings.commissioning;
    expect(communityThreshold(world, 0) * referralsPerThreshold).toBeCloseTo(-0.5 * communityPlacesShare, 12);
  });

  it('see people instead of the hospital, at their own price', () => {
    const world = run(smallWorld({ people: 8000, set: { 'programme.communityClinics': 1 } }), 30);
    const usual = run(smallWorld({ people: 8000 }), 30);
    const referrals = (w: World): number =>
      w.records.weekly.gp_referrals!.subarray(0, 30).reduce((a, b) => a + b, 0);
    expect(referrals(world)).toBeLessThan(0.97 * referrals(usual));
    const visits = (w: World): number =>
      w.records.years[0]!.residents.reduce(
        (sum, count, n) => sum + (n % RT_COUNT === RT.community_visits ? count : 0),
        0,
      );
    expect(visits(world)).toBeGreaterThan(20 * visits(usual));
  });
});

describe('care of long-term conditions and public health', () => {
  it('are worth health to whoever values it, and cost a pound a pound', () => {
    const world = smallWorld();
    const care = payOff(longTermCare, world);
    expect(care.altruism).toBeGreaterThan(0);
    // One pound a pound at break-even, less what emergencies avoided save.
    expect(care.ownCash).toBeGreaterThan(-1);
    expect(care.ownCash).toBeLessThan(0);
  });

  it('lower onset by years of spending, in the ratios that both engines read, and a review guards the budget', () => {
    const world = smallWorld();
    renewPrevention(world);
    expect(world.books.onsetRatio).toEqual(world.tables.prevalenceRatio);
    setLevel(world, 'public_health', 2);
    for (let quarter = 0; quarter < 400; quarter++) renewPrevention(world);
    const factor = Math.exp(-world.settings.commissioning.publicHealthElasticity * Math.LN2);
    expect(world.books.onsetRatio[0]! / world.tables.prevalenceRatio[0]!).toBeCloseTo(factor, 6);
    expect(world.tables.prevalenceRatio).toEqual(world.place.practices.prevalenceRatio);
    const guarded = smallWorld({ set: { 'governance.publicHealthReview': true } });
    for (const each of [world, guarded]) setLevel(each, 'public_health', 0.5);
    expect(publicHealthLevel(world, 0)).toBe(0.5);
    expect(publicHealthLevel(guarded, 0)).toBe(1);
  });
});

describe('operations bought outside', () => {
  it('are none at the reference, and dearer the more are bought', () => {
    const world = smallWorld();
    expect(purchaseShare(world, 0)).toBe(0);
    const first = payOff(waitingListPurchases, world).ownCash;
    setLevel(world, 'waiting_list_purchases', 2);
    expect(purchaseShare(world, 0)).toBeCloseTo(world.settings.commissioning.purchaseShare, 12);
    expect(payOff(waitingListPurchases, world).ownCash).toBeLessThan(first);
  });

  it('bring the health that the wait would have cost', () => {
    const world = smallWorld();
    const { needDecrement, severityTreated, altruismCommissioner, qalyValuePounds } = world.settings;
    world.will.theatreWaitProjected.fill(26);
    reviewCommissioners(world);
    const { altruism } = payOff(waitingListPurchases, world);
    const most = (Math.max(...needDecrement) * severityTreated) / 2;
    const pounds = altruism * waitingListPurchases.basePounds(world, 0);
    expect(pounds).toBeGreaterThan(0);
    expect(pounds).toBeLessThan(most * altruismCommissioner * qalyValuePounds);
    world.will.theatreWaitProjected.fill(13);
    reviewCommissioners(world);
    expect(payOff(waitingListPurchases, world).altruism / altruism).toBeCloseTo(0.5, 9);
  });

  it('may fall short of those of the base year, which hospitals then do not have done', () => {
    const world = smallWorld();
    const { purchaseShare: share } = world.settings.commissioning;
    expect(operationsLeft(world, 0)).toBe(1);
    setLevel(world, 'waiting_list_purchases', 2);
    expect(operationsLeft(world, 0)).toBe(1);
    setLevel(world, 'waiting_list_purchases', 0.5);
    const trade = world.will.trade[0]!;
    expect(trade).toBeGreaterThan(0);
    expect(operationsLeft(world, 0)).toBeCloseTo(1 - 0.5 * share * trade, 12);
  });

  it('are not to be had without independent centres', () => {
    const world = smallWorld({ set: { 'provision.independentCentres': false } });
    setLevel(world, 'waiting_list_purchases', 2);
    expect(waitingListPurchases.acts(world, 0)).toBe(false);
    expect(purchaseShare(world, 0)).toBe(0);
  });
});

describe('bargaining', () => {
  it('asks for growth in the direction of the pay-off, at most the largest', () => {
    const world = smallWorld();
    const { growthMax } = world.settings.commissioning.bargaining;
    expect(desiredGrowth(world, 0)).toBe(0);
    expect(desiredGrowth(world, 10)).toBeCloseTo(growthMax, 6);
    expect(desiredGrowth(world, -10)).toBeCloseTo(-growthMax, 6);
  });

  it('gives weight by skill and information, and takes it by dependence', () => {
    const world = smallWorld();
    const start = purchaserWeight(world, 0, 0);
    world.will.skill[0] = 0.9;
    expect(purchaserWeight(world, 0, 0)).toBeGreaterThan(start);
    const informed = smallWorld({ set: { 'budget.salience': 'hard' } });
    expect(purchaserWeight(informed, 0, 0)).toBeGreaterThan(start);
    const dependent = smallWorld();
    dependent.will.trade[1] = 0;
    expect(purchaserWeight(dependent, 0, 0)).toBeLessThan(start);
  });

  it('settles a plan a year, and strikes out part of what is above it', () => {
    const world = run(smallWorld({ weeks: 110 }), 60);
    expect(world.will.plan[0]).toBeGreaterThan(0);
    const { challenge } = world.settings.commissioning.bargaining;
    const weight = world.will.bargainingWeight[0]!;
    expect(shareStruckOut(world, 0, 0)).toBeCloseTo(challenge * weight, 12);
    const capped = smallWorld({ set: { 'payment.activityAbovePlanPaid': 0.5 } });
    expect(shareStruckOut(capped, 0, 0)).toBeCloseTo(1 - 0.5 * (1 - challenge * 0.5), 12);
    const still = run(smallWorld({ weeks: 110, set: { 'planning.organisationsAct': false } }), 60);
    expect(still.will.plan[0]).toBe(0);
  });
});
