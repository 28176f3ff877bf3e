import { ledgerSum } from '../../model/ledger/ledger.ts';
import { accountOfProvider, accountOfPurchaser } from '../../model/organisations/accounts.ts';
import { incomeOf } from '../../model/organisations/purchasers.ts';
import { purchaserOfBody, purchasersOf } from '../../model/organisations/structure.ts';
import { counted } from '../counted.ts';
import { checksOf, type Invariant, type WatchedWeek } from '../invariant.ts';

/**
 * All accounts sum to zero in whole pence, and each holds what those have kept whose purse it is. Of what a purchaser is
 * given, the week's part comes in, and it is spent or held; what a hospital is paid, it spends or holds; every pound of
 * an allocation is one purchaser's; services that are paid what they cost hold nothing. Loans, repayments and surpluses
 * that go back move at the end of a year; where people get another purchaser, what was kept for them goes with them.
 */
export const MONEY: Invariant = {
  id: 'money',
  law: 'all accounts sum to zero in pence, and what is allocated is spent, held or carried',
  check({ before, world }) {
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
      if (yearEnds) continue;
      const here = now.spend[p]! - before.counted.spend[p]! + books.held[p]! - before.held[p]!;
      const given = paidIn(world, p, before.week);
      keptAndSpent += here - given;
      if (!moved) checks.equal(here, given, () => `purchaser ${p}: pence spent and held`);
    }
    checks.equal(keptAndSpent, 0, () => 'pence that purchasers together spent and held beyond what came in');
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
    for (let h = 0; h < place.providers.count; h++) {
      owned[accountOfProvider(world, h)]! += books.retained[h]!;
      if (yearEnds) continue;
      const earned = now.income[h]! - before.counted.income[h]!;
      const cost = now.cost[h]! - before.counted.cost[h]!;
      checks.equal(books.retained[h]! - before.retained[h]!, earned - cost, () => `trust ${h}: pence held`);
    }
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
