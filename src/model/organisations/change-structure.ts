import { boardAltruism } from '../behaviour/board.ts';
import { closeAuthority, disrupt, type StructuralChange } from '../behaviour/disruption.ts';
import { authorise } from '../behaviour/governance/assessment.ts';
import { renewKept } from '../behaviour/hospital/diversion.ts';
import { institutionsOfBody } from '../institutions/in-force.ts';
import { transfer } from '../ledger/ledger.ts';
import type { World } from '../world.ts';
import { accountOfProvider, accountOfPurchaser } from './accounts.ts';
import { existingBodies, nameOfBody } from './body-names.ts';
import { renewCells } from './cells.ts';
import { trustsFor } from './joining-trusts.ts';
import { renewMeantFor } from './meant-for.ts';
import { releasePeople } from './membership.ts';
import { change } from './organisations.ts';
import { closeFund, openFund } from './practice-funds.ts';
import { closeProgramme, holdsProgramme } from './programme-funds.ts';
import { changePayers, renewEnrolledShares } from './purchasers.ts';
import { recordBody, tellClosed, tellShrunk } from './record-bodies.ts';
import { tellBudgetsBack, tellBudgetsTaken, tellProgrammesEnd } from './record-funds.ts';
import { FORM, purchaserOfBody } from './structure.ts';
import { type Wanted, wantedStructure } from './wanted.ts';

/**
 * The one place where who belongs to whom changes: bodies are founded and closed, practices with their people come and
 * go, money moves with its owner to the penny. Queues, contracts, debts and staff stay with the sites and divisions,
 * whose indices never change.
 */

export interface Founding {
  readonly body: number;
  readonly practices: readonly number[];
  readonly wanted: Wanted;
  /** Journal: what triggered it. */
  readonly why: string;
  /** It was there from the start: nothing is disrupted. */
  readonly fromStart: boolean;
}

/** Found a body for the people of some practices, or let it serve more of them. */
export function foundBody(world: World, founding: Founding): void {
  const { structure, place } = world;
  const { body: o, practices, wanted } = founding;
  const C = place.commissioners.count;
  for (const g of practices) {
    structure.formedOfPractice[g] = 1;
    structure.bodyOfPractice[g] = wanted.form === FORM.none ? -1 : o;
  }
  if (wanted.form === FORM.none) {
    renewCells(world);
    for (const g of practices) openFund(world, g);
    tellBudgetsTaken(world, o, practices, founding.why);
    return;
  }
  const stood = structure.formed.slice();
  const isNew = structure.founded[o]! < 0;
  if (isNew) {
    structure.founded[o] = world.week;
    structure.form[o] = wanted.form;
    structure.holdsBudget[o] = wanted.budget ? 1 : 0;
    structure.homeOfBody[o] = world.tables.commissionerOfPractice[practices[0]!]!;
  }
  renewCells(world);
  const commissioner = o < C && isLeadOfAll(world, o) ? o : -1;
  const providers = isNew && wanted.institutions.provision.trust ? trustsFor(world, o) : [];
  for (const h of providers) joinProvider(world, h, o);
  renewKept(world, providers);
  changePayers(world, () => {
    if (commissioner >= 0 && structure.bodyOfCommissioner[o]! < 0) joinCommissioner(world, o, o);
    const p = purchaserOfBody(structure, C, o);
    if (wanted.budget) for (const g of practices) structure.purchaserOfPractice[g] = p;
    payFrom(world, o, p);
  });
  renewEnrolledShares(world);
  seatBoard(world, o);
  if (!founding.fromStart) {
    disruptOnce(world, {
      body: o,
      ofBody: 1,
      form: wanted.form,
      imposed: wanted.institutions.rollout.mandated,
      practices,
      commissioners: commissioner < 0 ? [] : [commissioner],
      providers,
    });
    if (wanted.budget)
      for (let c = 0; c < C; c++)
        if (structure.formed[c] === 1 && stood[c] === 0 && !livesOn(world, c))
          closeAuthority(world, c, wanted);
  }
  recordBody(world, o, founding.why);
  if (isNew && wanted.form === FORM.consortium && wanted.budget) authorise(world, o);
}

/** Whether a commissioner's staff go on in a body: one that took it in, or one that it leads for a part of its area. */
function livesOn({ structure }: World, c: number): boolean {
  return structure.bodyOfCommissioner[c]! >= 0 || structure.founded[c]! >= 0;
}

/** A body that is closed. */
export interface Closing {
  /** Journal: what triggered it. */
  readonly why: string;
  /** Practices that have left it just before, as nobody asks for it any more. */
  readonly left?: readonly number[];
  /** Practices of it that another body takes over at once. */
  readonly taken?: readonly number[];
}

