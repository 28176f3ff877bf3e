import { boardAltruism, seatsOf } from '../behaviour/board.ts';
import { closeAuthority, disrupt } from '../behaviour/disruption.ts';
import { authorise } from '../behaviour/governance/assessment.ts';
import { transfer } from '../ledger/ledger.ts';
import type { World } from '../world.ts';
import { accountOfProvider, accountOfPurchaser } from './accounts.ts';
import { existingBodies, nameOfBody } from './body-names.ts';
import { renewCells } from './cells.ts';
import { trustsFor } from './joining-trusts.ts';
import { releasePeople } from './membership.ts';
import { change } from './organisations.ts';
import { closeFund, openFund } from './practice-funds.ts';
import { changePayers, renewEnrolledShares } from './purchasers.ts';
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
    world.journal.push({
      week: world.week,
      kind: 'budgets taken over',
      organisation: nameOfBody(world, o).code,
      description: `${practices.length} practices hold budgets of their own`,
      why: founding.why,
    });
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
  const providers = isNew && wanted.institutions.provision.trust ? trustsFor(world, o, practices) : [];
  for (const h of providers) joinProvider(world, h, o);
  changePayers(world, () => {
    if (commissioner >= 0 && structure.bodyOfCommissioner[o]! < 0) joinCommissioner(world, o, o);
    const p = purchaserOfBody(structure, C, o);
    if (wanted.budget) for (const g of practices) structure.purchaserOfPractice[g] = p;
    payFrom(world, o, p);
  });
  renewEnrolledShares(world);
  seatBoard(world, o, wanted);
  if (!founding.fromStart) {
    disrupt(world, { body: o, practices, commissioner, providers, wanted });
    if (wanted.budget)
      for (let c = 0; c < C; c++)
        if (structure.formed[c] === 1 && stood[c] === 0 && !livesOn(world, c))
          closeAuthority(world, c, wanted);
  }
  record(world, o, wanted, founding.why);
  if (isNew && wanted.form === FORM.consortium && wanted.budget) authorise(world, o);
}

/** Whether a commissioner's staff go on in a body: one that took it in, or one that it leads for a part of its area. */
function livesOn({ structure }: World, c: number): boolean {
  return structure.bodyOfCommissioner[c]! >= 0 || structure.founded[c]! >= 0;
}

/**
 * Close a body: its people's care is paid for by their commissioners again, members stand alone as before.
 * @returns whether anybody got another purchaser
 */
export function closeBody(world: World, o: number, why: string): boolean {
  const { structure, place, books, ledger, will } = world;
  const C = place.commissioners.count;
  const served: number[] = [];
  structure.bodyOfPractice.forEach((body, g) => {
    if (body === o) served.push(g);
  });
  const moved = changePayers(world, () => {
    releasePeople(world, o);
    for (const g of served) leaveBody(world, g);
  });
  for (let c = 0; c < C; c++) if (structure.bodyOfCommissioner[c] === o) leaveCommissioner(world, c);
  for (let h = 0; h < place.providers.count; h++)
    if (structure.bodyOfProvider[h] === o) leaveProvider(world, h);
  // What the body itself still has, or owes, goes to the commissioner at home.
  const home = structure.homeOfBody[o]!;
  const p = C + o;
  transfer(ledger, ledger.accounts.body + o, accountOfPurchaser(world, home), books.held[p]!);
  books.held[home]! += books.held[p]!;
  books.heldBefore[home]! += books.heldBefore[p]!;
  books.debt[home]! += books.debt[p]!;
  for (let c = 0; c < C; c++) books.passedOn[c * structure.bodies + o] = 0;
  books.held[p] = 0;
  books.heldBefore[p] = 0;
  books.debt[p] = 0;
  books.margin[p] = 0;
  will.bodyMargin[o] = 0;
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
  const { code, name } = nameOfBody(world, o);
  const { organisations } = change(world.organisations, (draft) => {
    delete (draft.bodies as Record<string, unknown>)[code];
  });
  world.organisations = organisations;
  world.journal.push({
    week: world.week,
    kind: 'body closed',
    organisation: code,
    description: `${name} is closed; ${served.length} practices return to their commissioner`,
    why,
  });
  return moved;
}

