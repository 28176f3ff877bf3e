import { transfer } from '../ledger/ledger.ts';
import { LIFE } from '../population/people.ts';
import { CATEGORIES, type World } from '../world.ts';
import { accountOfPurchaser, spend } from './accounts.ts';
import { anybodyApart, apartOf, countEnrolledApart, purchaserOfPerson } from './membership.ts';
import { bodyPaidFor, purchaserOfBody, purchasersOf } from './structure.ts';

/** People by purchaser: those registered with the practices it pays for, and who belongs to it by themselves. */
export function peopleOfPurchasers(world: World): Float64Array {
  const { structure, books, place } = world;
  const people = new Float64Array(purchasersOf(place, structure));
  structure.purchaserOfPractice.forEach((p, g) => {
    people[p]! += books.registered[g]!;
  });
  for (let p = 0; p < people.length; p++) {
    for (let c = 0; c < place.commissioners.count; c++) people[p]! += apartOf(world, c, p);
    people[p] = Math.max(0, people[p]!);
  }
  return people;
}

/** Part of a purchaser's people who belong to each commissioner's area, [c]; its home where it has none. */
export function areasOfPurchaser(world: World, p: number): Float64Array {
  const { structure, books, place, tables } = world;
  const C = place.commissioners.count;
  const parts = new Float64Array(C);
  if (p < C && structure.bodyOfCommissioner[p] !== p) {
    parts[p] = 1;
    return parts;
  }
  let all = 0;
  structure.purchaserOfPractice.forEach((payer, g) => {
    if (payer !== p) return;
    parts[tables.commissionerOfPractice[g]!]! += books.registered[g]!;
    all += books.registered[g]!;
  });
  for (let c = 0; c < C; c++) {
    const apart = Math.max(-parts[c]!, apartOf(world, c, p));
    parts[c]! += apart;
    all += apart;
  }
  if (all === 0) parts[p < C ? p : Math.max(0, structure.homeOfBody[p - C]!)] = 1;
  else for (let c = 0; c < C; c++) parts[c]! /= all;
  return parts;
}

/** Renew the part of each commissioner's people who are enrolled with each body. */
export function renewEnrolledShares(world: World): void {
  const { structure, books, will, place, tables } = world;
  const { bodies } = structure;
  if (bodies === 0) return;
  countEnrolledApart(world);
  const C = place.commissioners.count;
  const people = new Float64Array(C);
  will.enrolledShare.fill(0);
  structure.purchaserOfPractice.forEach((p, g) => {
    const c = tables.commissionerOfPractice[g]!;
    people[c]! += books.registered[g]!;
    const o = bodyPaidFor(C, c, p);
    if (o >= 0) will.enrolledShare[c * bodies + o]! += books.registered[g]!;
  });
  for (let c = 0; c < C; c++) {
    if (people[c] === 0) continue;
    for (let o = 0; o < bodies; o++) {
      const at = c * bodies + o;
      const p = purchaserOfBody(structure, C, o);
      const apart = p === c ? 0 : apartOf(world, c, p);
      will.enrolledShare[at] = Math.max(0, will.enrolledShare[at]! + apart) / people[c]!;
    }
  }
}

/** Practices, with their people who belong to no body by themselves, get another purchaser. */
export function changePurchaser(world: World, practices: readonly number[], to: number): void {
  changePayers(world, () => {
    for (const g of practices) world.structure.purchaserOfPractice[g] = to;
  });
}

/**
 * People get another purchaser, with their practice or by themselves: with them go, by their share of all whom the old
 * one pays for, the services it pays for, the savings promised to their practices, its part of the trusts' unexplained
 * income, the activity of this year and the last, what was agreed for the year, and what it kept or owes. Nothing is lost
 * or made: what one gains the other gives up, to the penny. What is paid for them by plan starts from last year's activity.
 * @param change changes who pays for whom, and moves nothing
 * @returns whether anybody, or a practice, got another purchaser
 */
export function changePayers(world: World, change: () => void): boolean {
  const { structure, books, people, place } = world;
  const P = purchasersOf(place, structure);
  countEnrolledApart(world);
  const left = peopleOfPurchasers(world);
  const payers = structure.purchaserOfPractice.slice();
  const apart: number[] = [];
  const payersApart: number[] = [];
  const moving = books.registered.slice();
  const own = anybodyApart(world) ? books.systemOf : [];
  own.forEach((system, i) => {
    if (system === 0 || people.life(i) !== LIFE.present) return;
    apart.push(i);
    payersApart.push(purchaserOfPerson(world, i));
    moving[people.practice(i)]! -= 1;
  });
  change();
  const flows = new Map<number, number>();
  const flow = (from: number, to: number, count: number): void => {
    if (from !== to) flows.set(from * P + to, (flows.get(from * P + to) ?? 0) + count);
  };
  payers.forEach((from, g) => {
    flow(from, structure.purchaserOfPractice[g]!, moving[g]!);
  });
  apart.forEach((i, n) => {
    flow(payersApart[n]!, purchaserOfPerson(world, i), 1);
  });
  for (const [pair, count] of flows) {
    const from = Math.floor(pair / P);
    moveShare(world, from, pair % P, left[from]! <= count ? 1 : count / left[from]!);
    left[from]! -= count;
  }
  return flows.size > 0;
}

/** What was spent in a book by purchaser on the people of an area, whoever holds the money for them. */
export function areaSpend(world: World, c: number, book: Float64Array): number {
  const { structure, place } = world;
  let pence = 0;
  for (let p = 0; p < purchasersOf(place, structure); p++)
    if (book[p] !== 0) pence += book[p]! * areasOfPurchaser(world, p)[c]!;
  return pence;
}

