import { checksum } from '../checksum.ts';
import { CONDITIONS } from '../place.ts';
import type { OrganisationColumns, RunResult } from '../result.ts';
import type { World } from '../world.ts';
import type { YearBook } from './annual-books.ts';
import {
  GT,
  GT_COUNT,
  type ProviderTally,
  PT,
  PT_COUNT,
  type ResidentTally,
  RT,
  RT_COUNT,
} from './tallies.ts';
import { terminalCredit } from './terminal-credit.ts';
import { shareWithin, WAIT_BANDS, waitPercentile } from './waiting-times.ts';

/**
 * The result of a run in real units: counts of the simulated share of people are divided by the scale; rates, shares
 * and waits are what they are.
 */
export function report(world: World): RunResult {
  const { records, input, place } = world;
  const years = records.years;
  return {
    weeks: world.week,
    years: years.length,
    weekly: records.weekly,
    annual: withTerminalCredit(
      world,
      perYear(years, (year) => economyRow(world, year)),
    ),
    weeksInYear: years.map((year) => year.weeks),
    organisations: [trusts(world), commissioners(world), practices(world)],
    equity: perYearAndUnit(years, 5, (year, q) => quintileRow(world, year, q)),
    events: world.journal,
    diagnostics: {
      patientWeeks: world.tally.patientWeeks,
      candidates: world.tally.candidates,
      happened: world.tally.happened,
      boundViolations: world.tally.boundViolations,
      checksum: checksum(world),
      scale: input.scale,
      commissioners: place.commissioners.count,
      populationByClass: years.map((year) => Array.from(year.classes, (n) => n / input.scale)),
      deathsByClass: years.map((year) => Array.from(year.deathsByClass, (n) => n / input.scale)),
      emergenciesByClass: years.map((year) => Array.from(year.emergenciesByClass, (n) => n / input.scale)),
    },
  };
}

type Row = Record<string, number>;

function perYear(years: readonly YearBook[], row: (year: YearBook) => Row): Record<string, Float64Array> {
  return perYearAndUnit(years, 1, (year) => row(year));
}

function perYearAndUnit(
  years: readonly YearBook[],
  units: number,
  row: (year: YearBook, unit: number) => Row,
): Record<string, Float64Array> {
  const columns: Record<string, Float64Array> = {};
  years.forEach((year, y) => {
    for (let unit = 0; unit < units; unit++) {
      for (const [metric, value] of Object.entries(row(year, unit))) {
        columns[metric] ??= new Float64Array(years.length * units).fill(Number.NaN);
        columns[metric]![y * units + unit] = value;
      }
    }
  });
  return columns;
}

/** The closed cohort's QALYs so far, and with what it may still expect at the end of the run. */
function withTerminalCredit(
  world: World,
  annual: Record<string, Float64Array>,
): Record<string, Float64Array> {
  const yearly = annual.qalys_closed_cohort;
  if (yearly === undefined) return annual;
  let sum = 0;
  const cumulative = yearly.map((qalys) => {
    sum += qalys;
    return sum;
  });
  const credited = new Float64Array(yearly.length).fill(Number.NaN);
  if (credited.length > 0) {
    credited[credited.length - 1] = sum + terminalCredit(world) / world.input.scale;
  }
  return {
    ...annual,
    qalys_closed_cohort_cumulative: cumulative,
    qalys_closed_cohort_with_terminal_credit: credited,
  };
}

/** Counts of residents that are reported as they are. */
const COUNTS: readonly ResidentTally[] = [
  'births',
  'deaths',
  'arrivals_in',
  'departures',
  'emergency_admissions',
  'emergency_heart_attack',
  'emergency_stroke',
  'emergency_hip_fracture',
  'emergency_ambulatory_sensitive',
  'emergency_other',
  'ae_attendances',
  'needs_arising',
  'needs_kept',
  'gp_referrals',
  'other_referrals',
  'first_outpatients',
  'follow_up_outpatients',
  'elective_admissions',
  'day_cases',
  'planned_admissions',
  'cancelled_operations',
  'removals_from_list',
  'clock_starts',
  'bed_days',
];

