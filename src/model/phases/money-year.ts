import { freeOf } from '../behaviour/set-aside.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { BT } from '../metrics/tallies.ts';
import { receive, receiveProvider } from '../organisations/accounts.ts';
import { trustsThatCanTakeOver } from '../organisations/merger-partner.ts';
import { holdsFund } from '../organisations/practice-funds.ts';
import { holdsProgramme } from '../organisations/programme-funds.ts';
import { type Purse, pursesOf, turnoverOf } from '../organisations/purses.ts';
import { purchasersOf } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { meetFailure } from './failure.ts';
import { settlePracticeFunds } from './practice-funds.ts';
import { settleProgrammes } from './programme-funds.ts';

/**
 * Step 7c of the tick, in the last week of a financial year: interest and repayment of loans, surpluses beyond the cap go back, what practices
 * saved is promised to them, and whoever cannot pay meets the failure regime.
 */
export function closeMoneyYear(world: World): void {
  if (world.week % 52 !== 51) return;
  const { books } = world;
  for (let h = 0; h < world.place.providers.count; h++) {
    books.surplusLastYear[h] = books.incomeYear[h]! - books.costYear[h]!;
    books.incomeLastYear[h] = books.incomeYear[h]!;
  }
  promiseSavings(world);
  settlePracticeFunds(world);
  settleProgrammes(world);
  const purses = pursesOf(world);
  for (const purse of purses) {
    const repaid = serveDebt(world, purse);
    returnSurplus(world, purse, repaid);
  }
  // Settled before anybody's debts are written off, so that the order of the trusts does not matter.
  const able = trustsThatCanTakeOver(world);
  for (const purse of purses) meetFailure(world, purse, able);
  books.heldBefore.set(books.held.map((_, p) => freeOf(world, p)));
  world.books.retainedBefore.set(world.books.retained);
}

/**
 * Interest on what is owed, and part of the surplus that is left after it. Source: model description, section 6.2.
 * @returns pence that each provider of the purse paid back: its books of the year, unlike what a purchaser holds, do not show it
 */
function serveDebt(world: World, { purchasers, providers }: Purse): readonly number[] {
  const { books, ledger, settings } = world;
  const { treasury } = ledger.accounts;
  const { interest, repaid } = settings.loans;
  for (const p of purchasers) {
    if (books.debt[p] === 0) continue;
    const price = Math.round(books.debt[p]! * interest);
    receive(world, p, treasury, -price);
    books.spendYear[p]! += price;
    const back = repayment(books.debt[p]!, freeOf(world, p) - books.heldBefore[p]!, repaid);
    receive(world, p, treasury, -back);
    books.debt[p]! -= back;
  }
  return providers.map((h) => {
    if (books.debtOfProvider[h] === 0) return 0;
    const price = Math.round(books.debtOfProvider[h]! * interest);
    receiveProvider(world, h, treasury, -price);
    books.costYear[h]! += price;
    const back = repayment(books.debtOfProvider[h]!, books.incomeYear[h]! - books.costYear[h]!, repaid);
    receiveProvider(world, h, treasury, -back);
    books.debtOfProvider[h]! -= back;
    return back;
  });
}

function repayment(debt: number, surplus: number, part: number): number {
  return Math.max(0, Math.min(debt, Math.floor(surplus * part)));
}

/**
 * A surplus of the year above the share of turnover that may be kept goes back to the treasury: of what interest and
 * repayment have left of it.
 * @param repaid pence that each provider of the purse paid back of its debt
 */
function returnSurplus(world: World, purse: Purse, repaid: readonly number[]): void {
  const { surplusCap } = purse.institutions.payment;
  if (surplusCap === 1) return;
  const { books, ledger } = world;
  const { treasury } = ledger.accounts;
  const turnover = turnoverOf(world, purse);
  const made = [
    ...purse.purchasers.map((p) => freeOf(world, p) - books.heldBefore[p]!),
    ...purse.providers.map((h, n) => books.incomeYear[h]! - books.costYear[h]! - repaid[n]!),
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

/**
 * What a practice's people cost less in planned care than in the year before, by head and at the same prices, is freed
 * up: a share is the practice's for services to its patients, if it is honoured. It is paid in the coming year and the
 * purchaser buys that much less of other services. Source: rules of practice-based commissioning, see institutions.
 */
function promiseSavings(world: World): void {
  const { books, place, structure } = world;
  books.savingsDue.fill(0);
  for (let g = 0; g < place.practices.count; g++) {
    const apart = holdsProgramme(world, g);
    const before = books.practiceSpendLastYear[g]! - (apart ? books.programmeVisitsLastYear[g]! : 0);
    // A fund keeps its savings itself, and so does a programme those on its visits.
    if (before <= 0 || books.practicePeople[g] === 0 || holdsFund(world, g)) continue;
    const { budget } = institutionsOfPractice(world, g);
    if (budget.salience === 'none') continue;
    const allowed = (before * books.registered[g]!) / books.practicePeople[g]!;
    const saved = allowed - books.practiceSpend[g]! + (apart ? books.programmeVisits[g]! : 0);
    if (saved <= 0) continue;
    books.savingsDue[structure.purchaserOfPractice[g]!]! += Math.round(
      saved * budget.savingsShare * budget.savingsHonoured,
    );
  }
  for (let p = 0; p < purchasersOf(place, structure); p++)
    books.bodyYear[BT.practice_savings]! += books.savingsDue[p]!;
}
