import type { World } from '../../world.ts';

/**
 * Where the patients of a hospital would go if it closed: the part of its residents' planned care that goes to another,
 * by the choice model of the base year, `sum_z n_z s_zh s_zm / (1 - s_zh) / sum_z n_z s_zh`. Two hospitals are
 * duplicates of each other as far as their patients would take one for the other.
 */
export function diversion({ place, tables }: World, from: number, to: number): number {
  return overZones(place, tables.plannedShare, from, to, (own, other) => (own >= 1 ? 0 : other / (1 - own)));
}

/**
 * How much of a hospital's planned care would follow its attraction away from its trust: the choice model's own
 * derivative, less what stays with a hospital of the same trust. Nobody is pressed by a patient who goes to a sister.
 */
export function contestabilityOf({ tables, will }: World, h: number): number {
  return Math.max(0, tables.contestability[h]! - will.keptByTrust[h]!);
}

/** Renew what each hospital of a trust would keep within it: `sum_z n_z s_zh s_zm / sum_z n_z s_zh`, sisters summed. */
export function renewKeptByTrust(world: World): void {
  const { place, structure, tables, will } = world;
  const { trustOfProvider } = structure;
  for (let h = 0; h < place.providers.count; h++) {
    let kept = 0;
    for (let other = 0; other < place.providers.count; other++) {
      if (other === h || trustOfProvider[other] !== trustOfProvider[h]) continue;
      kept += overZones(place, tables.plannedShare, h, other, (_, share) => share);
    }
    will.keptByTrust[h] = place.providers.plannedShareFromPlace[h]! * kept;
  }
}

/** Mean over a hospital's residents of what the shares of it and of another in their zone make. */
function overZones(
  { zones, reach }: World['place'],
  plannedShare: Float64Array,
  h: number,
  other: number,
  of: (own: number, other: number) => number,
): number {
  let patients = 0;
  let sum = 0;
  for (let z = 0; z < zones.count; z++) {
    let own = 0;
    let there = 0;
    for (let e = reach.start[z]!; e < reach.start[z + 1]!; e++) {
      if (reach.provider[e] === h) own += plannedShare[e]!;
      if (reach.provider[e] === other) there += plannedShare[e]!;
    }
    if (own === 0) continue;
    const here = zones.residents[z]! * own;
    patients += here;
    sum += here * of(own, there);
  }
  return patients === 0 ? 0 : sum / patients;
}
