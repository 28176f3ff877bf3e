import { CONDITIONS } from '../place.ts';

/** Where a metric is reported: the whole economy by year or by week, an organisation or a deprivation fifth by year. */
export const METRIC_LEVELS = ['economy', 'weekly', 'trust', 'pct', 'practice', 'body', 'quintile'] as const;
export type MetricLevel = (typeof METRIC_LEVELS)[number];

export const METRIC_DIRECTIONS = ['up is better', 'down is better', 'neither'] as const;
/** `neither`: more is not by itself good or bad; judge it with the other outcomes. */
export type MetricDirection = (typeof METRIC_DIRECTIONS)[number];

export const METRIC_OVER_TIME = ['sum', 'rate', 'mean', 'last'] as const;
/**
 * How the years of a run make one figure: `sum` of the years; `rate` per full year (sum, times 52, over the weeks);
 * `mean` of the years weighted by their weeks; `last` year's figure.
 */
export type MetricOverTime = (typeof METRIC_OVER_TIME)[number];

export const METRIC_GROUPS = [
  'people',
  'care outside hospital',
  'emergency care',
  'planned care',
  'waiting',
  'health',
  'beds and distance',
  'money',
  'capacity',
  'organisations',
  'bodies and choice of system',
  'quality and effort',
  'conditions',
] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** One outcome of a run: the one place that says what its number means. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly direction: MetricDirection;
  readonly overTime: MetricOverTime;
  readonly levels: readonly MetricLevel[];
  readonly group: MetricGroup;
}

const UP = 'up is better';
const DOWN = 'down is better';
const NEITHER = 'neither';

const SUM = 'sum';
const RATE = 'rate';
const MEAN = 'mean';
const LAST = 'last';

/**
 * A row of the tables below: id, label, unit, direction, over time, levels (e economy, w weekly, t trust, p PCT,
 * g practice, b book of a body, q quintile), definition. Rates per 1,000 and shares are of the period shown; a part year is not scaled up.
 */
type Row = readonly [string, string, string, MetricDirection, MetricOverTime, string, string];

// biome-ignore format: a table, one row per metric
const PEOPLE: readonly Row[] = [
  ['population', 'Population', 'people', NEITHER, MEAN, 'ewpgq', 'Residents alive: at the end of the week; in yearly tables the mean over the weeks of the year.'],
  ['births', 'Births', 'people', NEITHER, SUM, 'ewpq', 'Children born to residents in the period; the same schedule in every arm.'],
  ['births_per_1000', 'Birth rate', 'per 1,000 people', NEITHER, RATE, 'epq', 'Births divided by mean population, times 1,000.'],
  ['deaths', 'Deaths', 'people', DOWN, SUM, 'ewpq', 'Residents who died in the period, of any cause.'],
  ['death_rate_per_1000', 'Death rate', 'per 1,000 people', DOWN, RATE, 'epq', 'Deaths divided by mean population, times 1,000; crude, not standardised for age.'],
  ['arrivals_in', 'Arrivals by migration', 'people', NEITHER, SUM, 'epq', 'People who moved in during the period, births excluded; the same schedule in every arm.'],
  ['departures', 'Departures', 'people', NEITHER, SUM, 'epq', 'People who moved away in the period, deaths excluded.'],
  ['mean_age', 'Mean age', 'years', NEITHER, MEAN, 'e', 'Mean age of residents at the end of the year.'],
  ['share_65_plus', 'People aged 65 or over', '%', NEITHER, MEAN, 'e', 'Residents aged 65 or over as a percentage of all residents, at the end of the year.'],
  ['rural_people_pct', 'People in rural zones', '%', NEITHER, MEAN, 'epg', 'People who lived in rural zones on the first day, as a percentage: to tell rural practices, and areas, from urban ones. The same in every year and arm; a practice above 50 is in the rural part.'],
];

// biome-ignore format: a table, one row per metric
const OUTSIDE_HOSPITAL: readonly Row[] = [
  ['gp_consultations', 'General practice consultations', 'consultations', NEITHER, SUM, 'ewpg', 'Consultations of residents in general practice in the period.'],
  ['gp_consultations_per_person', 'Consultations per person', 'consultations per person', NEITHER, RATE, 'epg', 'General practice consultations divided by mean population.'],
  ['community_contacts', 'Community contacts', 'contacts', NEITHER, SUM, 'e', 'Expected contacts of residents with community health services, by the ages of those present at the end of the year; not drawn one by one.'],
];

