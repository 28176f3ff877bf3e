import { assumption, calibrated, row, sourced, topic } from './row.ts';

/** Numbers of the opening state and of the planning rule, fitted or assumed with the whole model running. */
export const FULL_MODEL = topic('full model', [
  row(
    'need_scale',
    'Scale of needs for planned care',
    'ratio',
    calibrated(
      1,
      0.8,
      1.2,
      'GP referrals per 1,000 residents, April 2008 to March 2009, with the whole model running',
    ),
  ),
  row(
    'start_first_outpatient_weeks',
    'Wait for a first visit on the first day, mean of specialties',
    'weeks',
    calibrated(
      3.9,
      3,
      6,
      'first-outpatient list of about 1.1 million in April 2007 over weekly referrals; 888,000 in October 2008',
    ),
  ),
  row(
    'start_admission_weeks',
    'Wait from decision to admission on the first day, mean of specialties',
    'weeks',
    calibrated(6.2, 5, 8, 'inpatient list of 674,222 in May 2007 over weekly decisions to admit'),
  ),
  row(
    'removal_solved_share',
    'Share of removals from a list whose need is solved (recovery, private care)',
    'share',
    assumption(0.5, 0.2, 0.8, 'the published count does not say why people left'),
  ),
  row(
    'follow_up_slot_weight',
    'Clinic time of a follow-up over that of a first visit',
    'ratio',
    assumption(0.5, 0.35, 0.7, 'clinic templates of 10 to 15 against 20 to 30 minutes; prices 98 to 169'),
  ),
  row(
    'need_residual_years',
    'Years over which the loss that treatment leaves fades',
    'years',
    assumption(8, 3, 15, 'between the joints that last and the needs that pass; no published size'),
  ),
  row(
    'trust_opening_margin',
    'Surplus of trusts in the base year',
    'share of income',
    sourced(
      0.018,
      0,
      0.03,
      'foundation trusts planned 339 million on 18.7 billion for 2008-09 (derived from their published plans)',
    ),
  ),
  row(
    'stay_trend_per_year',
    'Yearly change of the log of stays, whatever the institutions',
    'log ratio a year',
    assumption(
      -0.015,
      -0.04,
      0,
      'all stays fell from 6.6 to 5.7 days between 2005-06 and 2008-09; much of it is the mix of cases',
    ),
  ),
  row(
    'diagnostics_speed_up_max_per_year',
    'Fastest fall of the time in diagnostics under a target',
    'share a year',
    assumption(0.4, 0.1, 0.6, 'waits for diagnostics over six weeks nearly vanished between 2007 and 2008'),
  ),
]);
