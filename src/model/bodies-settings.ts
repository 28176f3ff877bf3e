import { detPow } from '../kernel/deterministic-math.ts';
import { AGE_YEARS } from './population/people.ts';

/**
 * Parameters of bodies, how they form and what people and bodies do where people choose, as plain numbers.
 * @param value a parameter by id; throws when there is no such row
 */
export function bodiesSettings(value: (id: string) => number) {
  return {
    memberTradeLeast: value('member_trade_least'),
    steeringWeight: value('steering_weight'),
    disruption: {
      size: value('disruption_size'),
      weeklyFactor: detPow(0.5, 1 / value('disruption_half_life_weeks')),
      imposed: value('disruption_imposed_ratio'),
      shake: value('disruption_shake'),
      poundsPerHead: value('structural_change_pounds_per_head'),
      closingPoundsPerHead: value('closing_authority_pounds_per_head'),
      /** By the form of a body, in the order of FORM. */
      byForm: [
        0,
        value('disruption_part_consortium'),
        1,
        value('disruption_part_virtual'),
        value('disruption_part_fluid'),
      ],
    },
    formation: {
      vote: value('formation_vote_yes'),
      stubbornQuarters: value('formation_stubborn_quarters'),
      tryPerQuarter: value('formation_try_per_quarter'),
      imitation: value('formation_imitation'),
      relationLeast: value('formation_relation_least'),
      delayWeeks: value('formation_delay_weeks'),
      afterFailureWeeks: value('formation_after_failure_weeks'),
    },
    readiness: {
      start: value('readiness_start'),
      spread: value('readiness_spread'),
      engagement: value('readiness_engagement_per_quarter'),
      perPound: value('readiness_per_development_pound'),
      practice: value('readiness_practice_per_quarter'),
      support: value('consortium_support'),
    },
    attrition: {
      kept: value('skill_lost_functions_kept'),
      runDown: value('skill_lost_run_down'),
      socialEnterprise: value('skill_kept_social_enterprise'),
      rebuiltYears: value('skill_rebuilt_years'),
      announcementWeeks: value('announcement_unsettles_weeks'),
    },
    board: {
      altruismGeneralPractice: value('board_altruism_general_practice'),
      altruismCommunity: value('board_altruism_community'),
      voiceLeast: value('board_voice_least'),
      voiceSlope: value('board_voice_slope'),
      councilDelayAdvisory: value('council_delay_advisory'),
      councilDelayElected: value('council_delay_elected'),
    },
    failure: {
      loanShare: value('loan_deficit_share'),
      administrationShare: value('administration_deficit_share'),
    },
    loans: { interest: value('loan_interest'), repaid: value('loan_repaid_share') },
    enrolment: {
      inertia: value('system_inertia'),
      perKm: value('system_distance_per_km'),
      /** [age] factor on the chance of thinking about another system. */
      byAge: Float64Array.from({ length: AGE_YEARS }, (_, age) =>
        detPow(
          value('system_review_age_ratio_per_decade'),
          Math.max(0, age - value('system_review_typical_age')) / 10,
        ),
      ),
      experience: value('system_review_after_bad_experience'),
      apart: value('system_review_apart_ratio'),
      launch: value('system_review_launch_ratio'),
    },
    selection: {
      basePounds: value('selection_base_pounds'),
      reference: value('selection_reference'),
      skimp: value('selection_skimp'),
      weighedOneIn: value('selection_weighed_one_in'),
      effortSlope: value('selection_effort_slope'),
      finePounds: value('selection_fine_pounds'),
      finePerHeadPounds: value('selection_fine_per_head_pounds'),
      costPerHeadPounds: value('selection_cost_per_head_pounds'),
    },
    prevention: {
      basePounds: value('body_prevention_base_pounds'),
      elasticity: value('body_prevention_saving_elasticity'),
      sensitiveElasticity: value('body_prevention_sensitive_elasticity'),
      lagYears: value('body_prevention_lag_years'),
      discount: value('body_prevention_discount'),
      qalysPerPound: value('body_prevention_qalys_per_pound'),
    },
  };
}
