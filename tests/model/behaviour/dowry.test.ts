import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../../src/model/behaviour/cost-census.ts';
import { gainFromChoosing, shareOutAllocations } from '../../../src/model/behaviour/dowry.ts';
import {
  costMeans,
  costOf,
  predictedCost,
  predictedOfRow,
  rowOf,
  seenCost,
} from '../../../src/model/behaviour/expected-cost.ts';
import type { Institutions } from '../../../src/model/institutions/institutions.ts';
import { LIFE, RISK_SHIFT } from '../../../src/model/population/people.ts';
import type { World } from '../../../src/model/world.ts';
import { SYSTEMS_OF_HOSPITALS } from '../bodies.ts';
import { run, smallWorld } from '../world.ts';

type Formula = Institutions['riskAdjustment']['formula'];

/** Groups of people after five quintiles of deprivation. */
const ILL = 5;
const WELL = 6;

function systemsWith(formula: string): World {
  return run(
    smallWorld({
      people: 3000,
      weeks: 20,
      set: { ...SYSTEMS_OF_HOSPITALS, 'riskAdjustment.formula': formula },
    }),
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

  it('are held against what people truly cost, by deprivation, and with and without a condition', () => {
    const { hazards, costs } = world;
    const means = costMeans(world);
    const money = new Float64Array(7);
    const cost = new Float64Array(7);
    for (const i of present) {
      if (structure.purchaserOfPractice[people.practice(i)]! < C) continue;
      const seen = seenCost(world, i);
      const mask = people.conditions(i);
      const row = rowOf(people, i);
      const truly = costOf(hazards, costs, row, mask) * hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
      for (const group of [row % 5, mask === 0 ? WELL : ILL]) {
        money[group]! += predictedCost(world, formula, means, i, seen);
        cost[group]! += truly;
      }
    }
    for (let group = 0; group < 7; group++) {
      expect(books.predicted[group]).toBeCloseTo(money[group]!, 4);
      expect(books.trueCost[group]).toBeCloseTo(cost[group]!, 4);
    }
    expect(cost[ILL]! * cost[WELL]!).toBeGreaterThan(0);
    // Seen one by one, nobody brings more than they cost but by luck; by age and sex the well do.
    const [ill, well] = [ILL, WELL].map((group) => books.predicted[group]! / books.trueCost[group]!) as [
      number,
      number,
    ];
    if (formula === 'person') for (const ratio of [ill, well]) expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
    else expect(well / ill).toBeGreaterThan(1.08);
  });
});

describe('what a formula looks at', () => {
  const world = systemsWith('age-sex');
  const means = costMeans(world);
  const ROWS = [0, 1, 2, 3, 4].map((quintile) => 70 * 5 + quintile);
  const expected = (formula: Formula): number[] =>
    ROWS.map((row) => predictedOfRow(formula, means, row, 123));

  it('is nothing, age and sex, deprivation besides, or the person', () => {
    expect(new Set(expected('none'))).toEqual(new Set([means.all]));
    expect(new Set(expected('age-sex'))).toEqual(new Set([means.byClass[70]]));
    expect(expected('age-sex-deprivation')).toEqual(ROWS.map((row) => means.byRow[row]));
    expect(new Set(expected('age-sex-deprivation')).size).toBeGreaterThan(1);
    expect(new Set(expected('person'))).toEqual(new Set([123]));
  });

  it('is a mean over the people of whom it sees no more', () => {
    const { people } = world;
    const sums = { byClass: [0, 0], byRow: [0, 0], all: [0, 0] };
    const row = ROWS[0]!;
    shareOutAllocations(world);
    for (let i = 0; i < people.capacity; i++) {
      if (people.life(i) !== LIFE.present) continue;
      const cost = seenCost(world, i);
      const add = (sum: number[]): void => {
        sum[0]! += cost;
        sum[1]! += 1;
      };
      add(sums.all);
      if (people.ageClass(i) === 70) add(sums.byClass);
      if (rowOf(people, i) === row) add(sums.byRow);
    }
    const fresh = costMeans(world);
    expect(fresh.all).toBeCloseTo(sums.all[0]! / sums.all[1]!, 6);
    expect(fresh.byClass[70]).toBeCloseTo(sums.byClass[0]! / sums.byClass[1]!, 6);
    if (sums.byRow[1]! > 0) expect(fresh.byRow[row]).toBeCloseTo(sums.byRow[0]! / sums.byRow[1]!, 6);
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
