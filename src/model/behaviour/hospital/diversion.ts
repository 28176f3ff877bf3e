import type { World } from '../../world.ts';
import { phiOfProvider } from '../internalisation.ts';

/**
 * Where the patients of a hospital would go if it closed: the part of its residents' planned care that goes to another,
 * by the choice model of the base year, `sum_z n_z s_zh s_zm / (1 - s_zh) / sum_z n_z s_zh`. Two hospitals are
 * duplicates of each other as far as their patients would take one for the other.
 */
export function diversion({ place, tables }: World, from: number, to: number): number {
  return overZones(place, tables.plannedShare, from, to, (own, other) => (own >= 1 ? 0 : other / (1 - own)));
}

/** How much of a hospital's planned care would follow its attraction, by the choice model's own derivative. */
export interface Contestability {
  /** Away from its trust: what its own purse would lose. */
  readonly own: number;
  /** Away from its body: what the joint purse would lose. The same for a hospital of no body. */
  readonly joint: number;
  /** As the hospital feels it, `(1 - phi) own + phi joint`: the less it feels as its body does, the more do others of it press. */
  readonly felt: number;
}

/** Nobody is pressed by a patient who goes to a sister: of the same trust wholly, of the same body as far as it feels as one. */
export function contestabilityOf(world: World, h: number): Contestability {
  const { tables, will } = world;
  const own = Math.max(0, tables.contestability[h]! - will.keptByTrust[h]!);
  const joint = Math.max(0, own - will.keptByBody[h]!);
  return { own, joint, felt: joint === own ? own : own - phiOfProvider(world, h) * (own - joint) };
}

/**
 * Renew what some hospitals, those of a trust or of a body, would keep within it: `sum_z n_z s_zh s_zm / sum_z n_z s_zh`,
 * sisters of the trust summed, and the others of the body.
 */
export function renewKept(world: World, hospitals: readonly number[]): void {
  const { place, structure, tables, will } = world;
  const { trustOfProvider, bodyOfProvider } = structure;
  for (const h of hospitals) {
    let trust = 0;
    let body = 0;
    for (let other = 0; other < place.providers.count; other++) {
      if (other === h) continue;
      const isTrust = trustOfProvider[other] === trustOfProvider[h];
      const isBody = bodyOfProvider[h]! >= 0 && bodyOfProvider[other] === bodyOfProvider[h];
      if (!isTrust && !isBody) continue;
      const kept = overZones(place, tables.plannedShare, h, other, (_, share) => share);
      if (isTrust) trust += kept;
      else body += kept;
    }
    will.keptByTrust[h] = place.providers.plannedShareFromPlace[h]! * trust;
    will.keptByBody[h] = place.providers.plannedShareFromPlace[h]! * body;
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
