import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../../src/model/behaviour/cost-census.ts';
import { gainFromChoosing, shareOutAllocations } from '../../../src/model/behaviour/dowry.ts';
import {
  costMeans,
  costOf,
  predictedCost,
  rowOf,
  seenCost,
} from '../../../src/model/behaviour/expected-cost.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { LIFE, RISK_SHIFT } from '../../../src/model/population/people.ts';
import type { World } from '../../../src/model/world.ts';
import { run, smallWorld } from '../world.ts';

const SYSTEMS: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'vertical',
  'provision.led': 'hospital',
  'provision.trust': true,
  'choice.of': 'system',
  'riskAdjustment.income': 'dowry',
  'rollout.by': 'decree',
};

function systemsWith(formula: string): World {
  return run(
    smallWorld({ people: 3000, weeks: 20, set: { ...SYSTEMS, 'riskAdjustment.formula': formula } }),
    8,
  );
}

describe.each(['age-sex', 'person'] as const)('allocations shared out by %s', (formula) => {
  const world = systemsWith(formula);
  shareOutAllocations(world);
  const { people, structure, place, will, books } = world;
  const C = place.commissioners.count;
  const present: number[] = [];
  for (let i = 0; i < people.capacity; i++) if (people.life(i) === LIFE.present) present.push(i);

  it('give each body what its people one by one are expected to cost, and an equal part of the rest', () => {
    const means = costMeans(world);
    const rest = Math.max(0, books.firstAllocation[0]! / 100 / present.length - means.all);
    const weight = new Map<number, number>();
    let all = 0;
    for (const i of present) {
      const part = predictedCost(world, formula, means, i, seenCost(world, i)) + rest;
      const o = structure.purchaserOfPractice[people.practice(i)]! - C;
      weight.set(o, (weight.get(o) ?? 0) + part);
      all += part;
    }
    expect([...weight.keys()].some((o) => o >= 0)).toBe(true);
    for (const [o, part] of weight) {
      if (o < 0) continue;
      expect(books.passedOn[o]! / books.allocation[0]!).toBeCloseTo(part / all, 9);
    }
  });

  it('tell each body what its people cost and what choosing would gain', () => {
    const means = costMeans(world);
    const o = structure.bodyOfPractice.find((body) => body >= 0)!;
    const own = present.filter((i) => structure.purchaserOfPractice[people.practice(i)] === C + o);
    const costs = own.map((i) => seenCost(world, i));
    const gains = own.map((i, n) =>
      gainFromChoosing(predictedCost(world, formula, means, i, costs[n]!) - costs[n]!, means.all),
    );
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(will.costPerHead[o]).toBeCloseTo(mean(costs), 6);
    expect(will.choosyGain[o]).toBeCloseTo(mean(gains), 6);
  });
});

describe('a census of costs', () => {
  it('counts everybody who is present once', () => {
    const world = systemsWith('person');
    const { healthy, ill } = takeCensus(world, false);
    const counted = [...healthy, ...ill].reduce((a, b) => a + b, 0);
    expect(counted).toBe(world.books.registered.reduce((a, b) => a + b, 0));
  });

  it('adds up what each person with conditions is expected to cost', () => {
    const world = systemsWith('person');
    const { people, hazards, costs } = world;
    const { illCost, illTrueCost } = takeCensus(world, false);
    let cost = 0;
    let trueCost = 0;
    for (let i = 0; i < people.capacity; i++) {
      if (people.life(i) !== LIFE.present || people.conditions(i) === 0) continue;
      const one = costOf(hazards, costs, rowOf(people, i), people.conditions(i));
      cost += one;
      trueCost += one * hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
    }
    expect(cost).toBeGreaterThan(0);
    expect(illCost.reduce((a, b) => a + b, 0)).toBeCloseTo(cost, 4);
    expect(illTrueCost.reduce((a, b) => a + b, 0)).toBeCloseTo(trueCost, 4);
  });
});
