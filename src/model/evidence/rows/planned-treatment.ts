import { assumption, background, before, bySpecialty, calibrated, row, sourced, topic } from './row.ts';
import { SCOTTISH_OUTPATIENTS } from './sources.ts';

const CONVERSION =
  'prior by specialty (background, mean 0.32) times one factor, fitted with others to 128.9 electives per 1,000 with the whole model running, boards clearing lists as they did';
const DAYCASE =
  'background by specialty, their odds moved by one factor so that 74.9% of electives, planned ones included, are day cases';
const FOLLOW_UP = `derived: ${SCOTTISH_OUTPATIENTS} and 2007-08 ratios, times one factor (1.085) so that the national ratio is 2.1`;

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
    orthopaedics: before(0.381, calibrated(0.496, 0.3, 0.6, CONVERSION)),
    ophthalmology: before(0.45, calibrated(0.586, 0.4, 0.7, CONVERSION)),
    general_surgery: before(0.401, calibrated(0.522, 0.35, 0.65, CONVERSION)),
    urology_gynaecology: before(0.392, calibrated(0.511, 0.35, 0.65, CONVERSION)),
    cardiology: before(0.25, calibrated(0.326, 0.2, 0.45, CONVERSION)),
    general_medicine: before(0.306, calibrated(0.399, 0.25, 0.5, CONVERSION)),
    dermatology_ent: before(0.224, calibrated(0.292, 0.2, 0.4, CONVERSION)),
    other: before(0.2, calibrated(0.26, 0.15, 0.35, CONVERSION)),
  }),
  ...bySpecialty('daycase_share', 'Share of list admissions that are day cases', 'share', {
    orthopaedics: before(0.45, calibrated(0.449, 0.35, 0.55, DAYCASE)),
    ophthalmology: before(0.94, calibrated(0.94, 0.9, 0.97, DAYCASE)),
    general_surgery: before(0.64, calibrated(0.639, 0.5, 0.75, DAYCASE)),
    urology_gynaecology: before(0.68, calibrated(0.68, 0.55, 0.78, DAYCASE)),
    cardiology: before(0.55, calibrated(0.549, 0.4, 0.7, DAYCASE)),
    general_medicine: before(0.9, calibrated(0.9, 0.8, 0.95, DAYCASE)),
    dermatology_ent: before(0.74, calibrated(0.74, 0.6, 0.85, DAYCASE)),
    other: before(0.68, calibrated(0.68, 0.5, 0.8, DAYCASE)),
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
    orthopaedics: before(1.88, calibrated(2.04, 1.6, 2.4, FOLLOW_UP)),
    ophthalmology: before(2.34, calibrated(2.54, 2.2, 3, FOLLOW_UP)),
    general_surgery: before(1.48, calibrated(1.61, 1.2, 2, FOLLOW_UP)),
    urology_gynaecology: before(1.37, calibrated(1.49, 1.1, 2, FOLLOW_UP)),
    cardiology: before(1.5, calibrated(1.63, 1.3, 2.2, FOLLOW_UP)),
    general_medicine: before(2.34, calibrated(2.54, 1.9, 3.2, FOLLOW_UP)),
    dermatology_ent: before(1.32, calibrated(1.43, 1.1, 1.8, FOLLOW_UP)),
    other: before(2.96, calibrated(3.21, 2.2, 4.5, FOLLOW_UP)),
  }),
]);
