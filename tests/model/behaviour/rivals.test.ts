import { describe, expect, it } from 'vitest';
import { priceOfRivals, priceRange } from '../../../src/model/behaviour/commissioner/price-bargaining.ts';
import { contestabilityOf } from '../../../src/model/behaviour/hospital/diversion.ts';
import { quality } from '../../../src/model/behaviour/hospital/quality.ts';
import { pressureOn } from '../../../src/model/behaviour/hospital/slack.ts';
import { phiOfProvider } from '../../../src/model/behaviour/internalisation.ts';
import type { PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { FORM } from '../../../src/model/organisations/structure.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

/** One body with both hospitals of the place, within which money follows patients as it does outside. */
const ONE: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'commissioner',
  'provision.trust': true,
  'provision.community': true,
  'payment.internalBudgetFollowsActivity': 1,
  'choice.of': 'provider',
  'rollout.by': 'decree',
};
const SYSTEM: SettingValues = { ...ONE, 'choice.of': 'system', 'riskAdjustment.income': 'dowry' };
/** A system for each hospital. */
const SYSTEMS: SettingValues = {
  ...SYSTEM,
  'provision.led': 'hospital',
  'provision.practices': true,
  'choice.reviewRate': 0.5,
};

/** Nobody comes from elsewhere, so that the hospitals of the place are each other's only rivals. */
function worldWith(set: SettingValues, weeks: number): World {
  const world = smallWorld({ people: 6000, weeks: 120, set });
  world.place.providers.plannedShareFromPlace.fill(1);
  world.tables.contestability.fill(0.4);
  return run(world, weeks);
}

/** How far the hospitals feel as their body does, whatever their relations: wholly or not at all. */
function feel(world: World, phi: 0 | 1): void {
  world.settings.internalisation[FORM.vertical] = phi;
  world.settings.internalisationMin = 1;
  world.will.trade.fill(1);
}

function payOffOfQuality(world: World): PayOff {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  quality.payOff(world, 0, into);
  return into;
}

describe('hospitals of one body', () => {
  const world = worldWith(ONE, 16);
  const split = worldWith({}, 16);

  it('lose nothing to each other as their body feels it, and as their own books feel it what they lost before', () => {
    expect([...world.structure.bodyOfProvider]).toEqual([0, 0]);
    for (const h of [0, 1]) {
      const { own, joint, felt } = contestabilityOf(world, h);
      expect(own).toBe(0.4);
      expect(joint).toBeLessThan(own);
      const phi = phiOfProvider(world, h);
      expect(phi).toBeGreaterThan(0);
      expect(felt).toBeCloseTo((1 - phi) * own + phi * joint, 12);
      expect(contestabilityOf(split, h)).toEqual({ own: 0.4, joint: 0.4, felt: 0.4 });
    }
  });

  it('press on each other the less, the more they feel as one', () => {
    const pressure = (phi: 0 | 1): number => {
      const one = worldWith(ONE, 16);
      one.tables.contestability.set([0, 1].map((h) => one.will.keptByBody[h]!));
      feel(one, phi);
      return pressureOn(one, 0).contestability;
    };
    expect(pressure(0)).toBeGreaterThan(0);
    expect(pressure(1)).toBe(0);
  });

  it('are no outside option to buyers, nor is their price that of a rival, where they feel as one', () => {
    const ceiling = (phi: 0 | 1): number => {
      const one = worldWith(ONE, 16);
      one.tables.contestability.set([0, 1].map((h) => one.will.keptByBody[h]!));
      feel(one, phi);
      one.books.priceFactor.set([1, 0.7]);
      one.books.publishedQuality.fill(0);
      expect(priceOfRivals(one, 0)).toBeCloseTo(phi === 1 ? 1 : 0.7, 12);
      return priceRange(one, 0, priceOfRivals(one, 0)).ceiling;
    };
    expect(ceiling(1)).toBeCloseTo(world.settings.bargainedPrice.withoutAlternative, 12);
    expect(ceiling(0)).toBeLessThan(ceiling(1));
  });

  it('win nothing for the body by patients of each other that a better one draws', () => {
    const worth = (betaQuality: number): PayOff => {
      const one = worldWith(ONE, 16);
      one.tables.contestability.set([0, 1].map((h) => one.will.keptByBody[h]!));
      // Most payers are of elsewhere: every case brings the body money.
      one.will.trade.fill(0.1);
      one.settings.betaQuality = betaQuality;
      return payOffOfQuality(one);
    };
    expect(worth(1).ownCash).toBeGreaterThan(worth(0).ownCash);
    expect(worth(1).jointCash).toBe(worth(0).jointCash);
  });

  it('press on each other again when the body is closed', () => {
    const back = smallWorld({ people: 2000, weeks: 120, switches: { 4: ONE, 8: {} } });
    run(back, 6);
    expect(Math.min(...back.will.keptByBody)).toBeGreaterThan(0);
    run(back, 4);
    expect([...back.will.keptByBody]).toEqual([0, 0]);
  });
});

describe('the pressure of people who choose their system', () => {
  it('is none on the only system there is', () => {
    const world = worldWith(SYSTEM, 30);
    expect([...world.structure.bodyOfProvider]).toEqual([0, 0]);
    expect(pressureOn(world, 0).contestability).toBe(0);
  });

  it('is what their choices say of how many would leave, with all that comes with them', () => {
    const world = worldWith(SYSTEMS, 30);
    const { structure, will, settings, books } = world;
    const h = structure.bodyOfProvider.findIndex((o) => o >= 0);
    const o = structure.bodyOfProvider[h]!;
    const people = structure.bodyOfPractice.reduce(
      (sum, body, g) => sum + (body === o ? books.registered[g]! : 0),
      0,
    );
    expect(will.enrolmentResponse[o]).toBeGreaterThan(0);
    expect(pressureOn(world, h).contestability).toBeCloseTo(
      (settings.hospital.slack.systemChoice * will.enrolmentResponse[o]!) / people,
      12,
    );
    // How many of its patients would choose another hospital has nothing to do with it.
    world.tables.contestability.fill(1);
    expect(pressureOn(world, h).contestability).toBeLessThan(0.5);
  });

  it('on a hospital of no system is that of its patients', () => {
    const world = worldWith({ ...SYSTEMS, 'provision.trust': false }, 30);
    expect([...world.structure.bodyOfProvider]).toEqual([-1, -1]);
    const asSystem = pressureOn(world, 0).contestability;
    world.inForce = world.inForce.map((one) => withSettings(one, { 'choice.of': 'provider' }));
    expect(asSystem).toBeGreaterThan(0);
    expect(asSystem).toBe(pressureOn(world, 0).contestability);
  });
});
