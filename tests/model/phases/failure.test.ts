import { beforeAll, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/model/result.ts';
import { run, smallWorld } from '../world.ts';

/** The year's end of a trust that is short of cash and owes, each as a share of its income of the year. */
function endOfYear(failureRegime: string, short: number, owes: number) {
  const world = run(
    smallWorld({ people: 2000, weeks: 60, set: { 'governance.failureRegime': failureRegime } }),
    51,
  );
  const { books } = world;
  const income = books.incomeYear[0]!;
  books.retained[0] = -Math.round(income * short);
  books.debtOfProvider[0] = Math.round(income * owes);
  run(world, 1);
  const code = world.place.providers.code[0];
  const told = world.journal.filter(
    ({ kind, organisation }) => organisation === code && /loan|administration/.test(kind),
  );
  return { world, told };
}

const figuresOf = ({ why }: JournalEvent): number[] => why.match(/[\d.]+(?= pounds|%)/g)!.map(Number);

describe('the line about a trust that cannot pay', () => {
  let lent: ReturnType<typeof endOfYear>;
  let ended: ReturnType<typeof endOfYear>;
  beforeAll(() => {
    lent = endOfYear('loan', 0.2, 0.3);
    ended = endOfYear('administration', 0.2, 0.3);
  });

  it('gives the cash that a loan fills, and the limit beyond which it is lent', () => {
    const { world, told } = lent;
    expect(told.map(({ kind }) => kind)).toEqual(['loan']);
    const share = world.settings.failure.loanShare;
    const [short, percent, limit] = figuresOf(told[0]!) as [number, number, number];
    expect(percent).toBeCloseTo(100 * share, 1);
    expect(limit).toBeCloseTo((share * world.books.incomeLastYear[0]!) / 100, -1);
    expect(short).toBeGreaterThan(limit);
    // What was owed before is no part of it: that comes on top in what is owed now.
    const debts = Math.round(world.books.debtOfProvider[0]! / 100);
    expect(told[0]!.description).toBe(`${short} pounds are lent, debts are now ${debts} pounds`);
    expect(debts).toBeGreaterThan(2 * short);
  });

  it('gives the debts that an administrator writes off, and the limit beyond which one comes', () => {
    const { world, told } = ended;
    expect(told.map(({ kind }) => kind)).toEqual(['administration']);
    const share = world.settings.failure.administrationShare;
    const [owed, percent, limit] = figuresOf(told[0]!) as [number, number, number];
    expect(percent).toBeCloseTo(100 * share, 1);
    expect(limit).toBeCloseTo((share * world.books.incomeLastYear[0]!) / 100, -1);
    expect(owed).toBeGreaterThan(limit);
    expect(world.books.debtOfProvider[0]).toBe(0);
  });
});
