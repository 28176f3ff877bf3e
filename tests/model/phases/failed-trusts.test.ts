import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/model/create-world.ts';
import { type SettingValues, settingsOf } from '../../../src/model/institutions/settings.ts';
import { ledgerSum } from '../../../src/model/ledger/ledger.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { partnerFor, trustsThatCanTakeOver } from '../../../src/model/organisations/merger-partner.ts';
import { trustsAlone } from '../../../src/model/organisations/stand-alone.ts';
import type { Place } from '../../../src/model/place.ts';
import { HEFT_DECREED } from '../../../src/model/regimes/heft-decreed.ts';
import type { ScheduledMerger } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { runChecked } from '../../../src/testing/run-checked.ts';
import { inputOf, type SmallScenario } from '../../../src/testing/small-scenario.ts';
import { run, type SmallWorld, smallInput } from '../world.ts';

const MERGER: SettingValues = { 'governance.failureRegime': 'merger' };
const FAILS = 51;
const CONTROL = 10;
const MERGES = FAILS + 1 + CONTROL;

function worldOf(
  spec: SmallWorld = {},
  mergers: readonly ScheduledMerger[] = [],
  change?: (place: Place) => Place,
): World {
  const { set = {}, ...rest } = spec;
  const input = smallInput({ people: 2000, weeks: 160, trusts: 3, ...rest, set: { ...MERGER, ...set } });
  return createWorld({ ...input, mergers, place: change === undefined ? input.place : change(input.place) });
}

/** A week before the end of the year; the trusts given owe a third of their income of a year. */
function beforeFailure(world: World, ...failing: readonly number[]): World {
  run(world, FAILS);
  for (const h of [0, 1, 2])
    world.books.debtOfProvider[h] = failing.includes(h) ? Math.round(world.books.incomeYear[h]! / 3) : 0;
  return world;
}

