import { detExp, detLog, detPow } from '../../kernel/deterministic-math.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { BT } from '../metrics/tallies.ts';
import { spend } from '../organisations/accounts.ts';
import { apartOf } from '../organisations/membership.ts';
import { growthOf } from '../organisations/purchasers.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { peopleBringMoney, worthOfPoundThatFollows } from './money-with-people.ts';
import { reviewRateOf } from './review-rate.ts';
import { bodyShadowPrice } from './shadow-price.ts';
import { levelOf } from './will/level.ts';
import type { Lever } from './will/lever.ts';

/** Growth of the money of a body's home: what effort of the base year costs today. */
function growthOfBody(world: World, o: number): number {
  return growthOf(world, world.place.commissioners.count + o);
}

/** People registered with a body's practices: it keeps these well, whoever pays for their care. */
function registeredWith({ structure, books }: World, o: number): number {
  let people = 0;
  structure.bodyOfPractice.forEach((body, g) => {
    if (body === o) people += books.registered[g]!;
  });
  return people;
}

/** People enrolled with a body: it draws them, or keeps them away. */
export function enrolledWith(world: World, o: number): number {
  const { structure, place } = world;
  const C = place.commissioners.count;
  let people = registeredWith(world, o);
  const p = purchaserOfBody(structure, C, o);
  for (let c = 0; c < C; c++) people += apartOf(world, c, p);
  return Math.max(0, people);
}

/**
 * Effort at choosing people: whom a body draws and whom it keeps away. For a person in twenty of those who think again
 * the gain is what its formula lets it see, less the fines that enforcement brings and the cost of the effort itself:
 * `[lambda v/2 E[g m] - enforcement fine (1 + 4x) - lambda c (1 + 4x)] / 10 / base`. Effort changes whom a body serves and
 * costs money; when all do the same nobody has gained. Source: organisational laws, 2.3, and model description, 7.1.
 */
export const selection: Lever = {
  id: 'selection',
  label: 'Selection of people',
  meaning: 'effort at drawing people who bring more than they cost and keeping others away',
  unit: 'body',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, o) => world.settings.selection.basePounds * growthOfBody(world, o),
  size: enrolledWith,
  acts: (world, o) => peopleBringMoney(world, o) && institutionsOfBody(world, o).choice.of === 'system',
  payOff(world, o, into) {
    const { selection: s } = world.settings;
    const { choice, entitlement } = institutionsOfBody(world, o);
    const lambda = bodyShadowPrice(world, o, 'buying');
    const effort = 1 + s.effortSlope * s.reference * levelOf(world, 'selection', o);
    // What is gained is hospital care, at its prices; the effort, and fines for it, cost what other services do.
    const prices = world.books.priceLevel / growthOfBody(world, o);
    const follows = worthOfPoundThatFollows(world, o);
    const gain = (lambda * reviewRateOf(world, choice) * world.will.choosyGain[o]! * prices * follows) / 2;
    const found = entitlement.openEnrolment ? entitlement.enforcement * s.finePerHeadPounds * effort : 0;
    into.ownCash = (gain - lambda * s.costPerHeadPounds * effort) / s.weighedOneIn / s.basePounds;
    into.targets = -found / s.weighedOneIn / s.basePounds;
  },
};

/**
 * Prevention by a body that keeps what it saves, pounds a head a year beyond what others do: the last pound saves
 * `e N / x` of hospital cost some years later, if the person is still there. `lambda e (cost / x) stay - lambda`,
 * `stay = ((1 - switching)(1 - discount))^lag`. In the reference years there is no such body and so no anchor to calibrate:
 * pay-offs are taken relative to those of the spender of those years, a commissioner at break-even whose people stay and
 * who saves the price. Source: organisational laws, 2.3.
 */
export const prevention: Lever = {
  id: 'prevention',
  label: 'Prevention by a body',
  meaning: 'pounds a head a year spent on keeping enrolled people well, over what is spent at the start',
  unit: 'body',
  pace: 'effort',
  review: 'quarter',
  hand: 'resource',
  basePounds: (world, o) => world.settings.prevention.basePounds * growthOfBody(world, o),
  size: registeredWith,
  acts: peopleBringMoney,
  payOff(world, o, into) {
    const { prevention: s } = world.settings;
    const lambda = bodyShadowPrice(world, o, 'buying');
    const x = s.basePounds * levelOf(world, 'prevention', o);
    const { altruismCommissioner, variableCostShare } = world.settings;
    const inside = insideShare(world, o);
    // What the body saves is the price where care is given by others, the variable cost where it is its own.
    const kept = 1 - inside * (1 - variableCostShare);
    const growth = growthOfBody(world, o);
    const prices = world.books.priceLevel / growth;
    const saved = (s.elasticity * world.will.costPerHead[o]! * kept * prices) / x;
    // A QALY's pounds grow as those spent do.
    const health = (weight: number, pounds: number): number =>
      (s.qalysPerPound * weight * world.settings.qalyValuePounds * s.basePounds) / pounds;
    into.altruism = health(world.will.boardAltruism[o]!, x) - health(altruismCommissioner, s.basePounds);
    const savedThen = (s.elasticity * world.will.meanCost[0]!) / s.basePounds;
    into.ownCash = lambda * (saved * stays(world, o) - 1) - (savedThen * stay(s, 0) - 1);
  },
};

