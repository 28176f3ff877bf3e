import { describe, expect, it } from 'vitest';
import { chanceOfGoodRating } from '../../../src/model/behaviour/governance/assessment.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { existingBodies, nameOfBody } from '../../../src/model/organisations/body-names.ts';
import type { ScheduledMerger } from '../../../src/model/run-input.ts';
import type { World } from '../../../src/model/world.ts';
import { inputOf, type SmallScenario } from '../../../src/testing/small-scenario.ts';
import { run, smallWorld } from '../world.ts';

describe('a rating', () => {
  const world = smallWorld({ people: 1000, trusts: 1 });
  const start = world.settings.commissioning.skillStart;

  it('is the usual one at usual skill and in balance', () => {
    expect(chanceOfGoodRating(world, start, 0)).toBeCloseTo(0.34, 12);
  });

  it('falls with lost skill and with a deficit, without end to neither', () => {
    // logit .34 less the weight of skill times .3
    const weight = world.input.parameters.rating_skill_weight!;
    expect(chanceOfGoodRating(world, 0.7 * start, 0)).toBeCloseTo(
      1 / (1 + Math.exp(0.6633 + 0.3 * weight)),
      4,
    );
    expect(chanceOfGoodRating(world, start, -0.05)).toBeLessThan(chanceOfGoodRating(world, start, 0));
    expect(chanceOfGoodRating(world, start, -10)).toBeGreaterThan(0.1);
  });
});

describe('ratings over the years', () => {
  const merger: ScheduledMerger = {
    week: 52,
    kind: 'commissioners',
    who: 'nearest-smaller',
    withinKm: null,
    imposed: true,
    why: 'a test',
  };
  const scenario: SmallScenario = {
    place: {
      people: 2000,
      practices: 3,
      trusts: 2,
      commissioners: 2,
      zones: 3,
      rural: 0.5,
      seed: 3,
      fromElsewhere: 0,
    },
    weeks: 208,
    scale: 1,
    seed: 'ratings',
    replicate: 0,
    // The balance apart.
    parameters: { rating_balance_weight: 0 },
    set: {},
    switch: [],
    shocks: [],
  };
  const ratingsOf = (mergers: readonly ScheduledMerger[]): { chances: number[]; world: World } => {
    const world = createWorld(inputOf({ ...scenario, mergers }));
    const chances = [1, 2, 3, 4].map(() => run(world, 52).will.goodRating[0]!);
    return { chances, world };
  };
  const merged = ratingsOf([merger]);

  it('fall by the published part in the year after an imposed merger, and recover', () => {
    const [before, first, second, third] = merged.chances;
    expect(before).toBeCloseTo(0.34, 6);
    expect(first! / before!).toBeGreaterThan(0.25);
    expect(first! / before!).toBeLessThan(0.5);
    expect(second).toBeGreaterThan(first!);
    expect(third! / before!).toBeGreaterThan(0.8);
  });

  it('stay where nothing happens', () => {
    expect(ratingsOf([]).chances).toEqual([1, 2, 3, 4].map(() => expect.closeTo(0.34, 6)));
  });

  it('are told in the journal every year, of every commissioner, with why', () => {
    const lines = merged.world.journal.filter(({ kind }) => kind === 'rating');
    expect(lines).toHaveLength(4 * 2);
    expect(lines[0]!.why).toMatch(/^commissioning skill 100% of the usual, balance /);
  });

  it('are told with the chance and the draw that decided', () => {
    const lines = merged.world.journal.filter(({ kind }) => kind === 'rating');
    for (const { description, why } of lines) {
      const [, chance, draw] = /a chance of ([\d.]+)% of .* drew ([\d.]+)%/.exec(why)!.map(Number);
      expect(description).toBe(draw! < chance! ? 'rated good or excellent' : 'rated fair or weak');
    }
    const ofFirst = lines.filter(({ organisation }) => organisation === lines[0]!.organisation);
    ofFirst.forEach(({ why }, year) => {
      expect(why).toContain(`a chance of ${Math.round(merged.chances[year]! * 1000) / 10}% of`);
    });
  });
});

describe('authorisation of groups that take over budgets', () => {
  const taken = (readiness: number): World =>
    run(
      smallWorld({
        people: 2000,
        parameters: { group_of_practices_people: 500, readiness_start: readiness, readiness_spread: 0 },
        switches: {
          4: { 'budget.holder': 'consortia', 'rollout.by': 'decree', 'rollout.notBeforeWeeks': 0 },
        },
      }),
      6,
    );

  it('depends on how ready they are, and every group has its line', () => {
    const [ready, unready] = [taken(0.925), taken(0.525)];
    const chances = (world: World) => [...world.will.fullAuthorisation].filter((chance) => chance > 0);
    for (const chance of chances(ready)) expect(chance).toBeCloseTo(0.5, 2);
    for (const chance of chances(unready)) expect(chance).toBeCloseTo(1 / (1 + Math.exp(2)), 2);
    const lines = ready.journal.filter(({ kind }) => kind === 'authorisation');
    expect(lines).toHaveLength(chances(ready).length);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('is told by what the assessor saw, which is not what was there', () => {
    const world = run(
      smallWorld({
        people: 4000,
        parameters: { group_of_practices_people: 500, readiness_start: 0.6, authorisation_noise: 0.4 },
        switches: {
          4: { 'budget.holder': 'consortia', 'rollout.by': 'decree', 'rollout.notBeforeWeeks': 0 },
        },
      }),
      5,
    );
    const grade = (seen: number, full: number, directed: number): string =>
      seen >= full ? 'in full' : seen >= directed ? 'with conditions' : 'under directions';
    const lines = world.journal.filter(({ kind }) => kind === 'authorisation');
    const figures = lines.map(({ why }) => why.match(/-?[\d.]+(?=%)/g)!.map(Number));
    expect(lines.length).toBeGreaterThan(2);
    lines.forEach(({ description, organisation }, n) => {
      const [seen, was, full, directed] = figures[n] as [number, number, number, number];
      expect(description).toBe(`authorised ${grade(seen, full, directed)}`);
      const o = existingBodies(world).find((body) => nameOfBody(world, body).code === organisation)!;
      expect(was).toBeCloseTo(100 * world.will.readiness[o]!, 1);
    });
    expect(
      lines.some(({ description }, n) => {
        const [, was, full, directed] = figures[n] as [number, number, number, number];
        return description !== `authorised ${grade(was, full, directed)}`;
      }),
    ).toBe(true);
  });
});
