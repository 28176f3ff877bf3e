import { describe, expect, it } from 'vitest';
import { contestabilityOf, diversion } from '../../../src/model/behaviour/hospital/diversion.ts';
import { siteOf } from '../../../src/model/behaviour/hospital/rationalisation.ts';
import { providerShadowPrice } from '../../../src/model/behaviour/shadow-price.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { settingsOf } from '../../../src/model/institutions/settings.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { mergeCommissioners, mergeTrusts } from '../../../src/model/organisations/mergers.ts';
import { HEFT_DECREED } from '../../../src/model/regimes/heft-decreed.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../../src/model/regimes/purchaser-provider-split.ts';
import type { RunInput, ScheduledMerger } from '../../../src/model/run-input.ts';
import { tick } from '../../../src/model/simulate.ts';
import type { World } from '../../../src/model/world.ts';
import { runChecked } from '../../../src/testing/run-checked.ts';
import { inputOf, type SmallScenario } from '../../../src/testing/small-scenario.ts';
import { differingParts } from '../../../src/testing/state-parts.ts';
import { run, type SmallWorld, smallInput } from '../world.ts';

const TRUSTS: ScheduledMerger = {
  week: 30,
  kind: 'trusts',
  who: 'nearest-smaller',
  withinKm: null,
  imposed: false,
  why: 'a test',
};

function worldWith(mergers: readonly ScheduledMerger[], spec: SmallWorld = {}): World {
  return createWorld({ ...smallInput({ people: 2000, weeks: 160, ...spec }), mergers });
}

function kinds(world: World): string[] {
  return world.journal.map(({ kind }) => kind).filter((kind) => kind.includes('merge'));
}

describe('two trusts that merge', () => {
  const alone = run(worldWith([]), 31);
  const world = run(worldWith([TRUSTS]), 31);
  const { structure, ledger, books, settings, will } = world;
  const lead = structure.trustOfProvider[0]!;

  it('have one purse, which holds what both had, less the cost of the merger', () => {
    const { provider } = ledger.accounts;
    expect([...structure.trustOfProvider]).toEqual([lead, lead]);
    expect(ledger.balance[provider + 1 - lead]).toBe(0);
    expect(ledger.balance[provider + lead]).toBe(books.retained[0]! + books.retained[1]!);
    const cost = world.place.providers.incomePounds.reduce(
      (sum, pounds) => sum + Math.round(settings.mergers.costShare * pounds * 100 * books.costLevel),
      0,
    );
    const kept = (of: World) => of.books.retained[0]! + of.books.retained[1]!;
    expect(kept(alone) - kept(world)).toBe(cost);
    expect(books.bodyYear[BT.change_cost]).toBe(cost);
  });

  it('cost people from elsewhere their share of it, hospital by hospital', () => {
    const early = run(worldWith([]), 1);
    const { place, books } = early;
    const elsewhere = [0.25, 0.6];
    elsewhere.forEach((share, h) => {
      books.purchaserShare.set([1 - share, share], h * 2);
    });
    const before = books.bodyYear[BT.cost_of_elsewhere]!;
    mergeTrusts(early, 0, 1, TRUSTS);
    const theirs = elsewhere.reduce(
      (sum, share, h) =>
        sum +
        share *
          Math.round(settings.mergers.costShare * place.providers.incomePounds[h]! * 100 * books.costLevel),
      0,
    );
    expect(books.bodyYear[BT.cost_of_elsewhere]! - before).toBeCloseTo(theirs, 3);
  });

  it('shake the culture of relations only where it is imposed', () => {
    const imposed = run(worldWith([{ ...TRUSTS, imposed: true }]), 31);
    const culture = (of: World): number => of.will.cultureManagerial[0]!;
    expect(culture(world)).toBeCloseTo(culture(alone), 3);
    const { size, imposed: ratio, shake } = settings.disruption;
    expect(culture(imposed) / culture(alone)).toBeCloseTo(1 - shake * size * ratio, 3);
  });

  it('feel money alike from the next review on', () => {
    run(world, 10);
    expect(providerShadowPrice(world, 0)).toBe(providerShadowPrice(world, 1));
    expect(providerShadowPrice(alone, 0)).not.toBe(providerShadowPrice(alone, 1));
  });

  it('press on each other no more', () => {
    for (const h of [0, 1])
      expect(contestabilityOf(world, h).own).toBeLessThan(contestabilityOf(alone, h).own);
    expect(contestabilityOf(world, 0).own).toBeGreaterThanOrEqual(0);
  });

  it('are told in the journal, with why, and in the tree', () => {
    const line = world.journal.find(({ kind }) => kind === 'trusts merged')!;
    expect([line.week, line.why]).toEqual([30, 'a test']);
    expect(line.organisation.split(' ')).toHaveLength(2);
    const merged = Object.values(world.organisations.trusts).filter(({ mergedInto }) => mergedInto !== null);
    expect(merged.map(({ mergedInto }) => mergedInto)).toEqual([world.place.providers.code[lead]]);
  });

  it('are disrupted for a time', () => {
    expect(will.disruptionProvider[0]).toBeGreaterThan(0);
    const now = will.disruptionProvider[0]!;
    run(world, world.input.parameters.disruption_half_life_weeks!);
    expect(will.disruptionProvider[0]).toBeCloseTo(now / 2, 3);
  });
});

