import { describe, expect, it } from 'vitest';
import { wavesLeft } from '../../../src/model/behaviour/formation.ts';
import { ROLLOUT } from '../../../src/model/institutions/rollout.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

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
