import { normalQuantile } from '../../kernel/deterministic-math.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { offsetByKm } from './geography.ts';
import { QUINTILE_SHARES } from './national-averages.ts';

/** Middle of every synthetic place: about the middle of England. */
const MIDDLE = { latitude: 52.5, longitude: -1.5 };

/** Where everything lies. */
export interface SyntheticGround {
  readonly zoneLatitude: Float64Array;
  readonly zoneLongitude: Float64Array;
  readonly zoneRural: Uint8Array;
  readonly zoneQuintile: Uint8Array;
  readonly zoneCommissioner: Uint16Array;
  /** Relative number of residents. */
  readonly zoneWeight: Float64Array;
  readonly practiceLatitude: Float64Array;
  readonly practiceLongitude: Float64Array;
  readonly practiceCommissioner: Uint16Array;
  readonly trustLatitude: Float64Array;
  readonly trustLongitude: Float64Array;
  /** People of the trust's town, relative. */
  readonly trustTownWeight: Float64Array;
}

export interface GroundSpec {
  readonly people: number;
  readonly practices: number;
  readonly trusts: number;
  readonly ruralShare: number;
  readonly zones: number;
  readonly commissioners: number;
  readonly random: () => number;
}

interface Town {
  readonly eastKm: number;
  readonly northKm: number;
  readonly weight: number;
  readonly radiusKm: number;
}

/** Lays out towns, zones, practices and hospitals on a disc whose size follows from the density of its people. */
export function layOutGround(spec: GroundSpec): SyntheticGround {
  const { random } = spec;
  const urbanKm2 = ((1 - spec.ruralShare) * spec.people) / PLACE_VALUES.place_synthetic_density_urban;
  const ruralKm2 = (spec.ruralShare * spec.people) / PLACE_VALUES.place_synthetic_density_rural;
  const radiusKm = Math.sqrt((urbanKm2 + ruralKm2) / Math.PI);
  const towns = placeTowns(spec, radiusKm, urbanKm2);

  const zoneEast = new Float64Array(spec.zones);
  const zoneNorth = new Float64Array(spec.zones);
  const zoneRural = new Uint8Array(spec.zones);
  const middleness = new Float64Array(spec.zones);
  const ruralZones = Math.round(spec.zones * spec.ruralShare);
  for (let z = 0; z < spec.zones; z++) {
    if (z < spec.zones - ruralZones) {
      const town = pickTown(towns, (z + 0.5) / (spec.zones - ruralZones));
      zoneEast[z] = town.eastKm + (town.radiusKm / 2) * normal(random);
      zoneNorth[z] = town.northKm + (town.radiusKm / 2) * normal(random);
      const fromMiddle = Math.sqrt((zoneEast[z] - town.eastKm) ** 2 + (zoneNorth[z] - town.northKm) ** 2);
      middleness[z] =
        -fromMiddle / town.radiusKm + PLACE_VALUES.place_synthetic_middleness_noise * normal(random);
    } else {
      const point = pointInDisc(radiusKm, random);
      zoneEast[z] = point.eastKm;
      zoneNorth[z] = point.northKm;
      zoneRural[z] = 1;
      middleness[z] = normal(random);
    }
  }
  const zoneSpread = PLACE_VALUES.place_synthetic_zone_spread;
  const zoneWeight = Float64Array.from(
    { length: spec.zones },
    () => 1 - zoneSpread + 2 * zoneSpread * random(),
  );
  const zoneCommissioner = nearestOf(zoneEast, zoneNorth, commissionerSeats(spec, zoneEast, zoneNorth));
  const practices = placePractices(spec, zoneEast, zoneNorth, zoneWeight, zoneCommissioner);
  const zone = toDegrees(zoneEast, zoneNorth);
  const practice = toDegrees(practices.east, practices.north);
  const hospitals = towns.slice(0, spec.trusts);
  const offset = PLACE_VALUES.place_synthetic_trust_offset;
  const trust = toDegrees(
    Float64Array.from(hospitals, (t) => t.eastKm + offset * t.radiusKm * (random() - 0.5)),
    Float64Array.from(hospitals, (t) => t.northKm + offset * t.radiusKm * (random() - 0.5)),
  );
  return {
    zoneLatitude: zone.latitude,
    zoneLongitude: zone.longitude,
    zoneRural,
    zoneQuintile: quintiles(middleness, zoneRural),
    zoneCommissioner,
    zoneWeight,
    practiceLatitude: practice.latitude,
    practiceLongitude: practice.longitude,
    practiceCommissioner: practices.commissioner,
    trustLatitude: trust.latitude,
    trustLongitude: trust.longitude,
    trustTownWeight: Float64Array.from(hospitals, (t) => t.weight),
  };
}

/** Towns with a trust first (the first in the middle, the others spread around), then market towns. */
function placeTowns(spec: GroundSpec, radiusKm: number, urbanKm2: number): Town[] {
  const marketTowns = Math.round(PLACE_VALUES.place_synthetic_market_towns * spec.trusts * spec.ruralShare);
  const spread = PLACE_VALUES.place_synthetic_town_spread;
  const weights = Array.from({ length: spec.trusts + marketTowns }, (_, t) =>
    t < spec.trusts
      ? 1 - spread + 2 * spread * spec.random()
      : PLACE_VALUES.place_synthetic_market_town_weight,
  );
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight, t) => {
    const centre =
      t === 0
        ? { eastKm: 0, northKm: 0 }
        : pointInDisc(PLACE_VALUES.place_synthetic_town_reach * radiusKm, spec.random);
    return { ...centre, weight, radiusKm: Math.sqrt(((weight / total) * urbanKm2) / Math.PI) };
  });
}

