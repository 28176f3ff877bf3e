import { institutionsAhead, institutionsOfPractice } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import { countEnrolledApart } from '../organisations/membership.ts';
import { bodyPaidFor, holdingBody } from '../organisations/structure.ts';
import type { World } from '../world.ts';
import { type Census, takeCensus } from './cost-census.ts';
import { type Formula, formulaMeans, predictedOfRow } from './expected-cost.ts';

/** Groups for which a formula's predictive ratio is kept: five quintiles, people with and without a condition. */
export const PREDICTED_GROUPS = 7;
const WITH_CONDITION = 5;
const WITHOUT = 6;

/**
 * Share out each area's allocation among those who hold it: every person's part is what the formula expects of them
 * (from age and sex, deprivation, diagnoses, or nothing) and an equal part for all that hospital prices do not cover.
 * The parts of an area's people sum to its allocation, to the penny. A by-product is what bodies see of their people: how much a
 * choosy one could gain, and the ratio of money to cost by group.
 */
export function shareOutAllocations(world: World): void {
  const { structure, books, place, will } = world;
  const { bodies } = structure;
  if (bodies === 0) return;
  const C = place.commissioners.count;
  const { costs } = world;
  countEnrolledApart(world);
  const formulas = formulasOfAreas(world);
  // A formula that sees what bodies see leaves nobody to choose.
  const blind = formulas.some((formula) => formula !== 'person');
  const census = takeCensus(world, blind);
  const means = formulaMeans(world, census);
  will.meanCost[0] = means.all;
  will.meanCostByClass.set(means.byClass);
  will.meanCostByRow.set(means.byRow);
  const rest = restPerHead(world, means.all);
  const weight = new Float64Array(C * bodies);
  const all = new Float64Array(C);
  const unheld = new Float64Array(C);
  const enrolled = new Float64Array(bodies);
  const cost = new Float64Array(bodies);
  books.predicted.fill(0);
  books.trueCost.fill(0);
  const { rows } = census;
  for (let cell = 0; cell < census.healthy.length; cell++) {
    const healthy = census.healthy[cell]!;
    const ill = census.ill[cell]!;
    if (healthy + ill === 0) continue;
    const pair = Math.floor(cell / rows);
    const row = cell % rows;
    const c = census.areas[pair]!;
    const risk = will.meanRiskByClass[Math.floor(row / 5)]!;
    const formula = formulas[c]!;
    // A formula that does not look at diagnoses expects the same of everybody in the row.
    const seenHealthy = healthy * costs.healthy[row]! * risk;
    const seenIll = census.illCost[cell]! * risk;
    const byPerson = formula === 'person';
    const forHealthy = byPerson ? seenHealthy : healthy * predictedOfRow(formula, means, row, 0);
    const forIll = byPerson ? seenIll : ill * predictedOfRow(formula, means, row, 0);
    const sum = forHealthy + forIll + (healthy + ill) * rest[c]!;
    all[c]! += sum;
    const payer = census.payers[pair]!;
    const body = holdingBody(structure, C, payer);
    if (body >= 0) {
      enrolled[body]! += healthy + ill;
      cost[body]! += seenHealthy + seenIll;
    }
    const o = bodyPaidFor(C, c, payer);
    if (o < 0) {
      unheld[c]! += sum;
      continue;
    }
    weight[c * bodies + o]! += sum;
    const trulyHealthy = census.healthyRisk[cell]! * costs.healthy[row]!;
    const trulyIll = census.illTrueCost[cell]!;
    const quintile = row % 5;
    books.predicted[quintile]! += forHealthy + forIll;
    books.trueCost[quintile]! += trulyHealthy + trulyIll;
    books.predicted[WITHOUT]! += forHealthy;
    books.trueCost[WITHOUT]! += trulyHealthy;
    books.predicted[WITH_CONDITION]! += forIll;
    books.trueCost[WITH_CONDITION]! += trulyIll;
  }
  for (let c = 0; c < C; c++) passOn(world, c, weight, all[c]!, unheld[c]!);
  const gain = blind ? gainByBody(world, census, means, formulas) : new Float64Array(bodies);
  for (let o = 0; o < bodies; o++) {
    will.costPerHead[o] = enrolled[o] === 0 ? 0 : cost[o]! / enrolled[o]!;
    will.choosyGain[o] = enrolled[o] === 0 ? 0 : gain[o]! / enrolled[o]!;
  }
}

/**
 * Each body gets its part of an area's allocation in whole pence. What rounding leaves stays with the commissioner, or,
 * where bodies hold the money for everybody, goes to the last of them.
 */
function passOn(
  { structure, books }: World,
  c: number,
  weight: Float64Array,
  all: number,
  unheld: number,
): void {
  const { bodies } = structure;
  let left = books.allocation[c]!;
  let last = -1;
  for (let o = 0; o < bodies; o++) {
    const at = c * bodies + o;
    books.passedOn[at] = all === 0 ? 0 : Math.floor((books.allocation[c]! * weight[at]!) / all);
    left -= books.passedOn[at]!;
    if (weight[at]! > 0) last = at;
  }
  if (last >= 0 && unheld === 0) books.passedOn[last]! += left;
}

/** [o] what full effort at choosing would gain by all the people of a body. */
function gainByBody(
  { place, structure, will, costs }: World,
  census: Census,
  means: Formula,
  formulas: ReturnType<typeof formulasOfAreas>,
): Float64Array {
  const C = place.commissioners.count;
  const gain = new Float64Array(structure.bodies);
  const { rows } = census;
  const add = (cell: number, people: number, raw: number): void => {
    const pair = Math.floor(cell / rows);
    const o = holdingBody(structure, C, census.payers[pair]!);
    if (o < 0) return;
    const row = cell % rows;
    const seen = raw * will.meanRiskByClass[Math.floor(row / 5)]!;
    const predicted = predictedOfRow(formulas[census.areas[pair]!]!, means, row, seen);
    gain[o]! += people * gainFromChoosing(predicted - seen, means.all);
  };
  for (let cell = 0; cell < census.healthy.length; cell++) {
    const people = census.healthy[cell]!;
    if (people > 0) add(cell, people, costs.healthy[cell % rows]!);
  }
  for (let n = 0; n < census.illCount; n++) add(census.illCell[n]!, 1, census.illCosts[n]!);
  return gain;
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
