import { assumption, background, calibrated, row, sourced, topic } from './row.ts';
import { PAYNE_2014 } from './sources.ts';

const CURVE =
  'derived: fitted to 96.6 emergency admissions per 1,000, 39.5% of them at 65 and over, and age 80 against 20-49';
const PRACTICE_SPREAD =
  'practices that admit many avoidable emergencies admit 55% more than those that admit few, need and supply held (https://pmc.ncbi.nlm.nih.gov/articles/PMC5198609); taken as the ninetieth and tenth centiles, a spread of 0.17 in logs, of whose square 58% lies within areas (https://bmjopen.bmj.com/content/10/11/e039910); that other emergencies differ as much is judged. Budgets of practices (B44) asked for it and did not size it';
const AE_BY_AGE = 'https://www.hesonline.org.uk (monthly file, November 2011)';
const AE_SHAPE =
  'sized by hand to B51: three points lower at 88-92% occupancy, eight at 100% (https://hsj.co.uk/policy-and-regulation/nhs-england-has-got-it-right-on-beds/7026869.article), 98.1% within four hours in 2008-09';

/** Emergency admissions, their classes, and accident and emergency attendances. */
export const EMERGENCIES = topic('emergencies', [
  row(
    'emergencies_per_1000',
    'Emergency admissions per 1,000 residents',
    'per 1000 a year',
    sourced(
      96.6,
      93,
      99,
      'derived: 5.0 million (2008-09) over 51.78 million, https://digital.nhs.uk/data-and-information/publications/statistical/provisional-monthly-hospital-episode-statistics',
    ),
  ),
  row(
    'emergency_infant_level',
    'Emergency rate by age: extra at birth',
    'per year',
    sourced(0.2051346, 0.15, 0.26, CURVE),
  ),
  row(
    'emergency_infant_years',
    'Emergency rate by age: years over which the extra at birth falls',
    'years',
    sourced(2.5, 1.5, 4, CURVE),
  ),
  row('emergency_floor', 'Emergency rate by age: floor', 'per year', sourced(0.039745267, 0.03, 0.05, CURVE)),
  row(
    'emergency_age_level',
    'Emergency rate by age: level of the rise',
    'per year',
    calibrated(
      0.001681,
      0.001,
      0.0025,
      '39.5% of emergency admissions at 65 and over, among the people of mid-2008 as revised',
    ),
  ),
  row(
    'emergency_age_slope',
    'Emergency rate by age: slope of the rise',
    'log ratio per year of age',
    sourced(0.0621936583, 0.055, 0.07, CURVE),
  ),
  row(
    'emergency_male_ratio',
    'Emergency admissions of men over women of the same age and conditions',
    'ratio',
    sourced(1.15, 1.05, 1.2, PAYNE_2014),
  ),
  row(
    'emergency_deprivation_ratio_q2',
    'Emergency admissions over the least deprived fifth, conditions held: second least',
    'ratio',
    sourced(1.09, 1, 1.2, PAYNE_2014),
  ),
  row(
    'emergency_deprivation_ratio_q3',
    'Emergency admissions over the least deprived fifth, conditions held: middle',
    'ratio',
    sourced(1.22, 1.05, 1.4, PAYNE_2014),
  ),
  row(
    'emergency_deprivation_ratio_q4',
    'Emergency admissions over the least deprived fifth, conditions held: second most',
    'ratio',
    sourced(1.32, 1.1, 1.6, PAYNE_2014),
  ),
  row(
    'emergency_deprivation_ratio_q5',
    'Emergency admissions over the least deprived fifth, conditions held: most',
    'ratio',
    sourced(1.61, 1.2, 2, PAYNE_2014),
  ),
  row(
    'practice_emergency_sd',
    'Spread of practices’ emergency admissions beyond what the need of their people lets expect, within an area',
    'standard deviation of the log ratio',
    assumption(0.13, 0.08, 0.2, PRACTICE_SPREAD),
  ),
  row(
    'emergency_season_amplitude',
    'Half the swing of the emergency rate over the year, highest in January',
    'share',
    assumption(0.06, 0, 0.12, 'winter peaks of a few per cent in monthly admissions'),
  ),
  row(
    'emergency_season_peak_week',
    'Week of the model year (April = 0) at which emergencies peak',
    'week',
    assumption(40, 36, 46, 'early January'),
  ),
  row(
    'acsc_share',
    'Share of emergency admissions that are ambulatory-care sensitive',
    'share',
    sourced(
      0.167,
      0.16,
      0.2,
      'https://pdfslide.net/documents/data-briefing-emergency-hospital-admissions-for-3-the-kingas-fund-2012.html',
    ),
  ),
  row(
    'emergency_short_stay_share',
    'Share of emergency admissions that stay 0 or 1 day',
    'share',
    sourced(
      0.49,
      0.42,
      0.5,
      'https://www.nuffieldtrust.org.uk/media/jennifer-dixon-understanding-trends-in-emergency-care',
    ),
  ),
  row(
    'emergency_short_stay_mean_days',
    'Mean stay of a short emergency stay',
    'days',
    assumption(0.6, 0.4, 0.8, 'a mixture of same-day and overnight stays'),
  ),
  row(
    'emergency_mean_stay_days',
    'Mean stay of an emergency admission, short stays included',
    'days',
    assumption(
      6.5,
      6,
      7,
      '6.1 in 2013-14 and 5.8 in 2016-17, https://nao.org.uk/press-releases/reducing-emergency-admissions ; the same fall of a tenth of a day a year, carried back to 2008-09, gives 6.6',
    ),
  ),
  row(
    'emergency_long_stay_sigma',
    'Spread of the log of longer emergency stays',
    'log ratio',
    assumption(0.9, 0.6, 1.2, 'stays are skewed; a log-normal with mean twice the median or so'),
  ),
  row(
    'emergency_stay_age_ratio_per_decade',
    'Rise of the emergency stay per ten years of age, from age 20',
    'ratio',
    assumption(1.15, 1, 1.25, 'stays at 85 are two to three times those at 25'),
  ),
  row(
    'emergency_via_ae_share',
    'Share of emergency admissions that come through accident and emergency',
    'share',
    sourced(0.71, 0.65, 0.75, 'https://studylib.net/doc/8705805/executive-summary---national-audit-office'),
  ),
  row(
    'heart_attack_admissions_per_1000',
    'Heart attacks admitted per 1,000 residents',
    'per 1000 a year',
    sourced(
      1.22,
      1.1,
      1.4,
      'derived: 82,252 events 2010, those reaching hospital from case fatality 32.4% with and 12.0% without sudden deaths, https://pmc.ncbi.nlm.nih.gov/articles/PMC3505446',
    ),
  ),
  row(
    'heart_attack_age_slope',
    'Rise of heart attacks with age, from their first age',
    'log ratio per year of age',
    assumption(0.07, 0.055, 0.085, 'rates double about every ten years of age'),
  ),
  row(
    'heart_attack_male_ratio',
    'Heart attacks of men over women of the same age',
    'ratio',
    sourced(
      2.33,
      2,
      2.6,
      'derived: 130 and 55.9 per 100,000, https://pmc.ncbi.nlm.nih.gov/articles/PMC3505446',
    ),
  ),
  row(
    'stroke_admissions_per_1000',
    'Strokes admitted per 1,000 residents',
    'per 1000 a year',
    sourced(
      1.4,
      1.1,
      1.8,
      'derived: first strokes 1.04 per 1,000 (2008) and about a third more recurrences, https://pmc.ncbi.nlm.nih.gov/articles/PMC3211058',
    ),
  ),
  row(
    'stroke_admission_age_slope',
    'Rise of strokes with age, from their first age',
    'log ratio per year of age',
    assumption(0.085, 0.07, 0.1, 'as the onset of stroke'),
  ),
  row(
    'stroke_admission_male_ratio',
    'Strokes of men over women of the same age',
    'ratio',
    background(1.25, 1.1, 1.4, 'as the onset of stroke'),
  ),
  row(
    'hip_fracture_admissions_per_1000',
    'Hip fractures admitted per 1,000 residents',
    'per 1000 a year',
    background(1.25, 1.1, 1.4, 'about 65,000 a year in England'),
  ),
  row(
    'hip_fracture_age_slope',
    'Rise of hip fractures with age, from their first age',
    'log ratio per year of age',
    background(0.12, 0.1, 0.14, 'rates double every six years'),
  ),
  row(
    'hip_fracture_male_ratio',
    'Hip fractures of men over women of the same age',
    'ratio',
    background(0.5, 0.4, 0.65, 'women twice as often at the same age'),
  ),
  row(
    'heart_attack_first_age',
    'Lowest age of a heart attack',
    'years',
    assumption(30, 25, 40, 'hardly any below'),
  ),
  row(
    'stroke_admission_first_age',
    'Lowest age of an admission for stroke',
    'years',
    assumption(30, 20, 40, 'hardly any below'),
  ),
  row(
    'hip_fracture_first_age',
    'Lowest age of a fragility fracture of the hip',
    'years',
    assumption(50, 45, 60, 'younger fractures are accidents of another kind'),
  ),
  row(
    'ae_per_1000',
    'Accident and emergency attendances, all types, per 1,000 residents',
    'per 1000 a year',
    sourced(
      378,
      360,
      395,
      'derived: 19.58 million (2008-09), https://www.hesonline.org.uk/Ease/servlet/ContentServer_siteID-1937-categoryID-1271',
    ),
  ),
  row(
    'ae_share_age_0_16',
    'Share of attendances at ages 0 to 16',
    'share',
    sourced(0.234, 0.22, 0.25, AE_BY_AGE),
  ),
  row(
    'ae_share_age_17_39',
    'Share of attendances at ages 17 to 39',
    'share',
    sourced(0.337, 0.32, 0.35, `${AE_BY_AGE}; 33.4% and the 0.9% lost in rounding`),
  ),
  row(
    'ae_share_age_40_59',
    'Share of attendances at ages 40 to 59',
    'share',
    sourced(0.201, 0.19, 0.21, AE_BY_AGE),
  ),
  row(
    'ae_share_age_60_79',
    'Share of attendances at ages 60 to 79',
    'share',
    sourced(0.145, 0.13, 0.16, AE_BY_AGE),
  ),
  row(
    'ae_share_age_80',
    'Share of attendances at ages 80 and over',
    'share',
    sourced(0.083, 0.07, 0.1, AE_BY_AGE),
  ),
  row(
    'ae_minor_deprivation_ratio',
    'Attendances without admission, most over least deprived fifth',
    'ratio',
    background(1.7, 1.3, 2.2, 'attendance is steeply graded by deprivation'),
  ),
  row(
    'ae_breach_base',
    'Share of attendances over four hours in an empty hospital',
    'share',
    assumption(0.004, 0, 0.01, AE_SHAPE),
  ),
  row(
    'ae_breach_span',
    'Extra share of attendances over four hours in a full hospital',
    'share',
    assumption(0.085, 0.06, 0.12, AE_SHAPE),
  ),
  row(
    'ae_breach_midpoint',
    'Bed occupancy at which half of the extra is reached',
    'share',
    assumption(0.918, 0.9, 0.94, AE_SHAPE),
  ),
  row(
    'ae_breach_slope',
    'Steepness of four-hour breaches in occupancy',
    'per unit of occupancy',
    assumption(34, 20, 50, AE_SHAPE),
  ),
]);
