/**
 * A place: what the model needs to know about the ground on which a local health economy stands.
 *
 * Every array of a table has one entry per row; rows are in canonical order (ascending by `code`, compared as
 * UTF-16 code units), so that the order of input rows and display names cannot change a run. Values are facts of
 * the base year (mid-2007 people, 2007-08 money, in cash terms) or were filled by a rule; every filled value is
 * listed in `imputed`. Distances are straight-line kilometres.
 */
export interface Place {
  /** Identifier used in file names, e.g. `herefordshire`. */
  readonly id: string;
  readonly name: string;
  /** Where the facts come from. */
  readonly origin: 'england' | 'folder' | 'synthetic';
  /** True when the place is the whole country: nothing arrives from elsewhere. */
  readonly national: boolean;
  readonly commissioners: CommissionerTable;
  readonly zones: ZoneTable;
  readonly practices: PracticeTable;
  readonly providers: ProviderTable;
  /** Which practices the people of each zone are registered with, by zone; shares of a zone sum to 1. */
  readonly registration: Registration;
  /** Providers within reach of each zone, nearest first. */
  readonly reach: Reach;
  /** Values that the source does not give and a rule filled. */
  readonly imputed: readonly ImputedValue[];
}

/** Seven age bands of the published population estimates, in years: lower bounds. */
export const POPULATION_BANDS = [0, 5, 15, 45, 65, 75, 85] as const;

/** Years of the population tables, mid-year. */
export const POPULATION_YEARS = [2007, 2008, 2009, 2010, 2011, 2012, 2013] as const;

/** The twelve long-term conditions, in the order of the bits of a person's condition mask. */
export const CONDITIONS = [
  'coronary_heart_disease',
  'stroke',
  'heart_failure',
  'hypertension',
  'diabetes',
  'copd',
  'asthma',
  'chronic_kidney_disease',
  'cancer',
  'dementia',
  'severe_mental_illness',
  'depression',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The eight specialties, in the order of every per-specialty array. */
export const SPECIALTIES = [
  'orthopaedics',
  'ophthalmology',
  'general_surgery',
  'urology_gynaecology',
  'cardiology',
  'general_medicine',
  'dermatology_ent',
  'other',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** [specialty] 1 = clinics that people are seen in for a long-term condition: those of physicians. */
export const LONG_TERM_CLINIC: readonly number[] = SPECIALTIES.map((specialty) =>
  specialty === 'cardiology' || specialty === 'general_medicine' ? 1 : 0,
);

/** Financial years of the money tables: 2007-08 to 2012-13. */
export const FINANCIAL_YEARS = ['2007-08', '2008-09', '2009-10', '2010-11', '2011-12', '2012-13'] as const;

/** Primary care trusts: commissioners of a population. */
export interface CommissionerTable {
  readonly count: number;
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Residents, mid-year: [commissioner][year of POPULATION_YEARS][band of POPULATION_BANDS], flattened. */
  readonly residents: Float64Array;
  /** Net revenue allocation in pounds: [commissioner][year of FINANCIAL_YEARS], flattened, cash. */
  readonly allocationPounds: Float64Array;
  /**
   * Ratio of the commissioner's register prevalence to England's of the same year, after age standardisation:
   * [commissioner][condition of CONDITIONS], flattened. 1 where nothing is known.
   */
  readonly prevalenceRatio: Float64Array;
  /** Beds in the commissioner's own community hospitals. */
  readonly communityBeds: Float64Array;
}

/** Small areas (2001 lower-layer super output areas, or zones of a user's or a synthetic place). */
export interface ZoneTable {
  readonly count: number;
  readonly code: readonly string[];
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Deprivation quintile of England, 0 = least deprived fifth ... 4 = most deprived fifth. */
  readonly quintile: Uint8Array;
  /** 1 = rural (town and fringe, village, dispersed), 0 = urban. */
  readonly rural: Uint8Array;
  /** Index into `commissioners`. */
  readonly commissioner: Uint16Array;
  /** Residents, mid-2007, all ages (raked so that a commissioner's zones sum to its residents). */
  readonly residents: Float64Array;
}

/** Five age bands of the practices' registered lists, in years: lower bounds. */
export const LIST_BANDS = [0, 15, 45, 65, 75] as const;

export interface PracticeTable {
  readonly count: number;
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Index into `commissioners`. */
  readonly commissioner: Uint16Array;
  /**
   * Registered residents, mid-2007, list inflation removed: [practice][band of LIST_BANDS], flattened. Lists of a
   * commissioner's practices sum, band by band, to its residents.
   */
  readonly registered: Float64Array;
  /** Full-time-equivalent general practitioners. */
  readonly gpFte: Float64Array;
  /**
   * Ratio of the practice's register prevalence to England's of the same year, after age standardisation:
   * [practice][condition], flattened. 1 where nothing is known.
   */
  readonly prevalenceRatio: Float64Array;
}

/** Acute hospital trusts within reach of the place (the country's all, for a national place). */
export interface ProviderTable {
  readonly count: number;
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Of the main site. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** 1 = foundation trust at April 2007. */
  readonly foundationTrust: Uint8Array;
  /** 1 = specialist trust: no general emergency department. */
  readonly specialist: Uint8Array;
  /** 1 = takes emergencies. */
  readonly emergency: Uint8Array;
  /** Average available general and acute beds, base year. */
  readonly beds: Float64Array;
  /** Published bed occupancy, base year, share in [0, 1]. */
  readonly occupancy: Float64Array;
  /** Operating income in pounds, 2007-08 prices. */
  readonly incomePounds: Float64Array;
  /** Attraction constant of the trust in the choice of hospital for planned care (log scale). */
  readonly attraction: Float64Array;
  /**
   * Share of the trust's base-year planned demand (first outpatients, admissions) that comes from the place's own
   * residents; the rest is background demand. 1 in a national place.
   */
  readonly plannedShareFromPlace: Float64Array;
  /** The same for emergency admissions. */
  readonly emergencyShareFromPlace: Float64Array;
  /** Consultants, full-time equivalents. */
  readonly consultantsFte: Float64Array;
  /** Market forces factor: multiplies tariff prices. */
  readonly marketForcesFactor: Float64Array;
  /** Published quality, standard deviations from the mean (a seeded index: an assumption, see docs/places.md). */
  readonly publishedQuality: Float64Array;
}

/** Compressed rows: entries `start[z] .. start[z + 1]` belong to zone z. */
export interface Registration {
  readonly start: Uint32Array;
  readonly practice: Uint16Array;
  readonly share: Float64Array;
}

/** Compressed rows: entries `start[z] .. start[z + 1]` belong to zone z, nearest provider first. */
export interface Reach {
  readonly start: Uint32Array;
  readonly provider: Uint16Array;
  /** From the zone to the provider's nearest site for planned care, kilometres. */
  readonly plannedKm: Float64Array;
  /** From the zone to the provider's nearest site that takes emergencies; Infinity if it takes none. */
  readonly emergencyKm: Float64Array;
}

/** One value that a rule filled. */
export interface ImputedValue {
  readonly table: 'commissioners' | 'zones' | 'practices' | 'providers';
  readonly code: string;
  readonly field: string;
  readonly value: number;
  /** The rule, in words, as in docs/places.md. */
  readonly rule: string;
}
