import { assumption, background, prototype, row, sourced, topic } from './row.ts';

const SALIENCE = 'how far doctors feel the purse of their organisation: by judgement, no published size';
const TARIFF_STUDY =
  'a prior for the change from blocks to the tariff: stays 1 to 3% shorter, day cases 0.4 to 1.5 points more (remembered); https://pmc.ncbi.nlm.nih.gov/articles/PMC2733950 gives the signs';
const OTHER_CONSULTANTS =
  'derived: 18.7 million first attendances in 2008-09, 10.1 from general practitioners, 3.4 from other consultants, https://digital.nhs.uk/data-and-information/publications/statistical/hospital-outpatient-activity/hospital-outpatient-activity-2008-09';
const BORDERLINE =
  'no published size: short emergency stays have more than doubled while long ones have not, so many can be treated either way';

/** What doctors and managers of hospitals do of their own will about care, efficiency and quality, and what it does. */
export const HOSPITAL_BEHAVIOUR = topic('hospital behaviour', [
  // Clinicians.
  row(
    'clinician_salience_salaried',
    'How far salaried doctors feel the purse of their organisation',
    'share',
    assumption(0.15, 0, 0.3, SALIENCE),
  ),
  row(
    'clinician_salience_directorate',
    'How far doctors with a directorate of their own feel the purse of their organisation',
    'share',
    assumption(0.45, 0.3, 0.6, SALIENCE),
  ),
  row(
    'clinician_salience_partners',
    'How far doctors who are partners with a budget feel the purse of their organisation',
    'share',
    assumption(0.75, 0.5, 1, SALIENCE),
  ),
  row(
    'conversion_threshold_span',
    'Shift of the severity above which patients are admitted for each log unit of the lever',
    'severity',
    assumption(
      0.125,
      0.06,
      0.2,
      'thresholds move by about a tenth of the scale between the bounds of the lever',
    ),
  ),
  row(
    'emergency_borderline_share',
    'Part of short emergency stays that could be sent home',
    'share',
    assumption(0.25, 0, 0.5, BORDERLINE),
  ),
  row(
    'emergency_borderline_attendances',
    'Part of attendances that end at home that could be admitted for a short stay',
    'share',
    assumption(0.03, 0, 0.06, `as many people as the borderline short stays; ${BORDERLINE}`),
  ),
  row(
    'emergency_borderline_benefit',
    'Fall of the benefit of a short stay as more are admitted, for each log unit',
    'QALYs',
    assumption(0.02, 0, 0.05, BORDERLINE),
  ),
  row(
    'consultant_referrals_per_first',
    'Referrals by a consultant for each first attendance',
    'ratio',
    sourced(0.18, 0.15, 0.2, OTHER_CONSULTANTS),
  ),
  row(
    'consultant_share_of_other_referrals',
    'Share of referrals that no general practitioner makes that come from another consultant',
    'share',
    sourced(0.4, 0.3, 0.55, OTHER_CONSULTANTS),
  ),
  row(
    'follow_up_cap_scale',
    'Distance from a cap on paid follow-ups over which payment of one more fails',
    'ratio',
    assumption(0.05, 0.02, 0.1, 'specialties of a trust meet the cap one after the other'),
  ),
  // Efficiency.
  prototype(
    'efficiency_retention_block',
    'Part of a saving that a provider keeps under a block, which is rebased on costs',
    'share',
    0.4,
    0.2,
    0.7,
  ),
  prototype(
    'efficiency_share_of_income',
    'Money base of the effort for efficiency',
    'share of income',
    0.1,
    0.05,
    0.2,
  ),
  row(
    'efficiency_stay_elasticity',
    'Fall of stays with the effort for efficiency',
    'elasticity',
    assumption(0.13, 0, 0.25, TARIFF_STUDY),
  ),
  row(
    'efficiency_day_case_gain',
    'Rise of the day-case share for each log unit of the effort for efficiency',
    'share',
    assumption(0.05, 0, 0.1, TARIFF_STUDY),
  ),
  row(
    'efficiency_unit_cost_elasticity',
    'Fall of unit cost with the effort for efficiency, stays apart',
    'elasticity',
    assumption(
      0.05,
      0,
      0.1,
      'the spread of reference costs is about a tenth either way, most of it not effort',
    ),
  ),
  row(
    'early_discharge_readmission_elasticity',
    'Rise of readmissions with stays that are shorter than at the reference',
    'elasticity',
    assumption(0.3, 0, 0.8, 'sign from clinical reports of early discharge; no size found'),
  ),
  // Quality.
  row(
    'quality_per_log_effort',
    'Quality gained for each log unit of effort',
    'standard deviations',
    assumption(1, 0, 2, 'the bounds of effort span about two of the published standard deviations'),
  ),
  row(
    'quality_lag_years',
    'Time in which quality follows effort',
    'years',
    assumption(1, 0.5, 2, 'routines and staff change slowly'),
  ),
  row(
    'quality_publication_lag_years',
    'Time in which published quality follows quality',
    'years',
    assumption(1, 0.5, 2, 'ratings are of the year before'),
  ),
  row(
    'quality_fatality_per_sd',
    'Fall of the log of emergency fatality with a standard deviation of quality',
    'log ratio',
    background(
      0.09,
      0.05,
      0.2,
      'standard deviation of hospital standardised mortality ratios across trusts, 9 to 10 points; of heart attack deaths 2.0 to 2.6 on 9.7%, https://www.ncbi.nlm.nih.gov/pubmed/26254445',
    ),
  ),
  row(
    'quality_readmission_per_sd',
    'Fall of the log of readmissions with a standard deviation of quality',
    'log ratio',
    sourced(
      0.17,
      0.1,
      0.25,
      'derived: range of 2 to 12% across trusts, mean 7.5%, sampling noise taken out, https://www.hsj.co.uk/home/readmission-rates/18472.article',
    ),
  ),
  prototype(
    'quality_share_of_income',
    'Money base of the effort for quality',
    'share of income',
    0.02,
    0.01,
    0.04,
  ),
  prototype(
    'joint_work_share_of_income',
    'Money base of the effort for joint work',
    'share of income',
    0.01,
    0.005,
    0.02,
  ),
  prototype(
    'effort_cash_share',
    'Part of the effort for quality and joint work that is cash',
    'share',
    0.5,
    0.2,
    0.8,
  ),
  prototype('qalys_per_death_avoided', 'Health gained by an avoided death in hospital', 'QALYs', 4, 2, 8),
  row(
    'occupancy_mortality_knee',
    'Occupancy above which deaths rise',
    'share',
    assumption(
      0.92,
      0.85,
      1,
      'where four-hour waits begin to fail, https://hsj.co.uk/policy-and-regulation/nhs-england-has-got-it-right-on-beds/7026869.article',
    ),
  ),
  row(
    'occupancy_mortality_slope',
    'Rise of the log of emergency fatality with occupancy above the knee and above the base year',
    'per unit',
    assumption(
      0.25,
      0,
      1.5,
      'weak: found between hospitals, not within, https://pmc.ncbi.nlm.nih.gov/articles/PMC9112248; size not read',
    ),
  ),
  row(
    'readmission_share_of_emergencies',
    'Share of emergency admissions that follow a discharge within 30 days',
    'share',
    sourced(
      0.19,
      0.14,
      0.22,
      'derived: 5.80 million readmissions in six years (7.0% of discharges, Blunt, Bardsley, Grove and Clarke, rcpjournals.org) over 5 million emergencies a year',
    ),
  ),
  row(
    'fatality_heart_attack',
    'Death within 30 days of an emergency admission for a heart attack, 2006',
    'share',
    sourced(0.1309, 0.1196, 0.1563, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4373154'),
  ),
  row(
    'fatality_stroke',
    'Death within 30 days of an emergency admission for a stroke',
    'share',
    background(0.22, 0.18, 0.28, 'national figures of the middle of the decade, remembered'),
  ),
  row(
    'fatality_hip_fracture',
    'Death within 30 days of an emergency admission for a hip fracture',
    'share',
    background(
      0.09,
      0.035,
      0.11,
      'national hip fracture audit, remembered (0.07 to 0.11); the study of what the reform did to it (B05) has a mean of 3.5%, which is the low end, https://econpapers.repec.org/article/eeesocmed/v_3a216_3ay_3a2018_3ai_3ac_3ap_3a50-58.htm',
    ),
  ),
]);