// biome-ignore format: a table, one row per metric
const EMERGENCY: readonly Row[] = [
  ['emergency_admissions', 'Emergency admissions', 'admissions', DOWN, SUM, 'ewtpgq', 'Unplanned admissions to hospital in the period, all classes. By trust: background patients included.'],
  ['emergency_admissions_per_1000', 'Emergency admission rate', 'per 1,000 people', DOWN, RATE, 'epgq', 'Emergency admissions of residents divided by mean population, times 1,000.'],
  ['emergency_share_65_plus_pct', 'Emergencies aged 65 or over', '%', NEITHER, MEAN, 'epq', 'Emergency admissions of people aged 65 or over as a percentage of all emergency admissions.'],
  ['emergency_heart_attack', 'Emergency admissions: heart attack', 'admissions', DOWN, SUM, 'epq', 'Emergency admissions for acute myocardial infarction.'],
  ['emergency_stroke', 'Emergency admissions: stroke', 'admissions', DOWN, SUM, 'epq', 'Emergency admissions for stroke.'],
  ['emergency_hip_fracture', 'Emergency admissions: hip fracture', 'admissions', DOWN, SUM, 'epq', 'Emergency admissions for a broken hip.'],
  ['emergency_ambulatory_sensitive', 'Emergency admissions: ambulatory-care sensitive', 'admissions', DOWN, SUM, 'epq', 'Emergency admissions for conditions that good care outside hospital can often keep out of it.'],
  ['emergency_other', 'Emergency admissions: other', 'admissions', DOWN, SUM, 'epq', 'Emergency admissions outside the four named classes.'],
  ['ae_attendances', 'A&E attendances', 'attendances', NEITHER, SUM, 'ewtpq', 'Attendances at accident and emergency departments, all types, in the period.'],
  ['ae_attendances_per_1000', 'A&E attendance rate', 'per 1,000 people', NEITHER, RATE, 'epq', 'A&E attendances of residents divided by mean population, times 1,000.'],
  ['ae_within_4h_pct', 'A&E within four hours', '%', UP, MEAN, 'ewtpq', 'A&E attendances that ended (admitted, transferred or discharged) within four hours, as a percentage.'],
];

// biome-ignore format: a table, one row per metric
const PLANNED: readonly Row[] = [
  ['needs_arising', 'New needs', 'needs', NEITHER, SUM, 'epq', 'New needs for planned hospital care brought to a general practitioner in the period.'],
  ['needs_kept', 'Needs kept in general practice', 'needs', NEITHER, SUM, 'epgq', 'Decisions of general practitioners not to refer, a need brought forward again included; the need stays unmet until it resolves or comes back.'],
  ['gp_referrals', 'GP referrals', 'referrals', NEITHER, SUM, 'ewtpgq', 'Referrals by general practitioners to a first outpatient appointment.'],
  ['gp_referrals_per_1000', 'GP referral rate', 'per 1,000 people', NEITHER, RATE, 'epgq', 'GP referrals of residents divided by mean population, times 1,000.'],
  ['other_referrals', 'Other referrals', 'referrals', NEITHER, SUM, 'ewtpq', 'Referrals to a first outpatient appointment from other sources (consultants, A&E, self, other professionals).'],
  ['first_outpatients', 'First outpatient attendances', 'attendances', NEITHER, SUM, 'ewtpgq', 'First attendances at consultant outpatient clinics in the period.'],
  ['first_outpatients_per_1000', 'First outpatient rate', 'per 1,000 people', NEITHER, RATE, 'epgq', 'First outpatient attendances of residents divided by mean population, times 1,000.'],
  ['follow_up_outpatients', 'Follow-up outpatient attendances', 'attendances', NEITHER, SUM, 'ewtp', 'Later attendances at consultant outpatient clinics in the period.'],
  ['elective_admissions', 'Elective admissions', 'admissions', NEITHER, SUM, 'ewtpgq', 'Elective admissions as in the monthly activity returns: from the waiting list and planned ones, day cases included.'],
  ['elective_admissions_per_1000', 'Elective admission rate', 'per 1,000 people', NEITHER, RATE, 'epgq', 'Elective admissions of residents divided by mean population, times 1,000.'],
  ['day_cases', 'Day cases', 'admissions', NEITHER, SUM, 'ewtpq', 'Elective admissions without a night in hospital.'],
  ['day_case_share_pct', 'Day case share', '%', UP, MEAN, 'etpq', 'Day cases as a percentage of elective admissions, planned ones included.'],
  ['planned_admissions', 'Planned admissions', 'admissions', NEITHER, SUM, 'etpq', 'The part of elective admissions whose date was set by the course of treatment: never on the list.'],
  ['cancelled_operations', 'Cancelled operations', 'operations', DOWN, SUM, 'ewtpq', 'Elective admissions called off because no bed was free; the patient stays on the list.'],
  ['operations_refused', 'Operations outside the package', 'decisions', DOWN, SUM, 'epq', 'Decisions of consultants, and of community clinics, that a patient needs an operation which the package of who pays leaves out: the need stays with general practice. Somebody who is referred again is counted again.'],
  ['removals_from_list', 'Removals from the list', 'people', NEITHER, SUM, 'ewpq', 'Clocks ended without treatment: recovery, private care, validation of the list, and referrals never attended (deaths and departures are counted apart).'],
];

