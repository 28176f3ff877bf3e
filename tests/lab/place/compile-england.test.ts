import { describe, expect, it } from 'vitest';
import { nationalMonthRows } from '../../../src/lab/place/compile-england/check-rows.ts';
import { factTables } from '../../../src/lab/place/compile-england/fact-tables.ts';
import type { RawFacts, RawRow } from '../../../src/lab/place/compile-england/raw.ts';

const practice = (code: string, patients: number): RawRow => ({
  practice_code: code,
  practice_name: 'DR A, DR B',
  postcode: 'HR1 2BN',
  latitude_deg: '',
  longitude_deg: '',
  pct_code: '5CN',
  ccg_2013_code: '05F',
  registered_patients_2013_apr_jun: String(patients),
  registered_age_0_14: String(patients),
});

const RAW: RawFacts = {
  pct: [
    {
      pct_code: '5CN',
      pct_name: 'Herefordshire',
      sha_name: 'West Midlands',
      allocation_2009_10_opening_baseline_gbp_thousand: '243',
    },
  ],
  pctExtra: [{ pct_code: '5CN', resident_population_mid_2011: '200' }],
  pctPopulation: [
    { pct_code: '5CN', year: '2006' },
    { pct_code: '5CN', year: '2007' },
  ],
  lsoa: ['A1', 'C1', 'D1', 'E2', 'B1'].map((kind, i) => ({
    lsoa_2001_code: `E0${i}`,
    latitude_deg: '52',
    longitude_deg: '-2',
    pct_code: '5CN',
    imd_2007_score: String(10 * (5 - i)),
    rural_urban_2011_code: kind,
    population_mid_2015: '',
  })),
  practices: [practice('P1', 100), practice('P2', 99)],
  practiceCharacteristics: [
    { practice_code: 'P1', gp_fte_2015_sep: '3', registered_patients_2015_sep: '6000' },
  ],
  ccg: [],
  trusts: [
    {
      trust_code: 'RLQ',
      active_2010_11: 'true',
      specialist_trust: 'false',
      beds_occupied_2010_11_pct: '96.0',
    },
    { trust_code: 'R1H', active_2010_11: 'false' },
  ],
  trustStaff: [{ trust_code: 'RLQ', year: '2009', consultants_fte: '70' }],
  foundationDates: [{ trust_code: 'RLQ', authorised: '2007-06-01' }],
  hospitalSites: [{ site_code: 'S1', site_name: 'County', latitude_deg: '52.1', longitude_deg: '-2.7' }],
  otherSites: [],
  nationalWaits: [
    { month: '2008-02', incomplete_92nd_percentile_weeks: '52+', incomplete_total_pathways: '3116073' },
    { month: '2008-03', incomplete_92nd_percentile_weeks: '51.63', incomplete_total_pathways: '3056710' },
  ],
  nationalActivity: [{ month: '2008-03', gp_referrals_made_all_specialties: '9' }],
  nationalYears: [{ financial_year: '2007-08', inpatient_waiting_list_end_march_patients: '532000' }],
};
const REVIEWED = {
  sites: [
    { provider_code: 'RLQ', site_code: 'S1', main: '1', planned: '1', emergency: '1', reason: 'acute' },
  ],
  seats: [],
};

describe('compiling England', () => {
  const tables = factTables(RAW, REVIEWED);

  it('sorts areas into fifths of deprivation, the most deprived last, and tells country from town', () => {
    expect(tables.zones.map((zone) => zone.deprivation_quintile)).toEqual(['5', '4', '3', '2', '1']);
    expect(tables.zones.map((zone) => zone.rural)).toEqual(['0', '0', '1', '1', '0']);
  });

  it('leaves blank what is not known', () => {
    expect(tables.zones[0].people).toBe('');
    expect(tables.commissioners[0].allocation_2007_08_pounds).toBe('');
    expect(tables.commissioners[0].prevalence_ratio_copd).toBe('');
  });

  it('turns thousands into pounds and takes the opening baseline for 2008-09', () => {
    expect(tables.commissioners[0].allocation_2008_09_pounds).toBe('243000');
  });

  it('keeps years from 2007 on, practices of a hundred patients and trusts of 2010-11', () => {
    expect(tables.population.map((row) => row.year)).toEqual(['2007']);
    expect(tables.practices.map((row) => row.code)).toEqual(['P1']);
    expect(tables.practices[0]).toMatchObject({ gp_fte_per_1000_2015: '0.5', postcode_district: 'HR1' });
    expect(tables.providers.map((row) => row.code)).toEqual(['RLQ', 'R1F']);
  });

  it('does not make a trust authorised in June 2007 a foundation trust of April', () => {
    expect(tables.providers[0]).toMatchObject({
      foundation_trust: '0',
      occupancy_2010_13: '0.96',
      consultants_fte_2009: '70',
      region: 'West Midlands',
    });
  });

  it('refuses a reviewed site that is in no list', () => {
    const sites = [{ ...REVIEWED.sites[0], site_code: 'S2' }];
    expect(() => factTables(RAW, { ...REVIEWED, sites })).toThrow(/S2 of RLQ/);
  });

  it('puts the months of the nation together, a percentile above the last band left blank', () => {
    const [february, march] = nationalMonthRows(RAW);
    expect([february.incomplete_p92_weeks, march.incomplete_p92_weeks]).toEqual(['', '51.63']);
    expect([february.gp_referrals, march.gp_referrals]).toEqual(['', '9']);
    expect([february.inpatient_list, march.inpatient_list]).toEqual(['', '532000']);
  });
});
