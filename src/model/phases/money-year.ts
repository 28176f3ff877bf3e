import {
  institutionsOfBody,
  institutionsOfPractice,
  institutionsOfProvider,
  institutionsOfPurchaser,
} from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { BT } from '../metrics/tallies.ts';
import { receive, receiveProvider } from '../organisations/accounts.ts';
import { nameOfBody } from '../organisations/body-names.ts';
import { areasOf, hospitalsOf } from '../organisations/mergers.ts';
import { holdsFund } from '../organisations/practice-funds.ts';
import { FORM, purchasersOf } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { settlePracticeFunds } from './practice-funds.ts';

/**
 * Step 7c of the tick, in the last week of a financial year: interest and repayment of loans, surpluses beyond the cap go back, what practices
 * saved is promised to them, and whoever cannot pay meets the failure regime.
 */
export function closeMoneyYear(world: World): void {
  if (world.week % 52 !== 51) return;
  const { books } = world;
  for (let h = 0; h < world.place.providers.count; h++)
    books.surplusLastYear[h] = books.incomeYear[h]! - books.costYear[h]!;
  promiseSavings(world);
  settlePracticeFunds(world);
  for (const purse of pursesOf(world)) {
    serveDebt(world, purse);
    returnSurplus(world, purse);
    meetFailure(world, purse);
  }
  world.books.heldBefore.set(world.books.held);
  world.books.retainedBefore.set(world.books.retained);
}

/** Whoever keeps its own money: a stand-alone organisation with all that merged into it, or a vertical body with its members. */
interface Purse {
  readonly purchasers: readonly number[];
  readonly providers: readonly number[];
  /** Body whose purse it is; -1 = none. */
  readonly body: number;
  readonly code: string;
  readonly institutions: Institutions;
}

function pursesOf(world: World): Purse[] {
  const { structure, place } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const owner = (o: number): number => (o >= 0 && structure.form[o] === FORM.vertical ? o : -1);
  const purses: Purse[] = [];
  for (let o = 0; o < structure.bodies; o++) {
    if (structure.founded[o]! < 0) continue;
    const owns = structure.form[o] === FORM.vertical;
    purses.push({
      purchasers: [
        C + o,
        ...(owns
          ? Array.from({ length: C }, (_, c) => c).filter((c) => structure.bodyOfCommissioner[c] === o)
          : []),
      ],
      providers: owns
        ? Array.from({ length: H }, (_, h) => h).filter((h) => structure.bodyOfProvider[h] === o)
        : [],
      body: o,
      code: nameOfBody(world, o).code,
      institutions: institutionsOfBody(world, o),
    });
  }
  for (let lead = 0; lead < C; lead++) {
    const areas = areasOf(world, lead).filter((c) => owner(structure.bodyOfCommissioner[c]!) < 0);
    if (areas.length > 0)
      purses.push({
        purchasers: areas,
        providers: [],
        body: -1,
        code: place.commissioners.code[lead]!,
        institutions: institutionsOfPurchaser(world, areas[0]!),
      });
  }
  for (let lead = 0; lead < H; lead++) {
    const hospitals = hospitalsOf(world, lead).filter((h) => owner(structure.bodyOfProvider[h]!) < 0);
    if (hospitals.length > 0)
      purses.push({
        purchasers: [],
        providers: hospitals,
        body: -1,
        code: place.providers.code[lead]!,
        institutions: institutionsOfProvider(world, hospitals[0]!),
      });
  }
  return purses;
}

/** Interest on what is owed, and part of a year's surplus towards it. Source: model description, section 6.2. */
function serveDebt(world: World, { purchasers, providers }: Purse): void {
  const { books, ledger, settings } = world;
  const { treasury } = ledger.accounts;
  const { interest, repaid } = settings.loans;
  for (const p of purchasers) {
    if (books.debt[p] === 0) continue;
    const price = Math.round(books.debt[p]! * interest);
    receive(world, p, treasury, -price);
    books.spendYear[p]! += price;
    books.heldBefore[p]! -= price;
    const back = repayment(books.debt[p]!, books.held[p]! - books.heldBefore[p]!, repaid);
    receive(world, p, treasury, -back);
    books.debt[p]! -= back;
  }
  for (const h of providers) {
    if (books.debtOfProvider[h] === 0) continue;
    const price = Math.round(books.debtOfProvider[h]! * interest);
    receiveProvider(world, h, treasury, -price);
    books.costYear[h]! += price;
    const back = repayment(books.debtOfProvider[h]!, books.incomeYear[h]! - books.costYear[h]!, repaid);
    receiveProvider(world, h, treasury, -back);
    books.debtOfProvider[h]! -= back;
  }
}

function repayment(debt: number, surplus: number, part: number): number {
  return Math.max(0, Math.min(debt, Math.floor(surplus * part)));
}

/** A surplus of the year above the share of turnover that may be kept goes back to the treasury. */
function returnSurplus(world: World, purse: Purse): void {
  const { surplusCap } = purse.institutions.payment;
  if (surplusCap === 1) return;
  const { books, ledger } = world;
  const { treasury } = ledger.accounts;
  const turnover = turnoverOf(world, purse);
  const made = [
    ...purse.purchasers.map((p) => books.held[p]! - books.heldBefore[p]!),
    ...purse.providers.map((h) => books.incomeYear[h]! - books.costYear[h]!),
  ];
  const total = made.reduce((sum, pence) => sum + pence, 0);
  let excess = Math.floor(total - surplusCap * turnover);
  if (excess <= 0) return;
  books.bodyYear[BT.surplus_returned]! += excess;
  // From those who made it, in turn.
  purse.purchasers.forEach((p, n) => {
    const part = Math.min(excess, Math.max(0, made[n]!));
    receive(world, p, treasury, -part);
    excess -= part;
  });
  purse.providers.forEach((h, n) => {
    const part = Math.min(excess, Math.max(0, made[purse.purchasers.length + n]!));
    receiveProvider(world, h, treasury, -part);
    excess -= part;
  });
}

