import { row, sourced, topic } from './row.ts';
import { LIFE_TABLE, MONTHLY_RETURNS } from './sources.ts';

const RTT = 'referral-to-treatment returns, England, August 2007';

/** Published figures of the base year that no law reads: the self-check compares the tables with them. */
export const TARGETS = topic('targets', [
  row(
    'deaths_per_1000',
    'Deaths per 1,000 residents',
    'per 1000 a year',
    sourced(
      9.28,
      9.1,
      9.4,
      'derived: 509,090 deaths of England and Wales 2008 over 54.84 million (estimate revised after the census of 2011), http://metro.co.uk/2009/05/21/uk-birth-rate-at-36-year-high-132254/',
    ),
  ),
  row(
    'life_expectancy_male_years',
    'Life expectancy at birth, male',
    'years',
    sourced(77.8, 77.5, 78.1, LIFE_TABLE),
  ),
  row(
    'life_expectancy_female_years',
    'Life expectancy at birth, female',
    'years',
    sourced(81.9, 81.6, 82.2, LIFE_TABLE),
  ),
  row(
    'emergency_share_65_and_over',
    'Share of emergency admissions at 65 and over',
    'share',
    sourced(
      0.395,
      0.38,
      0.41,
      'derived: 1,975,273 of 5.0 million (2008-09), https://www.theyworkforyou.com/wrans/?id=2012-07-11b.116081.h',
    ),
  ),
  row(
    'first_attendances_per_1000',
    'First outpatient attendances per 1,000 residents',
    'per 1000 a year',
    sourced(274.3, 265, 285, MONTHLY_RETURNS),
  ),
  row(
    'follow_ups_per_first',
    'Follow-up attendances per first attendance',
    'ratio',
    sourced(
      2.1,
      2.05,
      2.3,
      'derived: 49.6 million attendances less 16.0 million first ones, over the first (2009-10); 2.24 in hospital episodes, http://www.mynewsdesk.com/uk/news/department-of-health-national-statistical-press-notice',
    ),
  ),
  row(
    'elective_daycase_share',
    'Share of electives, planned ones included, that are day cases',
    'share',
    sourced(0.749, 0.74, 0.76, MONTHLY_RETURNS),
  ),
  row(
    'elective_list_admissions_per_1000',
    'Elective admissions from the list (planned ones excluded), per 1,000 residents',
    'per 1000 a year',
    sourced(95.6, 85, 98, `${MONTHLY_RETURNS}: 128.9 electives less 33.3 planned`),
  ),
  row(
    'list_fall_admissions_per_1000',
    'Admissions of the base year that only shortened the list: its fall times the admitted share of completed pathways',
    'per 1000 a year',
    sourced(
      3.6,
      2.5,
      4.5,
      'derived: referral-to-treatment returns, 3,056,710 waiting in March 2008 and 2,360,453 in March 2009, over 51.78 million residents; 26.7% of completed pathways were admitted',
    ),
  ),
  row(
    'ae_within_four_hours_share',
    'Share of attendances at accident and emergency within four hours',
    'share',
    sourced(
      0.981,
      0.975,
      0.986,
      'https://www.hesonline.org.uk/Ease/servlet/ContentServer_siteID-1937-categoryID-1271',
    ),
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
    'rtt_list_total',
    'Incomplete pathways, England, August 2007',
    'people',
    sourced(4186974, 4100000, 4300000, RTT),
  ),
  row(
    'rtt_list_median_weeks',
    'Median wait of incomplete pathways, August 2007',
    'weeks',
    sourced(14.29, 13, 15.5, RTT),
  ),
  row(
    'rtt_list_within_18_weeks',
    'Incomplete pathways of less than 18 weeks, August 2007',
    'share',
    sourced(0.5722, 0.56, 0.585, RTT),
  ),
  row(
    'rtt_list_over_52_weeks',
    'Incomplete pathways of more than 52 weeks, August 2007',
    'people',
    sourced(
      578682,
      400000,
      600000,
      `${RTT}; 401,725 a month later, so that a part were records not yet closed`,
    ),
  ),
  row(
    'first_outpatient_list_total',
    'People waiting for a first outpatient visit, England, October 2008',
    'people',
    sourced(888000, 800000, 1100000, 'https://savebridlingtonhospital.co.uk/news/0543.html'),
  ),
  row(
    'inpatient_list_total',
    'People waiting for admission, England, May 2007',
    'people',
    sourced(
      674222,
      532000,
      700000,
      'https://archive.kingsfund.org.uk/concern/published_works/000038735 ; 532,000 in March 2008, 566,000 in March 2009',
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
    'practice_referral_fold',
    'Referral rate of the top tenth of practices over the bottom tenth',
    'ratio',
    sourced(2.5, 2, 3, 'https://www.bmj.com/content/307/6917/1467'),
  ),
  row(
    'choice_offered',
    'Share of patients who recall being offered a choice of hospital',
    'share',
    sourced(
      0.49,
      0.3,
      0.7,
      'http://www.kingsfund.org.uk/press/press-releases/patients-dont-use-quality-measures-when-choosing-hospital-says-kings-fund',
    ),
  ),
  row(
    'diabetes_prevalence_2012_13',
    'Register prevalence of diabetes, 2012-13',
    'share',
    sourced(0.0483, 0.047, 0.05, 'https://bjgp.org/highwire/markup/26163/expansion'),
  ),
  row(
    'tariff_paid_total_pounds',
    'Activity paid by tariff, England 2008-09',
    'pounds',
    sourced(25e9, 24e9, 28e9, 'https://hfma.org.uk/articles/introduction-payment-results-3'),
  ),
  row(
    'mental_health_spend_per_head_pounds',
    'Mental health programme per head, 2008-09',
    'pounds a year',
    sourced(191, 114, 332, 'https://parallelparliament.co.uk/question/218879/mental-health-services'),
  ),
  row(
    'commissioner_management_per_head_pounds',
    'Management of commissioners per weighted head, 2008-09, lower quartile',
    'pounds a year',
    sourced(
      23,
      15,
      63,
      'least 15, highest 63, https://www.hsj.co.uk/pct-manager-costs-vary-widely/5014750.article ; no mean was found',
    ),
  ),
  row(
    'emergency_cost_pounds',
    'Full cost of an emergency spell, 2008-09',
    'pounds',
    sourced(
      2200,
      2000,
      2358,
      'derived: 11 billion pounds over 5.0 million, http://www.nuffieldtrust.org.uk/our-work/projects/understanding-trends-emergency-care',
    ),
  ),
]);