describe('rationalisation', () => {
  const parameters = { merger_duplicate_closed: 0.5, merger_closure_weeks: 52 };

  it('closes the stated part of the smaller of two duplicates, and no more', () => {
    // Capacity as it is, so that only the merger closes any.
    const set = { 'planning.volumesFollowDemand': false, 'planning.organisationsAct': false } as const;
    const world = worldWith([TRUSTS], { parameters, set });
    const before = world.books.electiveSlots.slice();
    run(world, 30 + 60);
    for (let s = 0; s < 8; s++) {
      const left = [0, 1].map((h) => world.books.electiveSlots[h * 8 + s]! / before[h * 8 + s]!);
      const closed = [0, 1].map((h) => 1 - 0.5 * diversion(world, h, 1 - h));
      const [small, large] =
        before[s]! + world.books.outpatientSlots[s]! < before[8 + s]! + world.books.outpatientSlots[8 + s]!
          ? [0, 1]
          : [1, 0];
      expect([left[small!], left[large!]]).toEqual([expect.closeTo(closed[small!]!, 6), 1]);
    }
  });

  it('closes no more where a second merger comes before the first is done', () => {
    const set = { 'planning.volumesFollowDemand': false, 'planning.organisationsAct': false } as const;
    const world = worldWith([TRUSTS, { ...TRUSTS, week: 50 }], {
      trusts: 3,
      parameters: { merger_duplicate_closed: 0.5 },
      set,
    });
    const before = world.books.electiveSlots.slice();
    const size = (hs: number): number => before[hs]! + world.books.outpatientSlots[hs]!;
    const sizes = Float64Array.from(before, (_, hs) => size(hs));
    run(world, 50 + 120);
    expect(new Set(world.structure.trustOfProvider).size).toBe(1);
    // The smallest has been a duplicate of two at most, the largest of none.
    for (let s = 0; s < 8; s++) {
      for (const h of [0, 1, 2]) {
        const least = [0, 1, 2]
          .filter((other) => other !== h && sizes[other * 8 + s]! > sizes[h * 8 + s]! * 0.8)
          .reduce((left, other) => left * (1 - 0.5 * diversion(world, h, other)), 1);
        expect(world.books.electiveSlots[h * 8 + s]! / before[h * 8 + s]!).toBeGreaterThanOrEqual(
          least - 1e-9,
        );
      }
    }
  });

  it('lets no hospital of the trust grow until the board has settled', () => {
    const world = run(worldWith([TRUSTS]), 31);
    const before = world.books.electiveSlots.slice();
    run(world, 52);
    world.books.electiveSlots.forEach((slots, hs) => {
      expect(slots).toBeLessThanOrEqual(before[hs]!);
    });
  });

  it('lets the luck of a quarter close nothing: what was not needed for a time comes back', () => {
    // Whoever plans may move as fast as he likes; half of those who came in one quarter are not seen to have come.
    const fast = { capacity_decline_max_per_year: 4, capacity_growth_max_per_year: 4 };
    const parameters = { ...fast, merger_duplicate_closed: 0 };
    const [usual, poor] = [1, 2].map((part) => {
      const world = run(worldWith([TRUSTS], { people: 6000, parameters }), 38);
      for (const queue of [...world.books.firstQueue, ...world.books.admissionQueue])
        queue.joined = Math.floor(queue.joined / part);
      return run(world, 65);
    });
    for (const slots of ['outpatientSlots', 'electiveSlots'] as const)
      expect(total(poor!.books[slots]) / total(usual!.books[slots])).toBeGreaterThan(0.93);
  });

  it('leaves as much as there would have been, where nothing is closed', () => {
    const parameters = { merger_duplicate_closed: 0 };
    const [alone, merged] = [[], [TRUSTS]].map((mergers) =>
      run(worldWith(mergers, { people: 6000, parameters }), 30 + 78),
    );
    for (const slots of ['outpatientSlots', 'electiveSlots'] as const)
      expect(total(merged!.books[slots]) / total(alone!.books[slots])).toBeGreaterThan(0.93);
  });

  it('closes for good: the patients of what is closed are seen at the larger hospital', () => {
    const parameters = {
      merger_duplicate_closed: 0.5,
      merger_closure_weeks: 13,
      merger_development_delay_weeks: 0,
    };
    const spec = { people: 6000, weeks: 260, parameters };
    const [alone, merged] = [[], [TRUSTS]].map((mergers) => run(worldWith(mergers, spec), 30 + 150));
    const { closed, seenAt } = merged!.will;
    const slots = (world: World, of: (hs: number) => boolean): number =>
      total(world.books.outpatientSlots.filter((_, hs) => of(hs)));
    const smaller = (hs: number): boolean => closed[hs]! > 0.05;
    const larger = (hs: number): boolean =>
      closed[hs] === 0 && closed[(1 - (hs >> 3)) * 8 + (hs & 7)]! > 0.05;
    expect(closed.some((_, hs) => smaller(hs))).toBe(true);
    seenAt.forEach((h, hs) => {
      if (larger(hs)) expect(h).toBe(hs >> 3);
    });
    expect(slots(merged!, smaller) / slots(alone!, smaller)).toBeLessThan(0.85);
    expect(slots(merged!, larger) / slots(alone!, larger)).toBeGreaterThan(1.05);
  });

  it('closes later where an elected council is asked, and nothing against its veto', () => {
    const parameters = {
      merger_duplicate_closed: 0.5,
      merger_closure_weeks: 26,
      council_delay_elected: 0.5,
    };
    const [none, elected, veto] = (['none', 'elected', 'veto'] as const).map((council) =>
      worldWith([TRUSTS], { weeks: 260, parameters, set: { 'governance.council': council } }),
    ) as [World, World, World];
    const closed = ({ will }: World): number => total(will.closed);
    for (const world of [none, elected, veto]) run(world, 30 + 27);
    expect(closed(none)).toBeGreaterThan(0);
    expect(closed(elected)).toBeGreaterThan(0);
    expect(closed(elected)).toBeLessThan(closed(none));
    run(elected, 39);
    // As much in the end, in twice the time.
    expect(closed(elected)).toBeCloseTo(closed(none), 2);
    expect([...elected.will.closingQuarters]).toEqual([0, 0]);
    expect(closed(veto)).toBe(0);
    expect([...veto.will.bedsLeft]).toEqual([1, 1]);
  });

  it('closes nothing where patients see no duplicate', () => {
    const world = worldWith([TRUSTS], { parameters: { merger_duplicate_closed: 0 } });
    run(world, 60);
    expect([...world.will.bedsLeft]).toEqual([1, 1]);
  });
});

