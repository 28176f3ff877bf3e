import { describe, expect, it } from 'vitest';
import { isRefused, thinksAgain, viewBodies } from '../../../src/model/behaviour/enrolment.ts';
import { utilityOfSlot, worthOfEnrolment } from '../../../src/model/behaviour/enrolment-worth.ts';
import { electiveCapacity } from '../../../src/model/behaviour/hospital/elective-capacity.ts';
import { quality } from '../../../src/model/behaviour/hospital/quality.ts';
import { purseOf } from '../../../src/model/behaviour/purse.ts';
import { leavingRate, prevention, selection } from '../../../src/model/behaviour/selection.ts';
import type { Lever, PayOff } from '../../../src/model/behaviour/will/lever.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import type { World } from '../../../src/model/world.ts';
import { SYSTEMS_OF_HOSPITALS } from '../bodies.ts';
import { run, smallWorld } from '../world.ts';

/** A body for each main hospital, which people choose, with the money that follows them. */
const SYSTEMS: SettingValues = {
  ...SYSTEMS_OF_HOSPITALS,
  'provision.practices': true,
  'choice.reviewRate': 0.5,
  'riskAdjustment.formula': 'person',
  'entitlement.openEnrolment': true,
};

function payOff(lever: Lever, world: World, unit: number): PayOff {
  const into: PayOff = { altruism: 0, ownCash: 0, jointCash: 0, targets: 0 };
  lever.payOff(world, unit, into);
  return into;
}

function setEverywhere(world: World, set: SettingValues): void {
  world.inForce = world.inForce.map((institutions) => withSettings(institutions, set));
}

/** The first hospital of a body that people choose. */
function hospitalOf(world: World): number {
  return world.structure.bodyOfProvider.findIndex((o) => o >= 0 && world.will.enrolmentResponse[o]! > 0);
}

describe('what enrolment is worth to a system', () => {
  const world = run(smallWorld({ people: 8000, weeks: 120, set: SYSTEMS }), 66);
  const h = hospitalOf(world);
  const o = world.structure.bodyOfProvider[h]!;
  const purse = purseOf(world, h);

  it('is people who come, for the years they stay, times what they leave', () => {
    const { settings, will, books } = world;
    // Half of the people think again in a year, half of those at most would go.
    const years = 1 / (1 - 0.75 * (1 - settings.prevention.discount));
    const inside = will.insideShare[o]!;
    const cost = settings.variableCostShare + settings.slotHoldingShare;
    const kept = 1 - inside * cost - (1 - inside);
    const pounds = will.enrolmentResponse[o]! * years * will.meanCost[0]! * books.priceLevel;
    const { joint, own } = worthOfEnrolment(world, h, purse);
    expect(will.enrolmentResponse[o]).toBeGreaterThan(0);
    expect(joint).toBeCloseTo(purse.lambdaJoint * purse.phi * pounds * kept, 6);
    expect(own).toBeCloseTo(
      purse.lambdaOwn * (1 - purse.phi) * pounds * Math.max(0, inside * (0.5 - cost)),
      6,
    );
  });

  it('is a term of quality and of capacity, and none where nobody chooses a system or brings money', () => {
    const hs = h * 8;
    const before = [quality, electiveCapacity].map((lever) =>
      payOff(lever, world, lever === quality ? h : hs),
    );
    const people = worthOfEnrolment(world, h, purse);
    const response = world.will.enrolmentResponse[o]!;
    world.will.enrolmentResponse[o] = 0;
    expect(worthOfEnrolment(world, h, purse)).toEqual({ own: 0, joint: 0 });
    const after = [quality, electiveCapacity].map((lever) =>
      payOff(lever, world, lever === quality ? h : hs),
    );
    world.will.enrolmentResponse[o] = response;
    expect(before[0]!.jointCash).toBeGreaterThan(after[0]!.jointCash);
    const price = electiveCapacity.basePounds(world, hs);
    const most = (utilityOfSlot(world, world.books.electiveSlots[hs]!) * people.joint) / price;
    const won = before[1]!.jointCash - after[1]!.jointCash;
    // The slot wins people as far as it is filled.
    expect(won).toBeGreaterThan(0);
    expect(won).toBeLessThanOrEqual(most + 1e-12);
    const { inForce } = world;
    setEverywhere(world, { 'choice.of': 'provider' });
    expect(worthOfEnrolment(world, h, purse)).toEqual({ own: 0, joint: 0 });
    world.inForce = inForce;
    world.structure.holdsBudget[o] = 0;
    expect(worthOfEnrolment(world, h, purse)).toEqual({ own: 0, joint: 0 });
    world.structure.holdsBudget[o] = 1;
  });

  it('is a little less where the money follows only from the next April on', () => {
    const { settings, will, books, inForce } = world;
    const years = 1 / (1 - 0.75 * (1 - settings.prevention.discount));
    const pounds = will.enrolmentResponse[o]! * years * will.meanCost[0]! * books.priceLevel;
    const dowry = worthOfEnrolment(world, h, purse);
    setEverywhere(world, { 'riskAdjustment.income': 'allocation' });
    const allocation = worthOfEnrolment(world, h, purse);
    world.inForce = inForce;
    // Half a year late: what it is worth less is half of a year's discount on all of the money.
    const late = purse.lambdaJoint * purse.phi * pounds * (settings.prevention.discount / 2);
    expect(allocation.own).toBe(dowry.own);
    expect(dowry.joint - allocation.joint).toBeCloseTo(late, 6);
    expect(allocation.joint).toBeGreaterThan(0);
  });

  it('falls with the slots that there are: one of a hundred shortens the wait by a hundredth of a week', () => {
    expect(utilityOfSlot(world, 100)).toBeCloseTo(world.settings.betaWaitPerWeek / 800, 12);
    expect(utilityOfSlot(world, 0)).toBe(0);
  });
});