/** The town that a share in [0, 1) of all townspeople falls in, towns laid end to end. */
function pickTown(towns: readonly Town[], share: number): Town {
  let left = share * towns.reduce((a, town) => a + town.weight, 0);
  for (const town of towns) {
    left -= town.weight;
    if (left < 0) return town;
  }
  return towns[towns.length - 1];
}

/** Seats of the commissioners: zones evenly spaced along the list, which runs from town to town. */
function commissionerSeats(spec: GroundSpec, east: Float64Array, north: Float64Array) {
  return Array.from({ length: spec.commissioners }, (_, c) => {
    const z = Math.floor(((c + 0.5) * spec.zones) / spec.commissioners);
    return { eastKm: east[z], northKm: north[z] };
  });
}

function nearestOf(
  east: Float64Array,
  north: Float64Array,
  seats: readonly { eastKm: number; northKm: number }[],
): Uint16Array {
  return Uint16Array.from(east, (_, z) => {
    let best = 0;
    let bestSquare = Number.POSITIVE_INFINITY;
    seats.forEach((seat, s) => {
      const square = (east[z] - seat.eastKm) ** 2 + (north[z] - seat.northKm) ** 2;
      if (square < bestSquare) {
        best = s;
        bestSquare = square;
      }
    });
    return best;
  });
}

/** Practices sit where people live: evenly spaced along each commissioner's residents, at least one for each. */
function placePractices(
  spec: GroundSpec,
  zoneEast: Float64Array,
  zoneNorth: Float64Array,
  zoneWeight: Float64Array,
  zoneCommissioner: Uint16Array,
): { east: Float64Array; north: Float64Array; commissioner: Uint16Array } {
  const scatterKm = PLACE_VALUES.place_synthetic_practice_scatter_km;
  const east: number[] = [];
  const north: number[] = [];
  const commissioner: number[] = [];
  practicesPerCommissioner(spec, zoneWeight, zoneCommissioner).forEach((count, c) => {
    const members = Array.from(zoneWeight.keys()).filter((z) => zoneCommissioner[z] === c);
    const people = members.reduce((sum, z) => sum + zoneWeight[z], 0);
    let member = 0;
    let passed = zoneWeight[members[0]];
    for (let i = 0; i < count; i++) {
      while (passed < ((i + 0.5) / count) * people && member < members.length - 1) {
        member++;
        passed += zoneWeight[members[member]];
      }
      east.push(zoneEast[members[member]] + scatterKm * normal(spec.random));
      north.push(zoneNorth[members[member]] + scatterKm * normal(spec.random));
      commissioner.push(c);
    }
  });
  return {
    east: Float64Array.from(east),
    north: Float64Array.from(north),
    commissioner: Uint16Array.from(commissioner),
  };
}

/** One practice each, the rest by residents (largest remainder, ties to the first). */
function practicesPerCommissioner(
  spec: GroundSpec,
  zoneWeight: Float64Array,
  zoneCommissioner: Uint16Array,
): number[] {
  const people = new Array<number>(spec.commissioners).fill(0);
  zoneWeight.forEach((weight, z) => {
    people[zoneCommissioner[z]] += weight;
  });
  const total = people.reduce((a, b) => a + b, 0);
  const rest = spec.practices - spec.commissioners;
  const exact = people.map((p) => (p / total) * rest);
  const counts = exact.map((e) => 1 + Math.floor(e));
  const order = exact
    .map((e, c) => ({ c, part: e - Math.floor(e) }))
    .sort((a, b) => b.part - a.part || a.c - b.c);
  let left = spec.practices - counts.reduce((a, b) => a + b, 0);
  for (const { c } of order) {
    if (left <= 0) break;
    counts[c]++;
    left--;
  }
  return counts;
}

/** The most middling zones of towns are the most deprived; England's shares of each fifth for town and country. */
function quintiles(middleness: Float64Array, rural: Uint8Array): Uint8Array {
  const quintile = new Uint8Array(middleness.length);
  for (const kind of [0, 1]) {
    const members = Array.from(middleness.keys()).filter((z) => rural[z] === kind);
    members.sort((a, b) => middleness[a] - middleness[b] || a - b);
    let upTo = 0;
    let from = 0;
    QUINTILE_SHARES[kind].forEach((share, q) => {
      upTo += share;
      const end = q === QUINTILE_SHARES[kind].length - 1 ? members.length : Math.round(upTo * members.length);
      for (const z of members.slice(from, end)) quintile[z] = q;
      from = end;
    });
  }
  return quintile;
}

function toDegrees(
  east: Float64Array,
  north: Float64Array,
): { latitude: Float64Array; longitude: Float64Array } {
  const latitude = new Float64Array(east.length);
  const longitude = new Float64Array(east.length);
  for (let i = 0; i < east.length; i++) {
    const point = offsetByKm(MIDDLE.latitude, MIDDLE.longitude, east[i], north[i]);
    latitude[i] = point.latitude;
    longitude[i] = point.longitude;
  }
  return { latitude, longitude };
}

function pointInDisc(radiusKm: number, random: () => number): { eastKm: number; northKm: number } {
  for (;;) {
    const eastKm = radiusKm * (2 * random() - 1);
    const northKm = radiusKm * (2 * random() - 1);
    if (eastKm * eastKm + northKm * northKm <= radiusKm * radiusKm) return { eastKm, northKm };
  }
}

function normal(random: () => number): number {
  return normalQuantile(Math.max(random(), Number.EPSILON));
}
