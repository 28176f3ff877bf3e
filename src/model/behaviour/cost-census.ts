import { AT, LIFE, QUINTILE_SHIFT, RECORD_BYTES, RECORD_WORDS, RISK_SHIFT } from '../population/people.ts';
import type { World } from '../world.ts';
import { knownCost } from './expected-cost.ts';

/**
 * The people present, counted by who pays for them and what is expected of them. People of a row (age, sex, deprivation)
 * without a condition all cost the same, so they are counted and not looked at one by one; of the others the cost is
 * worked out once. Cells are [pair * rows + row], a pair a commissioner's area and who pays for its people.
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
  const { people, hazards, costs, structure, place, week } = world;
  const { bytes, words } = people;
  const { riskBins } = hazards;
  const rows = costs.fixed.length;
  const { pairOfPractice, areas, payers } = pairsOf(world);
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
  for (let i = 0; i < arrived; i++) {
    const byte = i * RECORD_BYTES;
    if (bytes[byte + AT.life] !== LIFE.present) continue;
    const word = i * RECORD_WORDS;
    const traits = bytes[byte + AT.traits]!;
    const row = bytes[byte + AT.ageClass]! * 5 + ((traits >> QUINTILE_SHIFT) & 7);
    const cell = pairOfPractice[words[word + AT.practice]!]! * rows + row;
    const risk = riskBins[traits >> RISK_SHIFT]!;
    const mask = words[word + AT.conditions]!;
    if (mask === 0) {
      healthy[cell]! += 1;
      healthyRisk[cell]! += risk;
      continue;
    }
    const cost = knownCost(hazards, costs, row, mask);
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

  /** Practices by area and payer, pairs numbered in the order in which practices show them. */
  function pairsOf({ tables }: World) {
    const known = new Map<number, number>();
    const P = place.commissioners.count + structure.bodies;
    const pairOfPractice = Int32Array.from(tables.commissionerOfPractice, (c, g) => {
      const key = c * P + structure.purchaserOfPractice[g]!;
      const pair = known.get(key) ?? known.size;
      known.set(key, pair);
      return pair;
    });
    const keys = [...known.keys()];
    return {
      pairOfPractice,
      areas: keys.map((key) => Math.floor(key / P)),
      payers: keys.map((key) => key % P),
    };
  }
}
