import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { plannedWithin, renewDeficitCover } from '../../../src/model/phases/deficit-cover.ts';
import { INTEGRATED_BOARDS } from '../../../src/model/regimes/integrated-boards.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const BOARDS = settingsOf(INTEGRATED_BOARDS.institutions);
const SPLIT = settingsOf(PURCHASER_PROVIDER_SPLIT.institutions);

function worldWith(switches: Record<number, SettingValues>): World {
  return smallWorld({ people: 2000, weeks: 160, switches });
}

/** Who belongs to whom and under what institutions, but for when these came, who left when and where a body was at home. */
function whoBelongsToWhom({ structure, cells, inForce, institutions, organisations }: World) {
  const {
    askedSince: _,
    homeOfBody: __,
    practiceLeft: _practices,
    commissionerLeft: _commissioners,
    providerLeft: _providers,
    ...belonging
  } = structure;
  const { ofBody: ___, ...places } = cells;
  return structuredClone({ belonging, places, inForce, institutions, bodies: organisations.bodies });
}

describe('a body that takes the money over on the first day', () => {
  const groups: SettingValues = { 'budget.holder': 'consortia', 'rollout.by': 'decree' };
  const world = run(smallWorld({ people: 2000, weeks: 60, set: groups }), 1);
  const { books, structure, place } = world;

  it('gets it from the first week on', () => {
    expect(structure.bodyOfPractice.every((o) => o >= 0)).toBe(true);
    const passed = books.passedOn.reduce((sum, pence) => sum + pence, 0);
    const allocated = books.allocation.reduce((sum, pence) => sum + pence, 0);
    // All of the area's people are served by bodies; whole pence for each of them.
    expect(allocated - passed).toBeGreaterThanOrEqual(0);
    expect(allocated - passed).toBeLessThan(place.practices.count);
  });

  it('does not live on loans', () => {
    run(world, 52);
    expect([...books.debt].every((pence) => pence === 0)).toBe(true);
    expect(ledgerSum(world.ledger)).toBe(0);
  });
});

describe('a board that is founded and dissolved again', () => {
  const world = worldWith({ 30: BOARDS, 100: SPLIT });
  const before = whoBelongsToWhom(run(world, 30));
  run(world, 20);

  it('owns commissioner and trusts, and their money, while it stands', () => {
    const { structure, ledger, books } = world;
    expect([...structure.bodyOfCommissioner]).toEqual([0]);
    expect([...structure.bodyOfProvider]).toEqual([0, 0]);
    expect(structure.bodyOfPractice.every((o) => o === 0)).toBe(true);
    const { body, commissioner, provider } = ledger.accounts;
    expect(ledger.balance[commissioner]).toBe(0);
    expect([ledger.balance[provider], ledger.balance[provider + 1]]).toEqual([0, 0]);
    expect(ledger.balance[body]).toBe(
      books.held[0]! + books.held[1]! + books.retained[0]! + books.retained[1]!,
    );
  });

  it('covers what its hospitals lacked together the year before, as long as they lack it', () => {
    const twin = worldWith({ 30: BOARDS, 160: SPLIT });
    run(twin, 104);
    const { books } = twin;
    const within = plannedWithin(twin);
    const coverAfter = (surplus: readonly number[], granted = 0): number[] => {
      books.surplusLastYear.set(surplus);
      const before = within.slice();
      before[0]! -= granted;
      renewDeficitCover(twin, before);
      return [...books.deficitCover];
    };
    books.deficitCover.fill(0);
    expect(coverAfter([-3e6, 1e6])).toEqual([2e6, 0]);
    // With it they broke even: it goes on. A surplus lowers it, and so does what the table granted.
    expect(coverAfter([0, 0])).toEqual([2e6, 0]);
    expect(coverAfter([0.5e6, 0])).toEqual([1.5e6, 0]);
    expect(coverAfter([0, 0], 1e6)).toEqual([0.5e6, 0]);
    expect(coverAfter([9e6, 0])).toEqual([0, 0]);
  });

  it('pays the cover week by week, whatever the hospital does', () => {
    const [with52, without] = [5_200_000, 0].map((cover) => {
      const twin = worldWith({ 30: BOARDS, 160: SPLIT });
      run(twin, 105);
      twin.books.deficitCover.set([cover, 0]);
      const before = twin.books.retained[0]!;
      run(twin, 1);
      return twin.books.retained[0]! - before;
    });
    expect(with52! - without!).toBe(100_000);
  });

  it('leaves everybody where they belonged, with the money that they kept', () => {
    run(world, 52);
    expect(whoBelongsToWhom(world)).toEqual(before);
    const { ledger, books, structure, place } = world;
    const { body, commissioner, provider } = ledger.accounts;
    expect(ledger.balance.subarray(body, body + structure.bodies).every((pence) => pence === 0)).toBe(true);
    expect(ledger.balance[commissioner]).toBe(books.held[0]);
    for (let h = 0; h < place.providers.count; h++)
      expect(ledger.balance[provider + h]).toBe(books.retained[h]);
    expect(books.held.subarray(1).every((pence) => pence === 0)).toBe(true);
  });

  it('is told in the journal: founded, closed', () => {
    const kinds = world.journal
      .filter(({ kind }) => kind.startsWith('body'))
      .map(({ week, kind }) => [week, kind]);
    expect(kinds).toEqual([
      [30, 'body founded'],
      [100, 'body closed'],
    ]);
  });
});

describe('practices that take over budgets of their own', () => {
  it('come under their institutions at once, the others when it is their turn', () => {
    const world = smallWorld({
      people: 2000,
      weeks: 60,
      parameters: { group_of_practices_people: 500 },
      switches: {
        4: {
          'budget.holder': 'practices',
          'budget.salience': 'hard',
          'rollout.by': 'readiness',
          'rollout.firstShare': 0.5,
          'rollout.threshold': 1,
        },
      },
    });
    run(world, 5);
    const { structure, cells, inForce } = world;
    expect(structure.formedOfPractice).toContain(1);
    expect(structure.formedOfPractice).toContain(0);
    structure.formedOfPractice.forEach((formed, g) => {
      expect(inForce[cells.ofPractice[g]!]!.budget.salience).toBe(formed === 1 ? 'hard' : 'indicative');
    });
  });
});

describe('groups that hold budgets and lose them within a year', () => {
  it('keep no money: what is still to come goes to whoever pays for their people again', () => {
    const consortia = {
      'budget.holder': 'consortia',
      'rollout.by': 'decree',
      'budget.salience': 'hard',
    } as const;
    const world = worldWith({ 30: { ...SPLIT, ...consortia }, 70: SPLIT });
    run(world, 60);
    const C = world.place.commissioners.count;
    const holders = () => [...world.structure.purchaserOfPractice].filter((p) => p >= C).length;
    expect(holders()).toBeGreaterThan(0);
    expect(world.books.passedOn.some((pence) => pence > 0)).toBe(true);
    run(world, 50);
    expect(holders()).toBe(0);
    expect(world.books.passedOn.every((pence) => pence === 0)).toBe(true);
    expect(world.books.held.subarray(C).every((pence) => pence === 0)).toBe(true);
    expect(ledgerSum(world.ledger)).toBe(0);
  });
});
