import { assumption, NO_SIZE, row, topic } from './row.ts';

/** How long organisations remember what they saw, and what their pay-offs are weighed against. */
export const PERCEPTION = topic('adaptation', [
  row(
    'board_memory_years',
    'Memory of a board for margins, turnover and occupancy',
    'years',
    assumption(1, 0.5, 2, 'a year, so that a winter is no trend; by judgement'),
  ),
  row(
    'purchaser_margin_memory_weeks',
    'Memory of a purchaser for its margin',
    'weeks',
    assumption(13, 4, 26, 'a quarter: budgets are watched monthly and reported quarterly'),
  ),
  row(
    'savings_kept_on_paper',
    'Savings that practices really kept where salience of budgets on paper was measured',
    'share',
    assumption(
      0.35,
      0.1,
      0.7,
      'at least 70% may be redirected (House of Commons, written answer on practice-based commissioning), paid in about half of the cases',
    ),
  ),
  row(
    'demand_management_base_ratio',
    'Gross saving that is weighed when demand is managed, over what managing it costs',
    'ratio',
    assumption(4, 2, 8, 'savings claimed by referral management are a few times its cost; by judgement'),
  ),
  row(
    'selection_weighed_one_in',
    'Of what selection brings and costs, one part in so many is weighed against its base',
    'parts',
    assumption(10, 5, 20, NO_SIZE),
  ),
  row(
    'selection_effort_slope',
    'Rise of fines and costs of selection with its effort',
    'ratio',
    assumption(4, 2, 8, NO_SIZE),
  ),
]);