// biome-ignore format: a table, one row per metric
const WAITING: readonly Row[] = [
  ['list_total', 'Waiting list', 'people', DOWN, MEAN, 'ewtpq', 'Referral-to-treatment clocks running at the end of the period.'],
  ['list_per_1000', 'Waiting list rate', 'per 1,000 people', DOWN, MEAN, 'ewpq', 'Clocks of residents running at the end of the period divided by population, times 1,000.'],
  ['list_first_outpatient', 'Waiting for a first outpatient visit', 'people', DOWN, MEAN, 'ewt', 'Clocks running at the end of the period in the first stage: before the first outpatient visit.'],
  ['list_diagnostics', 'In diagnostics and decision', 'people', DOWN, MEAN, 'ewt', 'Clocks running at the end of the period between the first visit and the decision to treat.'],
  ['list_admission', 'Waiting for admission', 'people', DOWN, MEAN, 'ewt', 'Clocks running at the end of the period with a decision to admit.'],
  ['incomplete_median_weeks', 'Median wait so far', 'weeks', DOWN, MEAN, 'ewtpq', 'Median time since referral of the clocks still running at the end of the period.'],
  ['incomplete_p92_weeks', '92nd percentile of wait so far', 'weeks', DOWN, MEAN, 'ewtpq', 'Time since referral that 92% of the clocks still running at the end of the period do not exceed.'],
  ['incomplete_within_18_weeks_pct', 'Waiting under 18 weeks', '%', UP, MEAN, 'ewtpq', 'Clocks still running at the end of the period that started less than 18 weeks ago, as a percentage.'],
  ['incomplete_over_52_weeks', 'Waiting over 52 weeks', 'people', DOWN, MEAN, 'ewtpq', 'Clocks still running at the end of the period that started more than 52 weeks ago.'],
  ['admitted_median_weeks', 'Median wait, admitted', 'weeks', DOWN, MEAN, 'ewtpq', 'Median time from referral to treatment of the clocks stopped in the period by an admission.'],
  ['admitted_within_18_weeks_pct', 'Admitted within 18 weeks', '%', UP, MEAN, 'ewtpq', 'Clocks stopped in the period by an admission within 18 weeks of referral, as a percentage.'],
  ['non_admitted_median_weeks', 'Median wait, not admitted', 'weeks', DOWN, MEAN, 'ewtpq', 'Median time from referral to treatment or decision of the clocks stopped in the period without an admission.'],
  ['non_admitted_within_18_weeks_pct', 'Not admitted, within 18 weeks', '%', UP, MEAN, 'ewtpq', 'Clocks stopped in the period without an admission within 18 weeks of referral, as a percentage.'],
  ['clock_starts', 'Clock starts', 'pathways', NEITHER, SUM, 'ewpq', 'Referral-to-treatment clocks started in the period.'],
  ['clock_stops', 'Clock stops', 'pathways', NEITHER, SUM, 'epq', 'Clocks stopped in the period by a treatment or a decision that none is needed; removals left out.'],
];

