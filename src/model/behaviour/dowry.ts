import { institutionsAhead, institutionsOfPractice } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { LIFE, QUINTILE_SHIFT } from '../population/people.ts';
import type { World } from '../world.ts';
import { costTables, formulaMeans, hiddenRisk, predictedCost, rawCost } from './expected-cost.ts';

/** Groups for which a formula's predictive ratio is kept: five quintiles, people with and without a condition. */
export const PREDICTED_GROUPS = 7;
const WITH_CONDITION = 5;
const WITHOUT = 6;

/**
 * Share out each area's allocation among those who hold it: every person's part is what the formula expects of them
 * (from age and sex, deprivation, diagnoses, or nothing) and an equal part for all that hospital prices do not cover.
 * The parts of an area's people sum to its allocation. A by-product is what bodies see of their people: how much a
 * choosy one could gain, and the ratio of money to cost by group.
 */
export function shareOutAllocations(world: World): void {
  const { people, structure, books, place, tables, will, week } = world;
  const { bodies } = structure;
  if (bodies === 0) return;
  const C = place.commissioners.count;
  const costs = costTables(world);
  const means = formulaMeans(world, costs);
  will.meanCost[0] = means.all;
  will.meanCostByClass.set(means.byClass);
  will.meanCostByRow.set(means.byRow);
  const formulas = formulasOfAreas(world);
  const rest = restPerHead(world, means.all);
  const weight = new Float64Array(C * bodies);
  const all = new Float64Array(C);
  const enrolled = new Float64Array(bodies);
  const gain = new Float64Array(bodies);
  const cost = new Float64Array(bodies);
  books.predicted.fill(0);
  books.trueCost.fill(0);
  const arrived = people.arrivalEnd[Math.min(week, people.arrivalEnd.length - 1)]!;
  for (let i = 0; i < arrived; i++) {
    if (people.life(i) !== LIFE.present) continue;
    const g = people.practice(i);
    const c = tables.commissionerOfPractice[g]!;
    const raw = rawCost(world, costs, i);
    const seen = raw * will.meanRiskByClass[people.ageClass(i)]!;
    const predicted = predictedCost(world, formulas[c]!, means, i, seen);
    all[c]! += predicted + rest[c]!;
    const o = structure.purchaserOfPractice[g]! - C;
    if (o < 0) continue;
    weight[c * bodies + o]! += predicted + rest[c]!;
    enrolled[o]! += 1;
    cost[o]! += seen;
    gain[o]! += gainFromChoosing(predicted - seen, means.all);
    const quintile = (people.traits(i) >> QUINTILE_SHIFT) & 7;
    const truly = raw * hiddenRisk(world, i);
    const group = people.conditions(i) === 0 ? WITHOUT : WITH_CONDITION;
    books.predicted[quintile]! += predicted;
    books.trueCost[quintile]! += truly;
    books.predicted[group]! += predicted;
    books.trueCost[group]! += truly;
  }
  for (let c = 0; c < C; c++)
    for (let o = 0; o < bodies; o++)
      books.passedOn[c * bodies + o] =
        all[c] === 0 ? 0 : Math.floor((books.allocation[c]! * weight[c * bodies + o]!) / all[c]!);
  for (let o = 0; o < bodies; o++) {
    will.costPerHead[o] = enrolled[o] === 0 ? 0 : cost[o]! / enrolled[o]!;
    will.choosyGain[o] = enrolled[o] === 0 ? 0 : gain[o]! / enrolled[o]!;
  }
}

/**
 * Pounds a year that full effort at choosing would gain by one person: those who bring more than they cost are drawn,
 * the others kept away, each as strongly as the difference is large: `clip(m / mean, -1, 1) m`, never below zero.
 */
export function gainFromChoosing(margin: number, meanCost: number): number {
  return meanCost === 0 ? 0 : Math.max(-1, Math.min(1, margin / meanCost)) * margin;
}

/** The formula of each area: that of a practice whose structure has formed, where there is one. */
function formulasOfAreas(world: World): Institutions['riskAdjustment']['formula'][] {
  const { structure, place, tables } = world;
  const first = new Int32Array(place.commissioners.count).fill(-1);
  for (let g = 0; g < place.practices.count; g++) {
    const c = tables.commissionerOfPractice[g]!;
    if (first[c]! < 0 || (structure.formedOfPractice[g] === 1 && structure.formedOfPractice[first[c]!] === 0))
      first[c] = g;
  }
  return Array.from(first, (g) =>
    g < 0
      ? world.institutions.riskAdjustment.formula
      : institutionsOfPractice(world, g).riskAdjustment.formula,
  );
}

/** What an area spends on a person beside priced hospital care, pounds a year at the prices of 2007-08. */
function restPerHead(world: World, meanCost: number): Float64Array {
  const { books, place, tables } = world;
  const people = new Float64Array(place.commissioners.count);
  for (let g = 0; g < place.practices.count; g++)
    people[tables.commissionerOfPractice[g]!]! += books.registered[g]!;
  return people.map((n, c) => (n === 0 ? 0 : Math.max(0, books.firstAllocation[c]! / 100 / n - meanCost)));
}

/** Whether money follows people within the year anywhere. */
export function dowriesFollowPeople(world: World): boolean {
  for (let g = 0; g < world.place.practices.count; g++) {
    if (
      world.structure.formedOfPractice[g] === 1 &&
      institutionsAhead(world, g).riskAdjustment.income === 'dowry'
    )
      return true;
  }
  return false;
}
