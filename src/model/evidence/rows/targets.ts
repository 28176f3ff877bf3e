import { row, sourced, topic } from './row.ts';
import { LIFE_TABLE, MONTHLY_RETURNS } from './sources.ts';

/** Published figures of the base year that no law reads: the self-check compares the tables with them. */
export const TARGETS = topic('targets', [
  row(
    'deaths_per_1000',
    'Deaths per 1,000 residents',
    'per 1000 a year',
    sourced(
      9.36,
      9.1,
      9.4,
      'derived: 509,090 deaths of England and Wales 2008 over 54.4 million, http://metro.co.uk/2009/05/21/uk-birth-rate-at-36-year-high-132254/',
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
]);
