import { float64, int32, tableOf } from '../../kernel/arena.ts';
import type { HazardTables } from '../evidence/hazards.ts';
import type { Place } from '../place.ts';
import type { World } from '../world.ts';

/** Most pairs of an area and who pays for its people that the module counts; where there are more, TypeScript does. */
const PAIRS = 128;

/**
 * What the module of WebAssembly needs to count what people are expected to cost (see ../behaviour/cost-census.ts):
 * copies of the tables of costs, pairs as they are at a census, and the cells that it fills.
 * @param bodies number of bodies there may be; without any nobody takes the census
 */
export function costRoom(
  place: Place,
  hazards: HazardTables,
  costs: Pick<World['costs'], 'fixed' | 'emergency' | 'need'>,
  bodies: number,
) {
  const C = place.commissioners.count;
  const cells = bodies === 0 ? 0 : Math.min(PAIRS, C * (C + bodies)) * costs.fixed.length;
  return {
    costFixed: tableOf(costs.fixed),
    costEmergency: tableOf(costs.emergency),
    costNeed: tableOf(costs.need),
    needPerYear: tableOf(hazards.needPerYear),
    needMultiplier: tableOf(hazards.needMultiplier),
    pairOfPractice: int32(place.practices.count),
    pairOfSystem: int32(C * bodies),
    healthyCount: float64(cells),
    healthyRisk: float64(cells),
    illCount: float64(cells),
    illCost: float64(cells),
    illTrueCost: float64(cells),
  };
}