/** What is true of any set of residents: the cells (commissioner and quintile) for which `keep` holds. */
function residentRow(world: World, year: YearBook, keep: (c: number, q: number) => boolean): Row {
  const real = 1 / world.input.scale;
  const sums = new Float64Array(RT_COUNT);
  const conditions = new Float64Array(12);
  let personWeeks = 0;
  let utility = 0;
  let severity = 0;
  for (let cell = 0; cell < year.personWeeks.length; cell++) {
    if (!keep(Math.floor(cell / 5), cell % 5)) continue;
    for (let t = 0; t < RT_COUNT; t++) sums[t]! += year.residents[cell * RT_COUNT + t]!;
    for (let c = 0; c < 12; c++) conditions[c]! += year.conditionWeeks[cell * 12 + c]!;
    personWeeks += year.personWeeks[cell]!;
    utility += year.utilityWeeks[cell]!;
    severity += year.severityWeeks[cell]!;
  }
  const people = personWeeks / year.weeks;
  const per1000 = (t: number): number => ratio(1000 * sums[t]!, people);
  const row: Row = { population: people * real };
  for (const name of COUNTS) row[name] = sums[RT[name]]! * real;
  row.births_per_1000 = per1000(RT.births);
  row.death_rate_per_1000 = per1000(RT.deaths);
  row.emergency_admissions_per_1000 = per1000(RT.emergency_admissions);
  row.emergency_share_65_plus_pct = ratio(100 * sums[RT.emergency_65_plus]!, sums[RT.emergency_admissions]!);
  row.ae_attendances_per_1000 = per1000(RT.ae_attendances);
  row.ae_within_4h_pct = ratio(100 * sums[RT.ae_within_4h]!, sums[RT.ae_attendances]!);
  row.gp_referrals_per_1000 = per1000(RT.gp_referrals);
  row.first_outpatients_per_1000 = per1000(RT.first_outpatients);
  row.elective_admissions_per_1000 = per1000(RT.elective_admissions);
  row.day_case_share_pct = ratio(100 * sums[RT.day_cases]!, sums[RT.elective_admissions]!);
  row.clock_stops = (sums[RT.stops_admitted]! + sums[RT.stops_non_admitted]!) * real;
  row.distance_to_hospital_km = ratio(
    sums[RT.distance_km]!,
    sums[RT.gp_referrals]! + sums[RT.other_referrals]!,
  );
  row.share_choosing_pct = ratio(100 * sums[RT.referrals_choosing]!, sums[RT.gp_referrals]!);
  row.unmet_need_severity_weeks_per_1000 = ratio(1000 * (severity / 256), people);
  row.qalys = (utility / 52e6) * real;
  row.qalys_per_1000 = ratio(1000 * (utility / 52e6), people);
  CONDITIONS.forEach((condition, c) => {
    row[`prevalence_${condition}_pct`] = ratio(100 * conditions[c]!, personWeeks);
  });
  return row;
}

/** Waits of a group of clocks at the end of the year, and of those stopped in the year. */
function waitRow(year: YearBook, group: number, real: number): Row {
  const at = group * WAIT_BANDS;
  let list = 0;
  let over = 0;
  for (let band = 0; band < WAIT_BANDS; band++) {
    list += year.open[at + band]!;
    if (band >= 52) over += year.open[at + band]!;
  }
  const non = group * 2 * WAIT_BANDS;
  const admitted = non + WAIT_BANDS;
  return {
    list_total: list * real,
    incomplete_median_weeks: waitPercentile(year.open, 0.5, at),
    incomplete_p92_weeks: waitPercentile(year.open, 0.92, at),
    incomplete_within_18_weeks_pct: shareWithin(year.open, 18, at),
    incomplete_over_52_weeks: over * real,
    admitted_median_weeks: waitPercentile(year.completed, 0.5, admitted),
    admitted_within_18_weeks_pct: shareWithin(year.completed, 18, admitted),
    non_admitted_median_weeks: waitPercentile(year.completed, 0.5, non),
    non_admitted_within_18_weeks_pct: shareWithin(year.completed, 18, non),
  };
}