describe('mergers and bodies', () => {
  it('a member of a body is not taken over, and the journal says so', () => {
    const heft = { ...settingsOf(HEFT_DECREED.institutions), 'rollout.notBeforeWeeks': 0 };
    const world = run(worldWith([TRUSTS], { switches: { 10: heft } }), 40);
    expect(world.structure.bodyOfProvider[0]).toBeGreaterThanOrEqual(0);
    expect(kinds(world)).toEqual(['merger not carried out']);
  });

  it('a merged trust joins a body with all its hospitals, and leaves it with all of them', () => {
    const heft = { ...settingsOf(HEFT_DECREED.institutions), 'rollout.notBeforeWeeks': 0 };
    const split = settingsOf(PURCHASER_PROVIDER_SPLIT.institutions);
    const world = run(worldWith([TRUSTS], { switches: { 40: heft, 100: split } }), 50);
    expect(new Set(world.structure.bodyOfProvider).size).toBe(1);
    run(world, 60);
    expect([...world.structure.bodyOfProvider]).toEqual([-1, -1]);
    const { ledger, books, structure } = world;
    const account = ledger.accounts.provider + structure.trustOfProvider[0]!;
    expect(ledger.balance[account]).toBe(books.retained[0]! + books.retained[1]!);
    expect(ledgerIsClosed(world)).toBe(true);
  });

  it('a distance that nobody is within stops the rule', () => {
    const world = run(worldWith([{ ...TRUSTS, withinKm: 0.001 }]), 31);
    expect(kinds(world)).toEqual(['merger not carried out']);
    expect([...world.structure.trustOfProvider]).toEqual([0, 1]);
  });

  it('an organisation is named by its code, and taken over once', () => {
    const codes = smallInput({ people: 2000 }).place.providers.code;
    const named = { ...TRUSTS, who: [codes[1]!, codes[0]!] };
    const world = run(worldWith([named, { ...named, week: 31 }]), 32);
    expect([...world.structure.trustOfProvider]).toEqual([1, 1]);
    expect(kinds(world)).toEqual(['trusts merged', 'merger not carried out']);
  });
});

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function ledgerIsClosed({ ledger }: World): boolean {
  return ledger.balance.reduce((sum, pence) => sum + pence, 0) === 0;
}

