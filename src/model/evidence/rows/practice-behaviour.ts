import { assumption, before, NO_SIZE, prototype, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const AUDIT = 'http://www.biomedcentral.com/1472-6963/5/50/table/T4';
const TORFAEN = 'https://pubmed.ncbi.nlm.nih.gov/21902906/?dopt=Abstract';

/** What practices can do, programmes for them, audit and peers. */
export const PRACTICE_BEHAVIOUR = topic('commissioner behaviour', [
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
    before(
      2,
      assumption(
        1,
        1,
        6,
        'data/calibration/behaviour.yaml: a quality framework cut avoidable admissions by 2.7% in its first and 8.0% in its seventh year, which leave it wide, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e; the fit runs into the lower end, as nothing sooner is believed',
      ),
    ),
  ),
  row(
    'control_effort_gain',
    'Rise of control per log of effort in proactive care',
    'control 0 to 1',
    before(
      0.1,
      assumption(
        0.25,
        0,
        0.4,
        'sized by hand to B33, so that control alone gave the published 8.0% (6.9 to 9.1) fewer sensitive emergencies after seven years of pay for quality; what the whole model gives is fitted by acsc_elasticity; by judgement alone 0.1 (0 to 0.2)',
      ),
    ),
  ),
  row(
    'acsc_elasticity',
    'Fall of the log of ambulatory-care sensitive emergencies per unit of control',
    'ratio',
    before(
      0.8,
      assumption(
        1.53,
        0,
        2,
        'data/calibration/behaviour.yaml: sensitive emergencies 8.0% lower (6.9 to 9.1) after seven years of pay for quality, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e; by judgement alone 0.8 (0 to 1.6)',
      ),
    ),
  ),
  row(
    'case_finding',
    'Rise of the log of sensitive emergencies per unit of control still to come: unmet need is found first',
    'ratio',
    before(
      0.2,
      assumption(
        0.01,
        0,
        0.5,
        'data/calibration/behaviour.yaml: sensitive emergencies 2.7% lower (1.6 to 3.8) in the first year of pay for quality, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e; by judgement alone 0.2',
      ),
    ),
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
    'gp_time_scarcity_most',
    'Most that scarcity of doctors multiplies or divides the time that added work takes',
    'ratio',
    assumption(
      2,
      1.5,
      3,
      'lists a doctor differ two-fold, beyond that a post is vacant for a while; by judgement',
    ),
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
    before(
      0.8,
      assumption(
        1.6,
        0,
        3,
        `sized by hand to B30: referrals a tenth to a fifth lower while review is weekly and paid (22% where it was first tried, uncontrolled), ${TORFAEN}; by judgement alone 0.8 (0.3 to 1.5)`,
      ),
    ),
  ),
  row(
    'peer_pull_memory_years',
    'Time constant with which that pull is forgotten',
    'years',
    assumption(1, 0.5, 3, `reverted when funding stopped, ${TORFAEN}`),
  ),
]);
