/**
 * What is counted while care goes on. One row of tallies per commissioner and quintile for the residents, one per
 * provider for everybody it treats, residents or not. Written out as literals: they are read for every event.
 */

/** Columns of the residents. */
export const RT = {
  births: 0,
  arrivals_in: 1,
  deaths: 2,
  departures: 3,
  emergency_admissions: 4,
  emergency_65_plus: 5,
  emergency_heart_attack: 6,
  emergency_stroke: 7,
  emergency_hip_fracture: 8,
  emergency_ambulatory_sensitive: 9,
  emergency_other: 10,
  ae_attendances: 11,
  ae_within_4h: 12,
  needs_arising: 13,
  needs_kept: 14,
  gp_referrals: 15,
  other_referrals: 16,
  referrals_choosing: 17,
  distance_km: 18,
  first_outpatients: 19,
  follow_up_outpatients: 20,
  elective_admissions: 21,
  day_cases: 22,
  planned_admissions: 23,
  cancelled_operations: 24,
  removals_from_list: 25,
  clock_starts: 26,
  stops_admitted: 27,
  stops_non_admitted: 28,
  bed_days: 29,
  community_visits: 30,
  treated_elsewhere: 31,
  /** Expected, not drawn: sums of factors over admissions. */
  readmissions: 32,
  fatality_heart_attack: 33,
  fatality_stroke: 34,
  fatality_hip_fracture: 35,
  operations_refused: 36,
} as const;
export type ResidentTally = keyof typeof RT;
export const RT_COUNT = Object.keys(RT).length;

/** Columns of the providers. */
export const PT = {
  emergency_admissions: 0,
  ae_attendances: 1,
  ae_within_4h: 2,
  gp_referrals: 3,
  other_referrals: 4,
  first_outpatients: 5,
  follow_up_outpatients: 6,
  elective_admissions: 7,
  day_cases: 8,
  planned_admissions: 9,
  cancelled_operations: 10,
  bed_days: 11,
  stays: 12,
  stay_days: 13,
  readmissions: 14,
} as const;
export type ProviderTally = keyof typeof PT;
export const PT_COUNT = Object.keys(PT).length;

/** Columns of the practices. */
export const GT = {
  gp_consultations: 0,
  gp_referrals: 1,
  needs_kept: 2,
  first_outpatients: 3,
  elective_admissions: 4,
  emergency_admissions: 5,
  community_visits: 6,
} as const;
export const GT_COUNT = Object.keys(GT).length;

/** Columns of what bodies, and practices with budgets, did, of what contracts cost, and of costs that no outcome stands against: people and pence. */
export const BT = {
  system_changes: 0,
  refusals: 1,
  change_cost: 2,
  practice_savings: 3,
  loans: 4,
  fines: 5,
  prevention: 6,
  selection: 7,
  development: 8,
  surplus_returned: 9,
  people_moved_by_exit: 10,
  contracting: 11,
  /** Services that the model has no people for, and trusts’ costs of people from elsewhere: pence. */
  unmodelled_services: 12,
  cost_of_elsewhere: 13,
  /** What a marginal rate left of the price of emergencies, spent on the avoidance of admissions or returned to trusts. */
  avoidance: 14,
  returned: 15,
} as const;
export const BT_COUNT = Object.keys(BT).length;
