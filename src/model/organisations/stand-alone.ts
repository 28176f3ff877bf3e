import type { World } from '../world.ts';
import { areasOf, hospitalsOf } from './mergers.ts';

/** Kilometres of a degree of latitude; degrees of longitude are about 0.6 of it here. */
const KM_PER_DEGREE = 111.2;
const EAST_OVER_NORTH = 0.6;

/** An organisation that stands alone, with all that merged into it. */
export interface Unit {
  readonly lead: number;
  readonly codes: readonly string[];
  readonly members: readonly number[];
  /** What it does for the people of the place; whether the rule looks at it. */
  readonly size: number;
  readonly ofPlace: boolean;
  readonly latitude: number;
  readonly longitude: number;
}

export function trustsAlone(world: World): Unit[] {
  const { place, structure } = world;
  const { providers } = place;
  return leadsOf(structure.trustOfProvider)
    .map((lead) => ({ lead, members: hospitalsOf(world, lead) }))
    .filter(({ members }) => members.every((h) => structure.bodyOfProvider[h]! < 0))
    .map(({ lead, members }) => ({
      lead,
      members,
      codes: members.map((h) => providers.code[h]!),
      size: members.reduce(
        (sum, h) => sum + providers.incomePounds[h]! * providers.plannedShareFromPlace[h]!,
        0,
      ),
      // Elsewhere's trusts, and those for a few conditions, are no duplicates of a place's own.
      ofPlace: members.some(
        (h) =>
          providers.specialist[h] === 0 &&
          providers.plannedShareFromPlace[h]! >= world.settings.memberTradeLeast,
      ),
      latitude: providers.latitude[lead]!,
      longitude: providers.longitude[lead]!,
    }));
}

/** A commissioner is where its people are. */
export function commissionersAlone(world: World): Unit[] {
  const { place, structure, books } = world;
  const { zones } = place;
  return leadsOf(structure.boardOfCommissioner)
    .map((lead) => ({ lead, members: areasOf(world, lead) }))
    .filter(({ members }) => members.every((c) => structure.bodyOfCommissioner[c]! < 0))
    .map(({ lead, members }) => {
      let people = 0;
      let north = 0;
      let east = 0;
      for (let z = 0; z < zones.count; z++) {
        if (!members.includes(zones.commissioner[z]!)) continue;
        people += zones.residents[z]!;
        north += zones.residents[z]! * zones.latitude[z]!;
        east += zones.residents[z]! * zones.longitude[z]!;
      }
      return {
        lead,
        members,
        codes: members.map((c) => place.commissioners.code[c]!),
        size: members.reduce((sum, c) => sum + books.areaRegistered[c]!, 0),
        ofPlace: true,
        latitude: people === 0 ? 0 : north / people,
        longitude: people === 0 ? 0 : east / people,
      };
    });
}

function leadsOf(of: Int32Array): number[] {
  return Array.from(of.keys()).filter((n) => of[n] === n);
}

/** Between main sites, or between the middles of where people live, in a straight line. */
export function kilometres(a: Unit, b: Unit): number {
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  const east = (a.longitude - b.longitude) * KM_PER_DEGREE * EAST_OVER_NORTH;
  return Math.sqrt(north * north + east * east);
}