function economyRow(world: World, year: YearBook): Row {
  const { input, place } = world;
  const real = 1 / input.scale;
  const row: Row = { ...residentRow(world, year, () => true), ...waitRow(year, 0, real) };
  const people = row.population!;
  row.list_per_1000 = ratio(1000 * row.list_total!, people);
  row.list_first_outpatient = year.stage[2]! * real;
  row.list_diagnostics = year.stage[3]! * real;
  row.list_admission = year.stage[4]! * real;
  row.gp_consultations = year.gpConsultations * real;
  row.gp_consultations_per_person = ratio(row.gp_consultations, people);
  row.community_contacts = communityContacts(world, year) * real;
  row.qalys_closed_cohort = (year.cohortUtilityWeeks / 52e6) * real;
  let all = 0;
  let years = 0;
  let old = 0;
  for (let cls = 0; cls < 202; cls++) {
    all += year.classes[cls]!;
    years += year.classes[cls]! * ((cls % 101) + 0.5);
    if (cls % 101 >= 65) old += year.classes[cls]!;
  }
  row.mean_age = ratio(years, all);
  row.share_65_plus = ratio(100 * old, all);
  const pounds = real / 100;
  row.allocation_pounds = (sum(year.allocation) * pounds * year.weeks) / 52;
  row.activity_spend_pounds = sum(year.activitySpend) * pounds;
  row.activity_spend_per_head_pounds = ratio(row.activity_spend_pounds, people);
  row.total_spend_pounds = sum(year.spend) * pounds;
  row.balance_pounds = row.allocation_pounds - row.total_spend_pounds;
  row.balance_cumulative_pounds = sum(year.balance) * pounds;
  row.income_pounds = sum(year.income) * pounds;
  row.cost_pounds = sum(year.cost) * pounds;
  row.surplus_pounds = row.income_pounds - row.cost_pounds;
  row.bed_occupancy_pct = ratio(
    100 * providerSum(year, 'bed_days', place.providers.count),
    sum(year.bedDaysAvailable),
  );
  row.mean_stay_days = ratio(
    providerSum(year, 'stay_days', place.providers.count),
    providerSum(year, 'stays', place.providers.count),
  );
  row.beds_available = (sum(year.bedDaysAvailable) / (7 * year.weeks)) * real;
  let outpatient = 0;
  let elective = 0;
  for (let h = 0; h < place.providers.count; h++) {
    outpatient += year.slots[h * 2]!;
    elective += year.slots[h * 2 + 1]!;
  }
  row.capacity_outpatient_slots = outpatient * real * year.weeks;
  row.capacity_elective_slots = elective * real * year.weeks;
  return row;
}

/** Expected contacts by the ages of the people at the end of the year: community contacts are not drawn one by one. */
function communityContacts(world: World, year: YearBook): number {
  let contacts = 0;
  for (let cls = 0; cls < 202; cls++)
    contacts += year.classes[cls]! * world.hazards.communityContactsPerYear[cls]!;
  return (contacts * year.weeks) / 52;
}

function quintileRow(world: World, year: YearBook, q: number): Row {
  const real = 1 / world.input.scale;
  const row = { ...residentRow(world, year, (_, quintile) => quintile === q) };
  // Follow-ups are billed by purchaser and spread over the fifths by people: by fifth they would say nothing.
  delete row.follow_up_outpatients;
  Object.assign(row, waitRow(year, 1 + world.place.commissioners.count + q, real));
  row.list_per_1000 = ratio(1000 * row.list_total!, row.population!);
  return row;
}

function commissioners(world: World): OrganisationColumns {
  const { place, input, records } = world;
  const real = 1 / input.scale;
  const pounds = real / 100;
  const values = perYearAndUnit(records.years, place.commissioners.count, (year, c) => {
    const row: Row = { ...residentRow(world, year, (own) => own === c), ...waitRow(year, 1 + c, real) };
    row.list_per_1000 = ratio(1000 * row.list_total!, row.population!);
    row.gp_consultations = 0;
    for (let g = 0; g < place.practices.count; g++) {
      if (world.tables.commissionerOfPractice[g] === c) {
        row.gp_consultations += year.practices[g * GT_COUNT + GT.gp_consultations]! * real;
      }
    }
    row.gp_consultations_per_person = ratio(row.gp_consultations, row.population!);
    row.allocation_pounds = (year.allocation[c]! * pounds * year.weeks) / 52;
    row.activity_spend_pounds = year.activitySpend[c]! * pounds;
    row.activity_spend_per_head_pounds = ratio(row.activity_spend_pounds, row.population!);
    row.total_spend_pounds = year.spend[c]! * pounds;
    row.balance_pounds = row.allocation_pounds - row.total_spend_pounds;
    row.balance_cumulative_pounds = year.balance[c]! * pounds;
    return row;
  });
  return { kind: 'pct', codes: place.commissioners.code, names: place.commissioners.name, values };
}

