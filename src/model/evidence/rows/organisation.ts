import { assumption, row, sourced, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

/** How organisations value money and hold to plans. */
export const ORGANISATION = topic('organisation', [
  row(
    'lambda_low_trust',
    'Shadow price of money of a trust far in surplus',
    'ratio',
    assumption(0.4, 0.2, 0.7, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_low_purchaser',
    'Shadow price of money of a public purse far in surplus',
    'ratio',
    assumption(0.25, 0.1, 0.6, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_high',
    'Shadow price of money far in deficit',
    'ratio',
    assumption(2, 1.5, 2.6, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_scale_trust',
    'Margin over which a trust’s shadow price turns',
    'share of income',
    assumption(0.015, 0.008, 0.03, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_scale_purchaser',
    'Margin over which a public purse’s shadow price turns',
    'share of income',
    assumption(0.01, 0.005, 0.02, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_reserves_weight',
    'Weight of reserves over turnover beside the margin',
    'ratio',
    assumption(0.15, 0, 0.3, LAWS_PROTOTYPE),
  ),
  row(
    'block_corridor_marginal_rate',
    'Share of tariff paid for activity off a block plan',
    'share',
    assumption(0.1, 0, 0.25, LAWS_PROTOTYPE),
  ),
  row(
    'emergency_marginal_rate_share',
    'Share of tariff paid for emergencies above the baseline under a marginal rate',
    'share',
    sourced(
      0.3,
      0.3,
      0.7,
      'https://www.hsj.co.uk/acute-care/performance-watch-changes-for-ae-admission-payments-are-coming/7022143.article',
    ),
  ),
  row(
    'plan_shortfall_loss_share',
    'Share of price lost on activity below plan',
    'share',
    assumption(0.35, 0.15, 0.6, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_speed_per_quarter',
    'Fastest build-up of turnaround in a persistent deficit',
    'per quarter',
    assumption(0.1, 0.05, 0.2, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_margin',
    'Deficit beyond which turnaround builds up',
    'share of income',
    assumption(0.004, 0, 0.01, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_margin_scale',
    'Deficit over which the build-up of turnaround turns',
    'share of income',
    assumption(0.006, 0.003, 0.012, LAWS_PROTOTYPE),
  ),
  row(
    'turnaround_threshold_shift',
    'Rise of the referral threshold in full turnaround',
    'severity 0 to 1',
    assumption(0.05, 0.02, 0.1, LAWS_PROTOTYPE),
  ),
  row(
    'demand_management_cost_per_head_pounds',
    'Cost of the most intensive demand management per head',
    'pounds a year',
    assumption(3, 1, 6, 'about half a per cent of the allocation for referral centres, review and advice'),
  ),
]);
