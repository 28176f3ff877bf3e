import {
  CONDITIONS,
  type CommissionerTable,
  FINANCIAL_YEARS,
  LIST_BANDS,
  type Place,
  type PracticeTable,
  type ProviderTable,
  type ZoneTable,
} from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { choiceConstants, type PlannedChoice } from './choice-constants.ts';
import type { Ground } from './ground.ts';
import {
  choiceShares,
  emergencyUtility,
  plannedUtility,
  providerDistances,
  type Sites,
} from './hospital-choice.ts';
import { BANDS, YEARS } from './national-averages.ts';
import { providersInReach } from './reach.ts';
import type { PlaceFacts } from './read-folder.ts';
import { registerPeople } from './registration.ts';

export interface Cut {
  readonly id: string;
  readonly name: string;
  readonly origin: 'england' | 'folder';
  /** Codes of the commissioners of the place; null = all. */
  readonly commissioners: ReadonlySet<string> | null;
  readonly withheld: ReadonlySet<string>;
}

/**
 * Cuts a place out of filled tables: its commissioners, their zones and practices, and the providers that are sent at
 * least a least share of its planned or emergency demand.
 */
export function cutPlace(facts: PlaceFacts, ground: Ground, cut: Cut): Place {
  const isAll = cut.commissioners === null;
  const chosen = indices(
    ground.commissioners.count,
    (c) => isAll || cut.commissioners?.has(ground.commissioners.code[c]) === true,
  );
  const position = new Int32Array(ground.commissioners.count).fill(-1);
  chosen.forEach((c, i) => {
    position[c] = i;
  });
  const commissioners = takeCommissioners(ground.commissioners, chosen);
  const zones = takeZones(ground.zones, position);
  const practices = takePractices(ground.practices, position);

  const national = isAll && cut.origin === 'england';
  const islandOf = Uint8Array.from(chosen, (c) => ground.islandOf[c]);
  const distances = providerDistances(zones, ground.sites, ground.providers.count, islandOf);
  const choice = choiceConstants(facts, ground, distances.plannedKm, cut.withheld);
  const kept = national
    ? indices(ground.providers.count, () => true)
    : providersOfPlace(zones, distances, choice, ground.providers.count);
  const sites = takeSites(ground.sites, kept);
  const providers = takeProviders(facts, ground, choice, kept, chosen, national);
  const keptDistances = providerDistances(zones, sites, kept.length, islandOf);

  const codes = {
    commissioners: new Set(commissioners.code),
    zones: new Set(zones.code),
    practices: new Set(practices.code),
    providers: new Set(providers.code),
  };
  return {
    id: cut.id,
    name: cut.name,
    origin: cut.origin,
    national,
    commissioners,
    zones,
    practices,
    providers,
    registration: registerPeople(zones, practices),
    reach: providersInReach(zones.count, keptDistances, providers.attraction),
    imputed: ground.imputed
      .of(codes)
      .map((value) => (value.field === 'commissioner' ? { ...value, value: position[value.value] } : value)),
  };
}

/** Providers with a share of the place's planned or emergency demand of at least the least one. */
function providersOfPlace(
  zones: ZoneTable,
  distances: { plannedKm: Float32Array; emergencyKm: Float32Array },
  choice: PlannedChoice,
  count: number,
): number[] {
  const planned = new Float64Array(count);
  const emergency = new Float64Array(count);
  const same = new Float64Array(count);
  let people = 0;
  for (let z = 0; z < zones.count; z++) {
    const row = [z * count, (z + 1) * count] as const;
    const plannedShares = choiceShares(
      distances.plannedKm.subarray(...row),
      choice.attraction,
      plannedUtility,
    );
    const emergencyShares = choiceShares(distances.emergencyKm.subarray(...row), same, emergencyUtility);
    for (let h = 0; h < count; h++) {
      planned[h] += zones.residents[z] * plannedShares[h];
      emergency[h] += zones.residents[z] * emergencyShares[h];
    }
    people += zones.residents[z];
  }
  const least = PLACE_VALUES.place_reach_share * people;
  return indices(count, (h) => planned[h] >= least || emergency[h] >= least);
}

function takeCommissioners(all: CommissionerTable, chosen: readonly number[]): CommissionerTable {
  return {
    count: chosen.length,
    code: chosen.map((c) => all.code[c]),
    name: chosen.map((c) => all.name[c]),
    residents: takeRows(all.residents, chosen, YEARS * BANDS),
    allocationPounds: takeRows(all.allocationPounds, chosen, FINANCIAL_YEARS.length),
    prevalenceRatio: takeRows(all.prevalenceRatio, chosen, CONDITIONS.length),
    communityBeds: takeRows(all.communityBeds, chosen, 1),
  };
}

function takeZones(all: ZoneTable, position: Int32Array): ZoneTable {
  const rows = indices(all.count, (z) => position[all.commissioner[z]] >= 0);
  return {
    count: rows.length,
    code: rows.map((z) => all.code[z]),
    latitude: takeRows(all.latitude, rows, 1),
    longitude: takeRows(all.longitude, rows, 1),
    quintile: Uint8Array.from(rows, (z) => all.quintile[z]),
    rural: Uint8Array.from(rows, (z) => all.rural[z]),
    commissioner: Uint16Array.from(rows, (z) => position[all.commissioner[z]]),
    residents: takeRows(all.residents, rows, 1),
  };
}

