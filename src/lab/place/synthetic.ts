import seedrandom from 'seedrandom';
import { detExp, normalQuantile } from '../../kernel/deterministic-math.ts';
import {
  CONDITIONS,
  type CommissionerTable,
  LIST_BANDS,
  type Place,
  type PracticeTable,
  type ProviderTable,
  type ZoneTable,
} from '../../model/place.ts';
import { allocationRule } from './allocation-rule.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';
import { FIT_ROUNDS } from './choice-constants.ts';
import { NearestPoints } from './geography.ts';
import { fitAttraction, providerDistances, type Sites } from './hospital-choice.ts';
import {
  BANDS,
  ENGLAND_RESIDENTS,
  ENGLAND_TOTAL_2007,
  ENGLAND_TRUST_BEDS,
  ENGLAND_TRUST_INCOME_POUNDS,
  LIST_BAND_OF_POPULATION_BAND,
  MONEY_YEARS,
  YEARS,
} from './national-averages.ts';
import { PlaceError, type PlaceProblem } from './place-error.ts';
import { rake, scaledTo } from './rake.ts';
import { providersInReach } from './reach.ts';
import { registerPeople } from './registration.ts';
import { type GroundSpec, layOutGround, type SyntheticGround } from './synthetic-ground.ts';
import { numberedCodes, SYNTHETIC_LIMITS, syntheticCommissioners } from './synthetic-limits.ts';

/** What a synthetic place is asked to be. */
export interface SyntheticSpec {
  /** Residents, mid-2007. */
  readonly people: number;
  readonly practices: number;
  readonly trusts: number;
  /** Rural share of the people; true = the share of a rural English district, false = none. */
  readonly rural: boolean | number;
  /** Any text or number: the same seed gives the same place. */
  readonly seed: string | number;
  /** Small areas; by default one for every 1,580 people. */
  readonly zones?: number;
  /** Commissioners; by default one for every 340,000 people. */
  readonly commissioners?: number;
  readonly name?: string;
}

/**
 * A made-up closed world with England's average rates and age structure: nobody arrives from elsewhere.
 *
 * The ground is towns (one for each trust, and market towns where it is rural) and open country; deprivation is
 * England's for town and country, worst in the middle of towns; lists and trust sizes vary as England's do.
 * Nothing is listed as imputed, as nothing is a fact.
 *
 * @throws PlaceError if the numbers asked for cannot make a place.
 */
export function syntheticPlace(spec: SyntheticSpec): Place {
  const asked = checkSpec(spec);
  const random = seedrandom(`lhe synthetic place ${spec.seed}`);
  const ground = layOutGround({ ...asked, random });

  const zones = zoneTable(ground, asked.people);
  const commissioners = commissionerTable(zones, asked.commissioners);
  const practices = practiceTable(ground, zones, commissioners, random);
  const sites = hospitalSites(ground);
  const distances = providerDistances(zones, sites, asked.trusts, new Uint8Array(asked.commissioners));
  const providers = providerTable(ground, zones, distances.plannedKm, asked.people, random);

  return {
    id: 'synthetic',
    name: spec.name ?? 'A synthetic place',
    origin: 'synthetic',
    national: false,
    commissioners,
    zones,
    practices,
    providers,
    registration: registerPeople(zones, practices),
    reach: providersInReach(zones.count, distances, providers.attraction),
    imputed: [],
  };
}

type CheckedSpec = Omit<GroundSpec, 'random'>;

function checkSpec(spec: SyntheticSpec): CheckedSpec {
  const problems: PlaceProblem[] = [];
  const whole = (column: string, value: number, least: number, most: number): void => {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    const expected = `a whole number from ${least} to ${most}`;
    problems.push({
      file: '',
      line: 0,
      column: `synthetic place, ${column}`,
      found: String(value),
      expected,
    });
  };
  whole('people', spec.people, ...SYNTHETIC_LIMITS.people);
  const zones =
    spec.zones ?? Math.max(1, Math.round(spec.people / PLACE_VALUES.place_synthetic_zone_residents));
  const commissioners = spec.commissioners ?? syntheticCommissioners(spec.people);
  whole('commissioners', commissioners, 1, 200);
  whole('zones', zones, commissioners, 60_000);
  whole('practices', spec.practices, commissioners, SYNTHETIC_LIMITS.practices[1]);
  whole('trusts', spec.trusts, ...SYNTHETIC_LIMITS.trusts);
  const ruralShare =
    typeof spec.rural === 'number' ? spec.rural : spec.rural ? PLACE_VALUES.place_synthetic_rural_share : 0;
  if (!(ruralShare >= 0 && ruralShare <= 1)) {
    const expected = 'true, false or a share from 0 to 1';
    problems.push({
      file: '',
      line: 0,
      column: 'synthetic place, rural',
      found: String(spec.rural),
      expected,
    });
  }
  if (problems.length > 0) throw new PlaceError(problems);
  return {
    people: spec.people,
    practices: spec.practices,
    trusts: spec.trusts,
    ruralShare,
    zones,
    commissioners,
  };
}

