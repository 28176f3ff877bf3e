import { row } from './row.ts';

/** Registration with a practice. */
export const REGISTRATION_ASSUMPTIONS = [
  row(
    'place_registration_distance',
    'Registration: utility of distance to the practice',
    -0.7512,
    'per km',
    -0.9,
    -0.6,
    'sourced',
    'East Midlands: https://pmc.ncbi.nlm.nih.gov/articles/PMC5349292/table/ecoj12282-tbl-0002',
  ),
  row(
    'place_registration_other_pct',
    'Registration: utility of a practice of another PCT',
    -0.881,
    'log odds',
    -1.2,
    -0.5,
    'sourced',
    'Same table as place_registration_distance',
  ),
  row(
    'place_registration_practices',
    'Practices considered by a zone',
    20,
    'practices',
    10,
    40,
    'assumption',
    'Beyond the twentieth nearest practice the share is below 1% nearly everywhere',
  ),
  row(
    'place_registration_least_share',
    'Least share of a zone with one practice',
    0.01,
    'share',
    0.005,
    0.02,
    'assumption',
    'Fewer than 16 people of an area of 1,580',
  ),
] as const;