/** Each who holds money for an area's people bears its part. */
export function spendForArea(world: World, c: number, pence: number): void {
  const { structure, will, place } = world;
  let left = pence;
  for (let o = 0; o < structure.bodies; o++) {
    const share = will.enrolledShare[c * structure.bodies + o]!;
    if (share === 0) continue;
    const part = Math.round(pence * share);
    spend(world, purchaserOfBody(structure, place.commissioners.count, o), null, part);
    left -= part;
  }
  if (left !== 0) spend(world, c, null, left);
}

function moveShare(world: World, from: number, to: number, share: number): void {
  const { books, place, structure, will, ledger } = world;
  const H = place.providers.count;
  const P = purchasersOf(place, structure);
  const move = (values: Float64Array, a: number, b: number): void => {
    const moved = share >= 1 ? values[a]! : Math.round(values[a]! * share);
    values[a]! -= moved;
    values[b]! += moved;
  };
  for (const values of [
    books.communityBlock,
    books.otherServices,
    books.openingRegistered,
    books.plannedBill,
    books.savingsDue,
  ])
    move(values, from, to);
  // What was kept or overspent for these people, and what was borrowed, goes with them.
  const held = books.held[from]!;
  for (const values of [books.held, books.heldBefore, books.debt]) move(values, from, to);
  transfer(ledger, accountOfPurchaser(world, from), accountOfPurchaser(world, to), held - books.held[from]!);
  // Those who come start from their last year's activity, which in April has yet to be turned over; the plan of others goes on.
  const latest = world.week % 52 === 0 ? books.activityYear : books.activityLastYear;
  // Who had nobody's emergencies counted takes the year with the people.
  if (books.emergencyBaseYear[to] === 0) books.emergencyBaseYear[to] = books.emergencyBaseYear[from]!;
  for (let h = 0; h < H; h++) {
    move(books.blockIncome, from * H + h, to * H + h);
    const planBefore = will.plan[to * H + h]!;
    for (const values of [
      will.plan,
      will.planExcess,
      will.planExcessBefore,
      books.emergencyCount,
      books.emergencyCountLastYear,
      books.emergencyCountBase,
      books.emergencyExcess,
      books.emergencyExcessBefore,
      books.emergencyRetained,
      books.retainedDue,
    ])
      move(values, from * H + h, to * H + h);
    takeOverTerms(world, from * H + h, to * H + h, planBefore);
    for (let category = 0; category < CATEGORIES; category++) {
      const a = (category * P + from) * H + h;
      const b = (category * P + to) * H + h;
      const before = latest[b]!;
      move(books.activityYear, a, b);
      move(books.activityLastYear, a, b);
      books.plan[a]! -= share >= 1 ? books.plan[a]! : Math.round(books.plan[a]! * share);
      books.plan[b]! += latest[b]! - before;
    }
  }
}

/**
 * A plan that is taken over within a year stays on the terms on which it was settled: the part of bills above it that is
 * struck out, and how far apart the sides were. Who has a plan of its own goes on with the mean of both, by volume.
 */
function takeOverTerms({ will }: World, from: number, to: number, planBefore: number): void {
  const plan = will.plan[to]!;
  if (plan === planBefore) return;
  const own = planBefore / plan;
  for (const terms of [will.gap, will.bargainingWeight])
    terms[to] = own * terms[to]! + (1 - own) * terms[from]!;
}

/**
 * Where people choose their body, services move with them: at the turn of the year each purchaser's share of what is
 * not paid by activity follows its people. Totals stay, to the penny.
 */
export function settleServices(world: World): void {
  const { books, place, structure } = world;
  const P = purchasersOf(place, structure);
  const H = place.providers.count;
  const now = peopleOfPurchasers(world);
  const growth = now.map((people, p) =>
    books.openingRegistered[p]! > 0 ? people / books.openingRegistered[p]! : 0,
  );
  const rescale = (values: Float64Array, stride: number, offset: number): void => {
    let before = 0;
    let wanted = 0;
    let last = -1;
    for (let p = 0; p < P; p++) {
      const value = values[p * stride + offset]!;
      before += value;
      wanted += value * growth[p]!;
      if (value > 0) last = p;
    }
    if (wanted <= 0) return;
    let left = before;
    for (let p = 0; p < P; p++) {
      const at = p * stride + offset;
      if (values[at] === 0) continue;
      values[at] = p === last ? left : Math.round((values[at]! * growth[p]! * before) / wanted);
      left -= values[at]!;
    }
  };
  for (const values of [books.communityBlock, books.otherServices, books.openingRegistered])
    rescale(values, 1, 0);
  for (let h = 0; h < H; h++) rescale(books.blockIncome, H, h);
}

/** Money that a purchaser gets in the year, pence: its allocation less what it passes on, or what is passed on to it. */
export function incomeOf(world: World, p: number): number {
  const { books, place, structure } = world;
  const C = place.commissioners.count;
  const { bodies } = structure;
  let pence = 0;
  if (p < C) {
    pence = books.allocation[p]!;
    for (let o = 0; o < bodies; o++) pence -= books.passedOn[p * bodies + o]!;
  }
  const body = p < C ? p : p - C;
  if (bodies > 0 && purchaserOfBody(structure, C, body) === p)
    for (let c = 0; c < C; c++) pence += books.passedOn[c * bodies + body]!;
  return pence;
}

/** Growth of the money of an area since the first year, what base-year pounds are worth now; of a body, that of its home. */
export function growthOf(world: World, p: number): number {
  const { books, place, structure } = world;
  const C = place.commissioners.count;
  const c = p < C ? p : Math.max(0, structure.homeOfBody[p - C]!);
  return books.firstAllocation[c] === 0 ? 1 : books.allocation[c]! / books.firstAllocation[c]!;
}
