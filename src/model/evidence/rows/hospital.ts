import { assumption, background, row, sourced, topic } from './row.ts';

/** Beds, stays, cancellations and quality. */
export const HOSPITAL = topic('hospital', [
  row(
    'bed_census_cv',
    'Daily bed census: standard deviation over mean',
    'share',
    assumption(0.1, 0.06, 0.14, 'days of the week and chance; a week’s mean hides its peak'),
  ),
  row(
    'beds_general_acute_total',
    'General and acute beds, England, 2008-09',
    'beds',
    background(126000, 120000, 130000, 'bed returns 2008-09; remembered'),
  ),
  row(
    'bed_occupancy_mean',
    'Occupancy of general and acute beds',
    'share',
    sourced(
      0.86,
      0.84,
      0.88,
      'https://publications.parliament.uk/pa/cm201314/cmselect/cmhealth/171/171we03.htm',
    ),
  ),
  row(
    'cancellations_per_1000_electives',
    'Operations cancelled on the day for the hospital’s reasons, per 1,000 electives',
    'per 1000',
    sourced(
      7.8,
      6,
      11,
      'derived: 13,100 a quarter of about 1.67 million, https://savebridlingtonhospital.co.uk/news/0543.html',
    ),
  ),
  row(
    'delayed_discharge_days_per_100',
    'Delayed bed-days a year per 100 residents',
    'days',
    sourced(
      3.4,
      2.5,
      3.6,
      'https://hansard.parliament.uk/Commons/2008-12-17/debates/081217112000030/HospitalBeds',
    ),
  ),
  row(
    'delayed_discharge_social_care_share',
    'Share of delays that wait for social care',
    'share',
    sourced(
      0.26,
      0.2,
      0.4,
      'https://publications.parliament.uk/pa/cm201314/cmselect/cmhealth/171/171we11.htm',
    ),
  ),
  row(
    'occupancy_mortality_slope',
    'Rise of the log of hospital deaths per point of occupancy above the knee',
    'log ratio per 1.00',
    assumption(
      0.2,
      0,
      0.8,
      'positive between hospitals, none within them, size not seen; https://pmc.ncbi.nlm.nih.gov/articles/PMC9112248',
    ),
  ),
  row(
    'occupancy_mortality_knee',
    'Occupancy above which hospital deaths rise',
    'share',
    assumption(0.9, 0.85, 0.95, 'where four-hour breaches rise too'),
  ),
  row(
    'quality_fatality_slope',
    'Fall of the log of case fatality per standard deviation of quality',
    'log ratio',
    sourced(
      0.18,
      0.1,
      0.25,
      'derived: spread across hospitals of 2 points on 11%, https://www.ncbi.nlm.nih.gov/pubmed/26254445',
    ),
  ),
  row(
    'early_discharge_readmission_slope',
    'Rise of the log odds of readmission per day of stay cut',
    'log odds',
    assumption(0.05, 0, 0.15, 'small and disputed'),
  ),
  row(
    'stay_index_low',
    'Lowest stay index that a trust may need to show its published occupancy',
    'ratio',
    assumption(0.5, 0.4, 0.7, 'beyond it the bed figure is not believed'),
  ),
  row(
    'stay_index_high',
    'Highest stay index that a trust may need to show its published occupancy',
    'ratio',
    assumption(2, 1.5, 2.5, 'beyond it the bed figure is not believed'),
  ),
]);
