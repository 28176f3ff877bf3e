import { describe, expect, it } from 'vitest';
import { type Candidate, lineOf, wavesLeft } from '../../../src/model/behaviour/formation.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { ROLLOUT } from '../../../src/model/institutions/rollout.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { FORM } from '../../../src/model/organisations/structure.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallInput, smallWorld } from '../world.ts';

const WAVES: SettingValues = {
  'budget.holder': 'consortia',
  'rollout.by': 'waves',
  'rollout.firstShare': 0.5,
  'rollout.waveWeeks': 5,
  'rollout.notBeforeWeeks': 3,
};
const FOUR_GROUPS = { group_of_practices_people: 400 };

describe('waves', () => {
  it('are as many as their parts make a whole, at their dates only; whoever is late waits for nobody', () => {
    const rollout = { ...ROLLOUT, firstShare: 0.25, waveWeeks: 5, notBeforeWeeks: 10 };
    const left = (weeks: number) => wavesLeft(rollout, weeks);
    expect([9, 10, 11, 15, 20, 25, 26, 90].map(left)).toEqual([null, 4, null, 3, 2, 1, 1, 1]);
    expect(wavesLeft({ ...rollout, waveWeeks: 0 }, 10)).toBe(1);
    expect(wavesLeft({ ...rollout, firstShare: 0 }, 10)).toBe(1);
  });

  it('take over the readiest first, and all by the last', () => {
    const world = smallWorld({ people: 2000, weeks: 30, set: WAVES, parameters: FOUR_GROUPS });
    run(world, 4);
    const first = founded(world, 3);
    const others = groups(world).filter((o) => !first.includes(o));
    expect(first).toHaveLength(groups(world).length / 2);
    const least = Math.min(...first.map((o) => world.will.readiness[o]!));
    for (const o of others) expect(world.will.readiness[o]).toBeLessThan(least);
    run(world, 4);
    expect(founded(world, 3)).toEqual(first);
    expect(world.structure.formedOfPractice).toContain(0);
    run(world, 1);
    expect(founded(world, 8)).toEqual(others);
    expect(world.structure.formedOfPractice).not.toContain(0);
  });
});

describe('groups that take over as they become ready', () => {
  const READY: SettingValues = {
    'budget.holder': 'consortia',
    'rollout.by': 'readiness',
    'rollout.firstShare': 0,
    'rollout.mandated': true,
  };
  const worldOf = (set: SettingValues) =>
    smallWorld({ people: 2000, weeks: 60, set: { ...READY, ...set }, parameters: FOUR_GROUPS });

  it('do so by the last date for all, however far from ready', () => {
    const world = worldOf({ 'rollout.threshold': 1, 'rollout.allByWeeks': 20 });
    run(world, 26);
    expect(world.structure.formedOfPractice).not.toContain(1);
    run(world, 1);
    expect(world.structure.formedOfPractice).not.toContain(0);
    expect(world.journal.filter(({ kind }) => kind === 'body founded').map(({ why }) => why)).toContain(
      'the last date for all',
    );
  });

  it('wait while their commissioner is in turnaround, where they must be solvent', () => {
    const formedIn = (solvent: boolean, turnaround: number): boolean => {
      const world = worldOf({
        'rollout.threshold': 0,
        'rollout.notBeforeWeeks': 13,
        'rollout.solvent': solvent,
      });
      run(world, 13);
      world.will.turnaroundCommissioner.fill(turnaround);
      run(world, 1);
      return world.structure.formedOfPractice.includes(1);
    };
    expect(formedIn(true, 0.5)).toBe(false);
    expect(formedIn(true, 0.4)).toBe(true);
    expect(formedIn(false, 1)).toBe(true);
  });

  it('are founded by as many people as a body must have, whatever part of them is simulated', () => {
    const formedIn = (least: number, scale: number): number => {
      const set = { ...READY, 'rollout.threshold': 0, 'rollout.minimumPeople': least };
      const input = smallInput({ people: 2000, weeks: 20, set, parameters: FOUR_GROUPS });
      const world = run(createWorld({ ...input, scale }), 1);
      return world.structure.formedOfPractice.reduce((sum, formed) => sum + formed, 0);
    };
    expect(formedIn(0, 1)).toBeGreaterThan(0);
    expect(formedIn(100, 0.5)).toBe(formedIn(0, 0.5));
    expect(formedIn(3000, 1)).toBe(0);
    expect(formedIn(3000, 0.5)).toBe(0);
  });
});

describe('the line of those who wait', () => {
  const world = smallWorld({ people: 2000, weeks: 30, set: WAVES, parameters: FOUR_GROUPS });
  const candidatesAt = (weeks: number, bodies: readonly number[], set: SettingValues = WAVES): Candidate[] =>
    bodies.map((body) => ({
      body,
      practices: [0],
      wanted: {
        body,
        form: FORM.consortium,
        budget: true,
        institutions: withSettings(world.institutions, set),
      },
      weeks,
      first: false,
    }));
  const places = (candidates: readonly Candidate[]) =>
    candidates.map((candidate) => lineOf(world, candidate, candidates));

  it('has one place for each, the readiest first, of equals the body of the lowest number', () => {
    world.will.readiness.set([0.5, 0.7, 0.5, 0.5]);
    expect(places(candidatesAt(3, [0, 1, 2, 3])).map(({ ahead }) => ahead)).toEqual([1, 0, 2, 3]);
  });

  it('is as long as those are many who wait under the same rollout since the same week', () => {
    world.will.readiness.set([0.9, 0.8, 0.5, 0.4]);
    const all = [
      ...candidatesAt(3, [0], { ...WAVES, 'rollout.firstShare': 0.25 }),
      ...candidatesAt(9, [1]),
      ...candidatesAt(3, [2, 3]),
    ];
    expect(places(all)).toEqual([
      { length: 1, ahead: 0 },
      { length: 1, ahead: 0 },
      { length: 2, ahead: 0 },
      { length: 2, ahead: 1 },
    ]);
  });

  it('makes waves of equal size even where all are equally ready', () => {
    const level = { readiness_spread: 0, group_of_practices_people: 400 };
    const equal = run(smallWorld({ people: 2000, weeks: 30, set: WAVES, parameters: level }), 4);
    expect(new Set(groups(equal).map((o) => equal.will.readiness[o])).size).toBe(1);
    expect(founded(equal, 3)).toEqual(groups(equal).slice(0, groups(equal).length / 2));
  });
});