function zoneTable(ground: SyntheticGround, people: number): ZoneTable {
  const count = ground.zoneLatitude.length;
  return {
    count,
    code: numberedCodes('Z', count),
    latitude: ground.zoneLatitude,
    longitude: ground.zoneLongitude,
    quintile: ground.zoneQuintile,
    rural: ground.zoneRural,
    commissioner: ground.zoneCommissioner,
    residents: scaledTo(ground.zoneWeight, people),
  };
}

function commissionerTable(zones: ZoneTable, count: number): CommissionerTable {
  const total = new Float64Array(count);
  for (let z = 0; z < zones.count; z++) total[zones.commissioner[z]] += zones.residents[z];
  const residents = new Float64Array(count * YEARS * BANDS);
  const allocationPounds = new Float64Array(count * MONEY_YEARS);
  const communityBeds = new Float64Array(count);
  const { englandPounds } = allocationRule();
  for (let c = 0; c < count; c++) {
    const shareOfEngland = total[c] / ENGLAND_TOTAL_2007;
    for (let y = 0; y < YEARS; y++) {
      for (let b = 0; b < BANDS; b++) {
        residents[(c * YEARS + y) * BANDS + b] = shareOfEngland * ENGLAND_RESIDENTS[y][b];
      }
    }
    for (let y = 0; y < MONEY_YEARS; y++) {
      allocationPounds[c * MONEY_YEARS + y] = Math.round(shareOfEngland * englandPounds[y]);
    }
    communityBeds[c] = shareOfEngland * PLACE_VALUES.place_community_beds_england;
  }
  return {
    count,
    code: numberedCodes('C', count),
    name: numberedCodes('Commissioner ', count),
    residents,
    allocationPounds,
    prevalenceRatio: new Float64Array(count * CONDITIONS.length).fill(1),
    communityBeds,
  };
}

function practiceTable(
  ground: SyntheticGround,
  zones: ZoneTable,
  commissioners: CommissionerTable,
  random: () => number,
): PracticeTable {
  const count = ground.practiceLatitude.length;
  const bands = LIST_BANDS.length;
  const lists = catchments(ground, zones, random);
  const registered = new Float64Array(count * bands);
  for (let c = 0; c < commissioners.count; c++) {
    const columns = listBandResidents(commissioners.residents, c);
    const members = indicesWhere(count, (p) => ground.practiceCommissioner[p] === c);
    const rows = scaledTo(
      members.map((p) => lists[p]),
      columns.reduce((a, b) => a + b, 0),
    );
    const table = new Float64Array(members.length * bands);
    for (let m = 0; m < members.length; m++) {
      // Some practices look after older people than others.
      const tilt = PLACE_VALUES.place_synthetic_age_tilt * normal(random);
      for (let b = 0; b < bands; b++) table[m * bands + b] = rows[m] * columns[b] * detExp(tilt * (b - 2));
    }
    rake(table, rows, columns);
    members.forEach((p, m) => {
      for (let b = 0; b < bands; b++) registered[p * bands + b] = table[m * bands + b];
    });
  }
  const gpFte = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    for (let b = 0; b < bands; b++) {
      gpFte[p] += (registered[p * bands + b] / 1000) * PLACE_VALUES.place_gp_fte_per_1000;
    }
  }
  return {
    count,
    code: numberedCodes('P', count),
    name: numberedCodes('Practice ', count),
    latitude: ground.practiceLatitude,
    longitude: ground.practiceLongitude,
    commissioner: ground.practiceCommissioner,
    registered,
    gpFte,
    prevalenceRatio: new Float64Array(count * CONDITIONS.length).fill(1),
  };
}