describe('the least time with a system', () => {
  it('keeps whoever has chosen from thinking again until it is over', () => {
    const world = run(smallWorld({ people: 2000, weeks: 320, set: SYSTEMS }), 8);
    setEverywhere(world, { 'choice.minimumEnrolmentWeeks': 156, 'choice.reviewRate': 1 });
    world.settings.enrolment.byAge.fill(1);
    world.week = 60;
    expect(thinksAgain(world, 60)).toBe(true);
    // Chosen in week 8: a year later is too early, three years later is not.
    world.books.enrolledSince[60] = 9;
    expect(thinksAgain(world, 60)).toBe(false);
    world.week = 164;
    expect(thinksAgain(world, 60)).toBe(true);
  });

  it('lengthens the time between two moves by as much beyond a year', () => {
    const choice = smallWorld({ people: 1000, set: SYSTEMS }).inForce[0]!.choice;
    expect(leavingRate(choice)).toBeCloseTo(0.25, 12);
    expect(leavingRate({ ...choice, minimumEnrolmentWeeks: 156 })).toBeCloseTo(1 / (4 + 2), 12);
    expect(leavingRate({ ...choice, of: 'provider' })).toBe(0);
  });
});

describe('allocations that are shared out every April', () => {
  const set = {
    ...SYSTEMS,
    'riskAdjustment.formula': 'none',
    'riskAdjustment.income': 'allocation',
    'entitlement.openEnrolment': false,
  } as const;

  it('follow people who chose another system, and so the system has the levers of whom people bring money', () => {
    const world = run(smallWorld({ people: 4000, weeks: 120, set }), 104);
    const { structure, books } = world;
    const o = structure.bodyOfPractice.find((body) => body >= 0)!;
    const share = (): number => books.passedOn[o]! / books.allocation[0]!;
    const before = share();
    // A tenth of the others choose this system in the last week of the year.
    let moved = 0;
    const to = structure.bodyOfPractice.indexOf(o);
    for (let i = 0; i < world.people.initial; i += 10) {
      if (world.people.life(i) !== 1 || structure.bodyOfPractice[world.people.practice(i)] === o) continue;
      world.person.changePractice(i, to);
      moved++;
    }
    const people = books.registered.reduce((sum, n) => sum + n, 0);
    run(world, 1);
    expect(share() - before).toBeGreaterThan((0.8 * moved) / people);
    for (const lever of [selection, prevention]) expect(lever.acts(world, o)).toBe(true);
  });

  it('leave no effort at choosing where people bring no money', () => {
    const world = run(smallWorld({ people: 2000, weeks: 60, set }), 8);
    const o = world.structure.bodyOfPractice.find((body) => body >= 0)!;
    const refused = (): number => {
      let count = 0;
      for (let i = 0; i < world.people.initial; i++) if (isRefused(world, o, i, -1) !== 'no') count++;
      return count;
    };
    expect(viewBodies(world).effort[o]).toBeGreaterThan(0);
    expect(refused()).toBeGreaterThan(0);
    world.structure.holdsBudget[o] = 0;
    for (const lever of [selection, prevention]) expect(lever.acts(world, o)).toBe(false);
    expect(viewBodies(world).effort[o]).toBe(0);
    expect(refused()).toBe(0);
  });
});

describe('a system in administration', () => {
  it('serves its people until its notice is over, takes no new ones, and then closes', () => {
    const world = run(smallWorld({ people: 4000, weeks: 120, set: SYSTEMS }), 20);
    const o = world.structure.bodyOfPractice.find((body) => body >= 0)!;
    const served = (): number =>
      world.structure.bodyOfPractice.reduce(
        (sum, body, g) => sum + (body === o ? world.books.registered[g]! : 0),
        0,
      );
    world.will.closesAt[o] = 40;
    run(world, 20);
    expect(world.structure.founded[o]).toBeGreaterThanOrEqual(0);
    expect(served()).toBeGreaterThan(0);
    // Of those who chose a system since, nobody chose this one.
    const { enrolledSince } = world.books;
    let chose = 0;
    enrolledSince.forEach((week, i) => {
      if (week <= 20) return;
      chose++;
      expect(world.structure.bodyOfPractice[world.people.practice(i)]).not.toBe(o);
    });
    expect(chose).toBeGreaterThan(0);
    run(world, 1);
    expect(world.journal.filter(({ kind }) => kind === 'body closed').map(({ week }) => week)).toEqual([40]);
  });
});