/**
 * Close a body: its people's care is paid for by their commissioners again, members stand alone as before. As any change
 * of structure it disrupts and costs, above the heads of those concerned.
 * @returns whether anybody got another purchaser
 */
export function closeBody(world: World, o: number, { why, left = [], taken = [] }: Closing): boolean {
  const { structure, place, books, ledger, will } = world;
  const C = place.commissioners.count;
  const form = structure.form[o]!;
  const served: number[] = [...left];
  structure.bodyOfPractice.forEach((body, g) => {
    if (body === o) served.push(g);
  });
  const withProgramme = served.filter((g) => holdsProgramme(world, g));
  const moved = changePayers(world, () => {
    releasePeople(world, o);
    for (const g of served) if (structure.bodyOfPractice[g] === o) leaveBody(world, g);
  });
  const commissioners = numbers(C).filter((c) => structure.bodyOfCommissioner[c] === o);
  const providers = numbers(place.providers.count).filter((h) => structure.bodyOfProvider[h] === o);
  for (const c of commissioners) leaveCommissioner(world, c);
  for (const h of providers) leaveProvider(world, h);
  renewKept(world, providers);
  // What the body itself still has, or owes, goes to the commissioner at home.
  const home = structure.homeOfBody[o]!;
  const p = C + o;
  transfer(ledger, ledger.accounts.body + o, accountOfPurchaser(world, home), books.held[p]!);
  books.held[home]! += books.held[p]!;
  books.heldBefore[home]! += books.heldBefore[p]!;
  books.debt[home]! += books.debt[p]!;
  for (let h = 0; h < place.providers.count; h++) {
    for (const values of [books.emergencyRetained, books.retainedDue]) {
      values[home * place.providers.count + h]! += values[p * place.providers.count + h]!;
      values[p * place.providers.count + h] = 0;
    }
  }
  for (let c = 0; c < C; c++) books.passedOn[c * structure.bodies + o] = 0;
  books.held[p] = 0;
  books.heldBefore[p] = 0;
  books.debt[p] = 0;
  books.margin[p] = 0;
  will.bodyMargin[o] = 0;
  will.buyingMargin[o] = 0;
  will.providingMargin[o] = 0;
  will.boardAltruism[o] = 0;
  will.fullAuthorisation[o] = 0;
  will.closesAt[o] = 0;
  will.enrolmentSlope[o] = 0;
  will.enrolmentResponse[o] = 0;
  structure.founded[o] = -1;
  structure.form[o] = FORM.none;
  structure.holdsBudget[o] = 0;
  renewCells(world);
  renewEnrolledShares(world);
  const { code } = nameOfBody(world, o);
  const { organisations } = change(world.organisations, (draft) => {
    delete (draft.bodies as Record<string, unknown>)[code];
  });
  world.organisations = organisations;
  const members = { practices: served, commissioners, providers };
  disrupt(world, { body: o, ofBody: 0, form, imposed: true, ...members });
  tellClosed(world, o, { ...members, taken, why });
  tellProgrammesEnd(world, withProgramme, why);
  return moved;
}

/** A practice's people are no longer served by a body: their commissioner pays for them. */
function leaveBody(world: World, g: number): void {
  const { structure, tables } = world;
  closeFund(world, g);
  closeProgramme(world, g);
  structure.formedOfPractice[g] = 0;
  if (structure.bodyOfPractice[g]! >= 0) structure.practiceLeft[g] = world.week;
  structure.bodyOfPractice[g] = -1;
  structure.purchaserOfPractice[g] = tables.commissionerOfPractice[g]!;
}

/** All practices that a body pays for, by itself or by the commissioner that it took in whole, are paid for by one. */
function payFrom({ structure, place }: World, o: number, p: number): void {
  const C = place.commissioners.count;
  structure.bodyOfPractice.forEach((body, g) => {
    const payer = structure.purchaserOfPractice[g]!;
    if (body === o && structure.holdsBudget[o] === 1 && (payer === C + o || (o < C && payer === o)))
      structure.purchaserOfPractice[g] = p;
  });
}

/**
 * After institutions have changed: bodies that nobody asks for any more are closed, practices that another body is
 * meant for wait for it.
 * @returns whether anybody got another purchaser
 */
