import { assumption, background, type Row, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

const LISTS_FELL =
  'derived: the list fell from 4.2 million in August 2007 to 2.4 million in March 2009, 6 to 7% of a year’s pathways, while demand grew';
const FORMS = 'by judgement: ownership binds most, contracts less, networks least; no published size';

/** The law by which organisations move their levers, how they value health and money, and how they see waits. */
export const ADAPTATION = topic('adaptation', [
  prototype('lever_scale', 'Marginal pay-off over which a lever’s step turns', 'ratio', 0.3, 0.2, 0.6),
  prototype('lever_step_effort', 'Largest step of an effort in a quarter', 'ln', 0.05, 0.025, 0.08),
  row(
    'lever_step_capacity',
    'Largest step of a capacity in a quarter',
    'ln',
    assumption(0.015, 0.0075, 0.025, 'a growth cap of about 6% a year, 3 to 10%; prototype of the organisational laws'),
  ),
  prototype('lever_stiffness', 'Curvature of a lever’s anchor', 'ratio', 0.8, 0.4, 1.5),
  prototype('lever_stiffness_follow_up_ratio', 'Curvature of the anchor of the follow-up ratio', 'ratio', 3, 1.5, 5),
  prototype('lever_lowest', 'Lowest level of a lever over its reference', 'ratio', 0.25, 0.1, 0.5),
  prototype('lever_highest', 'Highest level of a lever over its reference', 'ratio', 2.5, 1.8, 4),
  prototype('lever_lowest_outpatient_capacity', 'Least clinic capacity over what demand needs', 'ratio', 0.75, 0.6, 0.9),
  prototype('lever_highest_outpatient_capacity', 'Most clinic capacity over what demand needs', 'ratio', 1.3, 1.15, 1.6),
  prototype('lever_lowest_elective_capacity', 'Least operating capacity over what demand needs', 'ratio', 0.75, 0.6, 0.9),
  prototype('lever_highest_elective_capacity', 'Most operating capacity over what demand needs', 'ratio', 1.3, 1.15, 1.6),
  row(
    'lever_observed_growth',
    'Movement of a lever in the base year where nothing is known',
    'share a year',
    assumption(0, -0.02, 0.02, 'no published movement: at rest'),
  ),
  row(
    'lever_observed_growth_outpatient_capacity',
    'Growth of clinic capacity over demand in the base year',
    'share a year',
    assumption(0.04, 0, 0.055, LISTS_FELL),
  ),
  row(
    'lever_observed_growth_elective_capacity',
    'Growth of operating capacity over demand in the base year',
    'share a year',
    assumption(0.05, 0, 0.055, LISTS_FELL),
  ),
  row(
    'anchor_on_boards',
    'Weight of the anchor calibrated on integrated boards, the rest on the split',
    'share',
    assumption(0, 0, 1, 'the reference years were those of the split; both anchors are reported'),
  ),
  prototype('projection_horizon_weeks', 'How far ahead capacity is planned for', 'weeks', 26, 13, 52),
  prototype('projection_most_better_weeks', 'Most by which a projection is shorter than the wait now', 'weeks', 8, 4, 16),
  prototype('projection_most_worse_weeks', 'Most by which a projection is longer than the wait now', 'weeks', 12, 6, 24),
  prototype('projection_longest_weeks', 'Longest wait that a board reckons with', 'weeks', 104, 52, 156),
  prototype('slot_fill_weeks', 'Weeks of list at which most new slots are filled', 'weeks', 4, 2, 8),
  prototype('target_relief_pounds_per_week', 'Relief of one slot for each week of its stage’s wait', 'pounds', 60, 20, 150),
  prototype('target_relief_midpoint_weeks', 'How far below the target pressure is half felt', 'weeks', 2, 0, 4),
  prototype('target_relief_scale_weeks', 'Weeks over which pressure of a target turns', 'weeks', 2.5, 1, 5),
  prototype('target_relief_most_share', 'Most that relief is worth', 'share of price', 0.4, 0.2, 0.8),
  prototype('plan_shortfall_share', 'What falling short of the year’s plan costs', 'share of price', 0.35, 0.15, 0.6),
  prototype('plan_shortfall_scale', 'Shortfall over which that cost turns', 'share of plan', 0.02, 0.01, 0.05),
  row(
    'slot_holding_share',
    'Cost of holding a slot whether filled or not',
    'share of price',
    assumption(0.35, 0.2, 0.5, 'staff of a clinic or theatre session: most of what is neither variable nor shared overhead'),
  ),
  row(
    'severity_of_treated',
    'Mean severity of those who are treated',
    'share',
    assumption(0.8, 0.7, 0.9, 'severity is uniform and the upper part is referred and converts'),
  ),
  prototype('visit_share_of_benefit', 'Part of a treatment’s benefit that a first visit stands for', 'share', 0.3, 0.15, 0.5),
  row(
    'qaly_value_pounds',
    'Value of a QALY by which boards’ and clinicians’ altruism is stated',
    'pounds',
    background(25_000, 20_000, 30_000, 'the usual range of the National Institute for Health and Clinical Excellence'),
  ),
  prototype('altruism_provider', 'Weight of a patient’s health to a provider', 'share of the value of a QALY', 0.1, 0.03, 0.25),
  prototype('altruism_commissioner', 'Weight of a person’s health to a commissioner', 'share of the value of a QALY', 0.45, 0.25, 0.65),
  prototype('lambda_low_provider', 'Shadow price of money of a provider far in surplus', 'ratio', 0.4, 0.2, 0.7),
  prototype('lambda_scale_provider', 'Margin over which a provider’s shadow price turns', 'share of income', 0.015, 0.0075, 0.03),
  prototype('reserves_weight', 'How much reserves count as margin', 'share', 0.15, 0.05, 0.3),
  prototype('internalisation_consortium', 'Internalisation of a consortium of practices', 'share', 0, 0, 0.2),
  row('internalisation_vertical', 'Internalisation of a vertical body', 'share', assumption(0.8, 0.5, 0.95, FORMS)),
  row('internalisation_virtual', 'Internalisation of a virtual body', 'share', assumption(0.5, 0.25, 0.8, FORMS)),
  row('internalisation_fluid', 'Internalisation of a fluid network', 'share', assumption(0.25, 0.05, 0.5, FORMS)),
  prototype('internalisation_min', 'Part of internalisation that needs no good relations', 'share', 0.2, 0.05, 0.5),
  prototype('relation_start', 'Relation between a commissioner and a trust at the start, managers and clinicians', 'share', 0.5, 0.1, 0.9),
  row(
    'group_of_practices_people',
    'People of practices that commission together',
    'people',
    sourced(90_000, 50_000, 160_000, 'groups of 50,000 to 160,000: http://www.pulsetoday.co.uk/how-our-social-enterprise-model-moved-pbc-up-a-gear/11018194.article; below 100,000 chance risk is high'),
  ),
]);

/** A value of the prototype of the organisational laws: tested there, without a published size. */
function prototype(id: string, label: string, unit: string, value: number, low: number, high: number): Row {
  return row(id, label, unit, assumption(value, low, high, LAWS_PROTOTYPE));
}
