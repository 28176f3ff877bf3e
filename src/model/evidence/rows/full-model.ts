import { assumption, before, calibrated, row, sourced, topic } from './row.ts';

/** Numbers of the opening state and of the planning rule, fitted or assumed with the whole model running. */
export const FULL_MODEL = topic('full model', [
  row(
    'need_scale',
    'Scale of needs for planned care',
    'ratio',
    before(
      1,
      calibrated(
        0.877,
        0.8,
        1.2,
        'GP referrals per 1,000 residents, April 2008 to March 2009, with the whole model running',
      ),
    ),
  ),
  row(
    'start_first_outpatient_weeks',
    'Wait for a first visit on the first day, mean of specialties',
    'weeks',
    assumption(
      3.8,
      3,
      6,
      'by hand, for a first-outpatient list of about 1.06 million in April 2007: no list of that month was found; 888,000 in October 2008 (first_outpatient_list_total), which had been falling',
    ),
  ),
  row(
    'start_admission_weeks',
    'Wait from decision to admission on the first day, mean of specialties',
    'weeks',
    calibrated(
      7.94,
      5,
      10,
      'list for admission on the first day, as expected of the base year’s decisions to admit less removals: 674,222 in May 2007 (inpatient_list_total)',
    ),
  ),
  row(
    'start_diagnostics_ratio',
    'Time in diagnostics of those found waiting on the first day over that of those referred from then on',
    'ratio',
    assumption(
      1.7,
      1.3,
      2.3,
      'derived: mean waits for diagnostics of 6.8 weeks in April 2006 and 2.9 in November 2007, https://hansard.parliament.uk/Commons/2008-01-22/debates/08012277000030/MedicalTreatmentsWaitingLists; at an even rate 3.97 in April 2007, so 1.71 for those referred a year before, 1.3 for half a year, 2.3 for the whole fall; that the whole stage fell as tests did is assumed',
    ),
  ),
  row(
    'opening_prevalence_ratio_diabetes',
    'Prevalence of diabetes in April 2007 over that of the base year, 2008-09',
    'ratio',
    before(
      1,
      assumption(
        0.967,
        0.9,
        1,
        'by hand with the whole model running, so that the register of 2008-09 comes out at the observed incidence of the years before it: the register was growing',
      ),
    ),
  ),
  row(
    'opening_prevalence_ratio_copd',
    'Prevalence of chronic obstructive pulmonary disease in April 2007 over that of the base year, 2008-09',
    'ratio',
    before(
      1,
      assumption(
        0.977,
        0.92,
        1,
        'by hand with the whole model running, so that the register of 2008-09 comes out: 834,312 patients then, 765,806 in 2006-07 (quality and outcomes framework)',
      ),
    ),
  ),
  row(
    'opening_prevalence_ratio_dementia',
    'Prevalence of dementia in April 2007 over that of the base year, 2008-09',
    'ratio',
    before(
      1,
      assumption(
        0.985,
        0.95,
        1,
        'by hand with the whole model running, so that the register of 2008-09 comes out: the very old were getting more',
      ),
    ),
  ),
  row(
    'removal_before_decision_share',
    'Share of those who would be admitted who leave before the decision to admit',
    'share',
    before(
      0.07,
      calibrated(
        0.0662,
        0,
        0.15,
        'what expected volumes must lose before the decision to come to 95.6 list admissions per 1,000, less 3.6 that only shortened the list, at 14% removals after it; expected volumes and money count with it, the course of a patient does not. A remainder, which can be nought; before the fit, what the hazard of removal does to the stage of diagnostics (0.03 to 0.15)',
      ),
    ),
  ),
  row(
    'opening_bed_days_ratio',
    'Bed days of a week that fall to those in bed on the first day, and what is left of them a week later',
    'ratio',
    assumption(
      0.55,
      0.4,
      0.7,
      'by judgement: most of those in bed on the first day leave within two weeks, a few stay for months',
    ),
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
    assumption(
      1.5,
      1,
      4,
      'no longer than an untreated need lasts before it resolves (resolve_per_year): otherwise treatment would do harm',
    ),
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
