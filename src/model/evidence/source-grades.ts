/** How far a figure that was read at a source can be leaned on. */
export type Grade = 'high' | 'medium' | 'low';

/**
 * Grades that were given when the sources were read: grade, ids of rows. A row has the grade of its source if it holds
 * the figure as it stands there, and one step less if arithmetic made it or the source says something near it.
 */
const BY_GRADE: readonly (readonly [grade: Grade, ids: string])[] = [
  [
    'high',
    `
    voluntary_practice_change_per_year onset_deprivation_ratio_heart_failure
    mortality_ratio_coronary_heart_disease mortality_ratio_stroke mortality_ratio_diabetes
    mortality_ratio_chronic_kidney_disease mortality_ratio_dementia mortality_ratio_severe_mental_illness
    emergency_ratio_dementia acsc_share emergency_short_stay_share ae_share_age_0_16 consultations_per_1000
    beta_distance_per_km tariff_uplift_2011_12 audit_ratio delayed_by_social_care_share fatality_heart_attack
    utility_norm_constant utility_loss_coronary_heart_disease utility_loss_stroke utility_loss_heart_failure
    utility_loss_diabetes removal_share_of_admissions ae_within_four_hours_share bed_occupancy_mean
    inpatient_list_total practice_referral_fold choice_offered diabetes_prevalence_2012_13
    mental_health_spend_per_head_pounds place_registration_distance place_registration_other_pct
  `,
  ],
  [
    'medium',
    `
    births_per_1000 mortality_infant_male mortality_infant_female mortality_child_male mortality_child_female
    mortality_makeham_constant_male mortality_makeham_constant_female mortality_gompertz_level_male
    mortality_gompertz_level_female mortality_gompertz_slope_male mortality_gompertz_slope_female
    mortality_deprivation_exponent_male mortality_deprivation_exponent_female onset_male_ratio_diabetes
    diabetes_incidence_per_1000_adults emergencies_per_1000 emergency_male_ratio emergency_deprivation_ratio_q2
    emergency_deprivation_ratio_q3 emergency_deprivation_ratio_q4 emergency_deprivation_ratio_q5
    emergency_via_ae_share heart_attack_admissions_per_1000 heart_attack_male_ratio stroke_admissions_per_1000
    ae_per_1000 ae_share_age_17_39 ae_share_age_40_59 ae_share_age_60_79 ae_share_age_80
    non_admitted_stop_at_first relative_wait_orthopaedics consultation_infant_level consultation_infant_years
    consultation_floor consultation_age_level consultation_age_slope tariff_uplift_2010_11 efficiency_per_year
    community_spend_per_head_pounds primary_medical_spend_per_head_pounds prescribing_spend_per_head_pounds
    qof_pounds_per_head delayed_bed_day_share consultant_referrals_per_first consultant_share_of_other_referrals
    quality_readmission_per_sd bed_holding_pounds_per_day
    structural_change_pounds_per_head system_review_age_ratio_per_decade
    utility_norm_male utility_norm_age utility_norm_age_squared
    deaths_per_1000 life_expectancy_male_years life_expectancy_female_years emergency_share_65_and_over
    first_outpatient_list_total tariff_paid_total_pounds commissioner_management_per_head_pounds place_need_0
    place_need_5 place_need_15 place_need_45 place_need_65 place_need_75 place_need_85
    place_allocation_england_2008 place_allocation_england_2009 place_allocation_england_2010
  `,
  ],
  [
    'low',
    `
    mortality_ratio_heart_failure
    specialty_share_orthopaedics specialty_share_ophthalmology specialty_share_general_surgery
    specialty_share_cardiology specialty_share_dermatology_ent beta_distance_squared_per_km2
    beta_distance_cubed_per_km3 beta_quality_per_sd price_first_outpatient_pounds price_follow_up_pounds
    price_ae_pounds follow_ups_per_first cancellations_per_1000_electives
    emergency_cost_pounds
  `,
  ],
];

/** Grade of a row by its id. */
export const SOURCE_GRADES: ReadonlyMap<string, Grade> = new Map(
  BY_GRADE.flatMap(([grade, ids]) =>
    ids
      .trim()
      .split(/\s+/)
      .map((id): [string, Grade] => [id, grade]),
  ),
);
