import { detExp } from '../../kernel/deterministic-math.ts';
import { ageOf, CLASSES } from './classes.ts';
import { type ParameterValues, parameterValue } from './parameters.ts';
import { ageBell, scaledToRate } from './planned-need.ts';

/** Consultations in general practice per person a year, by class, conditions averaged. */
export function consultationRates(p: ParameterValues, population: Float64Array): Float64Array {
  const infant = parameterValue(p, 'consultation_infant_level');
  const infantYears = parameterValue(p, 'consultation_infant_years');
  const floor = parameterValue(p, 'consultation_floor');
  const level = parameterValue(p, 'consultation_age_level');
  const slope = parameterValue(p, 'consultation_age_slope');
  const shape = byAge((age) => infant * detExp(-age / infantYears) + floor + level * detExp(slope * age));
  return scaledToRate(shape, parameterValue(p, 'consultations_per_1000'), population);
}

/** Contacts with community health services per person a year, by class. */
export function communityContactRates(p: ParameterValues, population: Float64Array): Float64Array {
  const infant = parameterValue(p, 'community_contact_infant_ratio');
  const infantYears = parameterValue(p, 'community_contact_infant_years');
  const slope = parameterValue(p, 'community_contact_age_slope');
  const shape = byAge((age) => 1 + infant * detExp(-age / infantYears) + detExp(slope * (age - 40)));
  return scaledToRate(shape, parameterValue(p, 'community_contacts_per_1000'), population);
}

/** Planned admissions outside the waiting list per person a year, by class. */
export function plannedAdmissionRates(p: ParameterValues, population: Float64Array): Float64Array {
  const floor = parameterValue(p, 'admission_floor');
  const height = parameterValue(p, 'admission_peak');
  const peakAge = parameterValue(p, 'need_peak_age');
  const below = parameterValue(p, 'admission_width_below_years');
  const above = parameterValue(p, 'need_width_above_years');
  const shape = byAge((age) => ageBell(age, floor, height, peakAge, below, above));
  return scaledToRate(shape, parameterValue(p, 'planned_admissions_per_1000'), population);
}

function byAge(rate: (age: number) => number): Float64Array {
  return Float64Array.from({ length: CLASSES }, (_, cls) => rate(ageOf(cls)));
}
