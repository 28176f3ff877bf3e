import { assumption, background, bySpecialty, calibrated, row, sourced, topic } from './row.ts';
import { SCOTTISH_OUTPATIENTS } from './sources.ts';

const CONVERSION =
  'prior by specialty (background, mean 0.32) times 1.32, so that 274.3 first attendances give 95.6 list admissions per 1,000 with the whole model running, boards clearing lists as they did, after those who leave before the decision and 14% removals';
const DAYCASE =
  'background by specialty, scaled so that list admissions are 71.6% day cases and all electives 74.9%';
const FOLLOW_UP = `derived: ${SCOTTISH_OUTPATIENTS} and 2007-08 ratios, times 1.085 so that the national ratio is 2.1`;

/** What hospitals do with a referral: discharge, admission, stay and follow-up. */
export const PLANNED_TREATMENT = topic('planned care', [
  row(
    'non_admitted_stop_at_first',
    'Share of non-admitted clocks that stop at the first visit',
    'share',
    sourced(
      0.3,
      0.25,
      0.35,
      'discharged at the first attendance, 5.6 of 18.7 million (2008-09), https://digital.nhs.uk/data-and-information/publications/statistical/hospital-outpatient-activity/hospital-outpatient-activity-2008-09',
    ),
  ),
  ...bySpecialty('conversion', 'Decisions to admit per first attendance', 'share', {
    orthopaedics: calibrated(0.503, 0.3, 0.6, CONVERSION),
    ophthalmology: calibrated(0.594, 0.4, 0.7, CONVERSION),
    general_surgery: calibrated(0.529, 0.35, 0.65, CONVERSION),
    urology_gynaecology: calibrated(0.518, 0.35, 0.65, CONVERSION),
    cardiology: calibrated(0.33, 0.2, 0.45, CONVERSION),
    general_medicine: calibrated(0.404, 0.25, 0.5, CONVERSION),
    dermatology_ent: calibrated(0.296, 0.2, 0.4, CONVERSION),
    other: calibrated(0.264, 0.15, 0.35, CONVERSION),
  }),
  ...bySpecialty('daycase_share', 'Share of list admissions that are day cases', 'share', {
    orthopaedics: calibrated(0.45, 0.35, 0.55, DAYCASE),
    ophthalmology: calibrated(0.94, 0.9, 0.97, DAYCASE),
    general_surgery: calibrated(0.64, 0.5, 0.75, DAYCASE),
    urology_gynaecology: calibrated(0.68, 0.55, 0.78, DAYCASE),
    cardiology: calibrated(0.55, 0.4, 0.7, DAYCASE),
    general_medicine: calibrated(0.9, 0.8, 0.95, DAYCASE),
    dermatology_ent: calibrated(0.74, 0.6, 0.85, DAYCASE),
    other: calibrated(0.68, 0.5, 0.8, DAYCASE),
  }),
  row(
    'elective_mean_stay_days',
    'Mean stay of an elective inpatient',
    'days',
    background(3.6, 3, 4.2, 'all ordinary admissions 5.7 days in 2008-09; the elective part remembered'),
  ),
  ...bySpecialty('elective_stay_ratio', 'Mean elective stay over that of all specialties', 'ratio', {
    orthopaedics: assumption(1.3, 1, 1.6, 'hip and knee stays of about a week (background)'),
    ophthalmology: assumption(0.5, 0.3, 0.8, 'the few who stay, stay overnight'),
    general_surgery: assumption(1.05, 0.8, 1.3, 'ratio of all stays in Wales'),
    urology_gynaecology: assumption(0.85, 0.7, 1, 'ratio of all stays in Wales'),
    cardiology: assumption(1.1, 0.8, 1.6, 'surgery of the heart stays long, catheters do not'),
    general_medicine: assumption(1.1, 0.7, 1.5, 'ratio of all stays in Wales'),
    dermatology_ent: assumption(0.5, 0.3, 0.7, 'ratio of all stays in Wales'),
    other: assumption(0.85, 0.5, 1.2, 'ratio of all stays in Wales'),
  }),
  ...bySpecialty('follow_up_ratio', 'Follow-up attendances per first attendance', 'ratio', {
    orthopaedics: calibrated(2.04, 1.6, 2.4, FOLLOW_UP),
    ophthalmology: calibrated(2.54, 2.2, 3, FOLLOW_UP),
    general_surgery: calibrated(1.61, 1.2, 2, FOLLOW_UP),
    urology_gynaecology: calibrated(1.49, 1.1, 2, FOLLOW_UP),
    cardiology: calibrated(1.63, 1.3, 2.2, FOLLOW_UP),
    general_medicine: calibrated(2.54, 1.9, 3.2, FOLLOW_UP),
    dermatology_ent: calibrated(1.43, 1.1, 1.8, FOLLOW_UP),
    other: calibrated(3.21, 2.2, 4.5, FOLLOW_UP),
  }),
]);
