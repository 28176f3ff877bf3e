import { assumption, row, sourced, topic } from './row.ts';

const HIP = 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5138156/table/t0020 (hip replacement, England 2010-13)';

/** Which hospital a patient goes to. */
export const CHOICE = topic('choice', [
  row(
    'beta_distance_per_km',
    'Fall of the log odds of a hospital per kilometre',
    'per km',
    sourced(0.265, 0.249, 0.281, HIP),
  ),
  row(
    'beta_distance_squared_per_km2',
    'Rise of the log odds per squared kilometre',
    'per km squared',
    sourced(0.002, 0.0015, 0.0025, HIP),
  ),
  row(
    'beta_distance_cubed_per_km3',
    'Fall of the log odds per cubed kilometre',
    'per km cubed',
    sourced(0.00001, 0.000005, 0.000015, HIP),
  ),
  row(
    'distance_cap_km',
    'Distance beyond which the cubic is continued by its slope there',
    'km',
    assumption(60, 40, 80, 'the cubic is fitted to shorter journeys and would turn'),
  ),
  row(
    'beta_wait_per_week',
    'Fall of the log odds of a hospital per week of expected wait',
    'per week',
    assumption(
      0.015,
      0.005,
      0.04,
      'demand elasticity of -0.04 at about eight weeks, when half are offered a choice, https://econpapers.repec.org/article/eeeregeco/v_3a60_3ay_3a2016_3ai_3ac_3ap_3a112-124.htm',
    ),
  ),
  row(
    'beta_quality_per_sd',
    'Rise of the log odds of a hospital per standard deviation of published quality',
    'per standard deviation',
    sourced(
      0.25,
      0.1,
      0.4,
      `derived: one standard deviation of health gain raises demand by up to a tenth, willingness to travel 0.9 km (that this is for a standard deviation is inferred), ${HIP}`,
    ),
  ),
  row(
    'habit',
    'Log odds of the usual hospital',
    'log odds',
    assumption(1, 0.4, 1.8, '69% of those offered a choice stay with the local hospital'),
  ),
  row(
    'published_wait_lag_weeks',
    'Age of the waits that patients and practices see',
    'weeks',
    assumption(13, 8, 26, 'quarterly publication'),
  ),
  row(
    'emergency_distance_per_km',
    'Fall of the log odds of an emergency department per kilometre',
    'per km',
    assumption(
      0.35,
      0.2,
      1,
      'ambulances take people to a near department, with few exceptions: a hospital 5 km nearer gets 85%',
    ),
  ),
]);
