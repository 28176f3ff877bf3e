import { CONDITIONS, type Condition } from '../../../model/place.ts';
import { NearestPoints } from '../geography.ts';
import { prevalenceRatios } from './prevalence.ts';
import { byCode, cell, numberOf, type RawFacts, type RawRow } from './raw.ts';

type Rows = Record<string, string>[];

/** Fewer patients than this: a special service (homeless people, a care home), not a practice of the model. */
const LEAST_PATIENTS = 100;
/** Hospital of the Isle of Wight, which its PCT ran itself: beds counted with the PCT's. */
const ISLAND = {
  provider: 'R1F',
  commissioner: '5QT',
  island: 'Isle of Wight',
  name: "Isle of Wight PCT (St Mary's Hospital)",
};

/** Hand-reviewed tables that go with the raw facts. */
export interface ReviewedTables {
  readonly sites: readonly RawRow[];
  readonly seats: readonly RawRow[];
}

export interface FactTables {
  readonly commissioners: Rows;
  readonly population: Rows;
  readonly zones: Rows;
  readonly practices: Rows;
  readonly providers: Rows;
  readonly sites: Rows;
}

/** The compact tables: facts only, blank where the sources say nothing. */
export function factTables(raw: RawFacts, reviewed: ReviewedTables): FactTables {
  const ratios = prevalenceRatios(raw);
  const sites = siteRows(raw, reviewed.sites);
  return {
    commissioners: commissionerRows(raw, reviewed.seats, ratios.commissioner),
    population: populationRows(raw),
    zones: zoneRows(raw),
    practices: practiceRows(raw, ratios.practice),
    providers: providerRows(raw, sites),
    sites,
  };
}

const ALLOCATIONS = [
  ['allocation_2007_08_pounds', 'allocation_2007_08_gbp_thousand'],
  ['allocation_2008_09_pounds', 'allocation_2009_10_opening_baseline_gbp_thousand'],
  ['allocation_2009_10_pounds', 'allocation_2009_10_gbp_thousand'],
  ['allocation_2010_11_pounds', 'allocation_2010_11_gbp_thousand'],
  ['allocation_2011_12_pounds', 'allocation_2011_12_gbp_thousand'],
  ['allocation_2012_13_pounds', 'allocation_2012_13_gbp_thousand'],
] as const;

function commissionerRows(
  raw: RawFacts,
  seats: readonly RawRow[],
  ratios: ReadonlyMap<string, Partial<Record<Condition, number>>>,
): Rows {
  const extra = byCode(raw.pctExtra, 'pct_code');
  const seatOf = byCode(seats, 'commissioner_code');
  return raw.pct.map((pct) => {
    const more = extra.get(pct.pct_code);
    const seat = seatOf.get(pct.pct_code);
    const row: Record<string, string> = {
      code: pct.pct_code,
      name: pct.pct_name,
      region: pct.sha_name,
      deprivation_score: more?.imd_2007_mean_lsoa_score ?? '',
      residents_2011: more?.resident_population_mid_2011 ?? '',
      community_beds: pct.pct_code === ISLAND.commissioner ? '0' : (more?.pct_provider_beds_2010_11 ?? ''),
      island: pct.pct_code === ISLAND.commissioner ? ISLAND.island : '',
      seat_latitude: seat?.latitude ?? '',
      seat_longitude: seat?.longitude ?? '',
      ...ratioCells(ratios.get(pct.pct_code)),
    };
    for (const [column, source] of ALLOCATIONS) row[column] = cell(numberOf(pct, source) * 1000, 0);
    return row;
  });
}

function populationRows(raw: RawFacts): Rows {
  return raw.pctPopulation
    .filter((row) => Number(row.year) >= 2007)
    .map((row) => ({
      commissioner_code: row.pct_code,
      year: row.year,
      age_0_4: row.age_0_4,
      age_5_14: row.age_5_14,
      age_15_44: row.age_15_44,
      age_45_64: row.age_45_64,
      age_65_74: row.age_65_74,
      age_75_84: row.age_75_84,
      age_85_plus: row.age_85_plus,
    }));
}

function zoneRows(raw: RawFacts): Rows {
  const scores = raw.lsoa.map((zone) => numberOf(zone, 'imd_2007_score')).sort((a, b) => a - b);
  const bounds = [1, 2, 3, 4].map((fifth) => scores[Math.floor((scores.length * fifth) / 5)]);
  return raw.lsoa.map((zone) => ({
    code: zone.lsoa_2001_code,
    latitude: zone.latitude_deg,
    longitude: zone.longitude_deg,
    deprivation_quintile: String(1 + bounds.filter((b) => numberOf(zone, 'imd_2007_score') >= b).length),
    rural: /^[DE]/.test(zone.rural_urban_2011_code) ? '1' : '0',
    commissioner_code: zone.pct_code,
    people: zone.population_mid_2015,
  }));
}

