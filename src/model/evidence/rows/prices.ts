import { assumption, row, topic } from './row.ts';

/** Prices of planned care that are negotiated. */
export const PRICES_NEGOTIATED = topic('negotiated prices', [
  row(
    'price_without_alternative',
    'What a commissioner would pay for patients who have no other hospital, over the national price',
    'ratio',
    assumption(
      1.5,
      1.2,
      2,
      'no published size; with equal weights and two fifths of patients contestable, prices settle near the national one',
    ),
  ),
  row(
    'price_quality_premium',
    'What buyers would pay more for each standard deviation of quality that they see',
    'share of price',
    assumption(
      0.03,
      0,
      0.1,
      'no published size; contracts of the 1990s hardly paid for quality, and nothing is the low end',
    ),
  ),
]);
