import { assumption, background, before, row, sourced, topic } from './row.ts';
import { LIFE_TABLE } from './sources.ts';

/** Births, deaths and the deprivation gradient of mortality. */
export const DEMOGRAPHY = topic('demography', [
  row(
    'births_per_1000',
    'Live births per 1,000 residents',
    'per 1000 a year',
    sourced(
      12.9,
      12.5,
      13.4,
      'derived: live births 2007-08, https://kipdf.com/births-and-deaths-in-england-and-wales_5ada82487f8b9ac7908b4569.html, England and Wales, brought to England (about 670,000 over 51.8 million)',
    ),
  ),
  row(
    'birth_male_share',
    'Share of births that are boys',
    'share',
    background(0.512, 0.51, 0.515, 'sex ratio at birth of about 105 boys to 100 girls'),
  ),
  row(
    'mortality_infant_male',
    'Death rate in the first year of life, male',
    'per year',
    sourced(0.0053544, 0.0045, 0.006, LIFE_TABLE),
  ),
  row(
    'mortality_infant_female',
    'Death rate in the first year of life, female',
    'per year',
    sourced(0.0042391, 0.0036, 0.005, LIFE_TABLE),
  ),
  row(
    'mortality_child_male',
    'Death rate at ages 1 to 14, male',
    'per year',
    sourced(0.00014224935, 0.0001, 0.0002, LIFE_TABLE),
  ),
  row(
    'mortality_child_female',
    'Death rate at ages 1 to 14, female',
    'per year',
    sourced(0.00012490827, 0.00009, 0.00018, LIFE_TABLE),
  ),
  row(
    'mortality_makeham_constant_male',
    'Age-independent death rate from age 15, male',
    'per year',
    sourced(0.00052410583, 0.0004, 0.0007, LIFE_TABLE),
  ),
  row(
    'mortality_makeham_constant_female',
    'Age-independent death rate from age 15, female',
    'per year',
    sourced(0.00027045032, 0.0002, 0.0004, LIFE_TABLE),
  ),
  row(
    'mortality_gompertz_level_male',
    'Gompertz level of the death rate, male',
    'per year',
    sourced(1.3770561757538534e-5, 1.2e-5, 1.6e-5, LIFE_TABLE),
  ),
  row(
    'mortality_gompertz_level_female',
    'Gompertz level of the death rate, female',
    'per year',
    sourced(5.677692792704365e-6, 4.9e-6, 6.6e-6, LIFE_TABLE),
  ),
  row(
    'mortality_gompertz_slope_male',
    'Gompertz slope of the death rate, male',
    'per year of age',
    sourced(0.10608204557150902, 0.104, 0.108, LIFE_TABLE),
  ),
  row(
    'mortality_gompertz_slope_female',
    'Gompertz slope of the death rate, female',
    'per year of age',
    sourced(0.1130823958840251, 0.111, 0.115, LIFE_TABLE),
  ),
  row(
    'mortality_deprivation_exponent_male',
    'Log ratio of the death rate over the whole range of deprivation, to age 60, male',
    'log ratio',
    sourced(
      1.291,
      1.0,
      1.6,
      'derived: life expectancy gap of 9.2 years between deciles 2009-11, http://www.ons.gov.uk/ons/rel/disability-and-health-measurement/inequality-in-healthy-life-expectancy-at-birth-by-national-deciles-of-area-deprivation--england/2009-11/stb---inequality-in-hle.html',
    ),
  ),
  row(
    'mortality_deprivation_exponent_female',
    'Log ratio of the death rate over the whole range of deprivation, to age 60, female',
    'log ratio',
    sourced(
      1.162,
      0.9,
      1.45,
      'derived: life expectancy gap of 6.8 years between deciles 2009-11, same source as the male row',
    ),
  ),
  row(
    'mortality_deprivation_old_age_weight',
    'Weight of the deprivation gradient at its last age, falling linearly from 1',
    'share',
    assumption(
      0.25,
      0.1,
      0.5,
      'relative gradients narrow with age; chosen when the exponents were fitted to the life expectancy gaps',
    ),
  ),
  row(
    'mortality_deprivation_full_age',
    'Age from which the deprivation gradient of mortality narrows',
    'years',
    assumption(
      60,
      50,
      70,
      'relative gradients are steepest in middle age; judged together with the weight at old age',
    ),
  ),
  row(
    'mortality_deprivation_end_age',
    'Age from which the deprivation gradient of mortality narrows no more',
    'years',
    assumption(90, 80, 100, 'judged together with the weight at that age'),
  ),
  row(
    'survival_at_90_male',
    'Men of 90 who are 91 a year later, for the single years of the oldest',
    'share',
    background(
      0.82,
      0.8,
      0.84,
      'about the life table of 2007 to 2009; only spreads the people of 90 and over',
    ),
  ),
  row(
    'survival_at_90_female',
    'Women of 90 who are 91 a year later, for the single years of the oldest',
    'share',
    background(
      0.85,
      0.83,
      0.87,
      'about the life table of 2007 to 2009; only spreads the people of 90 and over',
    ),
  ),
  row(
    'survival_fall_per_year_male',
    'Fall of yearly survival per year of age from 90, men',
    'share a year',
    background(
      0.024,
      0.018,
      0.03,
      'about the life table of 2007 to 2009; only spreads the people of 90 and over',
    ),
  ),
  row(
    'survival_fall_per_year_female',
    'Fall of yearly survival per year of age from 90, women',
    'share a year',
    background(
      0.02,
      0.015,
      0.025,
      'about the life table of 2007 to 2009; only spreads the people of 90 and over',
    ),
  ),
  row(
    'hospital_death_share',
    'Share of the death hazard realised as a death during or after an emergency admission',
    'share',
    assumption(
      0.4,
      0.3,
      0.55,
      'a little over half of deaths happened in hospital in 2008, most of them after an emergency admission',
    ),
  ),
  row(
    'voluntary_practice_change_per_year',
    'Changes of practice without a change of address',
    'per person a year',
    sourced(0.0112, 0.0073, 0.016, 'http://www.biomedcentral.com/1471-2296/14/89/table/T1'),
  ),
  row(
    'survivor_selection_at_80',
    'Frailty times illness among survivors of 80 and over: how much less than the product of their means',
    'share',
    before(
      0,
      assumption(
        0.035,
        0,
        0.08,
        'by hand with the whole model running, for the death rates of the life table at 75 and over: the frail who are ill die first',
      ),
    ),
  ),
  row(
    'latent_risk_sigma',
    'Standard deviation of the log of the latent risk at birth',
    'log ratio',
    assumption(
      0.6,
      0.3,
      0.9,
      'no morbidity measure holds all that makes people differ: about the spread that a measure of frailty adds to age and diagnoses (eFI moderate 3.04, severe 4.73, https://doi.org/10.1093/ageing/afw039)',
    ),
  ),
]);
