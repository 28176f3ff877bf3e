import { CONDITIONS } from '../../model/place.ts';

/** One column of a table of facts. */
export interface ColumnFormat {
  readonly name: string;
  readonly kind: 'text' | 'number';
  /** True if every line must give a value; otherwise blank means unknown, and a rule fills it. */
  readonly required: boolean;
  /** Least and greatest value of a number. */
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export interface TableFormat {
  readonly file: string;
  /** True if a place cannot be made without the table. */
  readonly required: boolean;
  /** Columns that together must differ from line to line. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnFormat[];
}

const PEOPLE_MAX = 100_000_000;
const POUNDS_MAX = 1e12;

/**
 * The tables of a place, as a user's folder and the shipped England tables both have them. What every column means
 * is in docs/places.md.
 */
export const COMMISSIONERS: TableFormat = {
  file: 'commissioners.csv',
  required: true,
  key: ['code'],
  columns: [
    text('code', true),
    text('name', false),
    text('region', false),
    number('deprivation_score', false, 0, 100),
    number('residents_2011', false, 1, PEOPLE_MAX),
    number('allocation_2007_08_pounds', false, 0, POUNDS_MAX),
    number('allocation_2008_09_pounds', false, 0, POUNDS_MAX),
    number('allocation_2009_10_pounds', false, 0, POUNDS_MAX),
    number('allocation_2010_11_pounds', false, 0, POUNDS_MAX),
    number('allocation_2011_12_pounds', false, 0, POUNDS_MAX),
    number('allocation_2012_13_pounds', false, 0, POUNDS_MAX),
    number('community_beds', false, 0, 100_000),
    number('seat_latitude', false, 49, 61),
    number('seat_longitude', false, -9, 3),
    text('island', false),
    ...prevalenceColumns(),
  ],
};

export const POPULATION: TableFormat = {
  file: 'population.csv',
  required: false,
  key: ['commissioner_code', 'year'],
  columns: [
    text('commissioner_code', true),
    whole('year', true, 2007, 2013),
    number('age_0_4', true, 0, PEOPLE_MAX),
    number('age_5_14', true, 0, PEOPLE_MAX),
    number('age_15_44', true, 0, PEOPLE_MAX),
    number('age_45_64', true, 0, PEOPLE_MAX),
    number('age_65_74', true, 0, PEOPLE_MAX),
    number('age_75_84', true, 0, PEOPLE_MAX),
    number('age_85_plus', true, 0, PEOPLE_MAX),
  ],
};

export const ZONES: TableFormat = {
  file: 'zones.csv',
  required: true,
  key: ['code'],
  columns: [
    text('code', true),
    number('latitude', true, 49, 61),
    number('longitude', true, -9, 3),
    whole('deprivation_quintile', true, 1, 5),
    whole('rural', true, 0, 1),
    text('commissioner_code', false),
    number('people', false, 0, 1_000_000),
  ],
};

export const PRACTICES: TableFormat = {
  file: 'practices.csv',
  required: true,
  key: ['code'],
  columns: [
    text('code', true),
    text('name', false),
    number('latitude', false, 49, 61),
    number('longitude', false, -9, 3),
    text('commissioner_code', false),
    text('postcode_district', false),
    number('registered_0_14', true, 0, 500_000),
    number('registered_15_44', true, 0, 500_000),
    number('registered_45_64', true, 0, 500_000),
    number('registered_65_74', true, 0, 500_000),
    number('registered_75_plus', true, 0, 500_000),
    number('gp_fte', false, 0, 1000),
    number('gp_fte_per_1000_2015', false, 0, 10),
    ...prevalenceColumns(),
  ],
};

export const PROVIDERS: TableFormat = {
  file: 'providers.csv',
  required: true,
  key: ['code'],
  columns: [
    text('code', true),
    text('name', false),
    text('region', false),
    whole('specialist', false, 0, 1),
    whole('foundation_trust', false, 0, 1),
    number('beds', false, 0, 20_000),
    number('occupancy', false, 0, 1),
    number('income_pounds', false, 0, POUNDS_MAX),
    number('consultants_fte', false, 0, 20_000),
    number('market_forces_factor', false, 0.5, 2),
    number('published_quality', false, -5, 5),
    number('planned_share_from_place', false, 0, 1),
    number('emergency_share_from_place', false, 0, 1),
    number('beds_2010_11', false, 0, 20_000),
    number('occupancy_2010_13', false, 0, 1),
    number('income_2010_11_pounds', false, 0, POUNDS_MAX),
    number('consultants_fte_2009', false, 0, 20_000),
  ],
};

export const SITES: TableFormat = {
  file: 'sites.csv',
  required: true,
  key: ['provider_code', 'site_code'],
  columns: [
    text('provider_code', true),
    text('site_code', true),
    text('name', false),
    number('latitude', true, 49, 61),
    number('longitude', true, -9, 3),
    whole('main', false, 0, 1),
    whole('planned', true, 0, 1),
    whole('emergency', true, 0, 1),
    text('island', false),
    text('reason', false),
  ],
};

/** Fitted by the compile step, over the whole country. A folder without it has its attraction fitted on its own. */
export const CHOICE: TableFormat = {
  file: 'choice.csv',
  required: false,
  key: ['provider_code'],
  columns: [
    text('provider_code', true),
    number('attraction', true, -20, 20),
    number('attraction_without_own_size', true, -20, 20),
    number('planned_share', true, 0, 1),
    number('planned_share_without_own_size', true, 0, 1),
    number('outside_planned_share', true, 0, 1),
    number('outside_emergency_share', true, 0, 1),
  ],
};

/** People of each commissioner, weighted by need, that the choice model sends to each provider. */
export const FLOWS: TableFormat = {
  file: 'flows.csv',
  required: false,
  key: ['commissioner_code', 'provider_code'],
  columns: [
    text('commissioner_code', true),
    text('provider_code', true),
    number('planned_people', true, 0, PEOPLE_MAX),
    number('emergency_people', true, 0, PEOPLE_MAX),
  ],
};

export const TABLE_FORMATS: readonly TableFormat[] = [
  COMMISSIONERS,
  POPULATION,
  ZONES,
  PRACTICES,
  PROVIDERS,
  SITES,
  CHOICE,
  FLOWS,
];

function text(name: string, required: boolean): ColumnFormat {
  return { name, kind: 'text', required, min: 0, max: 0, whole: false };
}

function number(name: string, required: boolean, min: number, max: number): ColumnFormat {
  return { name, kind: 'number', required, min, max, whole: false };
}

function whole(name: string, required: boolean, min: number, max: number): ColumnFormat {
  return { name, kind: 'number', required, min, max, whole: true };
}

function prevalenceColumns(): ColumnFormat[] {
  return CONDITIONS.map((condition) => number(`prevalence_ratio_${condition}`, false, 0, 50));
}
