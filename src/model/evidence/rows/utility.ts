import { assumption, background, byCondition, bySpecialty, row, sourced, topic } from './row.ts';
import { UTILITY_MODEL_INPUTS } from './sources.ts';

const NORM = 'https://github.com/STAPM/qalyr (Ara and Brazier 2010)';
const CATALOGUE = 'size as in catalogues of EQ-5D decrements; remembered';
const NO_PROM = 'no patient-reported measure: judgement between hernia and hip';

/** Utility: the population norm, what conditions and unmet needs take from it, what treatment gives back. */
export const UTILITY = topic('utility', [
  row('utility_norm_constant', 'EQ-5D norm: constant', 'utility', sourced(0.9508566, 0.93, 0.97, NORM)),
  row('utility_norm_male', 'EQ-5D norm: men', 'utility', sourced(0.0212126, 0.015, 0.027, NORM)),
  row(
    'utility_norm_age',
    'EQ-5D norm: per year of age',
    'utility per year',
    sourced(-0.0002587, -0.0005, 0, NORM),
  ),
  row(
    'utility_norm_age_squared',
    'EQ-5D norm: per squared year of age',
    'utility per squared year',
    sourced(-0.0000332, -0.00004, -0.000025, NORM),
  ),
  ...byCondition('utility_loss', 'Share of utility lost with the condition', 'share', {
    coronary_heart_disease: sourced(0.09, 0.06, 0.09, UTILITY_MODEL_INPUTS),
    stroke: sourced(0.1, 0.06, 0.2, UTILITY_MODEL_INPUTS),
    heart_failure: sourced(0.12, 0.08, 0.2, UTILITY_MODEL_INPUTS),
    hypertension: background(0.025, 0, 0.05, CATALOGUE),
    diabetes: sourced(0.07, 0.04, 0.1, UTILITY_MODEL_INPUTS),
    copd: background(0.07, 0.05, 0.1, CATALOGUE),
    asthma: background(0.05, 0.03, 0.06, CATALOGUE),
    chronic_kidney_disease: background(0.05, 0.02, 0.1, CATALOGUE),
    cancer: background(0.06, 0.03, 0.1, CATALOGUE),
    dementia: background(0.2, 0.1, 0.35, CATALOGUE),
    severe_mental_illness: background(0.15, 0.1, 0.25, CATALOGUE),
    depression: background(0.12, 0.08, 0.25, CATALOGUE),
  }),
  ...bySpecialty('need_utility', 'Utility lost to an untreated need at full severity', 'utility', {
    orthopaedics: assumption(
      0.45,
      0.3,
      0.6,
      'hip 0.41 and knee 0.295 gained, mixed with lesser needs; https://digital.nhs.uk/data-and-information/publications/statistical/patient-reported-outcome-measures-proms',
    ),
    ophthalmology: assumption(0.15, 0.05, 0.25, 'EQ-5D hardly sees sight; cataract gains are small on it'),
    general_surgery: assumption(
      0.13,
      0.08,
      0.2,
      'hernia 0.084 and varicose veins 0.094 gained on average severity',
    ),
    urology_gynaecology: assumption(0.18, 0.08, 0.3, NO_PROM),
    cardiology: assumption(0.25, 0.1, 0.4, NO_PROM),
    general_medicine: assumption(0.15, 0.05, 0.3, NO_PROM),
    dermatology_ent: assumption(0.1, 0.03, 0.2, NO_PROM),
    other: assumption(0.15, 0.05, 0.3, NO_PROM),
  }),
  ...bySpecialty('need_gain', 'Share of the loss that treatment of reference quality gives back', 'share', {
    orthopaedics: assumption(
      0.75,
      0.6,
      0.9,
      'hip gain 0.41, knee 0.295 of the loss at the severity operated on',
    ),
    ophthalmology: assumption(0.7, 0.5, 0.9, NO_PROM),
    general_surgery: assumption(0.8, 0.6, 0.95, 'hernia and varicose veins are mostly cured'),
    urology_gynaecology: assumption(0.6, 0.4, 0.8, NO_PROM),
    cardiology: assumption(0.5, 0.3, 0.7, NO_PROM),
    general_medicine: assumption(0.4, 0.2, 0.6, NO_PROM),
    dermatology_ent: assumption(0.5, 0.3, 0.7, NO_PROM),
    other: assumption(0.45, 0.2, 0.7, NO_PROM),
  }),
  row(
    'need_gain_other_treatment',
    'Gain of a need met without admission over that of one met by admission',
    'ratio',
    assumption(0.5, 0.2, 0.9, 'advice and medicines do less than an operation; no published size'),
  ),
]);
