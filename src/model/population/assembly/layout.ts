/** What the host hands to the modules beside this one: where the columns and tables lie, and the numbers of the run. */

// Addresses of the columns and tables, by the names the host gives them.
export declare const records: usize;
export declare const rareThreshold: usize;
export declare const residents: usize;
export declare const present: usize;
export declare const withCondition: usize;
export declare const utility: usize;
export declare const cohortUtility: usize;
export declare const unmetSeverity: usize;
export declare const open: usize;
export declare const completedYear: usize;
export declare const completedWeek: usize;
export declare const deathsByClass: usize;
export declare const stageCount: usize;
export declare const registered: usize;
export declare const consultationRate: usize;
export declare const minorAeRate: usize;
export declare const rows: usize;
export declare const masks: usize;
export declare const needRatios: usize;
export declare const riskBins: usize;
export declare const onsetPerYear: usize;
export declare const onsetCardiometabolic: usize;
export declare const remissionPerYear: usize;
export declare const commissionerOfPractice: usize;
export declare const bandOfClass: usize;
export declare const prevalenceRatio: usize;
export declare const departure: usize;
export declare const departureBound: usize;
export declare const largestRatio: usize;
export declare const practiceEmergencies: usize;
export declare const removalByWait: usize;
export declare const removalByPerson: usize;
export declare const removalPart: usize;
export declare const waitingEmergencyRatio: usize;
export declare const needDecrement: usize;
export declare const treatmentGain: usize;
export declare const eventSlots: usize;
export declare const eventKinds: usize;
export declare const eventDetails: usize;
export declare const screenCounts: usize;
export declare const emergencyScale: usize;
export declare const censusClasses: usize;
export declare const censusOpen: usize;

// Numbers of the run.
export declare const cohortEnd: i32;
export declare const departureStride: i32;
export declare const quintileGroup: i32;
export declare const providerGroup: i32;
export declare const residentTallies: i32;
export declare const deaths: i32;
export declare const departures: i32;
export declare const removals: i32;
export declare const clockStarts: i32;
export declare const stopsAdmitted: i32;
export declare const stopsNonAdmitted: i32;
export declare const waitBands: i32;
export declare const clockOffset: i32;
export declare const longestCounted: i32;
export declare const keptPart: f64;
export declare const practiceChangePerWeek: f64;
export declare const representPerWeek: f64;
export declare const resolvePerWeek: f64;
export declare const removalFirstPerWeek: f64;
export declare const removalPerWeek: f64;
export declare const needScale: f64;
export declare const busyPerNeed: f64;
export declare const busyPerOther: f64;
export declare const busyCap: f64;
export declare const largestWaitingRatio: f64;
export declare const rounding: f64;
export declare const residualStep: f64;
export declare const residualYears: f64;
export declare const gainWithoutAdmission: f64;

// A record of ../people.ts, by byte.
export const RECORD: usize = 20;
export const BIRTH_WEEK: usize = 0;
export const CONDITIONS: usize = 2;
export const ZONE: usize = 4;
export const CLOCK: usize = 6;
export const PRACTICE: usize = 8;
export const NEED_THRESHOLD: usize = 10;
export const TRAITS: usize = 12;
export const LIFE: usize = 13;
export const AGE_CLASS: usize = 14;
export const PATHWAY: usize = 15;
export const PROVIDER: usize = 16;
export const USUAL_PROVIDER: usize = 17;
export const SEVERITY: usize = 18;
export const RESIDUAL: usize = 19;

export const PRESENT: i32 = 1;
export const DIED: i32 = 2;
export const MOVED_OUT: i32 = 3;
export const AGE_YEARS: i32 = 101;
export const STAGE_MASK: i32 = 7;
export const STAGE_NONE: i32 = 0;
export const STAGE_KEPT: i32 = 1;
export const STAGE_FIRST_OUTPATIENT: i32 = 2;
export const STAGE_DIAGNOSTICS: i32 = 3;
export const STAGE_ADMISSION: i32 = 4;
export const SPECIALTY_SHIFT: i32 = 3;
export const URGENT_BIT: i32 = 64;
export const OTHER_SOURCE_BIT: i32 = 128;

// A row and a mask of ../person-tables.ts, by byte.
export const ROW: i32 = 128;
export const ROW_PLANNED: usize = 0;
export const ROW_DEATH: usize = 8;
export const ROW_EMERGENCY_BOUND: usize = 16;
export const ROW_ONSET_BOUND: usize = 24;
export const ROW_OTHER_REFERRAL: usize = 56;
export const ROW_NEED: usize = 64;
export const ROW_MINOR_AE: usize = 72;
export const ROW_CONSULTATIONS: usize = 80;
export const ROW_UTILITY: usize = 88;
export const ROW_NEEDS: usize = 96;
export const MASK: i32 = 64;
export const MASK_DEATH: usize = 0;
export const MASK_EMERGENCY: usize = 8;
export const MASK_CONSULTATIONS: usize = 16;
export const MASK_UTILITY: usize = 24;
export const MASK_REMISSION: usize = 32;

@inline
export function recordOf(i: i32): usize {
  return records + <usize>i * RECORD;
}

@inline
export function quintileOf(at: usize): i32 {
  return (<i32>load<u8>(at, TRAITS) >> 1) & 7;
}

@inline
export function rowOf(at: usize): usize {
  return rows + <usize>((<i32>load<u8>(at, AGE_CLASS) * 5 + quintileOf(at)) * ROW);
}

@inline
export function maskOf(at: usize): usize {
  return masks + <usize>(<i32>load<u16>(at, CONDITIONS) * MASK);
}

@inline
export function practiceOf(at: usize): i32 {
  return <i32>load<u16>(at, PRACTICE);
}

@inline
export function cellAt(at: usize): i32 {
  return <i32>load<u16>(commissionerOfPractice + ((<usize>practiceOf(at)) << 1)) * 5 + quintileOf(at);
}

/** Element n of a table of doubles. */
@inline
export function f64At(table: usize, n: i32): f64 {
  return load<f64>(table + ((<usize>n) << 3));
}

@inline
export function add(table: usize, n: i32, change: f64): void {
  const at = table + ((<usize>n) << 3);
  store<f64>(at, load<f64>(at) + change);
}

@inline
export function addInteger(table: usize, n: i32, change: i32): void {
  const at = table + ((<usize>n) << 2);
  store<i32>(at, load<i32>(at) + change);
}