const TRUST_COUNTS: readonly ProviderTally[] = [
  'emergency_admissions',
  'ae_attendances',
  'gp_referrals',
  'other_referrals',
  'first_outpatients',
  'follow_up_outpatients',
  'elective_admissions',
  'day_cases',
  'planned_admissions',
  'cancelled_operations',
  'bed_days',
];

function trusts(world: World): OrganisationColumns {
  const { place, input, records } = world;
  const real = 1 / input.scale;
  const pounds = real / 100;
  const values = perYearAndUnit(records.years, place.providers.count, (year, h) => {
    const count = (t: number): number => year.providers[h * PT_COUNT + t]!;
    const row: Row = {};
    for (const name of TRUST_COUNTS) row[name] = count(PT[name]) * real;
    Object.assign(row, waitRow(year, 6 + place.commissioners.count + h, real));
    row.ae_within_4h_pct = ratio(100 * count(PT.ae_within_4h), count(PT.ae_attendances));
    row.day_case_share_pct = ratio(100 * count(PT.day_cases), count(PT.elective_admissions));
    row.list_first_outpatient = year.lists[h * 3]! * real;
    row.list_diagnostics = year.lists[h * 3 + 1]! * real;
    row.list_admission = year.lists[h * 3 + 2]! * real;
    row.mean_stay_days = ratio(count(PT.stay_days), count(PT.stays));
    row.bed_occupancy_pct = ratio(100 * count(PT.bed_days), year.bedDaysAvailable[h]!);
    row.beds_available = (year.bedDaysAvailable[h]! / (7 * year.weeks)) * real;
    row.capacity_outpatient_slots = year.slots[h * 2]! * real * year.weeks;
    row.capacity_elective_slots = year.slots[h * 2 + 1]! * real * year.weeks;
    row.income_pounds = year.income[h]! * pounds;
    row.cost_pounds = year.cost[h]! * pounds;
    row.surplus_pounds = row.income_pounds - row.cost_pounds;
    return row;
  });
  return { kind: 'trust', codes: place.providers.code, names: place.providers.name, values };
}

function practices(world: World): OrganisationColumns {
  const { place, input, records } = world;
  const real = 1 / input.scale;
  const values = perYearAndUnit(records.years, place.practices.count, (year, g) => {
    const count = (t: number): number => year.practices[g * GT_COUNT + t]!;
    const people = year.registered[g]!;
    return {
      population: people * real,
      gp_consultations: count(GT.gp_consultations) * real,
      gp_consultations_per_person: ratio(count(GT.gp_consultations), people),
      gp_referrals: count(GT.gp_referrals) * real,
      gp_referrals_per_1000: ratio(1000 * count(GT.gp_referrals), people),
      needs_kept: count(GT.needs_kept) * real,
      first_outpatients: count(GT.first_outpatients) * real,
      first_outpatients_per_1000: ratio(1000 * count(GT.first_outpatients), people),
      elective_admissions: count(GT.elective_admissions) * real,
      elective_admissions_per_1000: ratio(1000 * count(GT.elective_admissions), people),
      emergency_admissions: count(GT.emergency_admissions) * real,
      emergency_admissions_per_1000: ratio(1000 * count(GT.emergency_admissions), people),
    };
  });
  return { kind: 'practice', codes: place.practices.code, names: place.practices.name, values };
}

function providerSum(year: YearBook, name: ProviderTally, providers: number): number {
  let total = 0;
  for (let h = 0; h < providers; h++) total += year.providers[h * PT_COUNT + PT[name]]!;
  return total;
}

function ratio(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n]!;
  return total;
}