// biome-ignore format: a table, one row per metric
const HEALTH: readonly Row[] = [
  ['unmet_need_severity_weeks_per_1000', 'Unmet need', 'severity-weeks per 1,000 people', DOWN, RATE, 'epq', 'Sum of severity (0 to 1) over all unmet needs and weeks of the period, those never referred and those removed included, divided by mean population, times 1,000.'],
  ['qalys', 'Quality-adjusted life years', 'QALYs', UP, SUM, 'ewpq', 'Life years lived by residents in the period weighted by EQ-5D utility; undiscounted; arrivals included.'],
  ['qalys_per_1000', 'QALYs per 1,000 people', 'QALYs per 1,000 people', UP, RATE, 'epq', 'QALYs of the period divided by mean population, times 1,000: a full year in full health is 1,000.'],
  ['qalys_closed_cohort', 'QALYs of the closed cohort', 'QALYs', UP, SUM, 'e', 'QALYs of the period of those alive and resident at the first switch of any arm (week 0 without a switch); nobody joins. Empty in years before that switch.'],
  ['qalys_closed_cohort_cumulative', 'QALYs of the closed cohort so far', 'QALYs', UP, LAST, 'e', 'QALYs of the closed cohort from its week on to the end of the period. Empty in years before that week.'],
  ['qalys_closed_cohort_with_terminal_credit', 'QALYs of the closed cohort with terminal credit', 'QALYs', UP, LAST, 'e', 'The cumulative QALYs of the closed cohort and the quality-adjusted life expectancy of its survivors at the end of the run, by age, sex, fifth of deprivation and conditions; undiscounted. In the last year only.'],
];

// biome-ignore format: a table, one row per metric
const BEDS: readonly Row[] = [
  ['bed_days', 'Bed days', 'bed days', NEITHER, SUM, 'etpq', 'Of residents: days of the stays that began in the period. By trust: bed-days used of those available, people from elsewhere included.'],
  ['bed_occupancy_pct', 'Bed occupancy', '%', NEITHER, MEAN, 'ewt', 'Occupied general and acute bed days as a percentage of those available.'],
  ['mean_stay_days', 'Mean stay', 'days', NEITHER, MEAN, 'et', 'Days of stay divided by emergency and elective admissions that were laid in a bed (day cases left out; emergencies of less than a day count as 0).'],
  ['distance_to_hospital_km', 'Distance to planned care', 'km', DOWN, MEAN, 'epq', 'Mean straight-line distance from home to the nearest planned-care site of the hospital referred to, all referrals of the period.'],
  ['share_choosing_pct', 'Patients who chose the hospital', '%', NEITHER, MEAN, 'epq', 'GP referrals that went to another hospital than the one the patient would use without choosing, as a percentage of GP referrals.'],
];

// biome-ignore format: a table, one row per metric
const MONEY: readonly Row[] = [
  ['allocation_pounds', 'Allocation', 'pounds', NEITHER, SUM, 'ep', 'Money allocated to the commissioner for the period; cash.'],
  ['activity_spend_pounds', 'Spend on activity', 'pounds', NEITHER, SUM, 'ep', 'What commissioners pay trusts for outpatient, elective and emergency care and A&E under the payment rules in force; cash.'],
  ['activity_over_plan_pounds', 'Hospital bill over plan', 'pounds', NEITHER, SUM, 'ep', 'Spend on activity less what was planned for it at the start of the year: last year’s activity at this year’s prices, or the block; above zero it is overspent. 0 in the first year, for which there is no plan.'],
  ['activity_spend_per_head_pounds', 'Spend on activity per head', 'pounds per person', NEITHER, RATE, 'ep', 'Spend on activity divided by mean population.'],
  ['total_spend_pounds', 'Total spend', 'pounds', NEITHER, SUM, 'ep', 'All that commissioners spend in the period, the fixed block of unmodelled services included; cash.'],
  ['net_monetary_benefit_per_head', 'Net monetary benefit per head', 'pounds per person at 2007-08 prices', UP, RATE, 'e', 'QALYs of the closed cohort times the value of a QALY (parameter qaly_value_pounds), less public spend on care at the tariff’s prices of the first year, divided by mean population. That is what staff and suppliers got, payments between public bodies left out; of trusts’ costs what is done for people of the place and their base-year share of the rest. Services that the model has no people for (what commissioners call other services, and what practices do with savings) are left out, as nobody’s health there is counted; undiscounted. Only differences between arms mean something. Empty in years before the closed cohort begins.'],
  ['balance_pounds', 'Balance', 'pounds', NEITHER, SUM, 'ep', 'Allocation less total spend of the period: an underspend is positive.'],
  ['balance_cumulative_pounds', 'Balance carried forward', 'pounds', NEITHER, LAST, 'ewp', 'Sum of the balances since the start, at the end of the period.'],
  ['contracting_cost_pounds', 'Cost of contracting', 'pounds', DOWN, SUM, 'e', 'What commissioners, bodies and trusts spend in the period on billing case by case and on talks about prices, for the place’s own people; what it was in the base year is part of allocations and of trusts’ costs, what differs from it is paid.'],
  ['income_pounds', 'Trust income', 'pounds', NEITHER, SUM, 'et', 'Operating income of the trusts in the period, from all commissioners, the fixed block included; cash.'],
  ['cost_pounds', 'Trust cost', 'pounds', NEITHER, SUM, 'et', 'Operating cost of the trusts in the period; cash.'],
  ['surplus_pounds', 'Trust surplus', 'pounds', NEITHER, SUM, 'et', 'Trust income less trust cost: a deficit is negative.'],
];

