/**
 * Which year or years a row's figure is of, where its source says so: year, ids of rows. A figure brought to another
 * year has the year it was read for. Judgement is of no year.
 */
const BY_YEAR: readonly (readonly [year: string, ids: string])[] = [
  [
    '1990-2007',
    `
    mortality_ratio_dementia
  `,
  ],
  [
    '1993',
    `
    practice_referral_fold
  `,
  ],
  [
    '1998-2012',
    `
    mortality_ratio_heart_failure
  `,
  ],
  [
    '2000-03',
    `
    quality_readmission_per_sd
  `,
  ],
  [
    '2000-12',
    `
    bed_occupancy_mean
  `,
  ],
  [
    '2000-14',
    `
    mortality_ratio_severe_mental_illness
  `,
  ],
  [
    '2000s',
    `
    onset_male_ratio_coronary_heart_disease onset_male_ratio_stroke onset_male_ratio_heart_failure
    onset_male_ratio_hypertension onset_male_ratio_copd onset_male_ratio_asthma
    onset_male_ratio_chronic_kidney_disease onset_male_ratio_cancer onset_male_ratio_dementia
    onset_male_ratio_severe_mental_illness onset_male_ratio_depression
  `,
  ],
  [
    '2001-06',
    `
    mortality_ratio_chronic_kidney_disease
  `,
  ],
  [
    '2002',
    `
    relative_wait_orthopaedics
  `,
  ],
  [
    '2002-08',
    `
    fatality_heart_attack
  `,
  ],
  [
    '2002-14',
    `
    onset_deprivation_ratio_heart_failure
  `,
  ],
  [
    '2003 and 2006',
    `
    utility_norm_constant utility_norm_male utility_norm_age utility_norm_age_squared
  `,
  ],
  [
    '2003-04',
    `
    place_need_0 place_need_5 place_need_15 place_need_45 place_need_65 place_need_75 place_need_85
  `,
  ],
  [
    '2004-13',
    `
    diabetes_incidence_per_1000_adults
  `,
  ],
  [
    '2005-12',
    `
    mortality_ratio_coronary_heart_disease mortality_ratio_stroke mortality_ratio_diabetes
  `,
  ],
  [
    '2006',
    `
    disruption_half_life_weeks choice_offered
  `,
  ],
  [
    '2006-07',
    `
    emergency_male_ratio emergency_deprivation_ratio_q2 emergency_deprivation_ratio_q3
    emergency_deprivation_ratio_q4 emergency_deprivation_ratio_q5 primary_medical_spend_per_head_pounds
    qof_pounds_per_head removal_share_of_admissions
  `,
  ],
  [
    '2007',
    `
    mortality_infant_male mortality_infant_female mortality_child_male mortality_child_female
    mortality_makeham_constant_male mortality_makeham_constant_female mortality_gompertz_level_male
    mortality_gompertz_level_female mortality_gompertz_slope_male mortality_gompertz_slope_female loan_interest
    life_expectancy_male_years life_expectancy_female_years
  `,
  ],
  [
    '2007-08',
    `
    births_per_1000 follow_up_ratio_orthopaedics follow_up_ratio_ophthalmology follow_up_ratio_general_surgery
    follow_up_ratio_urology_gynaecology follow_up_ratio_cardiology follow_up_ratio_general_medicine
    follow_up_ratio_dermatology_ent follow_up_ratio_other place_allocation_england_2007
  `,
  ],
  [
    '2007-13',
    `
    efficiency_per_year
  `,
  ],
  [
    'April 2007',
    `
    start_first_outpatient_weeks place_synthetic_foundation_share
  `,
  ],
  [
    'August 2007',
    `
    diagnostics_median_weeks diagnostics_sigma pathway_mean_weeks start_diagnostics_ratio rtt_list_total
    rtt_list_median_weeks rtt_list_within_18_weeks rtt_list_over_52_weeks
  `,
  ],
  [
    'May 2007',
    `
    start_admission_weeks inpatient_list_total
  `,
  ],
  [
    '2008',
    `
    stroke_admissions_per_1000 consultations_per_1000 consultation_infant_level consultation_infant_years
    consultation_floor consultation_age_level consultation_age_slope prescribing_spend_per_head_pounds
    delayed_bed_day_share deaths_per_1000
  `,
  ],
  [
    '2008-09',
    `
    prevalence_coronary_heart_disease prevalence_stroke prevalence_heart_failure prevalence_hypertension
    prevalence_diabetes prevalence_copd prevalence_asthma prevalence_chronic_kidney_disease prevalence_cancer
    prevalence_dementia prevalence_severe_mental_illness prevalence_depression emergencies_per_1000
    emergency_short_stay_share ae_per_1000 ae_breach_base ae_breach_span ae_breach_midpoint ae_breach_slope
    gp_referrals_per_1000 referral_never_attended_share other_source_firsts_per_1000 planned_admissions_per_1000
    planned_daycase_share need_floor need_peak need_width_below_years non_admitted_stop_at_first
    elective_mean_stay_days need_scale opening_prevalence_ratio_diabetes opening_prevalence_ratio_copd
    opening_prevalence_ratio_dementia trust_opening_margin tariff_uplift_2008_09
    consultant_referrals_per_first consultant_share_of_other_referrals emergency_share_65_and_over
    first_attendances_per_1000 elective_daycase_share elective_list_admissions_per_1000
    list_fall_admissions_per_1000 ae_within_four_hours_share tariff_paid_total_pounds
    mental_health_spend_per_head_pounds commissioner_management_per_head_pounds emergency_cost_pounds
    place_allocation_england_2008 place_beds_england place_occupancy
  `,
  ],
  [
    '2008-10',
    `
    price_day_case_pounds price_elective_pounds price_emergency_pounds price_ratio_first_outpatient_orthopaedics
    price_ratio_first_outpatient_ophthalmology price_ratio_first_outpatient_general_surgery
    price_ratio_first_outpatient_urology_gynaecology price_ratio_first_outpatient_cardiology
    price_ratio_first_outpatient_general_medicine price_ratio_first_outpatient_dermatology_ent
    price_ratio_first_outpatient_other price_ratio_follow_up_orthopaedics price_ratio_follow_up_ophthalmology
    price_ratio_follow_up_general_surgery price_ratio_follow_up_urology_gynaecology
    price_ratio_follow_up_cardiology price_ratio_follow_up_general_medicine
    price_ratio_follow_up_dermatology_ent price_ratio_follow_up_other first_outpatient_list_total
    place_registration_distance place_registration_other_pct
  `,
  ],
  [
    '2009',
    `
    place_consultants_england
  `,
  ],
  [
    '2009-10',
    `
    voluntary_practice_change_per_year acsc_share tariff_uplift_2009_10
    follow_ups_per_first place_allocation_england_2009
  `,
  ],
  [
    '2009-11',
    `
    mortality_deprivation_exponent_male mortality_deprivation_exponent_female
  `,
  ],
  [
    '2009-12',
    `
    system_review_age_ratio_per_decade
  `,
  ],
  [
    '2010',
    `
    emergency_ratio_dementia heart_attack_admissions_per_1000 heart_attack_male_ratio
    utility_loss_coronary_heart_disease utility_loss_stroke utility_loss_heart_failure utility_loss_diabetes
  `,
  ],
  [
    '2010-11',
    `
    tariff_uplift_2010_11 readiness_start place_allocation_age place_allocation_deprivation
    place_allocation_london place_allocation_england_2010 place_community_beds_england
  `,
  ],
  [
    '2010-13',
    `
    beta_distance_per_km beta_distance_squared_per_km2 beta_distance_cubed_per_km3 beta_quality_per_sd
    structural_change_pounds_per_head closing_authority_pounds_per_head
  `,
  ],
  [
    '2011',
    `
    price_ae_pounds
  `,
  ],
  [
    '2011-12',
    `
    tariff_uplift_2011_12 place_allocation_england_2011
  `,
  ],
  [
    'November 2011',
    `
    ae_share_age_0_16 ae_share_age_17_39 ae_share_age_40_59 ae_share_age_60_79 ae_share_age_80
  `,
  ],
  [
    '2012',
    `
    price_first_outpatient_pounds price_follow_up_pounds
  `,
  ],
  [
    '2012-13',
    `
    emergency_via_ae_share tariff_uplift_2012_13 bed_holding_pounds_per_day diabetes_prevalence_2012_13
    place_allocation_england_2012
  `,
  ],
  [
    '2013',
    `
    onset_male_ratio_diabetes place_synthetic_list_log_sd
  `,
  ],
  [
    '2013-04',
    `
    delayed_by_social_care_share
  `,
  ],
  [
    '2015-16',
    `
    specialty_share_orthopaedics specialty_share_ophthalmology specialty_share_general_surgery
    specialty_share_cardiology specialty_share_general_medicine specialty_share_dermatology_ent
    specialty_share_other
  `,
  ],
  [
    'September 2015',
    `
    place_gp_fte_per_1000_2015
  `,
  ],
  [
    '2016-17',
    `
    community_spend_per_head_pounds
  `,
  ],
];

/** Year of a row's figure by its id. */
export const SOURCE_YEARS: ReadonlyMap<string, string> = new Map(
  BY_YEAR.flatMap(([year, ids]) =>
    ids
      .trim()
      .split(/\s+/)
      .map((id): [string, string] => [id, year]),
  ),
);
