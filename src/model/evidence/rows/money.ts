import { assumption, background, before, bySpecialty, type Evidence, row, sourced, topic } from './row.ts';

const NATIONAL_MEAN =
  'remembered 2008-10 level; with the other prices and the year’s counts gives 24 to 28 billion pounds paid by tariff';
const OUTPATIENT_RELATIVE = 'relative outpatient tariffs 2008-10; remembered';
const ELECTIVE_RELATIVE =
  'judgement from prices read (hip 5,994, knee 6,784, cataract 748) and remembered (hernia 1,200, colonoscopy 520, angiogram 1,100); mean 1 over admissions';
const PRICE_CHANGE = 'net change of tariff prices, remembered';

const BILLING =
  'derived: 140 thousand pounds a year (90 to 190) more for each trust and each commissioner, https://publications.parliament.uk/pa/cm200910/cmselect/cmhealth/269/269we93.htm, of the 145 million that a commissioner paid by tariff on average (22 billion in 2006-07 by 152)';
const CASE_COSTS =
  'sized by hand: one person in a hundred accounts for 32% of hospital spending (https://www.econstor.eu/handle/10419/145440), as of the people of a county in the model, were each admission drawn with this spread. No law reads it: only the examination of budgets of practices (B44) does, and it is not fitted to that';

/** Mean market forces factor paid on tariff prices in 2009-10 (remembered); a place's factors have national mean 1. */
const MEAN_MARKET_FORCES_FACTOR = 1.1;
/** Net change of prices from 2007-08, the model's first year, to 2008-09, the year of the prices read. */
const UPLIFT_TO_2008_09 = 1.023;