// biome-ignore format: a table, one row per metric
const CAPACITY: readonly Row[] = [
  ['capacity_outpatient_slots', 'Outpatient slots', 'slots', NEITHER, SUM, 'et', 'Clinic capacity of the period at its last weekly rate, in first-visit lengths; follow-up visits take their part of it.'],
  ['capacity_elective_slots', 'Elective slots', 'slots', NEITHER, SUM, 'et', 'Operations from the list that theatres and staff could hold in the period at their last weekly rate.'],
  ['beds_available', 'Beds available', 'beds', NEITHER, MEAN, 'et', 'Average general and acute beds available in the period.'],
];

// biome-ignore format: a table, one row per metric
const ORGANISATIONS: readonly Row[] = [
  ['community_visits', 'Visits to community clinics', 'visits', NEITHER, SUM, 'epgq', 'Visits to clinics outside hospital beyond those of the base year, instead of a first outpatient attendance.'],
  ['treated_elsewhere', 'Treated elsewhere', 'people', NEITHER, SUM, 'epq', 'People who left a list to be treated elsewhere at their commissioner’s cost: operations bought outside, and guarantees of a maximum wait. A part of the removals from the list; those operated on are elective admissions too.'],
  ['proactive_care', 'Proactive care', 'control 0 to 1', UP, MEAN, 'epg', 'Proactive care of long-term conditions by general practice and community teams, at the end of the year; means are weighted by people.'],
  ['relation_managerial', 'Relation of managers', 'relation 0 to 1', UP, MEAN, 'ep', 'Relation of commissioners with the managers of the trusts that they buy from, at the end of the year; weighted by spending. An assumption throughout.'],
  ['relation_clinical', 'Relation of clinicians', 'relation 0 to 1', UP, MEAN, 'ep', 'Relation of general practitioners with the consultants that they refer to, at the end of the year. An assumption throughout.'],
  ['disputes', 'Disputes', 'disputes 0 to 1', DOWN, MEAN, 'ep', 'Disputes of commissioners and trusts over contracts and deficits in the last month of the year.'],
  ['commissioning_skill', 'Skill of commissioning', 'skill 0 to 1', UP, MEAN, 'ep', 'Skill with which care is bought for the people of the commissioner at the end of the year, whoever buys: its own less what a change of structure takes away for a time; of bodies that hold the budget their readiness, and what support it can still give them. An assumption throughout.'],
  ['market_hhi', 'Concentration of planned care', 'Herfindahl-Hirschman index, 0 to 10,000', NEITHER, MEAN, 'etp', 'Sum of the squared percentage shares of owners of hospitals in the planned care (clinics and planned admissions, by value at tariff) of a commissioner’s people in the year: 10,000 where one owner has all. Hospitals of one trust, or of one vertical body, have one owner. By trust: mean of the commissioners whose people it treats, by their part of its planned care; economy: mean by people.'],
  ['friction_cost_pounds', 'Cost of friction', 'pounds', DOWN, SUM, 'ep', 'What it costs to deal with partners one does not get on with: a share of spend on activity. That of the base year is part of base-year money.'],
  ['outside_spend_pounds', 'Spend on treatment elsewhere', 'pounds', NEITHER, SUM, 'ep', 'What commissioners pay for operations bought outside and for guarantees of a maximum wait; cash.'],
  ['rated_good_pct', 'Commissioners rated good or excellent', '%', UP, MEAN, 'ep', 'Chance that an assessor of the year rates the commissioner good or excellent, by its skill over the year and its balance, as a percentage; economy: mean by people. Empty in a part year.'],
  ['turnaround', 'Turnaround', 'depth 0 to 1', DOWN, MEAN, 'etp', 'How deep commissioners (by trust: the trust) are in turnaround after persistent deficits, at the end of the year.'],
  ['political_shocks', 'Political priorities', 'priorities', NEITHER, SUM, 'e', 'Priorities that national politics made loud in the period.'],
];

