import { SPECIALTIES, type Specialty } from '../../place.ts';
import { assumption, background, NO_SIZE, prototype, type Row, row, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const PUBLIC_HEALTH_IDLE = 'the prototype of the organisational laws had about 10.6 pounds a head at rest';

/** What commissioners can do, what it brings, and how they bargain. */
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
    'demand_management_half',
    'Effort for demand management, over its reference, at which half of the most is achieved',
    'ratio',
    assumption(1, 0.5, 3, 'diminishing returns: the easy referrals are dealt with first; no published size'),
  ),
  row(
    'demand_management_cost_share',
    'Cost of the most intensive demand management',
    'share of allocation',
    assumption(0.002, 0.001, 0.005, 'a referral management centre of a district: about two pounds a head'),
  ),
  row(
    'package_outside_share',
    'Operations outside a core package, of those of specialties that have treatments of low priority',
    'share',
    assumption(
      0.05,
      0,
      0.1,
      'the Audit Commission found £179m to about £500m a year to save on treatments of low clinical value, https://vdocuments.mx/reducing-spending-on-low-clinical-value-archiveaudit-commission-reducing-spending.html, which is 2 to 6% of the £7.8bn that 128.9 planned admissions per 1,000 cost at the tariff; lists differed from trust to trust, and the one most used (Croydon, 34 treatments) is remembered as 3 to 10% of activity',
    ),
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
    'Operations bought outside in the base year, over operations from the list',
    'share',
    background(
      0.025,
      0.015,
      0.04,
      'independent centres did some 2.5% of the planned operations that the service paid for in 2008-09',
    ),
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
