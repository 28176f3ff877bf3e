/**
 * What is counted while care goes on. One row of tallies per commissioner and quintile for the residents, one per
 * provider for everybody it treats, residents or not.
 */
export const RESIDENT_TALLIES = [
  'births',
  'arrivals_in',
  'deaths',
  'departures',
  'emergency_admissions',
  'emergency_65_plus',
  'emergency_heart_attack',
  'emergency_stroke',
  'emergency_hip_fracture',
  'emergency_ambulatory_sensitive',
  'emergency_other',
  'ae_attendances',
  'ae_within_4h',
  'needs_arising',
  'needs_kept',
  'gp_referrals',
  'other_referrals',
  'referrals_choosing',
  'distance_km',
  'first_outpatients',
  'follow_up_outpatients',
  'elective_admissions',
  'day_cases',
  'planned_admissions',
  'cancelled_operations',
  'removals_from_list',
  'clock_starts',
  'stops_admitted',
  'stops_non_admitted',
  'bed_days',
] as const;
export type ResidentTally = (typeof RESIDENT_TALLIES)[number];

export const PROVIDER_TALLIES = [
  'emergency_admissions',
  'ae_attendances',
  'ae_within_4h',
  'gp_referrals',
  'other_referrals',
  'first_outpatients',
  'follow_up_outpatients',
  'elective_admissions',
  'day_cases',
  'planned_admissions',
  'cancelled_operations',
  'bed_days',
  'stays',
  'stay_days',
] as const;
export type ProviderTally = (typeof PROVIDER_TALLIES)[number];

export const PRACTICE_TALLIES = [
  'gp_consultations',
  'gp_referrals',
  'needs_kept',
  'first_outpatients',
  'elective_admissions',
  'emergency_admissions',
] as const;
export type PracticeTally = (typeof PRACTICE_TALLIES)[number];

function indexOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
}

/** Column of each tally. */
export const RT = indexOf(RESIDENT_TALLIES);
export const PT = indexOf(PROVIDER_TALLIES);
export const GT = indexOf(PRACTICE_TALLIES);
export const RT_COUNT = RESIDENT_TALLIES.length;
export const PT_COUNT = PROVIDER_TALLIES.length;
export const GT_COUNT = PRACTICE_TALLIES.length;