/** People that each practice would draw by nearness and its own pull. */
function catchments(ground: SyntheticGround, zones: ZoneTable, random: () => number): Float64Array {
  const finder = new NearestPoints(ground.practiceLatitude, ground.practiceLongitude);
  const pull = Float64Array.from(ground.practiceLatitude, () =>
    detExp(PLACE_VALUES.place_synthetic_list_log_sd * normal(random)),
  );
  const lists = new Float64Array(pull.length);
  for (let z = 0; z < zones.count; z++) {
    const found = finder.nearest(
      zones.latitude[z],
      zones.longitude[z],
      PLACE_VALUES.place_registration_practices,
    );
    const weights = found.index.map(
      (p, i) => pull[p] * detExp(PLACE_VALUES.place_registration_distance * (found.km[i] - found.km[0])),
    );
    const total = weights.reduce((a, b) => a + b, 0);
    found.index.forEach((p, i) => {
      lists[p] += (zones.residents[z] * weights[i]) / total;
    });
  }
  // Nobody's nearest practices still exist.
  const mean = lists.reduce((a, b) => a + b, 0) / lists.length;
  const least = mean / PLACE_VALUES.place_synthetic_mean_over_least_list;
  return lists.map((list) => Math.max(list, least));
}

function listBandResidents(residents: Float64Array, commissioner: number): Float64Array {
  const columns = new Float64Array(LIST_BANDS.length);
  for (let b = 0; b < BANDS; b++) {
    columns[LIST_BAND_OF_POPULATION_BAND[b]] += residents[commissioner * YEARS * BANDS + b];
  }
  return columns;
}

function hospitalSites(ground: SyntheticGround): Sites {
  const count = ground.trustLatitude.length;
  return {
    count,
    provider: Uint16Array.from({ length: count }, (_, h) => h),
    latitude: ground.trustLatitude,
    longitude: ground.trustLongitude,
    planned: new Uint8Array(count).fill(1),
    emergency: new Uint8Array(count).fill(1),
    island: new Uint8Array(count),
  };
}

function providerTable(
  ground: SyntheticGround,
  zones: ZoneTable,
  plannedKm: Float32Array,
  people: number,
  random: () => number,
): ProviderTable {
  const count = ground.trustLatitude.length;
  const shareOfEngland = people / ENGLAND_TOTAL_2007;
  const size = scaledTo(
    ground.trustTownWeight.map(
      (town) => town * detExp(PLACE_VALUES.place_synthetic_trust_log_sd * normal(random)),
    ),
    1,
  );
  const { attraction } = fitAttraction(plannedKm, zones.residents, size, new Float64Array(count), FIT_ROUNDS);
  const ones = () => new Float64Array(count).fill(1);
  const ofEngland = (total: number) => size.map((share) => share * shareOfEngland * total);
  return {
    count,
    code: numberedCodes('T', count),
    name: numberedCodes('Trust ', count),
    latitude: ground.trustLatitude,
    longitude: ground.trustLongitude,
    foundationTrust: Uint8Array.from({ length: count }, () =>
      random() < PLACE_VALUES.place_synthetic_foundation_share ? 1 : 0,
    ),
    specialist: new Uint8Array(count),
    emergency: new Uint8Array(count).fill(1),
    beds: ofEngland(ENGLAND_TRUST_BEDS),
    occupancy: new Float64Array(count).fill(PLACE_VALUES.place_occupancy),
    incomePounds: ofEngland(ENGLAND_TRUST_INCOME_POUNDS),
    attraction,
    plannedShareFromPlace: ones(),
    emergencyShareFromPlace: ones(),
    consultantsFte: ofEngland(PLACE_VALUES.place_consultants_england),
    marketForcesFactor: ones(),
    publishedQuality: Float64Array.from(
      { length: count },
      () => PLACE_VALUES.place_quality_sd * normal(random),
    ),
  };
}

/** Codes of equal length, so that their order is the order of the numbers. */
function indicesWhere(count: number, test: (index: number) => boolean): number[] {
  return Array.from({ length: count }, (_, i) => i).filter(test);
}

function normal(random: () => number): number {
  return normalQuantile(Math.max(random(), Number.EPSILON));
}
