import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreWorld, saveWorld } from '../../../src/model/checkpoint.ts';
import { createWorld, type Engine } from '../../../src/model/create-world.ts';
import { LIFE, STAGE, STAGE_MASK } from '../../../src/model/population/people.ts';
import { tick } from '../../../src/model/simulate.ts';
import type { World } from '../../../src/model/world.ts';
import { arbitraryScenario } from '../../../src/testing/arbitraries.ts';
import { inputOf } from '../../../src/testing/small-scenario.ts';
import { differingParts } from '../../../src/testing/state-parts.ts';
import { smallInput } from '../../determinism/small-run.ts';

describe('the two engines of a person', () => {
  it('leave the same world behind after every week of any scenario: every byte of people, books and counts', () => {
    fc.assert(
      fc.property(arbitraryScenario(80), (scenario) => {
        const input = inputOf(scenario);
        const wasm = createWorld(input, 'wasm', 1024);
        const typescript = createWorld(input, 'typescript');
        expect(differingParts(wasm, typescript)).toEqual([]);
        while (wasm.week < input.weeks) {
          tick(wasm, 1024);
          tick(typescript);
          expect({ week: wasm.week, differing: differingParts(wasm, typescript) }).toEqual({
            week: wasm.week,
            differing: [],
          });
        }
      }),
      { seed: 20070402, numRuns: 8 },
    );
  });

  it('agree where a checkpoint hands over from one to the other, shock or no shock', () => {
    const input = smallInput();
    for (const week of [0, 31, 60]) {
      const never = createWorld(input, 'typescript');
      while (never.week < week) tick(never);
      const after = restoreWorld(input, saveWorld(never), { engine: 'wasm' });
      for (let n = 0; n < 5; n++) {
        tick(never);
        tick(after);
        expect(differingParts(after, never)).toEqual([]);
      }
    }
  });

  it('look at a person the same way: utility, row of the counts, specialty of a need, at any draw', () => {
    const { wasm, typescript } = worlds();
    const slot = fc.nat({ max: wasm.people.arrivalEnd[wasm.week - 1]! - 1 });
    const draw = fc.oneof(fc.constantFrom(0, 1 - 2 ** -32), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(slot, draw, (i, u) => {
        expect(wasm.person.utilityOf(i)).toBe(typescript.person.utilityOf(i));
        expect(wasm.person.cellOf(i)).toBe(typescript.person.cellOf(i));
        expect(wasm.law.specialtyOfNeed(i, u)).toBe(typescript.law.specialtyOfNeed(i, u));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('do the same with anybody, whatever is done, in any order', () => {
    const { wasm, typescript } = worlds();
    const slots = present(wasm);
    const act = fc.record({
      kind: fc.constantFrom(...ACTS),
      slot: fc.constantFrom(...slots),
      n: fc.nat({ max: 255 }),
      flag: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 50, maxLength: 200 }), (acts) => {
        for (const { kind, slot, n, flag } of acts) {
          for (const world of [wasm, typescript]) perform(world, kind, slot, n, flag);
        }
        expect(differingParts(wasm, typescript)).toEqual([]);
      }),
      { seed: 4, numRuns: 20 },
    );
  });

  it('count the draws that would have needed a wider bound alike', () => {
    const counts = (['wasm', 'typescript'] satisfies Engine[]).map((engine) => {
      const world = createWorld(smallInput(), engine);
      // Ten times the season that the bounds were made for.
      for (let week = 0; week < world.tables.season.length; week++) world.tables.season[week]! *= 10;
      for (let week = 0; week < 20; week++) tick(world);
      return world.tally.boundViolations;
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[0]).toBe(counts[1]);
  });
});

function worlds(): { wasm: World; typescript: World } {
  const input = smallInput({ weeks: 70 });
  const [wasm, typescript] = (['wasm', 'typescript'] satisfies Engine[]).map((engine) => {
    const world = createWorld(input, engine);
    while (world.week < 60) tick(world);
    return world;
  });
  return { wasm: wasm!, typescript: typescript! };
}

function present({ people }: World): number[] {
  return Array.from({ length: people.capacity }, (_, i) => i).filter((i) => people.life(i) === LIFE.present);
}

const ACTS = ['onset', 'remission', 'practice', 'care', 'treat', 'remove', 'depart', 'review'] as const;

/** What the phases may do with a person in that state; nothing where they would not. */
function perform(world: World, kind: (typeof ACTS)[number], i: number, n: number, flag: boolean): void {
  const { people, person, place } = world;
  if (people.life(i) !== LIFE.present) return;
  const stage = people.pathway(i) & STAGE_MASK;
  const has = (people.conditions(i) & (1 << (n % 12))) !== 0;
  switch (kind) {
    case 'onset':
      if (!has) person.changeCondition(i, n % 12, true);
      break;
    case 'remission':
      if (has) person.changeCondition(i, n % 12, false);
      break;
    case 'practice':
      person.changePractice(i, n % place.practices.count);
      break;
    case 'care':
      if (stage === STAGE.none) person.keepNeed(i, n & 7, n);
      else if (stage === STAGE.kept)
        person.refer(i, world.week, n & 7, n, flag, n % place.providers.count, !flag);
      else if (stage !== STAGE.admission) person.moveToStage(i, stage + 1);
      break;
    case 'treat':
      if (stage >= STAGE.firstOutpatient) person.treat(i, world.week, flag);
      else if (stage === STAGE.kept) person.resolveNeed(i);
      break;
    case 'remove':
      if (stage >= STAGE.firstOutpatient) person.remove(i, flag);
      break;
    case 'depart':
      if (n < 16) person.depart(i, flag ? LIFE.died : LIFE.movedOut);
      break;
    case 'review':
      person.reviewBlock(i, i + 1, world.week + n);
      break;
  }
}