// biome-ignore format: a table, one row per metric
const EFFORT: readonly Row[] = [
  ['case_fatality_heart_attack_pct', 'Case fatality: heart attack', '%', DOWN, MEAN, 'epq', 'Expected deaths within 30 days of emergency admissions for a heart attack: the national base-year share times the factors of the hospitals that admitted them (quality, occupancy), as a percentage; age and conditions held at their mean.'],
  ['case_fatality_stroke_pct', 'Case fatality: stroke', '%', DOWN, MEAN, 'epq', 'Expected deaths within 30 days of emergency admissions for a stroke, as case_fatality_heart_attack_pct has them for heart attacks, as a percentage.'],
  ['case_fatality_hip_fracture_pct', 'Case fatality: hip fracture', '%', DOWN, MEAN, 'epq', 'Expected deaths within 30 days of emergency admissions for a broken hip, as case_fatality_heart_attack_pct has them for heart attacks, as a percentage.'],
  ['fatality_index', 'Fatality of emergencies', 'ratio', DOWN, MEAN, 'et', 'Factor on deaths within 30 days of an emergency admission by the quality and the occupancy of the hospital, at the end of the period; 1 = as in the base year; economy: mean by income.'],
  ['readmissions', 'Emergency readmissions', 'admissions', DOWN, SUM, 'etpq', 'Expected emergency admissions within 30 days of a discharge: the national base-year share of emergencies times the factor of each hospital (quality, early discharge); already counted among emergency admissions.'],
  ['follow_up_ratio', 'Follow-ups for each first visit', 'ratio', NEITHER, MEAN, 'et', 'Follow-up attendances divided by first attendances of the period.'],
  ['slack_pct', 'Slack', '%', DOWN, MEAN, 'et', 'What trusts spend beyond need because nobody presses, as a percentage of the cost of activity, at the end of the period; economy: mean by income.'],
  ['quality_sd', 'Quality of hospital care', 'standard deviations', UP, MEAN, 'et', 'Quality of trusts over that of the base year, in standard deviations between trusts, at the end of the period; economy: mean by income.'],
  ['unit_cost_index', 'Unit cost', 'ratio', DOWN, MEAN, 'et', 'Cost of activity over what it would be at base-year efficiency and slack, at the end of the period; general prices apart; economy: mean by income.'],
  ['coding_drift_pp', 'Drift of coding', 'percentage points', NEITHER, MEAN, 'et', 'Admissions recorded as complicated beyond those of the base year, of all admissions, at the end of the period; economy: mean by income.'],
  ['price_index', 'Price of planned care', 'ratio', NEITHER, MEAN, 'et', 'Local or negotiated price of planned care over the national one, at the end of the period; economy: mean by income.'],
  ['consultants_index', 'Consultants', 'ratio', NEITHER, MEAN, 'et', 'Consultants in post over those of the first day, at the end of the period; economy: mean by income.'],
];