/** A year's money of a purse: what its purchasers spent and its providers earned. */
function turnoverOf(world: World, { purchasers, providers }: Purse): number {
  const { books } = world;
  let pence = 0;
  for (const p of purchasers) pence += books.spendYear[p]!;
  if (purchasers.length === 0) for (const h of providers) pence += books.incomeYear[h]!;
  return pence;
}

/**
 * A purse whose debts and deficits exceed a share of its turnover gets a loan that fills it, or an administrator: the
 * debts are written off, those who ran it go, and a body is wound up after its notice (see `phases/structure.ts`). Without a failure
 * regime it carries the deficit.
 */
function meetFailure(world: World, purse: Purse): void {
  const regime = purse.institutions.governance.failureRegime;
  if (regime === 'none') return;
  const { books, settings, will } = world;
  const turnover = turnoverOf(world, purse);
  // A commissioner whose people have all gone to bodies has no purse to speak of.
  if (purse.providers.length === 0 && purse.purchasers.every((p) => books.openingRegistered[p] === 0)) return;
  let cash = 0;
  let owed = 0;
  for (const p of purse.purchasers) {
    cash += books.held[p]!;
    owed += books.debt[p]!;
  }
  for (const h of purse.providers) {
    cash += books.retained[h]!;
    owed += books.debtOfProvider[h]!;
  }
  const { loanShare, administrationShare } = settings.failure;
  if (regime === 'administration' && cash - owed < -administrationShare * turnover) {
    fill(world, purse, cash, false);
    if (purse.body >= 0 && will.closesAt[purse.body] === 0)
      will.closesAt[purse.body] = world.week + 1 + Math.ceil(purse.institutions.governance.exitNoticeWeeks);
    for (const p of purse.purchasers)
      if (p < world.place.commissioners.count) disrupt(world, will.disruptionCommissioner, p);
    for (const h of purse.providers) disrupt(world, will.disruptionProvider, h);
    tell(world, purse.code, 'administration', 'debts are written off and the board is replaced', cash - owed);
  } else if (cash < -loanShare * turnover) {
    books.bodyYear[BT.loans]! -= cash;
    fill(world, purse, cash, true);
    tell(world, purse.code, 'loan', `${pounds(world, -cash)} pounds are lent`, cash - owed);
  }
}

function disrupt(world: World, levels: Float64Array, at: number): void {
  levels[at] = Math.min(1, levels[at]! + world.settings.disruption.size);
}

/**
 * A purse gets what it lacks in all, as a loan or for nothing; it goes to its members below zero, in proportion to what
 * each lacks. Whole pence: the last of them gets what rounding left.
 */
function fill(world: World, purse: Purse, cash: number, lent: boolean): void {
  const { books, ledger } = world;
  const { treasury } = ledger.accounts;
  const lacking = (held: Float64Array, of: number): number => Math.max(0, -held[of]!);
  let lacked = 0;
  for (const p of purse.purchasers) lacked += lacking(books.held, p);
  for (const h of purse.providers) lacked += lacking(books.retained, h);
  let left = Math.max(0, -cash);
  const part = (lacks: number): number => {
    const given = lacks === 0 ? 0 : Math.round((left * lacks) / lacked);
    lacked -= lacks;
    left -= given;
    return given;
  };
  for (const p of purse.purchasers) {
    const given = part(lacking(books.held, p));
    receive(world, p, treasury, given);
    books.debt[p] = lent ? books.debt[p]! + given : 0;
  }
  for (const h of purse.providers) {
    const given = part(lacking(books.retained, h));
    receiveProvider(world, h, treasury, given);
    books.debtOfProvider[h] = lent ? books.debtOfProvider[h]! + given : 0;
  }
}

function pounds(world: World, pence: number): number {
  return Math.round(pence / 100 / world.input.scale);
}

function tell(world: World, organisation: string, kind: string, description: string, position: number): void {
  world.journal.push({
    week: world.week,
    kind,
    organisation,
    description,
    why: `${pounds(world, -position)} pounds of deficits and debts at the end of the financial year`,
  });
}

/**
 * What a practice's people cost less in planned care than in the year before, by head and at the same prices, is freed
 * up: a share is the practice's for services to its patients, if it is honoured. It is paid in the coming year and the
 * purchaser buys that much less of other services. Source: rules of practice-based commissioning, see institutions.
 */
function promiseSavings(world: World): void {
  const { books, place, structure } = world;
  books.savingsDue.fill(0);
  for (let g = 0; g < place.practices.count; g++) {
    const before = books.practiceSpendLastYear[g]!;
    // A fund keeps its savings itself.
    if (before === 0 || books.practicePeople[g] === 0 || holdsFund(world, g)) continue;
    const { budget } = institutionsOfPractice(world, g);
    if (budget.salience === 'none') continue;
    const allowed = (before * books.registered[g]!) / books.practicePeople[g]!;
    const saved = allowed - books.practiceSpend[g]!;
    if (saved <= 0) continue;
    books.savingsDue[structure.purchaserOfPractice[g]!]! += Math.round(
      saved * budget.savingsShare * budget.savingsHonoured,
    );
  }
  for (let p = 0; p < purchasersOf(place, structure); p++)
    books.bodyYear[BT.practice_savings]! += books.savingsDue[p]!;
}