export function reviewMembership(world: World, why: string): boolean {
  const { structure, place } = world;
  if (structure.bodies === 0) return false;
  const C = place.commissioners.count;
  const meantBefore = structure.meantFor.slice();
  renewMeantFor(world);
  const leaving: number[] = [];
  const leftBy = new Map<number, number[]>();
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.formedOfPractice[g] === 0) continue;
    const wanted = wantedStructure(world, g);
    const o = structure.bodyOfPractice[g]!;
    const kept =
      wanted !== null &&
      (wanted.form === FORM.none
        ? o < 0
        : // Who joined another body as their own was closed stays there while they are meant for the same.
          (wanted.body === o || (o >= 0 && wanted.body === meantBefore[g])) &&
          structure.form[o] === wanted.form);
    if (kept) continue;
    leaving.push(g);
    leftBy.set(o, [...(leftBy.get(o) ?? []), g]);
  }
  const withProgramme = leaving.filter((g) => holdsProgramme(world, g));
  // People leave bodies before these are closed, so that what was kept for each goes to who pays for them now.
  let moved = changePayers(world, () => {
    for (const g of leaving) leaveBody(world, g);
    releasePeople(world);
  });
  for (const o of existingBodies(world)) {
    const left = leftBy.get(o) ?? [];
    if (!structure.bodyOfPractice.includes(o)) moved = closeBody(world, o, { why, left }) || moved;
    else {
      if (o < C && structure.bodyOfCommissioner[o] === o && !isLeadOfAll(world, o)) {
        const apart = changePayers(world, () => {
          leaveCommissioner(world, o);
          payFrom(world, o, C + o);
        });
        moved = apart || moved;
      }
      if (left.length > 0) shrinkBody(world, o, left, why);
    }
  }
  const ownBudgets = leftBy.get(-1) ?? [];
  if (ownBudgets.length > 0) tellBudgetsBack(world, ownBudgets, meantBefore, why);
  tellProgrammesEnd(world, withProgramme, why);
  renewCells(world);
  for (const o of existingBodies(world)) seatBoard(world, o);
  renewEnrolledShares(world);
  return moved;
}

/** Practices have left a body that goes on with the others. */
function shrinkBody(world: World, o: number, left: readonly number[], why: string): void {
  const { structure, books } = world;
  const people = (practices: readonly number[]): number =>
    practices.reduce((sum, g) => sum + books.registered[g]!, 0);
  const stay = numbers(structure.bodyOfPractice.length).filter((g) => structure.bodyOfPractice[g] === o);
  disrupt(world, {
    body: o,
    ofBody: people(left) / Math.max(1, people(left) + people(stay)),
    form: structure.form[o]!,
    imposed: true,
    practices: left,
    commissioners: [],
    providers: [],
  });
  tellShrunk(world, o, left, why);
}

/**
 * A founding as those feel it who have not left another body in the same week: to go from one into another is one
 * change, counted as they left.
 */
function disruptOnce(world: World, founding: StructuralChange): void {
  const { structure, week } = world;
  const stayed = (left: Int32Array) => (n: number) => left[n] !== week;
  disrupt(world, {
    ...founding,
    practices: founding.practices.filter(stayed(structure.practiceLeft)),
    commissioners: founding.commissioners.filter(stayed(structure.commissionerLeft)),
    providers: founding.providers.filter(stayed(structure.providerLeft)),
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** Whether the body that a commissioner leads serves, or is meant for, all practices of its area. */
function isLeadOfAll(world: World, c: number): boolean {
  const { tables, place } = world;
  for (let g = 0; g < place.practices.count; g++) {
    if (tables.commissionerOfPractice[g] === c && wantedStructure(world, g)?.body !== c) return false;
  }
  return true;
}

function joinCommissioner(world: World, c: number, o: number): void {
  const { structure, ledger, books } = world;
  const from = accountOfPurchaser(world, c);
  structure.bodyOfCommissioner[c] = o;
  transfer(ledger, from, accountOfPurchaser(world, c), books.held[c]!);
}

function leaveCommissioner(world: World, c: number): void {
  const { structure, ledger, books } = world;
  const from = accountOfPurchaser(world, c);
  structure.bodyOfCommissioner[c] = -1;
  structure.commissionerLeft[c] = world.week;
  transfer(ledger, from, accountOfPurchaser(world, c), books.held[c]!);
}

function joinProvider(world: World, h: number, o: number): void {
  const { structure, ledger, books } = world;
  const from = accountOfProvider(world, h);
  structure.bodyOfProvider[h] = o;
  transfer(ledger, from, accountOfProvider(world, h), books.retained[h]!);
}

function leaveProvider(world: World, h: number): void {
  const { structure, ledger, books } = world;
  const from = accountOfProvider(world, h);
  structure.bodyOfProvider[h] = -1;
  structure.providerLeft[h] = world.week;
  transfer(ledger, from, accountOfProvider(world, h), books.retained[h]!);
}

/** Who sits on a board, by the institutions of its home. */
function seatBoard(world: World, o: number): void {
  world.will.boardAltruism[o] = boardAltruism(world, institutionsOfBody(world, o).governance);
}
