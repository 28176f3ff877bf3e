import { describe, expect, it } from 'vitest';
import { isRefused, pullOf, thinksAgain, viewBodies } from '../../../src/model/behaviour/enrolment.ts';
import { selection } from '../../../src/model/behaviour/selection.ts';
import { bodyShadowPrice } from '../../../src/model/behaviour/shadow-price.ts';
import { leverIndex } from '../../../src/model/behaviour/will/levers.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { CLOCK_OFFSET } from '../../../src/model/population/people.ts';
import type { World } from '../../../src/model/world.ts';
import { SYSTEMS_OF_HOSPITALS } from '../bodies.ts';
import { run, smallWorld } from '../world.ts';

const SYSTEMS: SettingValues = {
  ...SYSTEMS_OF_HOSPITALS,
  'provision.practices': true,
  'choice.reviewRate': 0.5,
  'riskAdjustment.formula': 'age-sex',
  'entitlement.openEnrolment': true,
  'entitlement.enforcement': 1,
};

function opened(weeks: number): World {
  return run(smallWorld({ people: 1500, weeks: 60, set: SYSTEMS }), weeks);
}

function setEverywhere(world: World, set: SettingValues): void {
  world.inForce = world.inForce.map((institutions) => withSettings(institutions, set));
}

function bodyOf(world: World): number {
  return world.structure.bodyOfPractice.find((o) => o >= 0)!;
}

/** A body's effort at choosing people, 1 = all that it can. */
function setEffort(world: World, effort: number): void {
  world.will.level[leverIndex('selection')]!.fill(effort / world.settings.selection.reference);
}

describe('who would join a body', () => {
  const world = opened(2);
  const o = bodyOf(world);
  const everybody = Array.from({ length: world.people.initial }, (_, i) => i);
  const share = (answer: string, margin: number): number =>
    everybody.filter((i) => isRefused(world, o, i, margin) === answer).length / everybody.length;

  it('is never turned away who brings as much as they cost', () => {
    setEffort(world, 1);
    for (const margin of [0, 0.01, 3]) expect(share('no', margin)).toBe(1);
  });

  it('is turned away by effort: found, and fined, where enrolment is open and enforced, and else quietly', () => {
    setEffort(world, 1);
    expect(share('fined', -1)).toBe(1);
    setEverywhere(world, { 'entitlement.enforcement': 0.25 });
    expect(share('fined', -1)).toBeCloseTo(0.25, 1);
    expect(share('no', -1)).toBe(0);
    setEverywhere(world, { 'entitlement.openEnrolment': false, 'entitlement.enforcement': 1 });
    expect(share('quietly', -1)).toBe(1);
    setEffort(world, 0.4);
    expect(share('quietly', -1)).toBeCloseTo(0.4, 1);
    expect(share('no', -1)).toBeCloseTo(0.6, 1);
  });
});

describe('what draws a person to a body', () => {
  const world = opened(2);
  const o = bodyOf(world);
  const { betaWaitPerWeek, betaQuality, enrolment, selection: s } = world.settings;
  const known = 0.8;
  const view = viewBodies(world);
  const i = Array.from({ length: world.people.initial }, (_, n) => n).find(
    (n) => world.people.clock(n) === 0,
  )!;
  const log = (margin = 0, own = -1): number => Math.log(pullOf(world, view, i, o, own, margin, known));
  const change = (make: () => void, margin = 0): number => {
    const before = log(margin);
    make();
    return log(margin) - before;
  };

  it('is near hospitals, short waits and quality as they are known, and the body that serves them already', () => {
    const far = (): void => {
      world.place.reach.plannedKm.forEach((km, e, all) => {
        all[e] = km + 10;
      });
    };
    expect(enrolment.perKm).toBeGreaterThan(0);
    expect(change(far)).toBeCloseTo(-10 * enrolment.perKm, 9);
    expect(change(() => (view.wait[o]! += 5))).toBeCloseTo(-5 * known * betaWaitPerWeek, 9);
    expect(change(() => (view.quality[o]! += 0.5))).toBeCloseTo(0.5 * known * betaQuality, 9);
    expect(log(0, o) - log()).toBeCloseTo(enrolment.inertia, 9);
  });

  it('is bent by a choosy body towards those who bring more than they cost, and away from the others', () => {
    view.effort[o] = 0;
    const even = log();
    for (const margin of [-3, -1, 0.5, 1, 3]) expect(log(margin)).toBe(even);
    view.effort[o] = 0.6;
    expect(log(-1) - even).toBeCloseTo(-0.6 * s.skimp, 9);
    expect(log(0.5) - even).toBeCloseTo(0.3 * s.skimp, 9);
    expect(log(-3)).toBe(log(-1));
    expect(log(3)).toBe(log(1));
  });
});

describe('a long wait', () => {
  it('makes those who have waited beyond the target, and nobody else, think again more often', () => {
    const world = opened(8);
    world.week = 70;
    const initial = Array.from({ length: world.people.initial }, (_, i) => i);
    const waited = (i: number): number => world.week + CLOCK_OFFSET - world.people.clock(i);
    const waiting = initial.filter((i) => waited(i) > 18 && waited(i) <= 104);
    const others = initial.filter((i) => world.people.clock(i) === 0);
    const thinking = (people: number[], targetWaitWeeks: number): number => {
      setEverywhere(world, { 'entitlement.targetWaitWeeks': targetWaitWeeks });
      return people.filter((i) => thinksAgain(world, i)).length;
    };
    // A chance that is not cut off at 1.
    setEverywhere(world, { 'choice.reviewRate': 0.9 / world.settings.enrolment.experience });
    const usual = thinking(waiting, 0);
    expect(usual).toBeGreaterThan(5);
    expect(thinking(waiting, 18) / usual).toBeGreaterThan(1 + (world.settings.enrolment.experience - 1) / 2);
    expect(thinking(waiting, 104)).toBe(usual);
    expect(thinking(others, 18)).toBe(thinking(others, 0));
  });
});

describe('what effort at choosing is worth to a body', () => {
  it('is half of the gain by those who think again, less fines where enrolment is open, less the effort', () => {
    const world = opened(2);
    const o = bodyOf(world);
    const s = world.settings.selection;
    world.will.choosyGain[o] = 40;
    const lambda = bodyShadowPrice(world, o, 'buying');
    // Half of the people think again; a body's money and prices are those of the first year.
    const gain = (lambda * 0.5 * 40) / 2;
    const payOff = (openEnrolment: boolean, effort: number) => {
      setEverywhere(world, { 'entitlement.openEnrolment': openEnrolment, 'entitlement.enforcement': 0.5 });
      setEffort(world, effort);
      const into = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
      selection.payOff(world, o, into);
      return into;
    };
    for (const effort of [0.1, 0.7]) {
      const slope = 1 + 4 * effort;
      const cash = (gain - lambda * s.costPerHeadPounds * slope) / 10 / s.basePounds;
      const fines = (0.5 * s.finePerHeadPounds * slope) / 10 / s.basePounds;
      const open = payOff(true, effort);
      const free = payOff(false, effort);
      expect(open.ownCash).toBeCloseTo(cash, 9);
      expect(open.targets).toBeCloseTo(-fines, 9);
      expect(free.ownCash).toBeCloseTo(cash, 9);
      expect(free.targets).toBeCloseTo(0, 12);
    }
  });
});
