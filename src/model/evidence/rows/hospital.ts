import { assumption, row, topic } from './row.ts';

/** Beds, stays, cancellations and quality. */
export const HOSPITAL = topic('hospital', [
  row(
    'bed_census_cv',
    'Daily bed census: standard deviation over mean',
    'share',
    assumption(0.1, 0.06, 0.14, 'days of the week and chance; a week’s mean hides its peak'),
  ),
  row(
    'stay_index_low',
    'Lowest stay index that a trust may need to show its published occupancy',
    'ratio',
    assumption(
      0.4,
      0.3,
      0.7,
      'beyond it the bed figure is not believed; small rural hospitals with twice the admissions a bed of the nation need less than half of its variable stay',
    ),
  ),
  row(
    'stay_index_high',
    'Highest stay index that a trust may need to show its published occupancy',
    'ratio',
    assumption(2, 1.5, 2.5, 'beyond it the bed figure is not believed'),
  ),
]);
