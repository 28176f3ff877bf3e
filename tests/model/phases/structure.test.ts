import { describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../../src/lab/place/index.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { type SettingValues, settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { renewCells } from '../../../src/model/organisations/cells.ts';
import { enrolForThemselves } from '../../../src/model/organisations/membership.ts';
import { plannedWithin, renewDeficitCover } from '../../../src/model/phases/deficit-cover.ts';
import { LIFE } from '../../../src/model/population/people.ts';
import { INTEGRATED_BOARDS } from '../../../src/model/regimes/integrated-boards.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { VIRTUAL_SYSTEMS } from '../bodies.ts';
import { run, smallInput, smallWorld } from '../world.ts';

const BOARDS = settingsOf(INTEGRATED_BOARDS.institutions);
const SPLIT_INSTITUTIONS = PURCHASER_PROVIDER_SPLIT.institutions;
const SPLIT = settingsOf(SPLIT_INSTITUTIONS);

/** Practices of town and of country. */
const MIXED = syntheticPlace({ people: 4000, practices: 12, trusts: 2, rural: 0.4, seed: 'rural-and-urban' });

function worldWith(switches: Record<number, SettingValues>): World {
  return smallWorld({ people: 2000, weeks: 160, switches });
}

/** Who belongs to whom and under what institutions, but for when these came, who left when and where a body was at home. */
function whoBelongsToWhom({ structure, cells, inForce, institutions, organisations }: World) {
  const {
    askedSince: _,
    homeOfBody: __,
    failedIn: _failed,
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
  const { books, structure } = world;

  it('gets it from the first week on', () => {
    expect(structure.bodyOfPractice.every((o) => o >= 0)).toBe(true);
    const passed = books.passedOn.reduce((sum, pence) => sum + pence, 0);
    const allocated = books.allocation.reduce((sum, pence) => sum + pence, 0);
    // All of the area's people are served by bodies.
    expect(allocated - passed).toBe(0);
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

describe('a body that is closed by a switch', () => {
  const world = run(worldWith({ 30: BOARDS, 100: SPLIT }), 100);
  const { will, books, settings } = world;
  const before = {
    commissioner: will.disruptionCommissioner[0]!,
    provider: will.disruptionProvider[0]!,
    culture: will.cultureManagerial[0]!,
    cost: books.bodyYear[BT.change_cost]!,
  };
  const people = books.registered.reduce((sum, n) => sum + n, 0);
  run(world, 1);

  it('disrupts its members as it did to found it', () => {
    const { size, imposed } = settings.disruption;
    expect(will.disruptionCommissioner[0]! / before.commissioner).toBeGreaterThan(1.5);
    for (const level of [will.disruptionCommissioner[0]!, will.disruptionProvider[0]!])
      expect(level).toBeGreaterThan(0.9 * size * imposed);
    expect(will.disruptionProvider[0]).toBeGreaterThan(before.provider);
  });

  it('shakes relations and, as nobody asked for it, their culture', () => {
    const { size, imposed, shake } = settings.disruption;
    expect(will.cultureManagerial[0]! / before.culture).toBeCloseTo(1 - shake * size * imposed, 2);
  });

  it('costs money once, a head, which its people’s payer pays', () => {
    const cost = books.bodyYear[BT.change_cost]! - before.cost;
    const pence = people * settings.disruption.poundsPerHead * 100 * books.costLevel;
    expect(Math.abs(cost - pence)).toBeLessThan(2);
    expect(ledgerSum(world.ledger)).toBe(0);
  });

  it('is told with all who leave it', () => {
    const { description } = world.journal.find(({ kind }) => kind === 'body closed')!;
    expect(description).toBe(
      'body of Commissioner 1 is closed; 4 practices return to Commissioner 1; Commissioner 1, Trust 1, Trust 2 stand alone again',
    );
  });
});

describe('practices that go from one body into another in the same week', () => {
  const consortia = { 'budget.holder': 'consortia', 'rollout.by': 'decree' } as const;
  const costOf = (switches: Record<number, SettingValues>): number => {
    const world = run(worldWith(switches), 52);
    return world.records.years[0]!.bodies[BT.change_cost]!;
  };
  const groups = { ...SPLIT, ...consortia };

  it('bear the cost of one change, not of two', () => {
    const there = costOf({ 10: groups });
    const thereAndOn = costOf({ 10: groups, 30: BOARDS });
    const thereAndBack = costOf({ 10: groups, 30: SPLIT });
    // Paying off the commissioner, who hands all over, is the rest of the first figure.
    expect(thereAndOn - there).toBeCloseTo(thereAndBack - there, -3);
    expect(thereAndOn).toBeGreaterThan(there);
  });
});

describe('practices that leave a body which goes on, or lose budgets of their own', () => {
  it('disrupt it by their part of it, and are a line of the journal', () => {
    const input = { ...smallInput({ weeks: 60 }), place: MIXED };
    const boards = withSettings(SPLIT_INSTITUTIONS, BOARDS);
    const overrides = [{ part: 'rural' as const, commissioner: null, institutions: SPLIT_INSTITUTIONS }];
    const institutions = [
      input.institutions[0]!,
      fromWeek(4, boards, 'test'),
      { ...fromWeek(50, boards, 'the country wants its own'), overrides },
    ];
    const world = run(createWorld({ ...input, institutions }), 50);
    const { will, books, structure, settings } = world;
    const cost = books.bodyYear[BT.change_cost]!;
    const before = will.disruptionBody[0]!;
    run(world, 1);
    const left = [...structure.bodyOfPractice.keys()].filter((g) => structure.bodyOfPractice[g]! < 0);
    const people = left.reduce((sum, g) => sum + books.registered[g]!, 0);
    const all = books.registered.reduce((sum, n) => sum + n, 0);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(structure.bodyOfPractice.length);
    const { size, imposed, weeklyFactor, poundsPerHead } = settings.disruption;
    expect(will.disruptionBody[0]! / weeklyFactor - before).toBeCloseTo((size * imposed * people) / all, 2);
    const paid = (books.bodyYear[BT.change_cost]! - cost) / (100 * books.costLevel);
    expect(paid / (people * poundsPerHead)).toBeCloseTo(1, 2);
    const line = world.journal.find(({ kind }) => kind === 'body shrinks')!;
    const counted = (n: number) => (n === 1 ? '1 practice' : `${n} practices`);
    expect([line.week, line.why, line.description]).toEqual([
      50,
      'the country wants its own',
      `body of Commissioner 1: ${counted(left.length)} return${left.length === 1 ? 's' : ''} to Commissioner 1; ` +
        `${counted(structure.bodyOfPractice.length - left.length)} stay`,
    ]);
  });

  it('say who holds the budgets now', () => {
    const own = {
      ...SPLIT,
      'budget.holder': 'practices',
      'budget.salience': 'hard',
      'rollout.by': 'decree',
    } as const;
    const world = run(worldWith({ 10: own, 30: SPLIT }), 31);
    const line = world.journal.find(({ kind }) => kind === 'budgets handed back')!;
    expect([line.week, line.description]).toEqual([
      30,
      'group 1 of practices in Commissioner 1: 4 practices hold budgets of their own no more; Commissioner 1 does',
    ]);
  });
});

describe('a body that takes over the practices of one that was closed', () => {
  const systems = withSettings(SPLIT_INSTITUTIONS, {
    'budget.holder': 'organisation',
    'provision.form': 'vertical',
    'provision.led': 'practices',
    'rollout.by': 'decree',
    'choice.of': 'system',
    'governance.seatsHospital': 1,
  });
  // In the countryside others sit on boards: who comes from the town brings no seat along.
  const from = (week: number, followUpCap: number) => {
    const all = withSettings(systems, { 'payment.followUpCap': followUpCap });
    const rural = withSettings(all, { 'governance.seatsHospital': 0, 'governance.seatsCitizens': 1 });
    const overrides = [{ part: 'rural' as const, commissioner: null, institutions: rural }];
    return { ...fromWeek(week, all, 'test'), overrides };
  };
  const input = {
    ...smallInput({ weeks: 80, parameters: { group_of_practices_people: 800 } }),
    place: MIXED,
  };
  const institutions = [input.institutions[0]!, from(4, 3), from(40, 2)];
  const world = run(createWorld({ ...input, institutions }), 6);
  const { structure, will, cells } = world;
  const isRural = (cell: number) => cell % 2 === 1;
  const practices = [...structure.bodyOfPractice.keys()];
  const boards = will.boardAltruism.slice();
  const homes = cells.ofBody.slice();
  const closing = structure.bodyOfPractice.find((o) => !isRural(cells.ofBody[o]!))!;
  const joined = practices.filter((g) => structure.bodyOfPractice[g] === closing);
  // Other bodies of the town take nobody in, so that whoever takes these over is of the country.
  for (const o of structure.bodyOfPractice) if (!isRural(cells.ofBody[o]!)) will.closesAt[o] = 70;
  will.closesAt[closing] = 7;
  run(world, 2);
  const next = joined.map((g) => structure.bodyOfPractice[g]!);

  it('keeps the board and the institutions of those for whom it was founded', () => {
    expect(next.length).toBeGreaterThan(0);
    for (const o of next) {
      expect(o).not.toBe(closing);
      expect(isRural(cells.ofBody[o]!)).toBe(true);
      expect([cells.ofBody[o], will.boardAltruism[o]]).toEqual([homes[o], boards[o]]);
    }
    // However many people they bring.
    const registered = world.books.registered.slice();
    for (const g of joined) world.books.registered[g]! += 1000;
    renewCells(world);
    world.books.registered.set(registered);
    for (const o of next) expect(cells.ofBody[o]).toBe(homes[o]);
    const { description } = world.journal.find(({ kind }) => kind === 'body closed')!;
    expect(description).toMatch(/; (1 practice goes|\d practices go) to another body/);
  });

  it('keeps the practices when institutions change that have nothing to do with them', () => {
    run(world, 35);
    expect(world.journal.some(({ week }) => week === 40)).toBe(true);
    expect(joined.map((g) => structure.bodyOfPractice[g]!)).toEqual(next);
    for (const o of next) expect([cells.ofBody[o], will.boardAltruism[o]]).toEqual([homes[o], boards[o]]);
  });
});

describe('practices of a body that was closed where people choose one', () => {
  const spec = { weeks: 20, set: VIRTUAL_SYSTEMS, parameters: { group_of_practices_people: 700 } };

  it('go to that of the nearest practice of another', () => {
    const world = run(createWorld({ ...smallInput(spec), place: MIXED }), 4);
    const { structure, will } = world;
    const { latitude, longitude, count } = MIXED.practices;
    const before = structure.bodyOfPractice.slice();
    expect(new Set(before).size).toBeGreaterThan(3);
    will.closesAt[before[0]!] = 4;
    run(world, 1);
    const km = (a: number, b: number): number =>
      Math.hypot(
        latitude[a]! - latitude[b]!,
        (longitude[a]! - longitude[b]!) * Math.cos((latitude[a]! * Math.PI) / 180),
      );
    const practices = Array.from({ length: count }, (_, g) => g);
    for (const g of practices.filter((each) => before[each] === before[0])) {
      const others = practices.filter((each) => before[each] !== before[0]);
      const nearest = others.toSorted((a, b) => km(g, a) - km(g, b))[0]!;
      expect(structure.bodyOfPractice[g]).toBe(before[nearest]);
    }
  });

  it('and whoever had joined it by themselves is with their practice again', () => {
    const set = { ...VIRTUAL_SYSTEMS, 'choice.enrolment': 'person', 'choice.reviewRate': 0 };
    const world = run(createWorld({ ...smallInput({ ...spec, set }), place: MIXED }), 4);
    const { structure, will, people, books } = world;
    const closing = structure.bodyOfPractice[0]!;
    const joined = Array.from({ length: people.capacity }, (_, i) => i).filter(
      (i) => people.life(i) === LIFE.present && structure.bodyOfPractice[people.practice(i)] !== closing,
    );
    const practices = joined.map((i) => people.practice(i));
    for (const i of joined) enrolForThemselves(world, i, closing);
    expect(joined.length).toBeGreaterThan(1000);
    will.closesAt[closing] = 4;
    run(world, 1);
    // Who went to another practice in that week may have kept the body of the first.
    joined.forEach((i, n) => {
      if (people.practice(i) === practices[n]) expect(books.systemOf[i]).toBe(0);
    });
  });
});

describe('a body that failed where nobody chooses one', () => {
  const groups: SettingValues = {
    'budget.holder': 'organisation',
    'provision.form': 'virtual',
    'provision.led': 'practices',
    'rollout.by': 'decree',
    'choice.of': 'provider',
  };
  const parameters = { group_of_practices_people: 500, formation_after_failure_weeks: 20 };
  const world = run(smallWorld({ people: 2000, weeks: 80, parameters, switches: { 4: groups } }), 8);
  const { structure, will, place } = world;
  const closing = structure.bodyOfPractice[0]!;
  const members = [...structure.bodyOfPractice.keys()].filter((g) => structure.bodyOfPractice[g] === closing);
  const others = [...structure.bodyOfPractice.keys()].filter((g) => !members.includes(g));
  const before = structure.bodyOfPractice.slice();
  const asked = structure.askedSince.slice();
  will.closesAt[closing] = 10;
  run(world, 3);

  it('leaves its practices to their commissioner, and other bodies as they are', () => {
    expect(others.length).toBeGreaterThan(0);
    expect(structure.founded[closing]).toBe(-1);
    for (const g of members) {
      expect(structure.bodyOfPractice[g]).toBe(-1);
      expect(structure.purchaserOfPractice[g]).toBe(place.practices.commissioner[g]);
    }
    for (const g of others) expect(structure.bodyOfPractice[g]).toBe(before[g]);
    // Those who wait for a body of their own are not put off by it.
    expect([...structure.askedSince]).toEqual([...asked]);
  });

  it('is founded again when the time is over, and not before', () => {
    run(world, 19);
    expect([world.week, structure.founded[closing]]).toEqual([30, -1]);
    run(world, 1);
    expect(structure.founded[closing]).toBe(30);
    for (const g of members) expect(structure.bodyOfPractice[g]).toBe(closing);
  });

  it('need not wait under institutions that are asked for anew', () => {
    const again = smallWorld({
      people: 2000,
      weeks: 80,
      parameters,
      switches: { 4: groups, 15: { ...groups, 'choice.offeredShare': 0.9 } },
    });
    run(again, 8).will.closesAt[closing] = 10;
    run(again, 7);
    expect(again.structure.founded[closing]).toBe(-1);
    run(again, 1);
    expect(again.structure.founded[closing]).toBe(15);
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