/** A practice's people are no longer served by a body: their commissioner pays for them. */
function leaveBody(world: World, g: number): void {
  const { structure, tables } = world;
  closeFund(world, g);
  structure.formedOfPractice[g] = 0;
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
  const leaving: number[] = [];
  for (let g = 0; g < place.practices.count; g++) {
    if (structure.formedOfPractice[g] === 0) continue;
    const wanted = wantedStructure(world, g);
    const o = structure.bodyOfPractice[g]!;
    const kept =
      wanted !== null &&
      (wanted.form === FORM.none ? o < 0 : wanted.body === o && structure.form[o] === wanted.form);
    if (!kept) leaving.push(g);
  }
  // People leave bodies before these are closed, so that what was kept for each goes to who pays for them now.
  let moved = changePayers(world, () => {
    for (const g of leaving) leaveBody(world, g);
    releasePeople(world);
  });
  for (const o of existingBodies(world)) {
    const first = structure.bodyOfPractice.indexOf(o);
    if (first < 0) moved = closeBody(world, o, why) || moved;
    else {
      const wanted = wantedStructure(world, first)!;
      if (o < C && structure.bodyOfCommissioner[o] === o && !isLeadOfAll(world, o)) {
        const apart = changePayers(world, () => {
          leaveCommissioner(world, o);
          payFrom(world, o, C + o);
        });
        moved = apart || moved;
      }
      seatBoard(world, o, wanted);
    }
  }
  renewCells(world);
  renewEnrolledShares(world);
  return moved;
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
  transfer(ledger, from, accountOfProvider(world, h), books.retained[h]!);
}

function seatBoard(world: World, o: number, wanted: Wanted): void {
  world.will.boardAltruism[o] = boardAltruism(world, wanted.institutions.governance);
}

/** Put the body as it is now into the tree, and what changed into the journal. */
function record(world: World, o: number, wanted: Wanted, why: string): void {
  const { structure, place } = world;
  const { code, name } = nameOfBody(world, o);
  const commissioners = place.commissioners.code.filter((_, c) => structure.bodyOfCommissioner[c] === o);
  const trusts = place.providers.code.filter((_, h) => structure.bodyOfProvider[h] === o);
  const practices = structure.bodyOfPractice.reduce((n, body) => n + (body === o ? 1 : 0), 0);
  const form = Object.entries(FORM).find(([, value]) => value === structure.form[o])![0];
  const existed = world.organisations.bodies[code] !== undefined;
  const { organisations, patches } = change(world.organisations, (draft) => {
    (draft.bodies as Record<string, unknown>)[code] = {
      name,
      form,
      founded: structure.founded[o]!,
      commissioners,
      trusts,
      practices,
      holdsBudget: wanted.budget,
      seats: seatsOf(wanted.institutions.governance),
    };
  });
  world.organisations = organisations;
  if (patches.length === 0) return;
  const members = [
    ...commissioners.map((c) => place.commissioners.name[place.commissioners.code.indexOf(c)]!),
    ...trusts.map((h) => place.providers.name[place.providers.code.indexOf(h)]!),
  ];
  const seats = Object.entries(seatsOf(wanted.institutions.governance))
    .filter(([, weight]) => weight > 0)
    .map(([who, weight]) => `${who} ${Math.round(weight * 100)}%`);
  world.journal.push({
    week: world.week,
    kind: existed ? 'body grows' : 'body founded',
    organisation: code,
    description:
      `${name} (${form}): ${members.length === 0 ? '' : `${members.join(', ')}, `}${practices} practices` +
      `${wanted.budget ? ', holds the budget' : ''}; board: ${seats.join(', ')}`,
    why,
  });
}
