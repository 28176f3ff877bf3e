import { SPECIALTIES, type Specialty } from '../../place.ts';
import { assumption, background, calibrated, type Row, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const NO_SIZE = 'by judgement; no published size';
const PUBLIC_HEALTH_IDLE = 'the prototype of the organisational laws had about 10.6 pounds a head at rest';
const AUDIT = 'http://www.biomedcentral.com/1472-6963/5/50/table/T4';
const TORFAEN = 'https://pubmed.ncbi.nlm.nih.gov/21902906/?dopt=Abstract';
const RELATIONS = `${LAWS_PROTOTYPE}: nothing is published on trust between organisations`;

/** Commissioners, practices, what they are to each other, and the national tier above them. */
export const COMMISSIONER_BEHAVIOUR = topic('commissioner behaviour', [
  // what a commissioner can do
  prototype(
    'demand_management_reference',
    'Demand management in the base year, 0 to 1: part of its referral rates',
    'intensity',
    0.26,
    0.1,
    0.5,
  ),
  row(
    'demand_management_cost_share',
    'Cost of the most intensive demand management',
    'share of allocation',
    assumption(0.002, 0.001, 0.005, 'a referral management centre of a district: about two pounds a head'),
  ),
  row(
    'referral_health_loss_qalys',
    'Health that a commissioner reckons a referral avoided to cost',
    'QALYs',
    assumption(0.05, 0, 0.1, LAWS_PROTOTYPE),
  ),
  row(
    'referrals_per_threshold',
    'Fall of the log of referrals per unit of the referral threshold, as commissioners reckon',
    'ratio',
    assumption(
      1.3,
      1,
      1.6,
      'derived: the slope of the mean referral probability over that probability, at a noise of 0.22',
    ),
  ),
  prototype(
    'visits_leading_to_operation',
    'Operations that a commissioner expects of a referral',
    'share',
    0.36,
    0.2,
    0.5,
  ),
  row(
    'community_places_share',
    'Places in community clinics that the base year has, over referrals',
    'share',
    assumption(0.04, 0.02, 0.08, 'the prototype had about 60 places for 1,600 referrals of a week and place'),
  ),
  prototype(
    'community_relief_share',
    'Relief of a hospital clinic’s target by a place in a community clinic',
    'share',
    0.3,
    0.15,
    0.5,
  ),
  row(
    'community_place_saturation',
    'Share of referrals at which more places in community clinics are seldom used',
    'share',
    assumption(0.3, 0.15, 0.5, LAWS_PROTOTYPE),
  ),
  row(
    'community_longest_weeks',
    'Weeks of a community clinic’s list beyond which general practitioners refer to hospital instead',
    'weeks',
    assumption(6, 2, 12, 'such clinics promised short waits'),
  ),
  row(
    'community_nearness',
    'Fall of the referral threshold when places near by could take all referrals',
    'severity 0 to 1',
    assumption(
      0.04,
      0,
      0.1,
      'community specialists both replace hospital visits and add referrals; size by judgement',
    ),
  ),
  row(
    'community_specialist_visits_per_year',
    'First visits of a community specialist in a year',
    'visits',
    assumption(1000, 600, 1500, 'five clinics a week of five or six new patients'),
  ),
  ...suitableRows(),
  prototype(
    'long_term_care_pounds_per_head',
    'Community care of long-term conditions in the base year, the part a commissioner may move',
    'pounds a head',
    16.8,
    8,
    30,
  ),
  prototype(
    'long_term_care_gain',
    'Rise of control that unlimited community care of long-term conditions would bring',
    'control 0 to 1',
    0.3,
    0,
    0.5,
  ),
  prototype(
    'long_term_care_half_pounds',
    'Pounds a head at which half of that is reached',
    'pounds a head',
    15,
    8,
    30,
  ),
  row(
    'control_qalys_per_head',
    'Health that a unit of control is reckoned to bring',
    'QALYs per head a year',
    assumption(0.012, 0, 0.024, LAWS_PROTOTYPE),
  ),
  row(
    'public_health_pounds_per_head',
    'Public-health spending in the base year, the part a commissioner may move',
    'pounds a head',
    assumption(10.6, 5, 20, PUBLIC_HEALTH_IDLE),
  ),
  row(
    'public_health_elasticity',
    'Fall of the log of onset of long-term conditions per log of public-health spending',
    'ratio',
    assumption(0.03, 0, 0.06, NO_SIZE),
  ),
  row(
    'prevention_lag_years',
    'Time constant of public health’s effect on onset',
    'years',
    assumption(6, 3, 12, LAWS_PROTOTYPE),
  ),
  row(
    'public_health_qalys_per_head',
    'Health that commissioners reckon a log of public-health spending to bring',
    'QALYs per head a year',
    assumption(0.0006, 0, 0.0015, 'onset 3% lower for people whose conditions cost a fiftieth of a QALY'),
  ),
  row(
    'purchaser_discount_per_year',
    'Discount of later savings by a public purse',
    'share a year',
    assumption(0.1, 0.035, 0.2, 'budgets are yearly; the prototype used a tenth'),
  ),
  row(
    'purchase_reference_share',
    'Operations bought outside for each unit of the lever above its reference, over operations from the list',
    'share',
    assumption(0.06, 0.02, 0.12, 'independent centres did a few per cent of the planned operations'),
  ),
  row(
    'purchase_price_ratio',
    'Price of an operation bought outside over the tariff, for the first',
    'ratio',
    assumption(1.15, 1, 1.4, LAWS_PROTOTYPE),
  ),
  row(
    'purchase_price_slope',
    'Share of operations bought outside that doubles their price',
    'share',
    assumption(0.1, 0.05, 0.2, `${LAWS_PROTOTYPE}: a rising supply price`),
  ),
  row(
    'purchase_health_qalys',
    'Health that an operation bought outside is reckoned to bring by its wait',
    'QALYs',
    assumption(0.07, 0, 0.14, LAWS_PROTOTYPE),
  ),
  row(
    'purchase_relief_ratio',
    'Relief from targets of an operation bought outside over that of one more slot',
    'ratio',
    assumption(1.2, 0.8, 1.5, `${LAWS_PROTOTYPE}: it goes to those who wait longest`),
  ),
  row(
    'emergencies_by_conditions_share',
    'Part of emergencies that conditions which public health can prevent account for, as commissioners reckon',
    'share',
    assumption(0.5, 0.3, 0.7, 'people with long-term conditions have about half of all emergencies'),
  ),
  row(
    'joint_work_qalys',
    'Health that a commissioner reckons an emergency avoided by joint work to bring',
    'QALYs',
    assumption(0.02, 0, 0.04, LAWS_PROTOTYPE),
  ),
  row(
    'joint_work_cost_share',
    'Cost of a commissioner’s joint work with trusts in the base year',
    'share of allocation',
    assumption(0.002, 0.001, 0.005, LAWS_PROTOTYPE),
  ),
  pinned('lever_lowest_contract_volume'),
  pinned('lever_highest_contract_volume'),
  row(
    'lever_lowest_waiting_list_purchases',
    'Least of operations bought outside: none beyond those of the base year',
    'ratio',
    assumption(1, 1, 1, 'what the base year bought is part of its capacity'),
  ),
  // bargaining
  row(
    'bargaining_growth_max',
    'Largest growth of the planned volume that a side asks for',
    'ln a year',
    assumption(0.05, 0.02, 0.1, NO_SIZE),
  ),
  row(
    'bargaining_weight_start',
    'Weight of the commissioner in bargaining between equals',
    'share',
    background(0.5, 0.3, 0.7, 'no English estimate found'),
  ),
  row('bargaining_skill', 'Bargaining power of skill', 'log odds', assumption(2, 0, 4, NO_SIZE)),
  row(
    'bargaining_information',
    'Bargaining power of general practitioners’ engagement',
    'log odds',
    assumption(1, 0, 2, NO_SIZE),
  ),
  row(
    'bargaining_dependence',
    'Bargaining power lost by dependence on one trust',
    'log odds',
    assumption(
      1,
      0,
      2,
      'commissioners rarely change or challenge a provider, http://www.biomedcentral.com/1472-6963/13/S1/S2/abstract',
    ),
  ),
  row(
    'contracting_skill_provider',
    'Skill of trusts in contracting',
    'share',
    assumption(0.6, 0.4, 0.8, NO_SIZE),
  ),
  row(
    'commissioning_skill_start',
    'Skill of commissioners',
    'share',
    assumption(0.6, 0.4, 0.8, LAWS_PROTOTYPE),
  ),
  row(
    'challenge_share',
    'Part of the price above plan that a commissioner with all the power would strike out',
    'share',
    assumption(0.1, 0, 0.3, 'coding errors of 8 to 9% bound it'),
  ),
  // what practices can do
  prototype(
    'control_reference',
    'Proactive care of long-term conditions in the base year',
    'control 0 to 1',
    0.6,
    0.4,
    0.8,
  ),
  row(
    'control_lag_years',
    'Time constant of proactive care',
    'years',
    assumption(
      2,
      1,
      6,
      'a quality framework cut avoidable admissions by 2.7% in its first and 8.0% in its seventh year, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e',
    ),
  ),
  row(
    'control_effort_gain',
    'Rise of control per log of effort in proactive care',
    'control 0 to 1',
    calibrated(
      0.25,
      0,
      0.4,
      'set by hand so that control alone gives the published 8.0% (6.9 to 9.1) fewer sensitive emergencies after seven years of pay for quality; with the whole model running it was about 4%',
    ),
  ),
  row(
    'acsc_elasticity',
    'Fall of the log of ambulatory-care sensitive emergencies per unit of control',
    'ratio',
    calibrated(
      1.1,
      0,
      2,
      'sensitive emergencies 8.0% lower (6.9 to 9.1) after seven years of pay for quality, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e',
    ),
  ),
  row(
    'case_finding',
    'Rise of the log of sensitive emergencies per unit of control still to come: unmet need is found first',
    'ratio',
    assumption(0.2, 0, 0.5, NO_SIZE),
  ),
  row(
    'case_finding_referrals',
    'Fall of the referral threshold per unit of control still to come',
    'severity 0 to 1',
    assumption(0.1, 0, 0.3, NO_SIZE),
  ),
  row(
    'control_on_deaths',
    'Part of the deaths of emergencies avoided that is avoided too',
    'share',
    assumption(0, 0, 0.5, 'proactive care has not been shown to lower deaths'),
  ),
  row(
    'specialist_support_gain',
    'Rise of control per community specialist per 100,000 where clinicians get on perfectly',
    'control 0 to 1',
    assumption(0.005, 0, 0.01, NO_SIZE),
  ),
  row(
    'clinical_relation_gain',
    'Rise of control per unit of the relation of general practitioners and consultants',
    'control 0 to 1',
    assumption(0.05, 0, 0.1, NO_SIZE),
  ),
  row(
    'proactive_care_pounds_per_head',
    'Money base of proactive care: what it costs a practice in the base year',
    'pounds a head',
    assumption(7, 4, 16, LAWS_PROTOTYPE),
  ),
  row(
    'qof_pounds_per_head',
    'Pay for quality under the contract of 2004',
    'pounds a head',
    sourced(
      18.5,
      17,
      20,
      'derived: 119,000 pounds a practice (https://www.digitalhealth.net/2007/09/english-practices-earn-119000-a-year-from-qof/) over 6,422 people',
    ),
  ),
  row(
    'qof_access_share',
    'Part of pay for quality that rewards access',
    'share',
    assumption(0.06, 0, 0.1, '58.5 of 1,000 points from 2008-09, remembered'),
  ),
  row(
    'emergency_margin',
    'Most by which effort can raise sensitive emergencies over the base year',
    'ratio',
    assumption(1.2, 1.2, 1.2, 'a bound of the weekly draw, not an effect'),
  ),
  row(
    'onset_margin',
    'Most by which effort can raise onset over the base year',
    'ratio',
    assumption(1.06, 1.06, 1.06, 'a bound of the weekly draw, not an effect'),
  ),
  row(
    'peer_review_pounds_per_head',
    'Cost of review of referrals among practices at its most intensive',
    'pounds a head',
    assumption(1, 0.5, 3, 'an hour a week of each general practitioner, paid'),
  ),
  row(
    'prescribing_elasticity',
    'Fall of the log of prescribing cost per log of effort in prescribing',
    'ratio',
    assumption(0.03, 0, 0.06, 'budgets moved prescribing by a few per cent; size by judgement'),
  ),
  row(
    'prescribing_effort_share',
    'Money base of economy in prescribing',
    'share of prescribing',
    assumption(0.03, 0.01, 0.06, NO_SIZE),
  ),
  row(
    'access_pounds_per_head',
    'Money base of hours of access',
    'pounds a head',
    assumption(5, 2, 10, NO_SIZE),
  ),
  row(
    'access_qalys_per_head',
    'Health that easier access is reckoned to bring per log of hours',
    'QALYs per head a year',
    assumption(0.0004, 0, 0.001, NO_SIZE),
  ),
  row(
    'ae_access_elasticity',
    'Fall of the log of attendances that end at home per log of access to general practice',
    'ratio',
    assumption(
      0.15,
      0,
      0.3,
      'demand of low urgency answers waits with -0.25 in Australia, https://topsight.net/paper/W2302278767',
    ),
  ),
  row(
    'gp_time_proactive',
    'Share of a practice’s time that proactive care takes at its reference',
    'share',
    assumption(0.15, 0.05, 0.3, NO_SIZE),
  ),
  row(
    'gp_time_access',
    'Share of a practice’s time that longer hours add, per log of hours',
    'share',
    assumption(0.3, 0.1, 0.6, 'longer hours spread the same doctors thinner'),
  ),
  row(
    'gp_time_peer',
    'Share of a practice’s time that peer review takes at its most intensive',
    'share',
    assumption(0.02, 0.01, 0.05, 'an hour a week'),
  ),
  row(
    'gp_time_community',
    'Share of a practice’s time that is needed when a tenth of referrals is seen outside hospital',
    'share',
    assumption(0.01, 0, 0.03, 'work moved out of hospital comes back to general practice in part'),
  ),
  row(
    'savings_weight',
    'Part of a practice budget’s salience that rests on savings being its own and paid',
    'share',
    assumption(0.5, 0, 1, 'the rest rests on not overspending'),
  ),
  // programmes
  row(
    'case_management_conditions',
    'Long-term conditions from which on somebody is a case to be managed',
    'conditions',
    assumption(4, 3, 6, 'about one in forty residents'),
  ),
  row(
    'case_management_reach',
    'Share of these that the most intensive programme manages',
    'share',
    assumption(0.6, 0.3, 0.9, NO_SIZE),
  ),
  row(
    'case_management_control',
    'Rise of control of those managed',
    'control 0 to 1',
    assumption(0.2, 0, 0.4, `${NO_SIZE}; what pilots measured is kept for comparison`),
  ),
  row(
    'case_management_substitution',
    'Share of routine referrals of those managed that care at home replaces',
    'share',
    assumption(0.1, 0, 0.3, `${NO_SIZE}; what pilots measured is kept for comparison`),
  ),
  row(
    'case_management_pounds_per_person',
    'Cost of managing a case',
    'pounds a year',
    assumption(600, 300, 1200, 'a case load of fifty for a community matron'),
  ),
  // audit and peers
  row(
    'audit_ratio',
    'Ratio of non-compliance with good practice under audit and feedback throughout',
    'ratio',
    sourced(0.85, 0.74, 1, AUDIT),
  ),
  row(
    'audit_memory_years',
    'Time constant of what audit and feedback builds up, and of its fading',
    'years',
    assumption(1, 0.5, 3, `peer review reverted when funding stopped, ${TORFAEN}`),
  ),
  row(
    'clinical_governance_reference',
    'Clinical governance in the base year',
    'intensity',
    assumption(0.3, 0.3, 0.3, 'the setting of the base year: what it does is part of all base-year figures'),
  ),
  row(
    'clinical_governance_pounds_per_head',
    'Cost of clinical governance throughout',
    'pounds a head',
    assumption(3, 1, 6, 'staff for audit, and clinicians’ time'),
  ),
  row(
    'peer_pull_per_year',
    'Rate at which those who refer most are pulled towards the best quarter under peer review throughout',
    'per year',
    calibrated(
      1.6,
      0,
      3,
      `referrals a tenth to a fifth lower while review is weekly and paid (22% where it was first tried, uncontrolled), ${TORFAEN}`,
    ),
  ),
  row(
    'peer_pull_memory_years',
    'Time constant with which that pull is forgotten',
    'years',
    assumption(1, 0.5, 3, `reverted when funding stopped, ${TORFAEN}`),
  ),
  // relations
  row(
    'joint_effort_commissioner',
    'Joint-working effort of commissioners in the base year',
    'effort 0 to 1',
    assumption(0.36, 0.2, 0.6, RELATIONS),
  ),
  row(
    'joint_effort_provider',
    'Joint-working effort of trusts in the base year',
    'effort 0 to 1',
    assumption(0.4, 0.2, 0.6, RELATIONS),
  ),
  row('relation_up', 'Rise of a relation by joint work', 'per month', assumption(0.1, 0.04, 0.2, RELATIONS)),
  row('relation_down', 'Fall of a relation by disputes', 'per month', assumption(0.1, 0.04, 0.2, RELATIONS)),
  row(
    'relation_memory_months',
    'Time constant with which a relation returns to the culture of the place',
    'months',
    assumption(36, 18, 72, RELATIONS),
  ),
  row(
    'culture_memory_years',
    'Time constant of the culture of a place',
    'years',
    assumption(10, 5, 20, RELATIONS),
  ),
  row(
    'dispute_ordinary',
    'Disputes that a commissioner and a trust always have',
    'disputes 0 to 1',
    assumption(0.38, 0, 0.6, 'such that the relation of the base year is about at rest under its joint work'),
  ),
  row(
    'dispute_gap_weight',
    'Disputes per unit of the gap between what two sides ask for, over the most a side asks for',
    'ratio',
    assumption(0.25, 0.1, 0.5, RELATIONS),
  ),
  row(
    'dispute_deficit_weight',
    'Disputes at a commissioner’s deficit of 2%',
    'ratio',
    assumption(0.5, 0.2, 1, RELATIONS),
  ),
  row(
    'clinical_dispute_share',
    'Part of the managers’ disputes that clinicians feel',
    'share',
    assumption(0.25, 0, 0.5, RELATIONS),
  ),
  row(
    'clinical_joint_work',
    'Joint work of general practitioners and consultants in the base year',
    'effort 0 to 1',
    assumption(0.095, 0, 0.3, 'such that the relation of clinicians is about at rest in the base year'),
  ),
  row(
    'clinical_collaboration_gain',
    'Joint work that joint clinics and shared audit throughout add',
    'effort 0 to 1',
    assumption(0.5, 0, 1, RELATIONS),
  ),
  row(
    'friction_share',
    'Cost of dealing with partners one does not get on with at all',
    'share of hospital spend',
    assumption(0.03, 0, 0.04, RELATIONS),
  ),
  prototype(
    'joint_work_emergencies',
    'Share of emergencies that perfect joint work would avoid',
    'share',
    0.12,
    0,
    0.2,
  ),
  prototype('joint_work_stays', 'Share of stays that perfect joint work would save', 'share', 0.1, 0, 0.15),
  // turnaround
  row(
    'turnaround_step',
    'Largest step of turnaround in a quarter',
    'share',
    assumption(0.1, 0.05, 0.2, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_margin',
    'Deficit at which turnaround neither grows nor fades',
    'share of income',
    assumption(0.004, 0, 0.01, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_scale',
    'Margin over which the step turns',
    'share of income',
    assumption(0.006, 0.003, 0.012, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_threshold',
    'Rise of referral thresholds in full turnaround',
    'severity 0 to 1',
    assumption(0.05, 0, 0.1, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_other_cut',
    'Cut of other services in full turnaround',
    'share',
    assumption(0.05, 0, 0.1, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_attention',
    'Attention that full turnaround draws to economy',
    'ratio',
    assumption(0.5, 0, 1, NO_SIZE),
  ),
  // the national tier
  row(
    'political_shocks_per_year',
    'Priorities that ministers make loud',
    'per year',
    assumption(0.5, 0, 2, NO_SIZE),
  ),
  row(
    'political_loudness',
    'Extra attention to the levers of a loud priority',
    'ratio',
    assumption(0.5, 0, 1, NO_SIZE),
  ),
  row('political_weeks', 'Weeks for which a priority is loud', 'weeks', assumption(52, 26, 104, NO_SIZE)),
  row(
    'insulation_national_board',
    'Share of political shocks that an independent national board keeps off',
    'share',
    assumption(0.6, 0.2, 0.9, NO_SIZE),
  ),
  row(
    'insulation_executive_board',
    'Share of a priority’s loudness that a national executive board keeps off',
    'share',
    assumption(0.4, 0, 0.7, NO_SIZE),
  ),
  row(
    'target_force_lost',
    'Share of the force of targets that is lost where ministers are kept off entirely',
    'share',
    assumption(0.4, 0, 0.8, `${NO_SIZE}; wide on purpose`),
  ),
  row(
    'guarantee_uptake',
    'Share a week of those over the guaranteed wait who go elsewhere',
    'share',
    assumption(0.1, 0.02, 0.3, NO_SIZE),
  ),
  row(
    'guarantee_uptake_charter',
    'The same where a charter tells people what they may expect',
    'share',
    assumption(0.25, 0.05, 0.6, NO_SIZE),
  ),
  row(
    'constitution_protection',
    'Part of money’s influence on referral thresholds that a constitution’s common package takes away',
    'share',
    assumption(0.3, 0, 0.7, NO_SIZE),
  ),
  row(
    'accountability_board',
    'Force of pay and peers where a national board holds practices to account, over a local trust',
    'ratio',
    assumption(0.85, 0.6, 1.1, NO_SIZE),
  ),
  row(
    'accountability_delegated',
    'The same where the board delegates it to the group of practices',
    'ratio',
    assumption(1.1, 0.9, 1.3, NO_SIZE),
  ),
  row(
    'accountability_group',
    'The same where the group holds its members’ contracts',
    'ratio',
    assumption(0.9, 0.6, 1.2, `${NO_SIZE}: nearer, and judge in its own case`),
  ),
  row(
    'delayed_bed_day_share',
    'Bed-days of people whose discharge is delayed',
    'share',
    sourced(
      0.042,
      0.035,
      0.05,
      'derived: 1,737,475 bed-days in a year (https://hansard.parliament.uk/Commons/2008-12-17/debates/081217112000030/HospitalBeds) over 135,000 beds in use five sixths',
    ),
  ),
  row(
    'delayed_by_social_care_share',
    'Part of these that social care causes',
    'share',
    sourced(
      0.26,
      0.2,
      0.32,
      'https://publications.parliament.uk/pa/cm201314/cmselect/cmhealth/171/171we11.htm',
    ),
  ),
  row(
    'delay_partner',
    'Delays by social care where the council is a partner, over those of the base year',
    'ratio',
    assumption(0.6, 0.15, 1, 'the lowest tenth of councils had a seventh of the mean: judgement between'),
  ),
  row(
    'delay_adversary',
    'Delays by social care where the council is an adversary, over those of the base year',
    'ratio',
    assumption(1.8, 1, 3.2, 'the highest tenth of councils had over three times the mean: judgement between'),
  ),
]);

function suitableRows(): Row[] {
  const shares: Readonly<Record<Specialty, number>> = {
    orthopaedics: 0.3,
    ophthalmology: 0.25,
    general_surgery: 0.1,
    urology_gynaecology: 0.2,
    cardiology: 0.2,
    general_medicine: 0.25,
    dermatology_ent: 0.4,
    other: 0.15,
  };
  return SPECIALTIES.map((specialty) =>
    row(
      `community_suitable_${specialty}`,
      `Share of routine referrals that a community clinic could see: ${specialty.replaceAll('_', ' ')}`,
      'share',
      assumption(shares[specialty], shares[specialty] / 2, shares[specialty] * 1.6, NO_SIZE),
    ),
  );
}

/** A lever whose level stays at its reference: its pay-off speaks at the bargaining table only. */
function pinned(id: string): Row {
  return row(
    id,
    'The volume asked for is bargained yearly: the lever itself stays at its reference',
    'ratio',
    assumption(1, 1, 1, 'bargaining, model description 6.3'),
  );
}

/** A value of the prototype of the organisational laws: tested there, without a published size. */
function prototype(id: string, label: string, unit: string, value: number, low: number, high: number): Row {
  return row(id, label, unit, assumption(value, low, high, LAWS_PROTOTYPE));
}
