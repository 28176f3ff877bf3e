import { hospitalSettings } from './behaviour/hospital/hospital-settings.ts';
import { leverLaws, leverPositions } from './behaviour/will/lever-laws.ts';
import { bodiesSettings } from './bodies-settings.ts';
import { commissioningSettings } from './commissioning-settings.ts';
import type { ParameterValues } from './evidence/parameters.ts';
import { mergerSettings } from './merger-settings.ts';
import { SPECIALTIES } from './place.ts';

/** The parameters that the phases read, as plain numbers under short names; units are in the names. */
export type Settings = ReturnType<typeof readSettings>;

/** @throws Error (an invariant of ours) when a parameter has no row */
export function readSettings(p: ParameterValues) {
  const value = (id: string): number => {
    const found = p[id];
    if (found === undefined) throw new Error(`no parameter row: ${id}`);
    return found;
  };
  const bySpecialty = (prefix: string): Float64Array =>
    Float64Array.from(SPECIALTIES, (specialty) => value(`${prefix}_${specialty}`));

  /** Mean price of all specialties times the specialty's ratio, pounds. */
  const priced = (mean: string, ratio: string): Float64Array =>
    bySpecialty(ratio).map((r) => value(mean) * r);

  return {
    // demography
    birthsPer1000: value('births_per_1000'),
    maleBirthShare: value('birth_male_share'),
    practiceChangePerWeek: value('voluntary_practice_change_per_year') / 52,
    hospitalDeathShare: value('hospital_death_share'),
    // emergencies
    seasonAmplitude: value('emergency_season_amplitude'),
    seasonPeakWeek: value('emergency_season_peak_week'),
    shortStayShare: value('emergency_short_stay_share'),
    caseCostVariation: value('case_cost_variation'),
    emergencyStayDays: value('emergency_mean_stay_days'),
    shortStayDays: value('emergency_short_stay_mean_days'),
    longStaySigma: value('emergency_long_stay_sigma'),
    stayAgeRatioPerDecade: value('emergency_stay_age_ratio_per_decade'),
    stayIndexLow: value('stay_index_low'),
    stayIndexHigh: value('stay_index_high'),
    stayTrendPerYear: value('stay_trend_per_year'),
    viaAeShare: value('emergency_via_ae_share'),
    emergencyDistancePerKm: -value('emergency_distance_per_km'),
    waitingEmergencyRatio: bySpecialty('waiting_emergency_ratio'),
    aeBreachBase: value('ae_breach_base'),
    aeBreachSpan: value('ae_breach_span'),
    aeBreachMidpoint: value('ae_breach_midpoint'),
    aeBreachSlope: value('ae_breach_slope'),
    bedCensusCv: value('bed_census_cv'),
    // referral
    needScale: value('need_scale'),
    meanReferralProbability: value('mean_referral_probability'),
    referralNoise: value('referral_noise'),
    practiceStyleSd: value('practice_style_sd'),
    practiceEmergencySd: value('practice_emergency_sd'),
    aWait: value('a_wait'),
    aBudget: value('a_budget'),
    aDemandManagement: value('a_dm'),
    salienceIndicative: value('salience_indicative'),
    salienceHard: value('salience_hard'),
    representPerWeek: value('represent_per_year') / 52,
    resolvePerWeek: value('resolve_per_year') / 52,
    urgentShare: value('urgent_share'),
    urgentSeverity: value('urgent_severity_threshold'),
    neverAttendedShare: value('referral_never_attended_share'),
    // choice
    choiceDistance: {
      linear: -value('beta_distance_per_km'),
      quadratic: value('beta_distance_squared_per_km2'),
      cubic: -value('beta_distance_cubed_per_km3'),
      capKm: value('distance_cap_km'),
    },
    betaWaitPerWeek: value('beta_wait_per_week'),
    betaQuality: value('beta_quality_per_sd'),
    habit: value('habit'),
    publicationLagWeeks: value('published_wait_lag_weeks'),
    // care
    conversion: bySpecialty('conversion'),
    stopAtFirstShare: value('non_admitted_stop_at_first'),
    diagnosticsMedianWeeks: value('diagnostics_median_weeks'),
    diagnosticsSigma: value('diagnostics_sigma'),
    relativeWait: bySpecialty('relative_wait'),
    openingBedDaysRatio: value('opening_bed_days_ratio'),
    startFirstOutpatientWeeks: value('start_first_outpatient_weeks'),
    startAdmissionWeeks: value('start_admission_weeks'),
    startDiagnosticsRatio: value('start_diagnostics_ratio'),
    removalFirstPerWeek: value('first_outpatient_removal_per_week'),
    removalPerWeek: value('removal_base_per_week'),
    removalWaitSlope: value('removal_wait_slope'),
    removalAgeSlope: value('removal_age_slope'),
    removalAffluenceRatio: value('removal_affluence_ratio'),
    removalSolvedShare: value('removal_solved_share'),
    followUpRatio: bySpecialty('follow_up_ratio'),
    followUpSlotWeight: value('follow_up_slot_weight'),
    /** Weekly share of the follow-ups still to come that fall due. */
    followUpPace: 1 / value('follow_up_delay_weeks'),
    dayCaseShare: bySpecialty('daycase_share'),
    electiveStayDays: value('elective_mean_stay_days'),
    electiveStayRatio: bySpecialty('elective_stay_ratio'),
    plannedDayCaseShare: value('planned_daycase_share'),
    outpatientHeadroom: bySpecialty('outpatient_headroom'),
    electiveHeadroom: bySpecialty('elective_headroom'),
    capacityGrowthMax: value('capacity_growth_max_per_year'),
    capacityCutMax: value('capacity_decline_max_per_year'),
    targetFirstWeeks: value('target_stage_first_outpatient_weeks'),
    targetDiagnosticsWeeks: value('target_stage_diagnostics_weeks'),
    targetAdmissionWeeks: value('target_stage_admission_weeks'),
    diagnosticsSpeedUpMax: value('diagnostics_speed_up_max_per_year'),
    backlogClearanceWeeks: value('backlog_clearance_weeks'),
    // utility
    needDecrement: bySpecialty('need_utility'),
    treatmentGain: bySpecialty('need_gain'),
    gainWithoutAdmission: value('need_gain_other_treatment'),
    residualYears: value('need_residual_years'),
    // money
    price: {
      first: priced('price_first_outpatient_pounds', 'price_ratio_first_outpatient'),
      followUp: priced('price_follow_up_pounds', 'price_ratio_follow_up'),
      dayCase: priced('price_day_case_pounds', 'price_ratio_day_case'),
      inpatient: priced('price_elective_pounds', 'price_ratio_elective'),
      emergencyShort: value('price_emergency_pounds') * value('price_emergency_short_stay_ratio'),
      emergencyLong:
        (value('price_emergency_pounds') *
          (1 - value('emergency_short_stay_share') * value('price_emergency_short_stay_ratio'))) /
        (1 - value('emergency_short_stay_share')),
      ae: value('price_ae_pounds'),
    },
    otherServicesLeastShare: value('other_services_least_share'),
    communityPerHead: value('community_spend_per_head_pounds'),
    primaryCarePerHead: value('primary_medical_spend_per_head_pounds'),
    prescribingPerHead: value('prescribing_spend_per_head_pounds'),
    variableCostShare: value('variable_cost_share'),
    openingMargin: value('trust_opening_margin'),
    tariffUplift: [
      value('tariff_uplift_2008_09'),
      value('tariff_uplift_2009_10'),
      value('tariff_uplift_2010_11'),
      value('tariff_uplift_2011_12'),
      value('tariff_uplift_2012_13'),
      value('tariff_uplift_later_per_year'),
    ],
    costInflation: value('cost_inflation_per_year'),
    trustEfficiency: value('efficiency_per_year'),
    allocationGrowthLater: value('allocation_growth_later_per_year'),
    shadowPricePurchaser: {
      low: value('lambda_low_purchaser'),
      high: value('lambda_high'),
      scale: value('lambda_scale_purchaser'),
    },
    shadowPriceProvider: {
      low: value('lambda_low_provider'),
      high: value('lambda_high'),
      scale: value('lambda_scale_provider'),
    },
    reservesWeight: value('reserves_weight'),
    /** Share of what is believed that a new quarter, or month, replaces. */
    boardLearnsPerQuarter: 1 / (4 * value('board_memory_years')),
    purchaserLearnsPerMonth: 4 / value('purchaser_margin_memory_weeks'),
    slotHoldingShare: value('slot_holding_share'),
    // what organisations want
    altruismProvider: value('altruism_provider'),
    altruismCommissioner: value('altruism_commissioner'),
    qalyValuePounds: value('qaly_value_pounds'),
    severityTreated: value('severity_of_treated'),
    visitShareOfBenefit: value('visit_share_of_benefit'),
    slotFillWeeks: value('slot_fill_weeks'),
    projection: {
      horizonWeeks: value('projection_horizon_weeks'),
      mostBetterWeeks: value('projection_most_better_weeks'),
      mostWorseWeeks: value('projection_most_worse_weeks'),
      longestWeeks: value('projection_longest_weeks'),
      newsWeight: value('projection_news_weight'),
    },
    targetPressure: {
      poundsPerWeek: value('target_relief_pounds_per_week'),
      midpointSlack: value('target_relief_midpoint_weeks'),
      scaleWeeks: value('target_relief_scale_weeks'),
      mostShareOfPrice: value('target_relief_most_share'),
      sanctionShare: value('target_sanction_share'),
      sanctionCertainty: value('target_sanction_certainty'),
    },
    shortfall: { share: value('plan_shortfall_share'), scale: value('plan_shortfall_scale') },
    // bodies
    relationStart: value('relation_start'),
    groupSize: value('group_of_practices_people'),
    /** By the form of a body, in the order of FORM. */
    internalisation: [
      0,
      value('internalisation_consortium'),
      value('internalisation_vertical'),
      value('internalisation_virtual'),
      value('internalisation_fluid'),
    ],
    internalisationMin: value('internalisation_min'),
    internalisationLostCommunity: value('internalisation_lost_community_outside'),
    salienceMember: value('salience_member'),
    // the law of adaptation
    leverScale: value('lever_scale'),
    ...bodiesSettings(value),
    mergers: mergerSettings(value),
    contracting: {
      billing: value('contract_billing_share'),
      priceTalks: value('contract_price_talks_share'),
    },
    assessment: {
      usual: value('rating_good_usual'),
      skill: value('rating_skill_weight'),
      balance: value('rating_balance_weight'),
      balanceScale: value('rating_balance_scale'),
      fullReadiness: value('authorisation_full_readiness'),
      directedReadiness: value('authorisation_directed_readiness'),
      noise: value('authorisation_noise'),
    },
    bargainedPrice: {
      withoutAlternative: value('price_without_alternative'),
      qualityPremium: value('price_quality_premium'),
    },
    levers: leverLaws(p),
    leverAt: leverPositions(),
    // commissioners, practices, relations, the national tier
    commissioning: commissioningSettings(value),
    hospital: hospitalSettings(value),
  };
}