describe('every law of a week holds through mergers in the middle of a wait', () => {
  const scenario: SmallScenario = {
    place: {
      people: 3000,
      practices: 4,
      trusts: 3,
      commissioners: 2,
      zones: 5,
      rural: 0.5,
      seed: 7,
      fromElsewhere: 0.4,
    },
    weeks: 110,
    scale: 1,
    seed: 'mergers',
    replicate: 0,
    parameters: { merger_duplicate_closed: 0.5, group_of_practices_people: 600 },
    set: {},
    switch: [{ week: 70, set: { ...settingsOf(HEFT_DECREED.institutions), 'rollout.notBeforeWeeks': 0 } }],
    shocks: [],
    mergers: [TRUSTS, { ...TRUSTS, kind: 'commissioners', week: 35, imposed: true }, { ...TRUSTS, week: 50 }],
  };

  it('with trusts and commissioners merged, and merged ones in a body', () => {
    const world = runChecked(inputOf(scenario));
    expect(kinds(world)).toEqual(['trusts merged', 'commissioners merged', 'trusts merged']);
  });
});

describe('a closed service that not everybody can reach elsewhere', () => {
  const input = inputOf({
    place: {
      people: 3000,
      practices: 4,
      trusts: 4,
      commissioners: 1,
      zones: 12,
      rural: 0.5,
      seed: 7,
      fromElsewhere: 0.4,
    },
    weeks: 75,
    scale: 1,
    seed: 'out of reach',
    replicate: 0,
    parameters: { merger_duplicate_closed: 1, merger_closure_weeks: 13 },
    set: {},
    switch: [],
    shocks: [],
    mergers: [30, 31, 32].map((week) => ({ ...TRUSTS, week })),
  });
  const merged = nearestOnly(input, 2);

  it('keeps those at the first hospital: the way of everybody is a number, the same in both engines', () => {
    const [typescript, wasm] = (['typescript', 'wasm'] as const).map((engine) => createWorld(merged, engine));
    for (let week = 0; week < 75; week++) {
      tick(typescript!);
      tick(wasm!);
    }
    expect(typescript!.will.closed.some((share) => share > 0)).toBe(true);
    expect(differingParts(typescript!, wasm!)).toEqual([]);
    expect(typescript!.records.years.every(({ residents }) => residents.every(Number.isFinite))).toBe(true);
  });

  it('moves whoever can reach it, and people from elsewhere', () => {
    const world = run(createWorld(merged), 60);
    const { reach } = world.place;
    let moved = 0;
    let kept = 0;
    world.will.closed.forEach((_, hs, closed) => {
      closed[hs] = 1;
      const site = world.will.seenAt[hs]!;
      if (site === hs >> 3) return;
      expect(siteOf(world, hs >> 3, hs & 7, 1, -1)).toBe(site);
      for (let zone = 0; zone < world.place.zones.count; zone++) {
        const near = reach.provider.subarray(reach.start[zone]!, reach.start[zone + 1]!);
        if (!near.includes(hs >> 3)) continue;
        const found = siteOf(world, hs >> 3, hs & 7, 1, zone);
        expect(found).toBe(near.includes(site) ? site : hs >> 3);
        if (found === site) moved++;
        else kept++;
      }
    });
    expect([moved > 0, kept > 0]).toEqual([true, true]);
  });

  it('keeps every law of a week', () => {
    const world = runChecked(merged);
    expect(kinds(world)).toEqual(['trusts merged', 'trusts merged', 'trusts merged']);
  });
});

