import { assumption, row, sourced, topic } from './row.ts';

const FULOP = 'https://www.bmj.com/content/325/7358/246.full';

/** What a merger of trusts does besides the disruption that every change of structure brings. */
export const MERGERS = topic('mergers', [
  row(
    'merger_duplicate_closed',
    'Part of a duplicate service that a merged trust closes',
    'share',
    assumption(
      0.25,
      0,
      0.5,
      'rationalisation is what mergers of trusts were for; how much was closed is published for none, and nothing is the low end',
    ),
  ),
  row(
    'merger_closure_weeks',
    'Time over which a merged trust closes duplicate services',
    'weeks',
    assumption(104, 52, 156, 'plans, consultation and moves take one to three years'),
  ),
  row(
    'merger_development_delay_weeks',
    'Time for which developments of services wait after a merger of trusts',
    'weeks',
    sourced(78, 78, 130, `at least eighteen months in nine London trusts, ${FULOP}`),
  ),
  row(
    'merger_cost_share_of_income',
    'Cost of a merger of trusts, once, over their income of a year',
    'share',
    assumption(0.01, 0, 0.03, 'severance, advisers and moves; no published size'),
  ),
]);
