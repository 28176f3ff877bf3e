import { assumption, calibrated, NO_SIZE, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const INSURERS = 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5602030';
const BY_INSTITUTIONS = 'stage institutions, data/calibration/institutions.yaml';
const SWITCHING_BY_AGE =
  'derived: people of 25 to 44 change insurer ten times as often as those over 75, https://www.cambridge.org/core/product/4233645D2A649F9FF67A00E0D55470BC';

/** When people leave a system for another, and what bodies do to whom they would have: steering, selection, prevention. */
export const CHOICE_OF_SYSTEM = topic('bodies', [
  row(
    'system_inertia',
    'Attraction of the system that one belongs to, over a like one',
    'utility',
    assumption(
      1.5,
      0.5,
      3,
      `few leave: 4 to 8% of all a year where the choice is between insurers, ${INSURERS}; scale of a logit by judgement`,
    ),
  ),
  row(
    'system_distance_per_km',
    'Loss of attraction of a system for each kilometre to its hospital',
    'utility per km',
    assumption(0.1, 0.05, 0.25, LAWS_PROTOTYPE),
  ),
  row(
    'system_review_age_ratio_per_decade',
    'Chance of thinking about another system, for each ten years of age',
    'ratio',
    sourced(0.6, 0.5, 0.8, SWITCHING_BY_AGE),
  ),
  row(
    'system_review_typical_age',
    'Age up to which people think about another system as often as the review rate says',
    'years',
    assumption(40, 25, 60, 'about the mean age'),
  ),
  row(
    'system_review_after_bad_experience',
    'Chance of thinking about another system while waiting beyond the target, over the usual',
    'ratio',
    assumption(
      2.2,
      1,
      4.85,
      'by judgement half of the log of 4.85 (its square root): people with the least trust in their doctor leave a practice 4.85 times as often as those with the most, http://www.biomedcentral.com/1471-2296/14/89/table/T1 ; a long wait is no such distrust, and no source has what waits do',
    ),
  ),
  row(
    'system_review_apart_ratio',
    'Chance of thinking about another system where one’s practice is not at stake, over the review rate',
    'ratio',
    calibrated(
      2.86,
      1,
      6,
      `6.5% of people change in a later year, the middle of the band of B42 (4 to 8 published), ${INSURERS}; ${BY_INSTITUTIONS}`,
    ),
  ),
  row(
    'system_review_launch_ratio',
    'Chance of thinking about another system in the first year of one’s own, over later years',
    'ratio',
    calibrated(
      3.14,
      1,
      8,
      `17.5% of people change when the choice is new, the middle of the band of B42 (18 published), ${INSURERS}; ${BY_INSTITUTIONS}`,
    ),
  ),
  row(
    'steering_weight',
    'Attraction of a body’s own hospital where it steers as strongly as it can',
    'utility',
    assumption(2, 0, 4, NO_SIZE),
  ),
  row(
    'selection_base_pounds',
    'Money base of selection',
    'pounds per person',
    assumption(8, 4, 16, LAWS_PROTOTYPE),
  ),
  row(
    'selection_reference',
    'Effort at selection at the start',
    'share',
    assumption(0.02, 0.005, 0.05, LAWS_PROTOTYPE),
  ),
  row(
    'selection_skimp',
    'Difference of attraction that full effort at selection makes to a person whose margin is the mean cost',
    'utility',
    assumption(2, 0, 4, NO_SIZE),
  ),
  row(
    'selection_fine_pounds',
    'Fine for a refusal that is found, in the money of the first year',
    'pounds',
    assumption(1000, 200, 5000, 'about what a year of a person costs'),
  ),
  row(
    'selection_fine_per_head_pounds',
    'Fines that a body expects where all refusals are found, per person enrolled',
    'pounds per person',
    assumption(20, 5, 60, LAWS_PROTOTYPE),
  ),
  row(
    'selection_cost_per_head_pounds',
    'Cost of full effort at selection',
    'pounds per person a year',
    assumption(5, 1, 15, LAWS_PROTOTYPE),
  ),
  row(
    'body_prevention_base_pounds',
    'Spending on prevention that the lever of bodies is counted from',
    'pounds per person a year',
    assumption(15, 5, 30, LAWS_PROTOTYPE),
  ),
  row(
    'body_prevention_saving_elasticity',
    'Fall of hospital cost for each log unit of prevention',
    'share',
    assumption(0.03, 0, 0.08, 'no published size; small against most claims'),
  ),
  row(
    'body_prevention_sensitive_elasticity',
    'Fall of avoidable emergencies for each log unit of prevention',
    'share',
    assumption(
      0.1,
      0,
      0.2,
      'by judgement: spending 2.7 times as much would lower them by 10%; another thing, incentives in general practice, lowered them by 8% in seven years, https://pure.york.ac.uk/portal/en/publications/effect-of-a-national-primary-care-pay-for-performance-scheme-on-e',
    ),
  ),
  row(
    'body_prevention_lag_years',
    'Years until prevention takes effect',
    'years',
    assumption(3, 1, 6, NO_SIZE),
  ),
  row(
    'body_prevention_discount',
    'Discount rate of a body',
    'share a year',
    assumption(0.035, 0, 0.1, 'the Treasury’s rate'),
  ),
  row(
    'body_prevention_qalys_per_pound',
    'Health gained by the first pound of prevention a head, as a board sees it',
    'QALYs per pound',
    assumption(
      1e-5,
      0,
      5e-5,
      'a QALY for 100,000 pounds at the margin of what is spent now; no published size',
    ),
  ),
  row(
    'lever_stiffness_selection',
    'Curvature of the anchor of selection',
    'ratio',
    assumption(0.02, 0.005, 0.1, 'small: effort may grow from almost nothing'),
  ),
  row(
    'lever_lowest_selection',
    'Least effort at selection over that of the start',
    'ratio',
    assumption(0.5, 0.1, 1, NO_SIZE),
  ),
  row(
    'lever_highest_selection',
    'Most effort at selection over that of the start',
    'ratio',
    assumption(25, 10, 50, 'half of the largest effort there could be'),
  ),
]);