function practiceRows(raw: RawFacts, ratios: ReadonlyMap<string, Partial<Record<Condition, number>>>): Rows {
  const characteristics = byCode(raw.practiceCharacteristics, 'practice_code');
  return raw.practices
    .filter((practice) => numberOf(practice, 'registered_patients_2013_apr_jun') >= LEAST_PATIENTS)
    .map((practice) => {
      const more = characteristics.get(practice.practice_code);
      const gps = numberOf(more, 'gp_fte_2015_sep') / numberOf(more, 'registered_patients_2015_sep');
      return {
        code: practice.practice_code,
        name: practice.practice_name.replaceAll(',', ' ').replace(/ +/g, ' ').trim(),
        latitude: practice.latitude_deg,
        longitude: practice.longitude_deg,
        commissioner_code: practice.pct_code,
        postcode_district: practice.postcode.split(' ')[0],
        registered_0_14: practice.registered_age_0_14,
        registered_15_44: practice.registered_age_15_44,
        registered_45_64: practice.registered_age_45_64,
        registered_65_74: practice.registered_age_65_74,
        registered_75_plus: practice.registered_age_75_plus,
        gp_fte_per_1000_2015: gps * 1000 <= 10 ? cell(gps * 1000, 3) : '',
        ...ratioCells(ratios.get(practice.practice_code)),
      };
    });
}

function providerRows(raw: RawFacts, sites: Rows): Rows {
  const dates = byCode(raw.foundationDates, 'trust_code');
  const staff = byCode(
    raw.trustStaff.filter((row) => row.year === '2009'),
    'trust_code',
  );
  const regionAt = regionFinder(raw);
  const mainSite = new Map(
    sites.filter((site) => site.main === '1').map((site) => [site.provider_code, site]),
  );
  const trusts = raw.trusts
    .filter((trust) => trust.active_2010_11 === 'true')
    .map((trust): Record<string, string> => {
      const date = dates.get(trust.trust_code)?.authorised;
      return {
        code: trust.trust_code,
        name: trust.trust_name,
        region: regionAt(mainSite.get(trust.trust_code)),
        specialist: trust.specialist_trust === 'true' ? '1' : '0',
        foundation_trust: date === undefined ? '' : date <= '2007-04-01' ? '1' : '0',
        beds_2010_11: trust.beds_2010_11,
        occupancy_2010_13: cell(meanOccupancy(trust), 2),
        income_2010_11_pounds: cell(numberOf(trust, 'operating_income_2010_11_gbp_thousand') * 1000, 0),
        consultants_fte_2009: staff.get(trust.trust_code)?.consultants_fte ?? '',
      };
    });
  const island = raw.pctExtra.find((pct) => pct.pct_code === ISLAND.commissioner);
  return [
    ...trusts,
    {
      code: ISLAND.provider,
      name: ISLAND.name,
      region: regionAt(mainSite.get(ISLAND.provider)),
      specialist: '0',
      foundation_trust: '0',
      beds_2010_11: island?.pct_provider_beds_2010_11 ?? '',
      occupancy_2010_13: cell(numberOf(island, 'pct_provider_beds_occupied_2010_11_pct') / 100, 2),
    },
  ];
}

/** Mean of the years given: a single year of a trust can be far from the next ones. */
function meanOccupancy(trust: Record<string, string>): number {
  const years = ['2010_11', '2011_12', '2012_13']
    .map((year) => numberOf(trust, `beds_occupied_${year}_pct`) / 100)
    .filter((share) => !Number.isNaN(share));
  return years.length === 0 ? Number.NaN : years.reduce((a, b) => a + b, 0) / years.length;
}

/** Region of the PCT of the small area nearest to a site. */
function regionFinder(raw: RawFacts): (site: Record<string, string> | undefined) => string {
  const zones = raw.lsoa.filter((zone) => zone.pct_code !== '');
  const finder = new NearestPoints(
    Float64Array.from(zones, (zone) => Number(zone.latitude_deg)),
    Float64Array.from(zones, (zone) => Number(zone.longitude_deg)),
  );
  const regions = new Map(raw.pct.map((pct) => [pct.pct_code, pct.sha_name]));
  return (site) => {
    if (!site) return '';
    const nearest = finder.nearest(Number(site.latitude), Number(site.longitude), 1).index[0];
    return regions.get(zones[nearest].pct_code) ?? '';
  };
}

/** @throws if a reviewed row names a site that is in neither list. */
function siteRows(raw: RawFacts, reviewed: readonly RawRow[]): Rows {
  const listed = new Map([...byCode(raw.otherSites, 'site_code'), ...byCode(raw.hospitalSites, 'site_code')]);
  const trusts = byCode(raw.trusts, 'trust_code');
  return reviewed.map((row) => {
    const site = listed.get(row.site_code);
    const trust = trusts.get(row.provider_code);
    const isHeadOffice = row.site_code === 'HQ';
    const latitude = isHeadOffice ? trust?.hq_latitude_deg : site?.latitude_deg;
    const longitude = isHeadOffice ? trust?.hq_longitude_deg : site?.longitude_deg;
    if (!latitude || !longitude) {
      throw new Error(`reviewed/sites.csv: no point for site ${row.site_code} of ${row.provider_code}`);
    }
    return {
      provider_code: row.provider_code,
      site_code: row.site_code,
      name: site?.site_name ?? 'head office',
      latitude,
      longitude,
      main: row.main,
      planned: row.planned,
      emergency: row.emergency,
      island: row.provider_code === ISLAND.provider ? ISLAND.island : '',
      reason: row.reason,
    };
  });
}

function ratioCells(ratios: Partial<Record<Condition, number>> | undefined): Record<string, string> {
  return Object.fromEntries(
    CONDITIONS.map((condition) => [
      `prevalence_ratio_${condition}`,
      cell(ratios?.[condition] ?? Number.NaN, 3),
    ]),
  );
}
