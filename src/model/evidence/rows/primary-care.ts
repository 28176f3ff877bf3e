import { assumption, background, row, sourced, topic } from './row.ts';

const CURVE =
  'derived: fitted to 5.5 consultations a person and 13.5 at ages 85 to 89, http://www.pulsetoday.co.uk/numbers-of-gp-consultations-on-the-rise/11012311.article';
const COMMUNITY_SHAPE = 'judgement: health visiting of infants, nursing of the old';

/** General practice and community services. */
export const PRIMARY_CARE = topic('primary care', [
  row(
    'consultations_per_1000',
    'Consultations in general practice per 1,000 residents, all staff',
    'per 1000 a year',
    sourced(
      5500,
      5300,
      5500,
      'http://www.pharmatimes.com/news/gp_consultations_in_england_soaring,_new_data_shows_983712',
    ),
  ),
  row(
    'consultation_infant_level',
    'Consultations by age: extra at birth',
    'per year',
    sourced(4, 3, 6, CURVE),
  ),
  row(
    'consultation_infant_years',
    'Consultations by age: years over which the extra at birth falls',
    'years',
    sourced(2, 1, 4, CURVE),
  ),
  row('consultation_floor', 'Consultations by age: floor', 'per year', sourced(1.275236484, 1, 1.6, CURVE)),
  row(
    'consultation_age_level',
    'Consultations by age: level of the rise',
    'per year',
    sourced(1.1507628955, 0.9, 1.5, CURVE),
  ),
  row(
    'consultation_age_slope',
    'Consultations by age: slope of the rise',
    'log ratio per year of age',
    sourced(0.02724306985, 0.022, 0.032, CURVE),
  ),
  row(
    'community_contacts_per_1000',
    'Contacts with community health services per 1,000 residents',
    'per 1000 a year',
    background(1900, 1500, 2200, 'the hundred million a year that are often quoted'),
  ),
  row(
    'community_contact_infant_ratio',
    'Community contacts at birth over those of adults',
    'ratio',
    assumption(4, 2, 8, COMMUNITY_SHAPE),
  ),
  row(
    'community_contact_infant_years',
    'Years over which community contacts of infants fall',
    'years',
    assumption(2, 1, 4, COMMUNITY_SHAPE),
  ),
  row(
    'community_contact_age_slope',
    'Rise of community contacts with age',
    'log ratio per year of age',
    assumption(0.055, 0.04, 0.07, COMMUNITY_SHAPE),
  ),
]);