describe('closing an authority', () => {
  const cost = (set: SettingValues): number => {
    const world = smallWorld({ people: 2000, weeks: 40, set: { ...WAVES, ...set }, parameters: FOUR_GROUPS });
    run(world, 30);
    return world.books.bodyYear[BT.change_cost]!;
  };
  const founding = (world: World): number => world.settings.disruption.poundsPerHead;

  it('costs money a head once, when the last of its area has gone over; half of its staff may go on as an enterprise', () => {
    const world = smallWorld({ people: 2000, weeks: 30, set: WAVES, parameters: FOUR_GROUPS });
    const { closingPoundsPerHead } = world.settings.disruption;
    run(world, 8);
    const before = world.books.bodyYear[BT.change_cost]!;
    run(world, 1);
    const people = world.books.registered.reduce((sum, n) => sum + n, 0);
    const late = groups(world)
      .filter((o) => world.structure.founded[o] === 8)
      .reduce((sum, o) => sum + peopleOf(world, o), 0);
    const pounds = (world.books.bodyYear[BT.change_cost]! - before) / 100;
    // People come and go in the week of the change: within a hundredth.
    expect(pounds / (people * closingPoundsPerHead + late * founding(world))).toBeCloseTo(1, 2);
    const all = cost({});
    const enterprise = cost({ 'rollout.socialEnterprise': true });
    const half = (people * closingPoundsPerHead * 100) / 2;
    expect((all - enterprise) / half).toBeCloseTo(1, 1);
  });

  it('is paid for once, however often the area forms again', () => {
    const consortia: SettingValues = { 'budget.holder': 'consortia', 'rollout.by': 'decree' };
    const vertical: SettingValues = {
      'budget.holder': 'organisation',
      'provision.form': 'vertical',
      'provision.led': 'hospital',
      'rollout.by': 'decree',
    };
    const world = smallWorld({ people: 2000, weeks: 50, switches: { 10: consortia, 30: vertical } });
    run(world, 20);
    const people = world.books.registered.reduce((sum, n) => sum + n, 0);
    const { closingPoundsPerHead } = world.settings.disruption;
    const paid = world.books.bodyYear[BT.change_cost]! / 100;
    expect(paid).toBeGreaterThan(people * closingPoundsPerHead);
    expect(world.structure.closedAuthority[0]).toBe(1);
    run(world, 20);
    expect(world.structure.form.filter((form) => form === FORM.vertical).length).toBeGreaterThan(0);
    const again = world.books.bodyYear[BT.change_cost]! / 100 - paid;
    const refounding =
      people * world.settings.disruption.poundsPerHead * world.settings.disruption.byForm[FORM.vertical]!;
    expect(again).toBeGreaterThan(0);
    expect(again / refounding).toBeCloseTo(1, 1);
  });

  it('costs nothing where the authority leads a body for a part of its area', () => {
    const vertical: SettingValues = {
      'budget.holder': 'organisation',
      'provision.form': 'vertical',
      'rollout.by': 'decree',
    };
    const input = smallInput({ people: 3000, weeks: 30 });
    const whole = withSettings(input.institutions[0]!.institutions, {
      ...vertical,
      'provision.led': 'hospital',
    });
    const rural = withSettings(whole, { 'provision.led': 'commissioner' });
    const overrides = [{ commissioner: null, part: 'rural' as const, institutions: rural }];
    const world = createWorld({
      ...input,
      institutions: [
        input.institutions[0]!,
        { week: 4, when: null, institutions: whole, overrides, why: 'a test' },
      ],
    });
    run(world, 10);
    const { structure, settings } = world;
    expect(structure.formed[0]).toBe(1);
    expect(new Set(structure.bodyOfPractice).size).toBeGreaterThan(1);
    expect(structure.bodyOfPractice).toContain(0);
    const people = world.books.registered.reduce((sum, n) => sum + n, 0);
    const founding = people * settings.disruption.poundsPerHead * settings.disruption.byForm[FORM.vertical]!;
    expect(world.books.bodyYear[BT.change_cost]! / 100 / founding).toBeCloseTo(1, 1);
    expect(structure.closedAuthority[0]).toBe(0);
  });

  it('costs nothing where practices hold budgets and the commissioner goes on', () => {
    const world = smallWorld({
      people: 2000,
      weeks: 30,
      set: { 'budget.holder': 'practices', 'rollout.by': 'decree' },
    });
    run(world, 10);
    expect(world.structure.formed[0]).toBe(1);
    expect(world.books.bodyYear[BT.change_cost]).toBe(0);
  });
});

function groups(world: World): number[] {
  const { place, structure } = world;
  const from = place.commissioners.count + place.providers.count;
  return Array.from({ length: structure.groups }, (_, k) => from + k);
}

function founded(world: World, week: number): number[] {
  return groups(world).filter((o) => world.structure.founded[o] === week);
}

function peopleOf({ structure, books }: World, o: number): number {
  return structure.bodyOfPractice.reduce((sum, body, g) => sum + (body === o ? books.registered[g]! : 0), 0);
}
