import { detExp } from '../../../kernel/deterministic-math.ts';
import { FIT_ROUNDS, plannedDemand, priorAttraction, sizeShares } from '../choice-constants.ts';
import type { Ground } from '../ground.ts';
import {
  choiceShares,
  emergencyUtility,
  fitAttraction,
  plannedUtility,
  providerDistances,
} from '../hospital-choice.ts';
import { cell, numberOf, type RawRow } from './raw.ts';

/** Flows smaller than this share of a commissioner's demand are left out of the table. */
const LEAST_FLOW = 0.0005;

export interface NationalChoice {
  readonly choice: Record<string, string>[];
  readonly flows: Record<string, string>[];
}

/**
 * Runs the choice model once for the whole country: attraction fitted to size, then who goes where.
 *
 * Demand of a zone is its residents times its commissioner's need by age. A trust near Wales is fitted to the part
 * of its size that serves England.
 *
 * @param outside share of a provider's demand from outside England, by code.
 */
export function nationalChoice(ground: Ground, outside: ReadonlyMap<string, RawRow>): NationalChoice {
  const { zones, providers } = ground;
  const distances = providerDistances(zones, ground.sites, providers.count, ground.islandOf);
  const demand = plannedDemand(ground);
  const outsideShare = (h: number, column: string) => numberOf(outside.get(providers.code[h]), column) || 0;
  const size = sizeShares(ground).map((share, h) => share * (1 - outsideShare(h, 'planned_share')));
  const allSize = size.reduce((a, b) => a + b, 0);
  const ofEngland = size.map((share) => share / allSize);

  const withoutOwn = priorAttraction(providers.specialist);
  const { attraction, predictedShare } = fitAttraction(
    distances.plannedKm,
    demand,
    ofEngland,
    withoutOwn,
    FIT_ROUNDS,
  );

  const flows = sumFlows(ground, distances, demand, attraction, withoutOwn);
  return {
    choice: providers.code.map((code, h) => ({
      provider_code: code,
      attraction: cell(attraction[h], 4),
      attraction_without_own_size: cell(withoutOwn[h], 4),
      planned_share: cell(predictedShare[h], 7),
      planned_share_without_own_size: cell(flows.shareWithoutOwn[h], 7),
      outside_planned_share: cell(outsideShare(h, 'planned_share'), 4),
      outside_emergency_share: cell(outsideShare(h, 'emergency_share'), 4),
    })),
    flows: flows.rows,
  };
}

function sumFlows(
  ground: Ground,
  distances: ReturnType<typeof providerDistances>,
  demand: Float64Array,
  attraction: Float64Array,
  withoutOwn: Float64Array,
): { rows: Record<string, string>[]; shareWithoutOwn: Float64Array } {
  const { zones, providers, commissioners } = ground;
  const count = providers.count;
  const planned = new Float64Array(commissioners.count * count);
  const emergency = new Float64Array(commissioners.count * count);
  const shareWithoutOwn = new Float64Array(count);
  const factor = attraction.map((own, h) => detExp(withoutOwn[h] - own));
  const same = new Float64Array(count);
  let all = 0;
  for (let z = 0; z < zones.count; z++) {
    const from = z * count;
    const plannedShares = choiceShares(
      distances.plannedKm.subarray(from, from + count),
      attraction,
      plannedUtility,
    );
    const emergencyShares = choiceShares(
      distances.emergencyKm.subarray(from, from + count),
      same,
      emergencyUtility,
    );
    const row = zones.commissioner[z] * count;
    for (let h = 0; h < count; h++) {
      planned[row + h] += demand[z] * plannedShares[h];
      emergency[row + h] += demand[z] * emergencyShares[h];
      // Share if only this provider's constant were another: p f / (1 - p + p f).
      const changed = plannedShares[h] * factor[h];
      shareWithoutOwn[h] += (demand[z] * changed) / (1 - plannedShares[h] + changed);
    }
    all += demand[z];
  }
  return { rows: flowRows(ground, planned, emergency), shareWithoutOwn: shareWithoutOwn.map((s) => s / all) };
}

function flowRows(ground: Ground, planned: Float64Array, emergency: Float64Array): Record<string, string>[] {
  const count = ground.providers.count;
  const rows: Record<string, string>[] = [];
  ground.commissioners.code.forEach((commissioner, c) => {
    const of = (flows: Float64Array) => flows.subarray(c * count, (c + 1) * count);
    const least = LEAST_FLOW * of(planned).reduce((a, b) => a + b, 0);
    ground.providers.code.forEach((provider, h) => {
      if (of(planned)[h] < least && of(emergency)[h] < least) return;
      rows.push({
        commissioner_code: commissioner,
        provider_code: provider,
        planned_people: cell(of(planned)[h], 1),
        emergency_people: cell(of(emergency)[h], 1),
      });
    });
  });
  return rows;
}
