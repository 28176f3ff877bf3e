import { freeOf } from '../behaviour/set-aside.ts';
import { BT } from '../metrics/tallies.ts';
import { receive, receiveProvider } from '../organisations/accounts.ts';
import { type Purse, turnoverOf } from '../organisations/purses.ts';
import type { Unit } from '../organisations/stand-alone.ts';
import { perCent } from '../per-cent.ts';
import type { World } from '../world.ts';
import { seekPartner } from './failed-trusts.ts';

/**
 * A purse whose debts and deficits exceed a share of its turnover gets a loan that fills it, an administrator, or, if it
 * is a trust that stands alone, a partner that takes it over. Without a failure regime it carries the deficit.
 * @param able trusts that could take another over
 */
export function meetFailure(world: World, purse: Purse, able: readonly Unit[]): void {
  const regime = purse.institutions.governance.failureRegime;
  if (regime === 'none') return;
  const { books, settings } = world;
  const turnover = turnoverOf(world, purse);
  // A commissioner whose people have all gone to bodies has no purse to speak of.
  if (purse.providers.length === 0 && purse.purchasers.every((p) => books.openingRegistered[p] === 0)) return;
  const { cash, owed } = standingOf(world, purse);
  const { loanShare, administrationShare } = settings.failure;
  const failed = regime !== 'loan' && cash - owed < -administrationShare * turnover;
  const limitOf = (share: number): string =>
    `more than ${perCent(share)} of a year's turnover (${pounds(world, share * turnover)} pounds)`;
  const deficit = `${pounds(world, owed - cash)} pounds of deficits and debts at the end of the financial year, ${limitOf(administrationShare)}`;
  const noPartner = failed && regime === 'merger' ? partnerless(world, purse, able, deficit) : null;
  if (failed && (regime === 'administration' || noPartner !== null)) {
    administer(world, purse, cash);
    const why = noPartner === null ? deficit : `${deficit}; no merger: ${noPartner}`;
    tell(world, purse, 'administration', 'debts are written off and the board is replaced', why);
  } else if (cash < -loanShare * turnover) {
    // Who waits for merger control must go on paying bills; the loan is among the debts that the partner takes over.
    books.bodyYear[BT.loans]! -= cash;
    fill(world, purse, cash, true);
    const short = `${pounds(world, -cash)} pounds short at the end of the financial year, ${limitOf(loanShare)}`;
    tell(
      world,
      purse,
      'loan',
      `${pounds(world, -cash)} pounds are lent, debts are now ${pounds(world, owed - cash)} pounds`,
      short,
    );
  }
}

/** What a purse has in hand and what it owes, pence. */
function standingOf(world: World, { purchasers, providers }: Purse): { cash: number; owed: number } {
  const { books } = world;
  let cash = 0;
  let owed = 0;
  for (const p of purchasers) {
    cash += freeOf(world, p);
    owed += books.debt[p]!;
  }
  for (const h of providers) {
    cash += books.retained[h]!;
    owed += books.debtOfProvider[h]!;
  }
  return { cash, owed };
}

/** Why nobody takes over a purse that failed; null = a trust's merger is under review. */
function partnerless(world: World, purse: Purse, able: readonly Unit[], why: string): string | null {
  if (purse.purchasers.length > 0 || purse.body >= 0) return 'it is not a trust that stands alone';
  return seekPartner(world, world.structure.trustOfProvider[purse.providers[0]!]!, able, why);
}

/**
 * An administrator comes: debts are written off, those who ran it go, and a body is wound up after its notice (see
 * `phases/structure.ts`).
 */
function administer(world: World, purse: Purse, cash: number): void {
  const { will } = world;
  fill(world, purse, cash, false);
  if (purse.body >= 0 && will.closesAt[purse.body] === 0)
    will.closesAt[purse.body] = world.week + 1 + Math.ceil(purse.institutions.governance.exitNoticeWeeks);
  for (const p of purse.purchasers)
    if (p < world.place.commissioners.count) disrupt(world, will.disruptionCommissioner, p);
  for (const h of purse.providers) disrupt(world, will.disruptionProvider, h);
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
  const lacking = (kept: number): number => Math.max(0, -kept);
  let lacked = 0;
  for (const p of purse.purchasers) lacked += lacking(freeOf(world, p));
  for (const h of purse.providers) lacked += lacking(books.retained[h]!);
  let left = Math.max(0, -cash);
  const part = (lacks: number): number => {
    const given = lacks === 0 ? 0 : Math.round((left * lacks) / lacked);
    lacked -= lacks;
    left -= given;
    return given;
  };
  for (const p of purse.purchasers) {
    const given = part(lacking(freeOf(world, p)));
    receive(world, p, treasury, given);
    books.debt[p] = lent ? books.debt[p]! + given : 0;
  }
  for (const h of purse.providers) {
    const given = part(lacking(books.retained[h]!));
    receiveProvider(world, h, treasury, given);
    books.debtOfProvider[h] = lent ? books.debtOfProvider[h]! + given : 0;
  }
}

function pounds(world: World, pence: number): number {
  return Math.round(pence / 100 / world.input.scale);
}

function tell(world: World, { code }: Purse, kind: string, description: string, why: string): void {
  world.journal.push({ week: world.week, kind, organisation: code, description, why });
}
