import { assumption, NO_SIZE, prototype, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const RELATIONS = `${LAWS_PROTOTYPE}: nothing is published on trust between organisations`;

/** Relations between organisations, turnaround, the national tier. */
export const RELATIONS_AND_POLITICS = topic('commissioner behaviour', [
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
