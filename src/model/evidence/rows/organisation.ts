import { assumption, row, topic } from './row.ts';
import { LAWS_PROTOTYPE } from './sources.ts';

/** How organisations value money and hold to plans. */
export const ORGANISATION = topic('organisation', [
  row(
    'lambda_low_purchaser',
    'Shadow price of money of a public purse far in surplus',
    'ratio',
    assumption(0.25, 0.1, 0.6, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_high',
    'Shadow price of money far in deficit',
    'ratio',
    assumption(2, 1.5, 2.6, LAWS_PROTOTYPE),
  ),
  row(
    'lambda_scale_purchaser',
    'Margin over which a public purse’s shadow price turns',
    'share of income',
    assumption(0.01, 0.005, 0.02, LAWS_PROTOTYPE),
  ),
]);
