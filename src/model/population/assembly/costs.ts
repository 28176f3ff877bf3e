/** What people are expected to cost, counted by who pays for them (see ../../behaviour/cost-census.ts). */
import {
  commissionerOfPractice,
  riskBins,
  CONDITIONS,
  TRAITS,
  LIFE,
  AGE_CLASS,
  PRESENT,
  recordOf,
  quintileOf,
  practiceOf,
  f64At,
  add,
} from './layout';
import {
  emergencyMultiplier,
  batchSlots,
  batchDetails,
  batchClocks,
  bodies,
  i32At,
  putAt,
  systemAt,
  systemOf,
} from './care-layout';
import {
  costFixed,
  costEmergency,
  costNeed,
  needPerYear,
  needMultiplier,
  pairOfPractice,
  pairOfSystem,
  healthyCount,
  healthyRisk,
  illCount,
  illCost,
  illTrueCost,
} from './cost-layout';

/** People at a time: as many as a batch has entries (BATCH of ../care-room.ts). */
const BLOCK: i32 = 4096;

/** Count those present in the slots below `to`; the host has emptied the cells. @param rows of a pair */
export function countCosts(to: i32, rows: i32): void {
  for (let from = 0; from < to; from += BLOCK) {
    const found = countHealthy(from, min<i32>(to, from + BLOCK), rows);
    for (let n = 0; n < found; n++) countIll(i32At(batchSlots, n), i32At(batchDetails, n), i32At(batchClocks, n));
  }
}

/** Count who has no condition and note the others in the batch: a branch on it would often be guessed wrong. */
function countHealthy(from: i32, to: i32, rows: i32): i32 {
  let found = 0;
  for (let i = from; i < to; i++) {
    const at = recordOf(i);
    if (load<u8>(at, LIFE) != PRESENT) continue;
    const row = <i32>load<u8>(at, AGE_CLASS) * 5 + quintileOf(at);
    const cell = pairOf(i, practiceOf(at)) * rows + row;
    const bin = <i32>load<u8>(at, TRAITS) >> 4;
    const mask = <i32>load<u16>(at, CONDITIONS);
    const healthy = <f64>(<i32>(mask == 0));
    add(healthyCount, cell, healthy);
    add(healthyRisk, cell, healthy * f64At(riskBins, bin));
    putAt(batchSlots, found, cell);
    putAt(batchDetails, found, row);
    putAt(batchClocks, found, (mask << 4) | bin);
    found += <i32>(mask != 0);
  }
  return found;
}

/** Whether anybody in the slots below `to` belongs to a body by themselves; without room for bodies nobody does. */
export function anyOwnSystem(to: i32): i32 {
  if (bodies == 0) return 0;
  let i = 0;
  for (; i <= to - 8; i += 8) if (v128.any_true(v128.load(systemOf + ((<usize>i) << 1)))) return 1;
  for (; i < to; i++) if (systemAt(i) != 0) return 1;
  return 0;
}

@inline
function pairOf(i: i32, g: i32): i32 {
  const own = systemAt(i);
  if (own == 0) return i32At(pairOfPractice, g);
  return i32At(pairOfSystem, <i32>load<u16>(commissionerOfPractice + ((<usize>g) << 1)) * bodies + own - 1);
}

/** @param who mask of conditions and bin of latent risk */
@inline
function countIll(cell: i32, row: i32, who: i32): void {
  const cost = costOf(row, who >> 4);
  add(illCount, cell, 1);
  add(illCost, cell, cost);
  add(illTrueCost, cell, cost * f64At(riskBins, who & 15));
}

/** Of a person of a row with a mask of conditions (see ../../behaviour/expected-cost.ts). */
@inline
function costOf(row: i32, mask: i32): f64 {
  const rate = needPerYear + ((<usize>row) << 6);
  const factor = needMultiplier + ((<usize>mask) << 6);
  const p01 = f64x2.mul(f64x2.mul(v128.load(rate), v128.load(factor)), v128.load(costNeed));
  const p23 = f64x2.mul(f64x2.mul(v128.load(rate, 16), v128.load(factor, 16)), v128.load(costNeed, 16));
  const p45 = f64x2.mul(f64x2.mul(v128.load(rate, 32), v128.load(factor, 32)), v128.load(costNeed, 32));
  const p67 = f64x2.mul(f64x2.mul(v128.load(rate, 48), v128.load(factor, 48)), v128.load(costNeed, 48));
  let cost = f64At(costFixed, row) + f64At(costEmergency, row) * f64At(emergencyMultiplier, mask);
  cost += f64x2.extract_lane(p01, 0);
  cost += f64x2.extract_lane(p01, 1);
  cost += f64x2.extract_lane(p23, 0);
  cost += f64x2.extract_lane(p23, 1);
  cost += f64x2.extract_lane(p45, 0);
  cost += f64x2.extract_lane(p45, 1);
  cost += f64x2.extract_lane(p67, 0);
  cost += f64x2.extract_lane(p67, 1);
  return cost;
}