/** The same place, where the people of each zone can reach only the nearest few hospitals. */
function nearestOnly(input: RunInput, count: number): RunInput {
  const { reach, zones } = input.place;
  const start = new Uint32Array(zones.count + 1);
  const kept: number[] = [];
  for (let zone = 0; zone < zones.count; zone++) {
    for (let e = reach.start[zone]!; e < Math.min(reach.start[zone]! + count, reach.start[zone + 1]!); e++)
      kept.push(e);
    start[zone + 1] = kept.length;
  }
  return {
    ...input,
    place: {
      ...input.place,
      reach: {
        start,
        provider: Uint16Array.from(kept, (e) => reach.provider[e]!),
        plannedKm: Float64Array.from(kept, (e) => reach.plannedKm[e]!),
        emergencyKm: Float64Array.from(kept, (e) => reach.emergencyKm[e]!),
      },
    },
  };
}

describe('two commissioners that merge', () => {
  const spec = {
    people: 3000,
    practices: 4,
    trusts: 2,
    commissioners: 2,
    zones: 4,
    rural: 0.5,
    seed: 3,
    fromElsewhere: 0,
  };
  const scenario: SmallScenario = {
    place: spec,
    weeks: 60,
    scale: 1,
    seed: 'one board',
    replicate: 0,
    parameters: {},
    set: {},
    switch: [],
    shocks: [],
    mergers: [{ ...TRUSTS, kind: 'commissioners', imposed: true }],
  };

  it('have one purse and see it alike, and lose skill for a time, more where it is imposed', () => {
    const world = run(createWorld(inputOf(scenario)), 34);
    const { ledger, books, structure, will, settings } = world;
    const lead = structure.boardOfCommissioner[0]!;
    expect(ledger.balance[ledger.accounts.commissioner + lead]).toBe(books.held[0]! + books.held[1]!);
    expect(books.margin[0]).toBe(books.margin[1]);
    const { size, imposed, weeklyFactor } = settings.disruption;
    expect(will.disruptionCommissioner[0]).toBeCloseTo(size * imposed * weeklyFactor ** 4, 6);
  });

  it('see alike and know how, by the people of each', () => {
    const world = run(createWorld(inputOf({ ...scenario, mergers: [] })), 30);
    const { will, books } = world;
    books.areaRegistered.set([1000, 3000]);
    will.skill.set([0.2, 0.6]);
    books.margin.set([-0.04, 0.02]);
    mergeCommissioners(world, 0, 1, TRUSTS);
    for (const c of [0, 1]) {
      expect(will.skill[c]).toBeCloseTo(0.5, 12);
      expect(books.margin[c]).toBeCloseTo(0.005, 12);
    }
  });
});
