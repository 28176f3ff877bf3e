import { ledgerSum } from '../../model/ledger/ledger.ts';
import { counted } from '../counted.ts';
import { checksOf, type Invariant } from '../invariant.ts';

/**
 * All accounts sum to zero in whole pence. Of what a commissioner is allocated, the week's part comes in, and it is
 * spent or held; what a hospital is paid, it spends or holds; services that are paid what they cost hold nothing.
 */
export const MONEY: Invariant = {
  id: 'money',
  law: 'all accounts sum to zero in pence, and what is allocated is spent, held or carried',
  check({ before, world }) {
    const { ledger, books, place } = world;
    const { accounts, balance } = ledger;
    const checks = checksOf('money', before.week);
    checks.equal(ledgerSum(ledger), 0, () => 'sum of all accounts, pence');
    balance.forEach((pence, account) => {
      checks.that(Number.isSafeInteger(pence), () => `account ${account} holds ${pence}, not whole pence`);
    });
    const now = counted(world);
    const change = (account: number): number => balance[account]! - before.balance[account]!;
    let allocated = 0;
    for (let c = 0; c < place.commissioners.count; c++) {
      const paidIn = partOfWeek(books.allocation[c]!, before.week % 52);
      const spent = now.spend[c]! - before.counted.spend[c]!;
      allocated += paidIn;
      checks.equal(
        spent + change(accounts.commissioner + c),
        paidIn,
        () => `commissioner ${c}: pence spent and held`,
      );
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
    checks.equal(-change(accounts.treasury), allocated, () => 'pence paid out by the treasury');
    for (let h = 0; h < place.providers.count; h++) {
      const income = now.income[h]! - before.counted.income[h]!;
      const cost = now.cost[h]! - before.counted.cost[h]!;
      checks.equal(change(accounts.provider + h), income - cost, () => `trust ${h}: pence held`);
    }
  },
};

/** Whole pence of a yearly sum that fall in a week of the year, such that fifty-two parts are the whole. */
function partOfWeek(penceAYear: number, week: number): number {
  return Math.floor((penceAYear * (week + 1)) / 52) - Math.floor((penceAYear * week) / 52);
}
