import { ledgerSum } from '../../model/ledger/ledger.ts';
import { BT } from '../../model/metrics/tallies.ts';
import { accountOfProvider, accountOfPurchaser } from '../../model/organisations/accounts.ts';
import { incomeOf } from '../../model/organisations/purchasers.ts';
import { purchaserOfBody, purchasersOf } from '../../model/organisations/structure.ts';
import { type Counted, counted } from '../counted.ts';
import { type Checks, checksOf, type Invariant, type WatchedWeek } from '../invariant.ts';

/**
 * All accounts sum to zero in whole pence, and each holds what those have kept whose purse it is. Of what a purchaser is
 * given, the week's part comes in, and it is spent or held; what a hospital is paid, it spends or holds; every pound of
 * an allocation is one purchaser's; services that are paid what they cost hold nothing. Loans, repayments and surpluses
 * that go back move at the end of a year, and debts then only; where people get another purchaser, what was kept for them
 * goes with them.
 */
export const MONEY: Invariant = {
  id: 'money',
  law: 'all accounts sum to zero in pence, and what is allocated is spent, held or carried',
  check(week) {
    const { before, world } = week;
    const { ledger, books, place, structure } = world;
    const { accounts, balance } = ledger;
    const checks = checksOf('money', before.week);
    checks.equal(ledgerSum(ledger), 0, () => 'sum of all accounts, pence');
    balance.forEach((pence, account) => {
      checks.that(Number.isSafeInteger(pence), () => `account ${account} holds ${pence}, not whole pence`);
    });
    const now = counted(world);
    const C = place.commissioners.count;
    const P = purchasersOf(place, structure);
    const owned = new Float64Array(accounts.count);
    let income = 0;
    let allocations = 0;
    const yearEnds = before.week % 52 === 51;
    const news = world.journal.slice(before.journal);
    const moved = news.some(({ kind }) => MOVES.has(kind));
    let keptAndSpent = 0;
    for (let p = 0; p < P; p++) {
      owned[accountOfPurchaser(world, p)]! += books.held[p]!;
      income += incomeOf(world, p);
      const here = now.spend[p]! - before.counted.spend[p]! + books.held[p]! - before.held[p]!;
      const given = paidIn(world, p, before.week);
      keptAndSpent += here - given;
      if (!moved && !yearEnds) checks.equal(here, given, () => `purchaser ${p}: pence spent and held`);
    }
    if (!yearEnds)
      checks.equal(
        keptAndSpent,
        0,
        () => 'pence that purchasers together spent and held beyond what came in',
      );
    for (let c = 0; c < C; c++) {
      allocations += books.allocation[c]!;
      for (const service of [
        accounts.community,
        accounts.primaryCare,
        accounts.prescribing,
        accounts.otherServices,
      ])
        checks.equal(
          balance[service + c]!,
          0,
          () => `pence left in account ${service + c}, which only passes on`,
        );
    }
    checks.equal(income, allocations, () => 'pence a year that purchasers are given');
    let beyondEarned = 0;
    for (let h = 0; h < place.providers.count; h++) {
      owned[accountOfProvider(world, h)]! += books.retained[h]!;
      const earned = now.income[h]! - before.counted.income[h]!;
      const cost = now.cost[h]! - before.counted.cost[h]!;
      const beyond = books.retained[h]! - before.retained[h]! - (earned - cost);
      if (yearEnds) beyondEarned += beyond;
      else checks.equal(beyond, 0, () => `trust ${h}: pence held beyond what it earned`);
    }
    checkDebts(checks, week, now, yearEnds ? keptAndSpent + beyondEarned : 0);
    for (const held of [books.fundHeld, books.programmeHeld])
      held.forEach((pence, g) => {
        if (pence !== 0) owned[accounts.practice + g]! += pence;
      });
    for (let account = accounts.commissioner; account < accounts.count; account++) {
      if (account >= accounts.community && account < accounts.provider) continue;
      checks.equal(
        balance[account]!,
        owned[account]!,
        () => `account ${account}: pence of those whose purse it is`,
      );
    }
  },
};

/**
 * Purses get from the treasury what they borrow, less what they pay back and return; only an administrator gives, or
 * writes off, anything beyond that. Within a year nobody's debts change but with their people.
 * @param got pence of all purses that nobody paid them for care
 */
function checkDebts(checks: Checks, { before, world }: WatchedWeek, now: Counted, got: number): void {
  const { books, journal } = world;
  const more = (now: Float64Array, then: Float64Array): number => sum(now) - sum(then);
  const debts = more(books.debt, before.debt) + more(books.debtOfProvider, before.debtOfProvider);
  const booked = (column: number): number => now.bodies[column]! - before.counted.bodies[column]!;
  const lent = booked(BT.loans);
  const returned = booked(BT.surplus_returned);
  checks.atMost(debts, lent, () => 'pence that all together owe more than before, against what was lent');
  if (journal.slice(before.journal).some(({ kind }) => kind === 'administration'))
    checks.atMost(debts - returned, got, () => 'pence borrowed less returned, against what purses got');
  else
    checks.equal(got, debts - returned, () => 'pence that purses got beyond what they borrowed or returned');
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}

/** News of weeks in which people, and what was kept for them, go from one purchaser to another. */
const MOVES: ReadonlySet<string> = new Set([
  'body founded',
  'body grows',
  'body closed',
  'institution changed',
]);

/** Pence of the week that a purchaser is given, less what it passes on. */
function paidIn(world: WatchedWeek['world'], p: number, week: number): number {
  const { books, place, structure } = world;
  const C = place.commissioners.count;
  const { bodies } = structure;
  let pence = p < C ? partOfWeek(books.allocation[p]!, week % 52) : 0;
  if (p < C) for (let o = 0; o < bodies; o++) pence -= partOfWeek(books.passedOn[p * bodies + o]!, week % 52);
  const body = p < C ? p : p - C;
  if (bodies > 0 && purchaserOfBody(structure, C, body) === p)
    for (let c = 0; c < C; c++) pence += partOfWeek(books.passedOn[c * bodies + body]!, week % 52);
  return pence;
}

/** Whole pence of a yearly sum that fall in a week of the year, such that fifty-two parts are the whole. */
function partOfWeek(penceAYear: number, week: number): number {
  return Math.floor((penceAYear * (week + 1)) / 52) - Math.floor((penceAYear * week) / 52);
}