/** Prices of the national tariff, how they and costs change, and spending per head outside hospitals. */
export const MONEY = topic('money', [
  row(
    'price_first_outpatient_pounds',
    'Tariff of a first outpatient attendance, mean of specialties, 2007-08',
    'pounds',
    modelPrice(
      sourced(
        169,
        120,
        206,
        'derived: mean charge of 120 for first and follow-up together, 2.24 follow-ups, first over follow-up 1.73, https://militantmanager.blogspot.com/2012/01/do-missed-appointments-cost-money.html',
      ),
    ),
  ),
  row(
    'price_follow_up_pounds',
    'Tariff of a follow-up attendance, mean of specialties, 2007-08',
    'pounds',
    modelPrice(sourced(98, 60, 119, 'derived: as the first attendance')),
  ),
  row(
    'price_day_case_pounds',
    'Tariff of a day case, mean of specialties, 2007-08',
    'pounds',
    modelPrice(background(680, 600, 800, NATIONAL_MEAN)),
  ),
  row(
    'price_elective_pounds',
    'Tariff of an elective inpatient spell, mean of specialties, 2007-08',
    'pounds',
    modelPrice(background(2700, 2300, 3000, NATIONAL_MEAN)),
  ),
  row(
    'price_emergency_pounds',
    'Tariff of an emergency spell, mean of short and long, 2007-08',
    'pounds',
    modelPrice(background(1650, 1500, 2100, NATIONAL_MEAN)),
  ),
  row(
    'price_emergency_short_stay_ratio',
    'Tariff of an emergency that stays under two days over the mean',
    'ratio',
    background(0.35, 0.25, 0.5, 'about 500 to 600 pounds'),
  ),
  row(
    'price_ae_pounds',
    'Tariff of an accident and emergency attendance, 2007-08',
    'pounds',
    modelPrice(
      sourced(
        100,
        79,
        123,
        'midpoint of income per attendance of ten foundation trusts 2011, https://hfma.org.uk/articles/news-analysis-emergency-cover',
      ),
    ),
  ),
  ...bySpecialty(
    'price_ratio_first_outpatient',
    'First-attendance tariff over the mean of specialties',
    'ratio',
    {
      orthopaedics: background(0.85, 0.75, 0.95, OUTPATIENT_RELATIVE),
      ophthalmology: background(0.75, 0.65, 0.85, OUTPATIENT_RELATIVE),
      general_surgery: background(1, 0.9, 1.1, OUTPATIENT_RELATIVE),
      urology_gynaecology: background(0.94, 0.85, 1.05, OUTPATIENT_RELATIVE),
      cardiology: background(1.25, 1.1, 1.4, OUTPATIENT_RELATIVE),
      general_medicine: background(1.3, 1.1, 1.45, OUTPATIENT_RELATIVE),
      dermatology_ent: background(0.775, 0.7, 0.85, OUTPATIENT_RELATIVE),
      other: background(1.2, 1, 1.4, OUTPATIENT_RELATIVE),
    },
  ),
  ...bySpecialty('price_ratio_follow_up', 'Follow-up tariff over the mean of specialties', 'ratio', {
    orthopaedics: background(0.86, 0.75, 0.95, OUTPATIENT_RELATIVE),
    ophthalmology: background(0.76, 0.65, 0.85, OUTPATIENT_RELATIVE),
    general_surgery: background(0.96, 0.85, 1.1, OUTPATIENT_RELATIVE),
    urology_gynaecology: background(0.94, 0.85, 1.05, OUTPATIENT_RELATIVE),
    cardiology: background(1.16, 1.05, 1.3, OUTPATIENT_RELATIVE),
    general_medicine: background(1.16, 1.05, 1.3, OUTPATIENT_RELATIVE),
    dermatology_ent: background(0.81, 0.7, 0.9, OUTPATIENT_RELATIVE),
    other: background(1.17, 1, 1.35, OUTPATIENT_RELATIVE),
  }),
  ...bySpecialty('price_ratio_elective', 'Elective inpatient tariff over the mean of specialties', 'ratio', {
    orthopaedics: assumption(1.48, 1.2, 1.8, ELECTIVE_RELATIVE),
    ophthalmology: assumption(0.5, 0.35, 0.7, ELECTIVE_RELATIVE),
    general_surgery: assumption(0.89, 0.7, 1.1, ELECTIVE_RELATIVE),
    urology_gynaecology: assumption(0.79, 0.65, 1, ELECTIVE_RELATIVE),
    cardiology: assumption(1.57, 1.2, 2.2, ELECTIVE_RELATIVE),
    general_medicine: assumption(0.7, 0.5, 1, ELECTIVE_RELATIVE),
    dermatology_ent: assumption(0.5, 0.35, 0.7, ELECTIVE_RELATIVE),
    other: assumption(0.88, 0.6, 1.2, ELECTIVE_RELATIVE),
  }),
  ...bySpecialty('price_ratio_day_case', 'Day-case tariff over the mean of specialties', 'ratio', {
    orthopaedics: assumption(1.62, 1.3, 1.9, ELECTIVE_RELATIVE),
    ophthalmology: assumption(1.11, 1, 1.25, ELECTIVE_RELATIVE),
    general_surgery: assumption(0.96, 0.75, 1.3, ELECTIVE_RELATIVE),
    urology_gynaecology: assumption(0.96, 0.75, 1.2, ELECTIVE_RELATIVE),
    cardiology: assumption(1.82, 1.4, 2.6, ELECTIVE_RELATIVE),
    general_medicine: assumption(0.66, 0.55, 0.8, ELECTIVE_RELATIVE),
    dermatology_ent: assumption(1.01, 0.8, 1.3, ELECTIVE_RELATIVE),
    other: assumption(0.91, 0.65, 1.2, ELECTIVE_RELATIVE),
  }),
  row(
    'tariff_uplift_2008_09',
    'Net change of tariff prices, 2007-08 to 2008-09',
    'share',
    background(0.023, 0.015, 0.03, PRICE_CHANGE),
  ),
  row(
    'tariff_uplift_2009_10',
    'Net change of tariff prices, 2008-09 to 2009-10',
    'share',
    background(0.017, 0.01, 0.025, PRICE_CHANGE),
  ),
  row(
    'tariff_uplift_2010_11',
    'Net change of tariff prices, 2009-10 to 2010-11',
    'share',
    sourced(0, -0.005, 0.005, 'https://hfma.org.uk/articles/news-analysis-cold-climate'),
  ),
  row(
    'tariff_uplift_2011_12',
    'Net change of tariff prices, 2010-11 to 2011-12',
    'share',
    sourced(
      -0.015,
      -0.02,
      -0.01,
      'https://www.falseeconomy.org.uk/blog/nhs-hospital-cuts-that-undermine-camerons-claims/',
    ),
  ),
  row(
    'tariff_uplift_2012_13',
    'Net change of tariff prices, 2011-12 to 2012-13',
    'share',
    background(-0.018, -0.023, -0.013, PRICE_CHANGE),
  ),
  row(
    'tariff_uplift_later_per_year',
    'Net change of tariff prices after 2012-13',
    'share a year',
    assumption(-0.015, -0.03, 0.02, 'the years after went on much as the last ones'),
  ),
  row(
    'allocation_growth_later_per_year',
    'Growth of allocations after the data end, cash',
    'share a year',
    assumption(0.025, 0, 0.06, 'flat in real terms'),
  ),
  row(
    'cost_inflation_per_year',
    'Rise of hospitals’ unit cost before efficiency',
    'share a year',
    assumption(
      0.035,
      0.02,
      0.046,
      'one rate for all years, about midway between 4.6% planned in 2008-09, https://hfma.org.uk/articles/investment-plans-lower-fts-balances , and 2.5% in 2011-12',
    ),
  ),
  row(
    'efficiency_per_year',
    'Fall of hospitals’ unit cost by efficiency, base trend',
    'share a year',
    sourced(
      0.03,
      0.01,
      0.04,
      'built into the tariff: 2.5% (2007-08), 3.0%, 3.0%, 3.5%, 4.0%, 4.0%, https://www.bmj.com/content/333/7560/170.2 and later announcements',
    ),
  ),
  row(
    'variable_cost_share',
    'Cost of one more case over its mean cost, within the year',
    'share',
    background(0.3, 0.2, 0.5, 'no number found; 30% is the marginal rate that policy chose'),
  ),
  row(
    'community_spend_per_head_pounds',
    'Community services per head',
    'pounds a year',
    sourced(
      101,
      83,
      160,
      'derived: 5.6 billion over 55.3 million (later year, trusts only), https://www.hfma.org.uk/news/healthcare-finance/news-item/reference-cost-data-published',
    ),
  ),
  row(
    'primary_medical_spend_per_head_pounds',
    'Primary medical care per head',
    'pounds a year',
    sourced(
      152,
      136,
      152,
      'derived: 7,757 million (2006-07) over 51.0 million, https://hansard.parliament.uk/Commons/2008-03-03/debates/08030341000019/GeneralPractitione',
    ),
  ),
  row(
    'other_services_least_share',
    'Least share of a commissioner’s allocation for services that the model does not count',
    'share of allocation',
    assumption(
      0.2,
      0.12,
      0.3,
      'mental health is 12% of spend, learning disability, continuing care, dental, ambulances and management the rest',
    ),
  ),
  row(
    'prescribing_spend_per_head_pounds',
    'Prescribing in primary care per head',
    'pounds a year',
    sourced(
      161,
      155,
      169,
      'derived: 8,325.5 million (2008) over 51.8 million, https://www.pharmatimes.com/news/england_dispensed_rx_items_soar_68_in_10_years_980640',
    ),
  ),
  row(
    'contract_billing_share',
    'Cost to each side of coding, billing and checking care that is paid for case by case, what volume control takes included',
    'share of value',
    sourced(0.00097, 0.0006, 0.0013, BILLING),
  ),
  row(
    'contract_price_talks_share',
    'Cost to each side of talks about prices that are not fixed',
    'share of value',
    assumption(
      0.0003,
      0,
      0.001,
      'a fixed tariff made talks about prices cheaper and control of volumes dearer, without a size of either alone; a third of billing',
    ),
  ),
  row(
    'case_cost_variation',
    'Spread of costs between admissions of one kind, emergency or planned: standard deviation over mean',
    'ratio',
    before(1.5, assumption(1.65, 1, 2, CASE_COSTS)),
  ),
]);

/** A published price of 2008-09 in the model's money: 2007-08, at the national mean of the market forces factor. */
function modelPrice(published: Evidence): Evidence {
  const factor = MEAN_MARKET_FORCES_FACTOR / UPLIFT_TO_2008_09;
  return {
    ...published,
    value: Math.round(published.value * factor),
    low: Math.floor(published.low * factor),
    high: Math.ceil(published.high * factor),
    source: `${published.source}; times 1.1, the mean market forces factor, over 1.023 from 2008-09 to 2007-08`,
  };
}