function news(world: World): [number, string, string][] {
  return world.journal
    .filter(({ kind }) => /merge|administration/.test(kind))
    .map(({ week, kind, organisation }) => [week, kind, organisation]);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe('a trust that cannot pay, where failure ends in a merger', () => {
  const world = run(beforeFailure(worldOf(), 0), 1);
  const { books, structure, place, ledger, will } = world;

  it('goes on alone while merger control takes its time', () => {
    expect(news(world)).toEqual([[FAILS, 'merger under review', place.providers.code[0]]]);
    run(world, CONTROL);
    expect([...structure.trustOfProvider]).toEqual([0, 1, 2]);
  });

  it('is then taken over, debts and all, and the journal says by whom and why', () => {
    const owed = total(books.debtOfProvider);
    run(world, 1);
    const line = world.journal.find(({ kind }) => kind === 'trusts merged')!;
    const lead = structure.trustOfProvider[0]!;
    expect(lead).not.toBe(0);
    expect(line.week).toBe(MERGES);
    expect(line.organisation).toBe(`${place.providers.code[lead]} ${place.providers.code[0]}`);
    expect(line.why).toMatch(/could not pay its debts; \d+% of its patients would go to Trust/);
    expect(total(books.debtOfProvider)).toBe(owed);
    expect(ledger.balance[ledger.accounts.provider]).toBe(0);
    expect(ledger.balance[ledger.accounts.provider + lead]).toBe(books.retained[0]! + books.retained[lead]!);
    expect(ledgerSum(ledger)).toBe(0);
    expect(will.takenOverIn[0]).toBe(0);
  });

  it('loses no patient and no penny but what the merger costs', () => {
    const waits = run(
      beforeFailure(worldOf({ set: { 'governance.mergerControlWeeks': 40 } }), 0),
      CONTROL + 2,
    );
    const queued = (of: World) =>
      [...of.books.firstQueue, ...of.books.admissionQueue].map(({ waiting }) => waiting);
    expect([...waits.structure.trustOfProvider]).toEqual([0, 1, 2]);
    expect(queued(world)).toEqual(queued(waits));
    const cost = books.bodyYear[BT.change_cost]! - waits.books.bodyYear[BT.change_cost]!;
    expect(cost).toBeGreaterThan(0);
    expect(total(waits.books.retained) - total(books.retained)).toBe(cost);
  });

  it('is disrupted as by any merger above the heads of those concerned', () => {
    const { size, imposed } = world.settings.disruption;
    expect(will.disruptionProvider[0]).toBeCloseTo(size * imposed, 1);
  });

  it('is taken over in the next week where there is no control', () => {
    const free = run(beforeFailure(worldOf({ set: { 'governance.mergerControlWeeks': 0 } }), 0), 2);
    expect(news(free).map(([week]) => week)).toEqual([FAILS, FAILS + 1]);
  });

  it('goes into administration where that is what failure ends in, which disrupts it and nobody else', () => {
    const other = beforeFailure(worldOf({ set: { 'governance.failureRegime': 'administration' } }), 0);
    run(other, 1);
    expect(news(other)).toEqual([[FAILS, 'administration', place.providers.code[0]]]);
    expect([...other.will.disruptionProvider]).toEqual([other.settings.disruption.size, 0, 0]);
    run(other, MERGES - FAILS);
    expect(news(other)).toHaveLength(1);
  });
});

describe('the partner', () => {
  const world = worldOf();
  const [a, b, c] = trustsAlone(world);
  const { reach } = world.place;

  it('is the trust to which most of its patients would go, wherever it stands', () => {
    const { plannedShare } = world.tables;
    const before = plannedShare.slice();
    const setShares = (...shares: readonly number[]): void =>
      reach.provider.forEach((h, e) => {
        plannedShare[e] = shares[h]!;
      });
    setShares(0.5, 0.2, 0.3);
    expect(partnerFor(world, a!, [b!, c!])).toMatchObject({ unit: c, shared: expect.closeTo(0.6, 9) });
    setShares(0.5, 0.3, 0.2);
    expect(partnerFor(world, a!, [b!, c!])).toMatchObject({ unit: b, shared: expect.closeTo(0.6, 9) });
    expect(partnerFor(world, a!, [a!, c!])).toMatchObject({ unit: c, shared: expect.closeTo(0.4, 9) });
    plannedShare.set(before);
  });

  it('is the nearest where it shares patients with none', () => {
    const { plannedShare } = world.tables;
    const before = plannedShare.slice();
    reach.provider.forEach((h, e) => {
      plannedShare[e] = h === 0 ? 1 : 0;
    });
    const near = { ...b!, latitude: a!.latitude + 0.1, longitude: a!.longitude };
    const far = { ...c!, latitude: a!.latitude + 0.3, longitude: a!.longitude };
    expect(partnerFor(world, a!, [far, near])).toMatchObject({ unit: near, shared: 0 });
    expect(partnerFor(world, a!, [far, near])!.km).toBeCloseTo(11.12, 2);
    expect(partnerFor(world, a!, [])).toBeNull();
    plannedShare.set(before);
  });

  it('can pay what it owes, is general and waits for no partner itself', () => {
    const able = (of: World): number[] => trustsThatCanTakeOver(of).map(({ lead }) => lead);
    const specialist = worldOf({}, [], (place) => ({
      ...place,
      providers: { ...place.providers, specialist: Uint8Array.of(0, 1, 0) },
    }));
    expect(able(specialist)).toEqual([0, 2]);
    const after = run(beforeFailure(worldOf(), 0), 1);
    expect(able(after)).toEqual([1, 2]);
    after.books.debtOfProvider[0] = 0;
    expect(able(after)).toEqual([1, 2]);
    after.will.takenOverIn[0] = 0;
    expect(able(after)).toEqual([0, 1, 2]);
    after.books.debtOfProvider[1] = after.books.retained[1]! + 0.051 * after.books.incomeLastYear[1]!;
    expect(able(after)).toEqual([0, 2]);
  });
});

describe('where there is no partner', () => {
  const why = (world: World): string => world.journal.find(({ kind }) => kind === 'administration')!.why;

  it('an administrator comes, in whatever order the trusts stand, and the journal says so', () => {
    const world = run(beforeFailure(worldOf(), 0, 1, 2), 1);
    expect(news(world).map(([week, kind]) => [week, kind])).toEqual(
      [0, 1, 2].map(() => [FAILS, 'administration']),
    );
    expect(why(world)).toMatch(/no merger: no other general trust stands alone and is solvent/);
    expect([...world.books.debtOfProvider]).toEqual([0, 0, 0]);
  });

  it('nor of a trust most of whose patients are from elsewhere', () => {
    const world = worldOf({}, [], (place) => ({
      ...place,
      providers: { ...place.providers, plannedShareFromPlace: Float64Array.of(0.2, 1, 1) },
    }));
    run(beforeFailure(world, 0), 1);
    expect(why(world)).toMatch(/no merger: too few of its patients are of the place/);
  });

  it('nor of a member of a body, which is not taken over', () => {
    const virtual: SettingValues = {
      ...settingsOf(HEFT_DECREED.institutions),
      ...MERGER,
      'provision.form': 'virtual',
      'rollout.notBeforeWeeks': 0,
    };
    const world = worldOf({ switches: { 10: virtual } });
    run(world, 20);
    const member = world.structure.bodyOfProvider.findIndex((o) => o >= 0);
    expect(member).toBeGreaterThanOrEqual(0);
    run(world, FAILS - 20);
    world.books.debtOfProvider[member] = Math.round(world.books.incomeYear[member]! / 3);
    run(world, 1);
    expect(why(world)).toMatch(/no merger: a member of a body is not taken over/);
  });

  it('nor of a body, which is closed after its notice as under administration', () => {
    const vertical: SettingValues = {
      ...settingsOf(HEFT_DECREED.institutions),
      ...MERGER,
      'rollout.notBeforeWeeks': 0,
    };
    const world = run(worldOf({ switches: { 10: vertical } }), FAILS);
    const o = world.structure.founded.findIndex((week) => week >= 0);
    const C = world.place.commissioners.count;
    world.books.debt[C + o] = Math.round(total(world.books.spendYear));
    run(world, 1);
    expect(why(world)).toMatch(/no merger: it is not a trust that stands alone/);
    expect(world.will.closesAt[o]).toBe(FAILS + 1 + 52);
  });
});

describe('while merger control goes on', () => {
  const scheduled: ScheduledMerger = {
    week: 55,
    kind: 'trusts',
    who: ['T2', 'T1'],
    withinKm: null,
    imposed: false,
    why: 'a test',
  };
  const told = (world: World): string =>
    world.journal.find(({ kind }) => kind === 'merger not carried out')!.description;

  it('somebody else may have taken it over', () => {
    const world = run(beforeFailure(worldOf({}, [scheduled]), 0), CONTROL + 2);
    expect(news(world).map(([week, kind]) => [week, kind])).toEqual([
      [FAILS, 'merger under review'],
      [55, 'trusts merged'],
      [MERGES, 'merger not carried out'],
    ]);
    expect(told(world)).toMatch(/another trust has it already/);
    expect([...world.structure.trustOfProvider]).toEqual([1, 1, 2]);
  });

  it('it may have joined a body', () => {
    const heft = { ...settingsOf(HEFT_DECREED.institutions), ...MERGER, 'rollout.notBeforeWeeks': 0 };
    const world = worldOf({ switches: { 55: heft } });
    run(beforeFailure(world, 0), CONTROL + 2);
    expect(world.structure.bodyOfProvider[0]).toBeGreaterThanOrEqual(0);
    expect(told(world)).toMatch(/it belongs to a body/);
  });

  it('the last who could may have failed, too: it is asked again at the end of the year', () => {
    const world = run(beforeFailure(worldOf({ trusts: 2 }), 0), 1);
    world.books.debtOfProvider[1] = Math.round(world.books.incomeLastYear[1]! / 2);
    run(world, CONTROL + 1);
    expect(told(world)).toMatch(/no other general trust stands alone and is solvent any more/);
    expect([...world.structure.trustOfProvider]).toEqual([0, 1]);
    world.books.debtOfProvider[0] = world.books.debtOfProvider[1]!;
    run(world, 104 - world.week);
    expect(
      news(world)
        .slice(2)
        .map(([week, kind]) => [week, kind]),
    ).toEqual([
      [103, 'administration'],
      [103, 'administration'],
    ]);
  });
});

describe('every law of a week', () => {
  const scenario: SmallScenario = {
    place: {
      people: 3000,
      practices: 4,
      trusts: 3,
      commissioners: 1,
      zones: 5,
      rural: 0.5,
      seed: 7,
      fromElsewhere: 0.4,
    },
    weeks: 110,
    scale: 1,
    seed: 'a',
    replicate: 0,
    parameters: { administration_deficit_share: 0.02 },
    set: MERGER,
    switch: [],
    shocks: [],
  };

  it('holds while a trust runs into deficit by itself and is taken over', () => {
    const world = runChecked(inputOf(scenario));
    expect(news(world).map(([week, kind]) => [week, kind])).toEqual([
      [FAILS, 'merger under review'],
      [MERGES, 'trusts merged'],
    ]);
  });
});
