import { assumption, background, before, bySpecialty, calibrated, row, sourced, topic } from './row.ts';

const RTT = 'referral-to-treatment returns, England, August 2007: 4,186,974 incomplete, median 14.29 weeks';
const SPREAD =
  'by judgement, between the 1.7 at which the list of August 2007 alone is met best and about 1.0 (0.7 to 1.4), which admissions of trauma and orthopaedics of January to March 2006 give for the stage (mean 39 weeks, under 20% within 18, 26% over 52, 3% over 104, https://www.dailymail.co.uk/health/article-423736, a first visit and an operation of 12 to 16 weeks together taken off); that list leaves 1.2 to 1.7';
const REMOVALS =
  'by judgement: at it 8.6% of those listed for admission at the opening waits leave untreated; published 8.4 to 15.5% of admissions and removals, 14.0% in 2006-07, https://hansard.parliament.uk/Commons/2007-02-19/debates/07021932000047/HospitalsWaitingLists; 14% would be 0.015 to 0.017, with which the list of August 2007 is not met within the ranges of other rows (docs/calibration.md)';
const RELATIVE = 'prior; trauma and orthopaedics is read at a source, the rest remembered';
const WAITING_HARM = 'judgement: waiting adds emergencies where the disease is the heart, hardly elsewhere';
const HEADROOM =
  'by hand with the whole model running, the same for all specialties, so that lists of the first quarter, April to June 2007, neither jump nor collapse; their course is not published';

/** Queues, delays and capacity of planned care. */
export const WAITING = topic('waiting', [
  row(
    'diagnostics_median_weeks',
    'Median of the stage of diagnostics and decision',
    'weeks',
    calibrated(7, 3, 9, RTT),
  ),
  row(
    'diagnostics_sigma',
    'Spread of the log of the stage of diagnostics and decision',
    'log ratio',
    assumption(1.5, 0.8, 1.7, SPREAD),
  ),
  row(
    'pathway_mean_weeks',
    'Mean weeks from referral to treatment of the base year',
    'weeks',
    sourced(
      15.3,
      12,
      20,
      `derived: ${RTT}; 274 first attendances a year per 1,000 are 273,000 clocks started a week`,
    ),
  ),
  ...bySpecialty('relative_wait', 'Wait over that of all specialties', 'ratio', {
    orthopaedics: sourced(
      1.35,
      1.08,
      1.62,
      'derived: 3.92 against 2.88 months (2002), https://api.parliament.uk/historic-hansard/written_answers/2003/mar/11/waiting-times',
    ),
    ophthalmology: background(1, 0.8, 1.2, RELATIVE),
    general_surgery: background(0.95, 0.76, 1.14, RELATIVE),
    urology_gynaecology: background(0.88, 0.7, 1.06, RELATIVE),
    cardiology: background(0.75, 0.6, 0.9, RELATIVE),
    general_medicine: background(0.6, 0.48, 0.72, RELATIVE),
    dermatology_ent: background(0.9, 0.7, 1.1, RELATIVE),
    other: background(1, 0.8, 1.25, RELATIVE),
  }),
  row(
    'follow_up_delay_weeks',
    'Mean time from a first visit to its follow-ups',
    'weeks',
    assumption(13, 6, 26, 'follow-up at about three months is usual; no published mean'),
  ),
  row(
    'removal_share_of_admissions',
    'Removals from the list for admission over admissions and removals',
    'share',
    sourced(
      0.14,
      0.084,
      0.155,
      'https://hansard.parliament.uk/Commons/2007-02-19/debates/07021932000047/HospitalsWaitingLists',
    ),
  ),
  row(
    'removal_base_per_week',
    'Removal from the list: hazard of somebody newly on it',
    'per week',
    assumption(0.01, 0.008, 0.03, REMOVALS),
  ),
  row(
    'removal_wait_slope',
    'Rise of the log hazard of removal per week of wait',
    'log ratio per week',
    assumption(0.01, 0, 0.03, 'people who wait long recover, go private or are validated off'),
  ),
  row(
    'removal_age_slope',
    'Rise of the log hazard of removal per year of age from 50',
    'log ratio per year of age',
    assumption(0.005, 0, 0.02, 'older people become unfit for treatment more often'),
  ),
  row(
    'removal_affluence_ratio',
    'Hazard of removal in the least over the most deprived fifth',
    'ratio',
    assumption(1.3, 1, 1.8, 'private care is mostly bought by the better off'),
  ),
  row(
    'first_outpatient_removal_per_week',
    'Removal before the first visit, cancelled referrals and non-attenders apart',
    'per week',
    assumption(0.002, 0, 0.006, 'few leave a short queue'),
  ),
  ...bySpecialty(
    'waiting_emergency_ratio',
    'Emergency hazard while waiting over that of the same person not waiting',
    'ratio',
    {
      orthopaedics: assumption(1, 1, 1.1, WAITING_HARM),
      ophthalmology: assumption(1, 1, 1.1, WAITING_HARM),
      general_surgery: assumption(1.05, 1, 1.3, WAITING_HARM),
      urology_gynaecology: assumption(1.05, 1, 1.2, WAITING_HARM),
      cardiology: assumption(1.3, 1, 1.8, WAITING_HARM),
      general_medicine: assumption(1.1, 1, 1.4, WAITING_HARM),
      dermatology_ent: assumption(1, 1, 1.1, WAITING_HARM),
      other: assumption(1, 1, 1.2, WAITING_HARM),
    },
  ),
  ...bySpecialty('outpatient_headroom', 'First-outpatient slots over base-year demand, less 1', 'share', {
    orthopaedics: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    ophthalmology: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    general_surgery: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    urology_gynaecology: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    cardiology: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    general_medicine: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    dermatology_ent: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
    other: before(0, assumption(-0.015, -0.08, 0.15, HEADROOM)),
  }),
  ...bySpecialty('elective_headroom', 'Elective slots over base-year demand, less 1', 'share', {
    orthopaedics: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    ophthalmology: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    general_surgery: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    urology_gynaecology: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    cardiology: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    general_medicine: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    dermatology_ent: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
    other: before(0, assumption(0.03, -0.05, 0.15, HEADROOM)),
  }),
  row(
    'target_stage_first_outpatient_weeks',
    'Part of an 18-week target planned for the first visit',
    'weeks',
    assumption(5, 4, 8, 'local milestones of 2008: five weeks to the first visit'),
  ),
  row(
    'target_stage_diagnostics_weeks',
    'Part of an 18-week target planned for diagnostics and decision',
    'weeks',
    assumption(6, 4, 8, 'milestone of six weeks for diagnostics by March 2008'),
  ),
  row(
    'target_stage_admission_weeks',
    'Part of an 18-week target planned for admission',
    'weeks',
    assumption(7, 5, 11, 'the rest of eighteen weeks'),
  ),
  row(
    'capacity_growth_max_per_year',
    'Fastest growth of slots that staff allow',
    'per year',
    assumption(0.1, 0.03, 0.15, 'overtime and the independent sector, at rising cost'),
  ),
  row(
    'capacity_decline_max_per_year',
    'Fastest fall of slots',
    'per year',
    assumption(0.1, 0.03, 0.15, 'posts fall vacant and are not filled'),
  ),
  row(
    'backlog_clearance_weeks',
    'Time over which a plan clears the list above the target',
    'weeks',
    assumption(52, 26, 104, 'plans are made for the year'),
  ),
]);
