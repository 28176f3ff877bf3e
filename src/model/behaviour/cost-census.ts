import { purchaserOfPerson } from '../organisations/membership.ts';
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

/** @param oneByOne whether people with conditions are listed too */
export function takeCensus(world: World, oneByOne: boolean): Census {
  const { people, hazards, costs, week } = world;
  const { longs } = people;
  const { riskBins, emergencyMultiplier, needPerYear, needMultiplier } = hazards;
  const { fixed, emergency, need } = costs;
  const rows = fixed.length;
  const { pairOfPractice, pairOfPerson, areas, payers } = pairsOf(world);
  const { systemOf } = world.books;
  const cells = areas.length * rows;
  const healthy = new Float64Array(cells);
  const healthyRisk = new Float64Array(cells);
  const ill = new Float64Array(cells);
  const illCost = new Float64Array(cells);
  const illTrueCost = new Float64Array(cells);
  const arrived = people.arrivalEnd[Math.min(week, people.arrivalEnd.length - 1)]!;
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
    const apart = systemOf.length > 0 && systemOf[i]! > 0;
    const pair = apart ? pairOfPerson(i) : pairOfPractice[longs[record + practice]! & half]!;
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

/** Practices by area and payer, pairs numbered in the order in which practices show them. */
function pairsOf(world: World) {
  const { tables, structure, place, people, books } = world;
  const known = new Map<number, number>();
  const P = place.commissioners.count + structure.bodies;
  const pairOfPractice = Int32Array.from(tables.commissionerOfPractice, (c, g) => {
    const key = c * P + structure.purchaserOfPractice[g]!;
    const pair = known.get(key) ?? known.size;
    known.set(key, pair);
    return pair;
  });
  const keyOf = (i: number): number =>
    tables.commissionerOfPractice[people.practice(i)]! * P + purchaserOfPerson(world, i);
  const { systemOf } = books;
  for (let i = 0; i < systemOf.length; i++) {
    if (systemOf[i]! > 0 && !known.has(keyOf(i))) known.set(keyOf(i), known.size);
  }
  const keys = [...known.keys()];
  return {
    pairOfPractice,
    pairOfPerson: (i: number) => known.get(keyOf(i))!,
    areas: keys.map((key) => Math.floor(key / P)),
    payers: keys.map((key) => key % P),
  };
}
