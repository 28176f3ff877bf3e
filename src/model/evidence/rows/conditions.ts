import { assumption, background, byCondition, row, sourced, topic } from './row.ts';
import { CARDIOMETABOLIC, CMS, QOF_BACKGROUND } from './sources.ts';

const AGE_SLOPE = 'judgement: slope of incidence with age that gives the known shape of prevalence by age';
const FIRST_AGE = 'judgement: the condition is rare below this age and its register small';
const SEX_RATIO =
  'recalled from surveys and registers of the 2000s; sexes together are fixed by the register';
const DEPRIVATION =
  'recalled size of the social gradient in incidence; heart failure 1.61 is read at a source';

/** The twelve long-term conditions: how many have them, who gets them, how they leave, what they do. */
export const CONDITION_ROWS = topic('conditions', [
  ...byCondition('prevalence', 'Register prevalence of the base year', 'share of people', {
    coronary_heart_disease: background(0.035, 0.034, 0.036, QOF_BACKGROUND),
    stroke: background(0.017, 0.016, 0.018, QOF_BACKGROUND),
    heart_failure: background(0.007, 0.0065, 0.008, QOF_BACKGROUND),
    hypertension: background(
      0.131,
      0.125,
      0.135,
      `${QOF_BACKGROUND}; 12.5% in 2006-07 and 13.5% in 2010-11 are read at sources`,
    ),
    diabetes: background(0.041, 0.039, 0.048, `${QOF_BACKGROUND}; 4.83% in 2012-13 is read at a source`),
    copd: background(0.015, 0.014, 0.016, `${QOF_BACKGROUND}; 1.4% in 2006-07 is read at a source`),
    asthma: background(0.059, 0.058, 0.06, QOF_BACKGROUND),
    chronic_kidney_disease: background(0.031, 0.029, 0.034, QOF_BACKGROUND),
    cancer: background(0.013, 0.011, 0.016, `${QOF_BACKGROUND}; register since 2003`),
    dementia: background(0.004, 0.0039, 0.005, `${QOF_BACKGROUND}; count 232,430 is read at a source`),
    severe_mental_illness: background(0.0075, 0.007, 0.0084, QOF_BACKGROUND),
    depression: background(0.081, 0.075, 0.09, `${QOF_BACKGROUND}, adults, as share of the whole list`),
  }),
  ...byCondition(
    'onset_age_slope',
    'Rise of the onset rate with age, to its last age',
    'log ratio per year of age',
    {
      coronary_heart_disease: assumption(0.08, 0.06, 0.1, AGE_SLOPE),
      stroke: assumption(0.085, 0.065, 0.1, AGE_SLOPE),
      heart_failure: assumption(0.105, 0.085, 0.12, AGE_SLOPE),
      hypertension: assumption(0.05, 0.035, 0.065, AGE_SLOPE),
      diabetes: assumption(0.045, 0.03, 0.06, AGE_SLOPE),
      copd: assumption(0.07, 0.05, 0.09, AGE_SLOPE),
      asthma: assumption(0, -0.01, 0.01, AGE_SLOPE),
      chronic_kidney_disease: assumption(0.1, 0.08, 0.12, AGE_SLOPE),
      cancer: assumption(0.065, 0.05, 0.08, AGE_SLOPE),
      dementia: assumption(0.14, 0.12, 0.16, AGE_SLOPE),
      severe_mental_illness: assumption(0, -0.01, 0.01, AGE_SLOPE),
      depression: assumption(0, -0.01, 0.01, AGE_SLOPE),
    },
  ),
  row(
    'onset_slope_last_age',
    'Age from which onset rates rise no further',
    'years',
    assumption(85, 80, 95, 'incidence levels off among the very old, who are diagnosed less often'),
  ),
  ...byCondition('onset_first_age', 'Lowest age of onset', 'years', {
    coronary_heart_disease: assumption(30, 25, 35, FIRST_AGE),
    stroke: assumption(25, 20, 35, FIRST_AGE),
    heart_failure: assumption(35, 25, 45, FIRST_AGE),
    hypertension: assumption(25, 20, 30, FIRST_AGE),
    diabetes: assumption(15, 10, 20, FIRST_AGE),
    copd: assumption(35, 30, 40, FIRST_AGE),
    asthma: assumption(3, 2, 5, FIRST_AGE),
    chronic_kidney_disease: assumption(30, 20, 40, FIRST_AGE),
    cancer: assumption(20, 15, 30, FIRST_AGE),
    dementia: assumption(60, 55, 65, FIRST_AGE),
    severe_mental_illness: assumption(16, 14, 18, FIRST_AGE),
    depression: assumption(18, 16, 20, `${FIRST_AGE}; the register counts adults`),
  }),
  ...byCondition('onset_male_ratio', 'Onset rate of men over that of women', 'ratio', {
    coronary_heart_disease: background(1.8, 1.5, 2.2, SEX_RATIO),
    stroke: background(1.25, 1.1, 1.4, SEX_RATIO),
    heart_failure: background(1.4, 1.2, 1.7, SEX_RATIO),
    hypertension: background(1, 0.9, 1.1, SEX_RATIO),
    diabetes: sourced(
      1.137,
      1.05,
      1.35,
      'derived: type 2 incidence 5.06 men, 4.45 women (2013), https://drc.bmj.com/content/9/1/e001989',
    ),
    copd: background(1.2, 1, 1.4, SEX_RATIO),
    asthma: background(0.85, 0.75, 1, SEX_RATIO),
    chronic_kidney_disease: background(0.8, 0.65, 1, SEX_RATIO),
    cancer: background(1.05, 0.95, 1.2, SEX_RATIO),
    dementia: background(0.85, 0.7, 1, SEX_RATIO),
    severe_mental_illness: background(1.05, 0.9, 1.2, SEX_RATIO),
    depression: background(0.55, 0.45, 0.65, SEX_RATIO),
  }),
  ...byCondition('onset_deprivation_ratio', 'Onset rate in the most over the least deprived fifth', 'ratio', {
    coronary_heart_disease: background(1.7, 1.4, 2.1, DEPRIVATION),
    stroke: background(1.5, 1.3, 1.8, DEPRIVATION),
    heart_failure: sourced(
      1.61,
      1.4,
      1.8,
      'https://libmast.utm.my/Record/oxford-uuid:bce45f2f-708d-4f59-9e5e-02295e234b00/Description',
    ),
    hypertension: background(1.2, 1.05, 1.4, DEPRIVATION),
    diabetes: background(1.7, 1.4, 2.1, DEPRIVATION),
    copd: background(2.5, 2, 3.2, DEPRIVATION),
    asthma: background(1.2, 1, 1.4, DEPRIVATION),
    chronic_kidney_disease: background(1.3, 1.1, 1.6, DEPRIVATION),
    cancer: background(1.05, 0.9, 1.2, DEPRIVATION),
    dementia: background(1.2, 1, 1.5, DEPRIVATION),
    severe_mental_illness: background(2, 1.6, 2.6, DEPRIVATION),
    depression: background(1.6, 1.3, 2, DEPRIVATION),
  }),
  ...byCondition(
    'remission_per_year',
    'Rate at which people leave the register otherwise than by death',
    'per year',
    {
      coronary_heart_disease: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      stroke: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      heart_failure: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      hypertension: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      diabetes: assumption(0, 0, 0.01, 'lifelong by definition of the register'),
      copd: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      asthma: assumption(0.05, 0.02, 0.1, 'people without treatment in the last year leave the register'),
      chronic_kidney_disease: assumption(0, 0, 0.03, 'lifelong by definition of the register'),
      cancer: assumption(
        0.2,
        0.15,
        0.3,
        'the register began in 2003: about five years of survival are counted',
      ),
      dementia: assumption(0, 0, 0.01, 'lifelong by definition of the register'),
      severe_mental_illness: assumption(0, 0, 0.02, 'lifelong by definition of the register'),
      depression: assumption(0.03, 0.01, 0.1, 'the register rarely drops people; few are resolved'),
    },
  ),
  row(
    'diabetes_incidence_per_1000_adults',
    'New diabetes per 1,000 people aged 16 and over',
    'per 1000 a year',
    sourced(
      4.45,
      3.5,
      5.06,
      'derived: type 2, midway between 4.18 (2004) and 4.75 (2013, mean of men 5.06 and women 4.45), https://drc.bmj.com/content/9/1/e001989 ; not in a steady state: the register grew from 4.1% to 4.83% in four years',
    ),
  ),
  ...byCondition(
    'mortality_ratio',
    'Death rate with the condition over that without, other conditions held',
    'ratio',
    {
      coronary_heart_disease: sourced(1.51, 1.28, 1.57, CARDIOMETABOLIC),
      stroke: sourced(1.84, 1.3, 1.86, CARDIOMETABOLIC),
      heart_failure: sourced(
        2,
        1.7,
        4,
        'derived: survival after the first year, https://pmc.ncbi.nlm.nih.gov/articles/PMC6192063',
      ),
      hypertension: background(1.1, 1, 1.3, 'near null once other conditions are held'),
      diabetes: sourced(1.52, 1.26, 2.07, CARDIOMETABOLIC),
      copd: background(2, 1.2, 2.5, 'against people without it; no single UK figure found'),
      asthma: background(1.1, 1, 1.3, 'near null once other conditions are held'),
      chronic_kidney_disease: sourced(
        1.44,
        1.02,
        2.12,
        'eGFR 30-44; 1.02 at 45-59, https://pure.qub.ac.uk/en/publications/the-finding-of-reduced-estimated-glomerular-filtration-rate-is-as',
      ),
      cancer: background(
        3,
        2,
        5,
        'five years since diagnosis; 3.5 at 65 and 2.0 at 75 with emergency admissions held fixed (https://pmc.ncbi.nlm.nih.gov/articles/PMC5606253), more without',
      ),
      dementia: sourced(
        2.5,
        2.29,
        3.68,
        'after the first year, https://pmc.ncbi.nlm.nih.gov/articles/PMC2917003',
      ),
      severe_mental_illness: sourced(
        1.95,
        1.67,
        2.19,
        'mean of schizophrenia 2.08 and bipolar disorder 1.79, http://pubmedcentralcanada.ca/pmcc/articles/PMC5579328/',
      ),
      depression: assumption(
        1.3,
        1.16,
        1.68,
        'by judgement between 1.63 (1.58 to 1.68) adjusted for age and sex and about 1.16 beyond risk factors, https://discovery.researcher.life (listing of a UK Biobank paper): the model holds other conditions and deprivation, not smoking or weight',
      ),
    },
  ),
  ...byCondition(
    'emergency_ratio',
    'Emergency admissions with the condition over those without, other conditions held',
    'ratio',
    {
      coronary_heart_disease: assumption(1.32, 1.15, 1.6, CMS),
      stroke: assumption(1.59, 1.25, 2, CMS),
      heart_failure: assumption(1.96, 1.4, 2.6, CMS),
      hypertension: assumption(1.06, 1, 1.15, CMS),
      diabetes: assumption(1.53, 1.25, 1.9, CMS),
      copd: assumption(2.33, 1.6, 3.1, CMS),
      asthma: assumption(1.11, 1, 1.3, CMS),
      chronic_kidney_disease: assumption(1.36, 1.15, 1.6, CMS),
      cancer: assumption(2.46, 1.6, 3.5, CMS),
      dementia: sourced(2.06, 1.95, 2.18, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6497615'),
      severe_mental_illness: assumption(1.42, 1.15, 1.8, CMS),
      depression: assumption(1.33, 1.1, 1.6, CMS),
    },
  ),
  ...byCondition(
    'emergency_acsc_excess_share',
    'Share of the excess emergencies of the condition that is ambulatory-care sensitive',
    'share',
    {
      coronary_heart_disease: assumption(
        0.35,
        0.15,
        0.5,
        'angina and heart failure are on the list, heart attack is not',
      ),
      stroke: assumption(0.1, 0, 0.2, 'pneumonia and urinary infection only'),
      heart_failure: assumption(0.6, 0.4, 0.8, 'heart failure is on the list'),
      hypertension: assumption(0.3, 0.1, 0.5, 'hypertension is on the list, its complications are not'),
      diabetes: assumption(0.4, 0.2, 0.6, 'complications of diabetes are on the list'),
      copd: assumption(0.6, 0.4, 0.8, 'chronic obstructive disease is on the list'),
      asthma: assumption(0.7, 0.5, 0.9, 'asthma is on the list'),
      chronic_kidney_disease: assumption(0.15, 0.05, 0.3, 'urinary infection and dehydration only'),
      cancer: assumption(0.05, 0, 0.1, 'hardly any of it is on the list'),
      dementia: assumption(0.25, 0.1, 0.4, 'dehydration, urinary infection, influenza and pneumonia'),
      severe_mental_illness: assumption(0.1, 0, 0.2, 'physical illness that better care could have met'),
      depression: assumption(0.1, 0, 0.2, 'physical illness that better care could have met'),
    },
  ),
  ...byCondition('consultation_ratio', 'Consultations with the condition over those without', 'ratio', {
    coronary_heart_disease: assumption(1.3, 1.1, 1.5, consultationReason()),
    stroke: assumption(1.25, 1.1, 1.5, consultationReason()),
    heart_failure: assumption(1.4, 1.15, 1.7, consultationReason()),
    hypertension: assumption(1.35, 1.15, 1.6, consultationReason()),
    diabetes: assumption(1.45, 1.2, 1.7, consultationReason()),
    copd: assumption(1.4, 1.2, 1.7, consultationReason()),
    asthma: assumption(1.3, 1.1, 1.5, consultationReason()),
    chronic_kidney_disease: assumption(1.15, 1, 1.4, consultationReason()),
    cancer: assumption(1.5, 1.2, 1.9, consultationReason()),
    dementia: assumption(1.3, 1.1, 1.6, consultationReason()),
    severe_mental_illness: assumption(1.6, 1.3, 2, consultationReason()),
    depression: assumption(1.6, 1.3, 1.9, consultationReason()),
  }),
  ...cardiometabolicRows('coronary_heart_disease', 1.8, 1.8),
  ...cardiometabolicRows('stroke', 2.2, 1.7),
  ...cardiometabolicRows('heart_failure', 1.8, 1.8),
  ...cardiometabolicRows('chronic_kidney_disease', 2.5, 1.8),
  row(
    'cardiometabolic_prevalence_exponent',
    'Log of the prevalence ratio given hypertension or diabetes, over the log of the onset ratio',
    'ratio',
    assumption(
      0.8,
      0.5,
      1,
      'people had hypertension or diabetes for a part of their lives; chosen so that prevalence does not drift over ten years',
    ),
  ),
]);

function consultationReason(): string {
  return 'chosen so that adults with two or more conditions, about a quarter, have about half of the consultations (https://international-pharma.com/new-score-developed-to-measure-multimorbidity/)';
}

function cardiometabolicRows(condition: string, hypertension: number, diabetes: number) {
  const words = condition.replaceAll('_', ' ');
  const reason =
    'recalled relative risks of cohort studies are 1.5 to 3; the register is a wider and milder group';
  return [
    row(
      `onset_ratio_hypertension_${condition}`,
      `Onset rate of ${words} with hypertension over without`,
      'ratio',
      background(hypertension, 1.3, 3, reason),
    ),
    row(
      `onset_ratio_diabetes_${condition}`,
      `Onset rate of ${words} with diabetes over without`,
      'ratio',
      background(diabetes, 1.3, 2.8, reason),
    ),
  ];
}
