import {
  assumption,
  background,
  before,
  calibrated,
  NO_SIZE,
  prototype,
  row,
  sourced,
  topic,
} from './row.ts';

const MERGERS =
  'ratings of merged commissioners are back after eighteen months, B19, https://www.parliament.uk/business/committees/committees-archive/health-committee/hcpn060110b/; believed before the fit: 40, from 20 to 80; down to 10, as the source gives a recovery and no half-life; stage institutions, data/calibration/institutions.yaml';
const REORGANISATION =
  'derived: 1.1 billion pounds by March 2013 (1.7 at most) less 435 million of redundancy pay, which is the cost of closing authorities, for 52 million people, https://www.pharmatimes.com/news/nhs_reform_costs_15_higher_than_expected_1005394; taken for any other founding, closing or merger of commissioners too, whatever its form';

const BY_INSTITUTIONS = 'stage institutions, data/calibration/institutions.yaml';
const RUN_DOWN = `skill is published by nobody: staff who left stand for it, by judgement. Sized so that a quarter of it is lost before the handover, B46: between 13% (10,000 of about 61,000 staff paid off, 22% of them hired again) and 40% (24,500 out, by the forecast); believed before the fit: 0.06, about a fifth a year, twice the usual turnover of staff; ${BY_INSTITUTIONS}`;
const REDUNDANCY =
  'derived: 435 million pounds of redundancy pay for more than 10,000 people, 2,200 of them hired again, part of the 1.1 billion that the whole change cost, for 52 million people, https://www.pharmatimes.com/news/nhs_reform_costs_15_higher_than_expected_1005394; forecast at first 1.02 billion';