/** Share of today's people of a body, and of a pound's worth, that is left when prevention has taken effect. */
export function stays(world: World, o: number): number {
  const { choice } = institutionsOfBody(world, o);
  return stay(world.settings.prevention, leavingRate({ ...choice, reviewRate: reviewRateOf(world, choice) }));
}

/**
 * Part of a body's people who leave it in a year: half of those who think again. Where whoever came must stay longer than
 * until the next yearly review, the years between two moves are as many more.
 */
export function leavingRate({ of, reviewRate, minimumEnrolmentWeeks }: Institutions['choice']): number {
  if (of !== 'system' || reviewRate === 0) return 0;
  return 1 / (2 / reviewRate + Math.max(0, minimumEnrolmentWeeks / 52 - 1));
}

function stay(s: World['settings']['prevention'], leaving: number): number {
  return detPow((1 - leaving) * (1 - s.discount), s.lagYears);
}

/** Part of the hospital care of a body's people that its own hospitals give, by base-year use. */
export function insideShare({ structure, tables, books }: World, o: number): number {
  let people = 0;
  let inside = 0;
  structure.bodyOfPractice.forEach((body, g) => {
    if (body !== o) return;
    people += books.registered[g]!;
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++) {
      if (structure.bodyOfProvider[tables.practiceReachProvider[e]!] === o)
        inside += tables.practiceReachWeight[e]! * books.registered[g]!;
    }
  });
  return people === 0 ? 0 : Math.min(1, inside / people);
}

/** Effort at choosing people as they meet it, in whom a body draws and whom it refuses; none where it brings nothing. */
export function effortAtChoosing(world: World, o: number): number {
  return selection.acts(world, o) ? world.settings.selection.reference * levelOf(world, 'selection', o) : 0;
}

/** What selection costs, a week's part: part of every person's money is spent on it. */
export function spendOnChoosing(world: World): void {
  const { settings, place, structure, books } = world;
  for (let o = 0; o < structure.bodies; o++) {
    if (!selection.acts(world, o)) continue;
    const effort = effortAtChoosing(world, o);
    const pounds = settings.selection.costPerHeadPounds * effort * growthOfBody(world, o);
    const pence = Math.round((enrolledWith(world, o) * pounds * 100) / 52);
    spend(world, purchaserOfBody(structure, place.commissioners.count, o), null, pence);
    books.bodyYear[BT.selection]! += pence;
  }
}

/**
 * What bodies spend on prevention beyond what was spent at the start, a week's part. Its effect builds up over years in
 * the people of their practices, who keep it when another body serves them, or none: then it fades as it came.
 */
export function spendOnPrevention(world: World): void {
  const { settings, place, structure, books } = world;
  const logs = new Float64Array(structure.bodies);
  for (let o = 0; o < structure.bodies; o++) {
    if (!prevention.acts(world, o)) continue;
    const level = levelOf(world, 'prevention', o);
    if (level === 1) continue;
    logs[o] = detLog(level);
    const pounds = settings.prevention.basePounds * (level - 1) * growthOfBody(world, o);
    const pence = Math.round((registeredWith(world, o) * pounds * 100) / 52);
    spend(world, purchaserOfBody(structure, place.commissioners.count, o), null, pence);
    books.bodyYear[BT.prevention]! += pence;
  }
  takeEffect(world, logs);
}

/** A week of prevention's effect. @param logs [o] log of what a body spends over what was spent at the start */
function takeEffect({ settings, will, structure }: World, logs: Float64Array): void {
  const pace = 1 / (52 * settings.prevention.lagYears);
  structure.bodyOfPractice.forEach((o, g) => {
    const aim = o < 0 ? 0 : logs[o]!;
    will.preventionStock[g]! += pace * (aim - will.preventionStock[g]!);
  });
}

/** Factor on the avoidable emergencies of a practice's people from what bodies have done to keep them well: `x^-e`. */
export function preventionFactor({ will, settings }: World, g: number): number {
  const stock = will.preventionStock[g]!;
  return stock === 0 ? 1 : detExp(-settings.prevention.sensitiveElasticity * stock);
}

/** What a refusal that is found costs a body today, pence: like the effort, it grows with the money. */
export function finePence(world: World, o: number): number {
  return Math.round(world.settings.selection.finePounds * growthOfBody(world, o) * 100);
}