// biome-ignore format: a table, one row per metric
const BODIES: readonly Row[] = [
  ['bodies', 'Bodies', 'bodies', NEITHER, MEAN, 'e', 'Bodies that a change of structure has founded and that exist at the end of the period: consortia, and vertical, virtual or fluid bodies.'],
  ['authorised_in_full_pct', 'Groups authorised in full', '%', NEITHER, MEAN, 'e', 'Mean chance, as a percentage, that an assessor authorised the groups of practices that hold budgets in full when they took them over, by their readiness then. Empty where there is none.'],
  ['people_in_bodies_pct', 'People served by a body', '%', NEITHER, MEAN, 'eg', 'Residents registered with a practice whose people a body serves, or who joined a body by themselves, as a percentage of all, at the end of the period. By practice: 100 where a body serves its people, else 0.'],
  ['delegated_money_pct', 'Money held by bodies and practices', '%', NEITHER, MEAN, 'ep', 'Part of allocations, as a percentage, that at the end of the period groups of practices and other bodies with the budget hold, and not the primary care trust, and that funds of single practices were given in the period. What a body holds that took the whole primary care trust in is the primary care trust’s: see people_in_bodies_pct.'],
  ['readiness', 'Readiness', 'readiness 0 to 1', UP, MEAN, 'epg', 'Readiness, at the end of the period, of the group of practices (or other body) that a practice’s people are served by or meant for; elsewhere the mean by people. Empty where the institutions ask for none. An assumption throughout.'],
  ['structural_change_cost_pounds', 'Cost of structural change', 'pounds', DOWN, SUM, 'e', 'What founding bodies, merging organisations and closing commissioners that have handed over cost in the period, once each.'],
  ['development_pounds', 'Development money', 'pounds', NEITHER, SUM, 'e', 'Spent in the period to get groups ready whose structure has not formed.'],
  ['practice_savings_pounds', 'Savings promised to practices', 'pounds', NEITHER, SUM, 'e', 'Share of what practices freed from their budgets that was promised to them at the end of the period and honoured, or that they kept in funds of their own.'],
  ['fund_budget_pounds', 'Fund of a practice', 'pounds', NEITHER, SUM, 'eg', 'Given in the period to a practice that holds its budget for planned care: what its people cost last year, a head, at this year’s prices. 0 where it holds none.'],
  ['fund_spend_pounds', 'Spent from the fund of a practice', 'pounds', NEITHER, SUM, 'eg', 'What the planned care of the practice’s people cost its fund in the period, at tariff.'],
  ['fund_balance_pounds', 'Balance of the fund of a practice', 'pounds', NEITHER, SUM, 'eg', 'Given to the fund less spent from it: savings above zero, of which the practice keeps its share for services in the next year, an overspend below, which its purchaser makes good.'],
  ['programme_budget_pounds', 'Sum of a programme for long-term conditions', 'pounds', NEITHER, SUM, 'eg', 'Given in the period to practices of groups with a programme for long-term conditions: a sum a head for emergencies that good care of these conditions avoids and for physicians’ first visits of people who live with one.'],
  ['programme_spend_pounds', 'Spent from the sum of a programme', 'pounds', NEITHER, SUM, 'eg', 'What that care of the practices’ people cost in the period: in hospital at tariff, first visits to community clinics at what a place costs. What is left at the end of a year is shared between group and purchaser.'],
  ['book_income_pounds', 'Income of a side of a body', 'pounds', NEITHER, SUM, 'b', 'What came into the book of the buying or the providing side of a body that owns its hospitals in the period: allocations, or pay for care, that from within included. Empty where both share one book.'],
  ['book_spend_pounds', 'Spending of a side of a body', 'pounds', NEITHER, SUM, 'b', 'What went out of that book in the period, for care within the body too. Empty where both sides share one book.'],
  ['book_balance_pounds', 'Balance of a book of a body', 'pounds', NEITHER, SUM, 'b', 'Income less spending of a side in the period; of both together where they share one book.'],
  ['book_balance_cumulative_pounds', 'Kept in a book of a body', 'pounds', NEITHER, LAST, 'b', 'What the side, or both, has kept since the start and does not owe, at the end of the period.'],
  ['avoidance_fund_pounds', 'Spent on the avoidance of admissions', 'pounds', NEITHER, SUM, 'e', 'Spent in the period on community care that avoids admissions out of what a marginal rate left of the price of last year’s emergencies, where that is ring-fenced.'],
  ['emergency_price_returned_pounds', 'Price of emergencies returned', 'pounds', NEITHER, SUM, 'e', 'What a marginal rate left of the price of last year’s emergencies and went back to trusts in the period, where that is the rule.'],
  ['loans_pounds', 'Loans', 'pounds', DOWN, SUM, 'e', 'Lent in the period to organisations that could not pay.'],
  ['surplus_returned_pounds', 'Surplus returned', 'pounds', NEITHER, SUM, 'e', 'Surpluses above the cap that went back to the treasury in the period.'],
  ['system_changes', 'Changes of system', 'people', NEITHER, SUM, 'e', 'People who chose another body than the one that served them, in the period; without those who changed practice for other reasons.'],
  ['system_refusals', 'Refusals by a system', 'people', DOWN, SUM, 'e', 'People who would have joined a body in the period and were turned away, where that is allowed or nobody found out.'],
  ['people_moved_by_exit', 'People moved by the exit of a system', 'people', DOWN, SUM, 'e', 'People whose body was closed in the period and who were taken over by another.'],
  ['selection_cost_pounds', 'Spent on selection', 'pounds', DOWN, SUM, 'e', 'Spent by bodies in the period on choosing whom they serve, fines included.'],
  ['body_prevention_pounds', 'Prevention by bodies', 'pounds', NEITHER, SUM, 'e', 'Spent by bodies in the period on keeping well those they serve, beyond what was spent at the start; below zero where it is less.'],
  ['predictive_ratio', 'Predictive ratio', 'ratio', NEITHER, MEAN, 'q', 'People served by bodies that hold a budget: what the formula in force expects their hospital care to cost over what it is expected to cost given all that is known of them, latent risk included; end of the period.'],
  ['predictive_ratio_with_condition', 'Predictive ratio, with a long-term condition', 'ratio', NEITHER, MEAN, 'e', 'Of people with at least one long-term condition who are served by bodies that hold a budget: what the formula in force expects their hospital care to cost over what it is expected to cost given all that is known of them; end of the period. Below 1 they bring less than they cost.'],
  ['predictive_ratio_without_condition', 'Predictive ratio, without a condition', 'ratio', NEITHER, MEAN, 'e', 'Of people without a long-term condition who are served by bodies that hold a budget: what the formula in force expects their hospital care to cost over what it is expected to cost given all that is known of them; end of the period.'],
];

