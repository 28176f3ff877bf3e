import { parameter } from '../../model/evidence/parameters.ts';
import { CONDITIONS, POPULATION_BANDS, POPULATION_YEARS } from '../../model/place.ts';
import { ENGLAND_RESIDENTS } from '../place/national-averages.ts';
import { giveOrTake, type Line, type Standing, samplingShare } from './compare.ts';
import type { Measures } from './measures.ts';

/** Rows pass within 2% unless the source is wider. */
const TOLERANCE = 0.02;

const ESTIMATES = 'population estimates, residents';
const REGISTRATIONS = 'registrations';
const MONTHLY = 'monthly activity returns';
const EPISODES = 'hospital episodes';
const RTT = 'referral-to-treatment returns';
const REGISTERS = 'quality and outcomes framework registers';

/** The lines of the calibration: what a run of England gives beside what was published. */
export function calibrationLines(m: Measures): readonly Line[] {
  return [...people(m), ...activity(m), ...money(m), ...waiting(m), ...prevalences(m), ...hospitals(m)];
}

function people(m: Measures): Line[] {
  const births = 'births_per_1000';
  const deaths = 'deaths_per_1000';
  return [
    ...POPULATION_BANDS.map((from, band) => {
      const next = POPULATION_BANDS[band + 1];
      return line({
        id: `population_${from}${next === undefined ? '_plus' : `_${next - 1}`}`,
        label: `Residents aged ${from}${next === undefined ? ' and over' : ` to ${next - 1}`}`,
        unit: 'people',
        model: m.bands[band],
        target: residentsOfOctober2008(band),
        standing: 'identity',
        countedBy: ESTIMATES,
        source: 'Office for National Statistics, revised mid-2008 and mid-2009, at 1 October 2008',
      });
    }),
    fromRow(births, m.annual('births_per_1000'), 'identity', REGISTRATIONS),
    fromRow(deaths, m.annual('death_rate_per_1000'), 'fitted', REGISTRATIONS),
    fromRow('life_expectancy_male_years', m.lifeExpectancy.male, 'fitted', 'life table'),
    fromRow('life_expectancy_female_years', m.lifeExpectancy.female, 'fitted', 'life table'),
  ];
}

function activity(m: Measures): Line[] {
  const planned = parameter('planned_admissions_per_1000').value;
  const electives = parameter('elective_list_admissions_per_1000').value + planned;
  return [
    fromRow('gp_referrals_per_1000', m.annual('gp_referrals_per_1000'), 'fitted', MONTHLY),
    fromRow('first_attendances_per_1000', m.annual('first_outpatients_per_1000'), 'fitted', MONTHLY),
    line({
      id: 'electives_per_1000',
      label: 'Elective admissions, planned ones included, per 1,000 residents',
      unit: 'per 1000 a year',
      model: m.annual('elective_admissions_per_1000'),
      target: electives,
      standing: 'fitted',
      countedBy: MONTHLY,
      source: parameter('elective_list_admissions_per_1000').source,
    }),
    fromRow('elective_daycase_share', m.annual('day_case_share_pct') / 100, 'fitted', MONTHLY),
    fromRow('emergencies_per_1000', m.annual('emergency_admissions_per_1000'), 'fitted', EPISODES),
    fromRow('emergency_share_65_and_over', m.annual('emergency_share_65_plus_pct') / 100, 'fitted', EPISODES),
    fromRow('ae_per_1000', m.annual('ae_attendances_per_1000'), 'identity', 'quarterly returns'),
    fromRow(
      'consultations_per_1000',
      m.annual('gp_consultations_per_person') * 1000,
      'identity',
      'research database of general practice',
    ),
  ];
}

/** The source says "about 25 billion"; 24 to 28 with what its price set leaves out. */
function money(m: Measures): Line[] {
  const row = parameter('tariff_paid_total_pounds');
  const residents = POPULATION_BANDS.reduce<number>((sum, _, band) => sum + residentsOfOctober2008(band), 0);
  return [
    line({
      id: 'activity_spend_per_head',
      label: 'Activity paid by tariff, a head',
      unit: 'pounds a year',
      model: m.annual('activity_spend_per_head_pounds'),
      target: row.value / residents,
      pass: [row.low / residents, row.high / residents],
      standing: 'emergent',
      countedBy: 'counts times prices',
      source: row.source,
    }),
  ];
}

function waiting(m: Measures): Line[] {
  return [
    fromRow('rtt_list_total', m.august('list_total'), 'fitted', RTT),
    fromRow('rtt_list_median_weeks', m.august('incomplete_median_weeks'), 'fitted', RTT),
    shown('rtt_list_within_18_weeks', m.august('incomplete_within_18_weeks_pct') / 100, 'emergent', RTT),
    shown('rtt_list_over_52_weeks', m.august('incomplete_over_52_weeks'), 'fitted', RTT),
  ];
}

function prevalences(m: Measures): Line[] {
  return CONDITIONS.map((condition) => {
    const row = parameter(`prevalence_${condition}`);
    const share = Math.max(TOLERANCE, samplingShare(row.value, m.agents));
    return {
      ...fromRow(row.id, m.annual(`prevalence_${condition}_pct`) / 100, 'identity', REGISTERS),
      pass: giveOrTake(row.value, share),
    };
  });
}

function hospitals(m: Measures): Line[] {
  return [
    shown('planned_admissions_per_1000', m.per1000('planned_admissions'), 'identity', MONTHLY),
    shown(
      'follow_ups_per_first',
      m.annual('follow_up_outpatients') / m.annual('first_outpatients'),
      'identity',
      MONTHLY,
    ),
    shown('ae_within_four_hours_share', m.annual('ae_within_4h_pct') / 100, 'fitted', 'quarterly returns'),
    shown('bed_occupancy_mean', m.annual('bed_occupancy_pct') / 100, 'identity', 'quarterly returns'),
    shown(
      'cancellations_per_1000_electives',
      (1000 * m.annual('cancelled_operations')) / m.annual('elective_admissions'),
      'emergent',
      'quarterly returns',
    ),
  ];
}

/** Residents of England in the middle of the base year, by band: a quarter of the way from mid-2008 to mid-2009. */
function residentsOfOctober2008(band: number): number {
  const mid2008 = ENGLAND_RESIDENTS[POPULATION_YEARS.indexOf(2008)][band];
  const mid2009 = ENGLAND_RESIDENTS[POPULATION_YEARS.indexOf(2009)][band];
  return mid2008 + (mid2009 - mid2008) / 4;
}

/** A line that passes within the tolerance of its target, unless it says otherwise. */
function line(of: Omit<Line, 'pass'> & { pass?: Line['pass'] }): Line {
  return { pass: giveOrTake(of.target, TOLERANCE), ...of };
}

/** A line whose target is a row of the evidence. */
function fromRow(id: string, model: number, standing: Standing, countedBy: string): Line {
  const { label, unit, value, source } = parameter(id);
  return line({ id, label, unit, model, target: value, standing, countedBy, source });
}

/** As `fromRow`, but the line cannot fail: it is shown for what it says about the model. */
function shown(id: string, model: number, standing: Standing, countedBy: string): Line {
  return { ...fromRow(id, model, standing, countedBy), pass: null };
}