/** How bodies form, what that disrupts, how boards weigh health, and what becomes of those in deficit. */
export const BODIES = topic('bodies', [
  prototype('disruption_size', 'Attention that a full merger takes away at once', 'share', 0.3, 0, 0.5),
  row(
    'disruption_half_life_weeks',
    'Weeks after which half of a disruption has passed',
    'weeks',
    before(40, calibrated(19, 10, 80, MERGERS)),
  ),
  row(
    'disruption_imposed_ratio',
    'Disruption of an imposed change over a chosen one',
    'ratio',
    assumption(1.5, 1, 2.5, NO_SIZE),
  ),
  row(
    'disruption_shake',
    'Part of its size by which a change of structure lowers the relations of those who merge',
    'share',
    assumption(0.5, 0, 1, NO_SIZE),
  ),
  row(
    'disruption_part_consortium',
    'Size of a change to consortia over a full merger',
    'ratio',
    assumption(0.5, 0.2, 1, NO_SIZE),
  ),
  row(
    'disruption_part_virtual',
    'Size of a change to a virtual body over a full merger',
    'ratio',
    assumption(0.4, 0.1, 0.8, NO_SIZE),
  ),
  row(
    'disruption_part_fluid',
    'Size of a change to a fluid network over a full merger',
    'ratio',
    assumption(0.2, 0, 0.5, NO_SIZE),
  ),
  row(
    'structural_change_pounds_per_head',
    'Cost of founding or closing a body or merging commissioners, once each; without staff paid off',
    'pounds per person',
    sourced(12.8, 8, 25, REORGANISATION),
  ),
  row(
    'closing_authority_pounds_per_head',
    'Cost of closing a commissioner whose area has been handed over, once: staff paid off',
    'pounds per person',
    sourced(8.4, 6, 20, REDUNDANCY),
  ),
  row(
    'member_trade_least',
    'Part of a trust’s planned care that an area buys from which on its body takes in the trust',
    'share',
    assumption(0.3, 0.1, 0.6, NO_SIZE),
  ),
  row(
    'formation_vote_yes',
    'Chance that a local vote on a new structure is won, each quarter',
    'probability',
    assumption(0.25, 0.05, 1, NO_SIZE),
  ),
  row(
    'formation_stubborn_quarters',
    'Quarters of bad relations after which partners count as stubborn',
    'quarters',
    assumption(4, 2, 8, 'a year: four quarters in a row'),
  ),
  row(
    'formation_try_per_quarter',
    'Chance that those who are ready try by themselves, each quarter',
    'probability',
    assumption(0.03, 0, 0.15, NO_SIZE),
  ),
  row(
    'formation_imitation',
    'Chance of following for each unit by which waits of those who formed are shorter, each quarter',
    'probability per share',
    assumption(1, 0, 3, NO_SIZE),
  ),
  row(
    'formation_relation_least',
    'Relation that a local initiative needs',
    'share',
    assumption(0.4, 0, 0.7, NO_SIZE),
  ),
  row(
    'formation_delay_weeks',
    'Weeks before others can see how a new body fares',
    'weeks',
    assumption(52, 26, 156, 'a year of results'),
  ),
  row(
    'formation_after_failure_weeks',
    'Weeks before a body that failed may be founded again',
    'weeks',
    assumption(52, 13, 156, 'a year in which the commissioner puts the money in order; no published size'),
  ),
  row(
    'readiness_start',
    'Readiness of groups on the first day, mean',
    'share',
    background(0.45, 0.2, 0.7, '43% of a poll of general practitioners in 2010-11 called their group ready'),
  ),
  row(
    'readiness_spread',
    'Largest difference of a group’s readiness from the mean on the first day',
    'share',
    assumption(0.25, 0, 0.4, NO_SIZE),
  ),
  row(
    'readiness_engagement_per_quarter',
    'Readiness gained in a quarter by engagement alone, of what is missing',
    'share',
    assumption(0.01, 0, 0.05, NO_SIZE),
  ),
  row(
    'readiness_per_development_pound',
    'Readiness gained by a pound of development money a head, of what is missing',
    'share per pound',
    assumption(0.06, 0, 0.2, NO_SIZE),
  ),
  row(
    'readiness_practice_per_quarter',
    'Readiness gained in a quarter by holding the budget, of what is missing',
    'share',
    assumption(0.05, 0, 0.15, 'faster than by preparing; no published size'),
  ),
  row(
    'consortium_support',
    'Part of the commissioner’s skill that makes up for what a group with the budget lacks in readiness',
    'share',
    assumption(0.5, 0, 1, 'support units and lent staff; no published size'),
  ),
  row(
    'skill_lost_functions_kept',
    'Skill lost in a quarter by a commissioner that will hand over, functions kept up',
    'share',
    assumption(0.01, 0, 0.04, NO_SIZE),
  ),
  row(
    'skill_lost_run_down',
    'Skill lost in a quarter by a commissioner that is run down, or has handed over',
    'share',
    before(0.06, assumption(0.0356, 0.02, 0.15, RUN_DOWN)),
  ),
  row(
    'skill_kept_social_enterprise',
    'Part of a commissioner’s skill that a social enterprise keeps',
    'share',
    assumption(0.5, 0.2, 0.8, NO_SIZE),
  ),
  row(
    'skill_rebuilt_years',
    'Memory of a commissioner that holds its people’s money again for the skill that it had lost',
    'years',
    assumption(
      3,
      1.5,
      8,
      'staff are hired within a year and learn a place within several; slower than they left, by judgement; no published size',
    ),
  ),
  row(
    'announcement_unsettles_weeks',
    'Weeks for which the announcement of a structure that may form unsettles a commissioner’s staff',
    'weeks',
    assumption(104, 52, 260, 'about as long as an announced change takes to come or to be forgotten'),
  ),
  row(
    'board_altruism_general_practice',
    'Weight of a patient’s health to general practice on a board',
    'share of the value of a QALY',
    assumption(0.25, 0.1, 0.45, 'between a provider’s and a commissioner’s'),
  ),
  row(
    'board_altruism_community',
    'Weight of a patient’s health to community services on a board',
    'share of the value of a QALY',
    assumption(0.3, 0.1, 0.45, 'between a provider’s and a commissioner’s'),
  ),
  prototype(
    'board_voice_least',
    'Weight of health to citizens on a board whom nobody elects, over a commissioner’s',
    'ratio',
    0.6,
    0.4,
    1,
  ),
  prototype('board_voice_slope', 'Gain of that weight where everybody votes', 'ratio', 0.8, 0, 1.2),
  row(
    'council_delay_advisory',
    'Part of closures that an advisory health council holds back for a time',
    'share',
    assumption(0.2, 0, 0.5, NO_SIZE),
  ),
  row(
    'council_delay_elected',
    'Part of closures that an elected health council, or a board of citizens alone, holds back for a time',
    'share',
    assumption(0.5, 0.2, 1, NO_SIZE),
  ),
  row(
    'loan_deficit_share',
    'Deficit carried, as a share of turnover, at which a loan fills the purse',
    'share',
    assumption(0.05, 0.02, 0.1, NO_SIZE),
  ),
  row(
    'administration_deficit_share',
    'Deficits and debts, as a share of turnover, at which an administrator comes',
    'share',
    assumption(0.1, 0.05, 0.2, NO_SIZE),
  ),
  row(
    'loan_interest',
    'Interest on a loan',
    'share a year',
    background(0.05, 0.03, 0.07, 'public works rates of 2007'),
  ),
  row(
    'loan_repaid_share',
    'Part of a surplus that goes to repay a loan',
    'share',
    assumption(0.5, 0.2, 1, NO_SIZE),
  ),
]);