const CONDITION_NAMES: Readonly<Record<(typeof CONDITIONS)[number], string>> = {
  coronary_heart_disease: 'Coronary heart disease',
  stroke: 'Stroke',
  heart_failure: 'Heart failure',
  hypertension: 'Hypertension',
  diabetes: 'Diabetes',
  copd: 'Chronic obstructive pulmonary disease',
  asthma: 'Asthma',
  chronic_kidney_disease: 'Chronic kidney disease',
  cancer: 'Cancer',
  dementia: 'Dementia',
  severe_mental_illness: 'Severe mental illness',
  depression: 'Depression',
};

const CONDITION_ROWS: readonly Row[] = CONDITIONS.map((condition) => [
  `prevalence_${condition}_pct`,
  `${CONDITION_NAMES[condition]}: prevalence`,
  '%',
  DOWN,
  MEAN,
  'epq',
  `Residents who live with ${condition === 'copd' ? 'chronic obstructive pulmonary disease' : CONDITION_NAMES[condition].toLowerCase()}, recorded or not, as a percentage of all residents; end of the year; crude, not standardised for age.`,
]);

const LEVEL_OF_LETTER: Readonly<Record<string, MetricLevel>> = {
  e: 'economy',
  w: 'weekly',
  t: 'trust',
  p: 'pct',
  g: 'practice',
  b: 'body',
  q: 'quintile',
};

function metricsOf(group: MetricGroup, rows: readonly Row[]): Metric[] {
  return rows.map(([id, label, unit, direction, overTime, levels, definition]) => ({
    id,
    label,
    unit,
    definition: overTime === RATE ? `${definition} Of the period, not annualised.` : definition,
    direction,
    overTime,
    levels: [...levels].map((letter) => LEVEL_OF_LETTER[letter]),
    group,
  }));
}

/** Every metric, in the order of the columns of the result files. */
export const METRICS: readonly Metric[] = [
  ...metricsOf('people', PEOPLE),
  ...metricsOf('care outside hospital', OUTSIDE_HOSPITAL),
  ...metricsOf('emergency care', EMERGENCY),
  ...metricsOf('planned care', PLANNED),
  ...metricsOf('waiting', WAITING),
  ...metricsOf('health', HEALTH),
  ...metricsOf('beds and distance', BEDS),
  ...metricsOf('money', MONEY),
  ...metricsOf('capacity', CAPACITY),
  ...metricsOf('organisations', ORGANISATIONS),
  ...metricsOf('bodies and choice of system', BODIES),
  ...metricsOf('quality and effort', EFFORT),
  ...metricsOf('conditions', CONDITION_ROWS),
];

/** The metric of an id, or undefined if the catalogue has none. */
export function findMetric(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}
