import type { PublishedTable } from '../../../model/evidence/tables/published-table.ts';
import { CONDITIONS, type Condition, LIST_BANDS } from '../../../model/place.ts';

const BY_CONDITION: Readonly<Record<Condition, readonly number[]>> = {
  coronary_heart_disease: [0, 0.0, 3.02, 10.96, 21.34],
  stroke: [0, 0.07, 1.43, 5.35, 10.5],
  heart_failure: [0, 0.0, 0.46, 2.36, 4.91],
  hypertension: [0, 1.58, 17.76, 38.24, 55.61],
  diabetes: [0, 1.11, 5.6, 11.34, 15.91],
  copd: [0, 0.0, 1.54, 5.03, 8.51],
  asthma: [2.5, 6.26, 7.59, 7.75, 7.66],
  chronic_kidney_disease: [0, 0.0, 1.86, 9.25, 21.86],
  cancer: [0, 0.3, 1.54, 3.84, 6.05],
  dementia: [0, 0.0, 0.0, 1.1, 3.95],
  severe_mental_illness: [0, 0.49, 1.32, 1.55, 1.29],
  depression: [0, 6.48, 13.36, 14.8, 14.59],
};

/** Shape of prevalence by age, with which the compiled tables of England tell practices apart. */
export const PERCENT_WITH_CONDITION: PublishedTable = {
  id: 'prevalence_by_age',
  label: 'People with a condition by band of the lists',
  unit: 'per cent',
  year: '2008-09',
  source:
    'derived: stationary prevalence of the incidence and mortality rates that reproduce the registers of 2008-09 (quality and outcomes framework)',
  rows: CONDITIONS,
  columns: LIST_BANDS.map((from) => `age_${from}`),
  values: CONDITIONS.map((condition) => BY_CONDITION[condition]),
};