function takePractices(all: PracticeTable, position: Int32Array): PracticeTable {
  const rows = indices(all.count, (p) => position[all.commissioner[p]] >= 0);
  return {
    count: rows.length,
    code: rows.map((p) => all.code[p]),
    name: rows.map((p) => all.name[p]),
    latitude: takeRows(all.latitude, rows, 1),
    longitude: takeRows(all.longitude, rows, 1),
    commissioner: Uint16Array.from(rows, (p) => position[all.commissioner[p]]),
    registered: takeRows(all.registered, rows, LIST_BANDS.length),
    gpFte: takeRows(all.gpFte, rows, 1),
    prevalenceRatio: takeRows(all.prevalenceRatio, rows, CONDITIONS.length),
  };
}

function takeSites(all: Sites, kept: readonly number[]): Sites {
  const position = new Map(kept.map((h, i) => [h, i]));
  const rows = indices(all.count, (s) => position.has(all.provider[s]));
  return {
    count: rows.length,
    provider: Uint16Array.from(rows, (s) => position.get(all.provider[s]) ?? 0),
    latitude: takeRows(all.latitude, rows, 1),
    longitude: takeRows(all.longitude, rows, 1),
    planned: Uint8Array.from(rows, (s) => all.planned[s]),
    emergency: Uint8Array.from(rows, (s) => all.emergency[s]),
    island: Uint8Array.from(rows, (s) => all.island[s]),
  };
}

function takeProviders(
  facts: PlaceFacts,
  ground: Ground,
  choice: PlannedChoice,
  kept: readonly number[],
  chosen: readonly number[],
  national: boolean,
): ProviderTable {
  const all = ground.providers;
  const share = national
    ? { planned: new Float64Array(all.count).fill(1), emergency: new Float64Array(all.count).fill(1) }
    : sharesFromPlace(facts, ground, choice, chosen);
  return {
    count: kept.length,
    code: kept.map((h) => all.code[h]),
    name: kept.map((h) => all.name[h]),
    latitude: takeRows(all.latitude, kept, 1),
    longitude: takeRows(all.longitude, kept, 1),
    foundationTrust: Uint8Array.from(kept, (h) => all.foundationTrust[h]),
    specialist: Uint8Array.from(kept, (h) => all.specialist[h]),
    emergency: Uint8Array.from(kept, (h) => all.emergency[h]),
    beds: takeRows(all.beds, kept, 1),
    occupancy: takeRows(all.occupancy, kept, 1),
    incomePounds: takeRows(all.incomePounds, kept, 1),
    attraction: takeRows(choice.attraction, kept, 1),
    plannedShareFromPlace: takeRows(share.planned, kept, 1),
    emergencyShareFromPlace: takeRows(share.emergency, kept, 1),
    consultantsFte: takeRows(all.consultantsFte, kept, 1),
    marketForcesFactor: takeRows(all.marketForcesFactor, kept, 1),
    publishedQuality: takeRows(all.publishedQuality, kept, 1),
  };
}

/** Part of each provider's demand that comes from the place, people of other countries counted as outside. */
function sharesFromPlace(
  facts: PlaceFacts,
  ground: Ground,
  choice: PlannedChoice,
  chosen: readonly number[],
): { planned: Float64Array; emergency: Float64Array } {
  const count = ground.providers.count;
  const index = new Map(ground.providers.code.map((code, h) => [code, h]));
  const inPlace = new Set(chosen.map((c) => ground.commissioners.code[c]));
  const sums = () => ({ place: new Float64Array(count), all: new Float64Array(count) });
  const planned = sums();
  const emergency = sums();
  const { text, number } = facts.flows;
  for (let row = 0; row < facts.flows.count; row++) {
    const h = index.get(text.provider_code[row]) ?? 0;
    const counts = inPlace.has(text.commissioner_code[row]) ? 1 : 0;
    planned.all[h] += number.planned_people[row];
    planned.place[h] += counts * number.planned_people[row];
    emergency.all[h] += number.emergency_people[row];
    emergency.place[h] += counts * number.emergency_people[row];
  }
  const share = (sum: ReturnType<typeof sums>, given: Float64Array, outside: Float64Array, field: string) =>
    given.map((known, h) => {
      if (!Number.isNaN(known)) return known;
      if (sum.all[h] > 0) return (sum.place[h] / sum.all[h]) * (1 - outside[h]);
      if (facts.flows.count > 0) return 0;
      ground.imputed.add(
        'providers',
        ground.providers.code[h],
        field,
        1,
        'no flows given: nobody from elsewhere',
      );
      return 1;
    });
  return {
    planned: share(
      planned,
      facts.providers.number.planned_share_from_place,
      choice.outsidePlannedShare,
      'plannedShareFromPlace',
    ),
    emergency: share(
      emergency,
      facts.providers.number.emergency_share_from_place,
      choice.outsideEmergencyShare,
      'emergencyShareFromPlace',
    ),
  };
}

function takeRows(values: Float64Array, rows: readonly number[], width: number): Float64Array {
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    taken.set(values.subarray(row * width, (row + 1) * width), i * width);
  });
  return taken;
}

function indices(count: number, test: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) if (test(i)) found.push(i);
  return found;
}
