import { anybodyApart, purchaserOfSystem } from '../organisations/membership.ts';
import type { CareBatches } from '../population/care-wasm.ts';
import { LIFE, LONG_AT, QUINTILE_SHIFT, RECORD_LONGS, RISK_SHIFT } from '../population/people.ts';
import { sumOverSpecialties } from '../sum-over-specialties.ts';
import type { World } from '../world.ts';

/**
 * The people present, counted by who pays for them and what is expected of them. People of a row (age, sex, deprivation)
 * without a condition all cost the same, so they are counted and not looked at one by one. Cells are
 * [pair * rows + row], a pair a commissioner's area and who pays for its people.
 */
export interface Census {
  /** [pair] area and purchaser. */
  readonly areas: readonly number[];
  readonly payers: readonly number[];
  readonly rows: number;
  /** [cell] people without a condition, and the sum of their latent risks. */
  readonly healthy: Float64Array;
  readonly healthyRisk: Float64Array;
  /** [cell] people with conditions, the sum of their costs at a latent risk of 1, and at their own. */
  readonly ill: Float64Array;
  readonly illCost: Float64Array;
  readonly illTrueCost: Float64Array;
  /** People with conditions one by one, up to `illCount`, where they were asked for: their cell and cost. */
  readonly illCount: number;
  readonly illCell: Int32Array;
  readonly illCosts: Float64Array;
}

/**
 * The census of this week. What it holds is good until the next.
 * @param oneByOne whether people with conditions are listed too
 */
export function takeCensus(world: World, oneByOne: boolean): Census {
  const { people, costs, week } = world;
  const rows = costs.fixed.length;
  const pairs = pairsOf(world);
  const arrived = people.arrivalEnd[Math.min(week, people.arrivalEnd.length - 1)]!;
  const { care } = world.person;
  const fits = care !== null && pairs.areas.length * rows <= care.columns.healthyCount.length;
  if (fits && !oneByOne) return countedByModule(care, pairs, rows, arrived);
  return countOneByOne(world, pairs, rows, arrived, oneByOne);
}

/** The same in one call, without the list. */
function countedByModule(
  { columns, module }: CareBatches,
  { ofPractice, ofSystem, areas, payers }: Pairs,
  rows: number,
  arrived: number,
): Census {
  const cells = areas.length * rows;
  const emptied = (column: Float64Array): Float64Array => column.subarray(0, cells).fill(0);
  const counted = {
    healthy: emptied(columns.healthyCount),
    healthyRisk: emptied(columns.healthyRisk),
    ill: emptied(columns.illCount),
    illCost: emptied(columns.illCost),
    illTrueCost: emptied(columns.illTrueCost),
  };
  columns.pairOfPractice.set(ofPractice);
  columns.pairOfSystem.set(ofSystem);
  module.countCosts(arrived, rows);
  const nobody = new Int32Array(0);
  return { areas, payers, rows, ...counted, illCount: 0, illCell: nobody, illCosts: new Float64Array(0) };
}

function countOneByOne(
  world: World,
  { ofPractice, ofSystem, areas, payers }: Pairs,
  rows: number,
  arrived: number,
  oneByOne: boolean,
): Census {
  const { people, hazards, costs, tables, structure } = world;
  const { longs } = people;
  const { riskBins, emergencyMultiplier, needPerYear, needMultiplier } = hazards;
  const { fixed, emergency, need } = costs;
  const { commissionerOfPractice } = tables;
  const { bodies } = structure;
  const { systemOf } = world.books;
  const cells = areas.length * rows;
  const healthy = new Float64Array(cells);
  const healthyRisk = new Float64Array(cells);
  const ill = new Float64Array(cells);
  const illCost = new Float64Array(cells);
  const illTrueCost = new Float64Array(cells);
  const illCell = new Int32Array(oneByOne ? arrived : 0);
  const illCosts = new Float64Array(oneByOne ? arrived : 0);
  let illCount = 0;
  // What other files export is looked up at every use: in a loop over everybody that shows.
  const [stride, quintileShift, riskShift] = [RECORD_LONGS, QUINTILE_SHIFT, RISK_SHIFT];
  const { conditions, conditionsShift, practice, half, about, lifeShift, ageShift, byte } = LONG_AT;
  const { present } = LIFE;
  for (let i = 0; i < arrived; i++) {
    const record = i * stride;
    const bytes = longs[record + about]!;
    if (((bytes >>> lifeShift) & byte) !== present) continue;
    const traits = bytes & byte;
    const row = ((bytes >>> ageShift) & byte) * 5 + ((traits >> quintileShift) & 7);
    const own = bodies === 0 ? 0 : systemOf[i]!;
    const g = longs[record + practice]! & half;
    const pair = own === 0 ? ofPractice[g]! : ofSystem[commissionerOfPractice[g]! * bodies + own - 1]!;
    const cell = pair * rows + row;
    const risk = riskBins[traits >> riskShift]!;
    const mask = longs[record + conditions]! >>> conditionsShift;
    if (mask === 0) {
      healthy[cell]! += 1;
      healthyRisk[cell]! += risk;
      continue;
    }
    // The same as `costOf`, whose arrays would be looked up for each.
    const base = fixed[row]! + emergency[row]! * emergencyMultiplier[mask]!;
    const cost = sumOverSpecialties(base, needPerYear, row * 8, needMultiplier, mask * 8, need);
    ill[cell]! += 1;
    illCost[cell]! += cost;
    illTrueCost[cell]! += cost * risk;
    if (!oneByOne) continue;
    illCell[illCount] = cell;
    illCosts[illCount] = cost;
    illCount++;
  }
  return {
    areas,
    payers,
    rows,
    healthy,
    healthyRisk,
    ill,
    illCost,
    illTrueCost,
    illCount,
    illCell,
    illCosts,
  };
}

/** Areas and who pays for their people. */
interface Pairs {
  /** [pair] */
  readonly areas: readonly number[];
  readonly payers: readonly number[];
  /** [g] pair of a practice's people; [c * bodies + o] of an area's people who belong to a body by themselves. */
  readonly ofPractice: Int32Array;
  readonly ofSystem: Int32Array;
}

/** Pairs are numbered in the order in which practices, then people, show them. */
function pairsOf(world: World): Pairs {
  const { tables, structure, place, people, books } = world;
  const { bodies } = structure;
  const known = new Map<number, number>();
  const P = place.commissioners.count + bodies;
  const pairOf = (key: number): number => {
    const pair = known.get(key) ?? known.size;
    known.set(key, pair);
    return pair;
  };
  const ofPractice = Int32Array.from(tables.commissionerOfPractice, (c, g) =>
    pairOf(c * P + structure.purchaserOfPractice[g]!),
  );
  const ofSystem = new Int32Array(place.commissioners.count * bodies).fill(-1);
  const { systemOf } = books;
  for (let i = 0, to = anybodyApart(world) ? systemOf.length : 0; i < to; i++) {
    if (systemOf[i] === 0) continue;
    const c = tables.commissionerOfPractice[people.practice(i)]!;
    const at = c * bodies + systemOf[i]! - 1;
    if (ofSystem[at] === -1) ofSystem[at] = pairOf(c * P + purchaserOfSystem(world, systemOf[i]! - 1, c));
  }
  const keys = [...known.keys()];
  return {
    areas: keys.map((key) => Math.floor(key / P)),
    payers: keys.map((key) => key % P),
    ofPractice,
    ofSystem,
  };
}
