import { CONDITIONS } from '../../place.ts';
import type { World } from '../../world.ts';
import type { YearBook } from '../annual-books.ts';
import { type ResidentTally, RT, RT_COUNT } from '../tallies.ts';
import { type Row, ratio } from './columns.ts';

/** What is true of any set of residents: the cells (commissioner and quintile) for which `keep` holds. */
export function residentRow(world: World, year: YearBook, keep: (c: number, q: number) => boolean): Row {
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
  const { classFatality } = world.settings.hospital;
  const fatality = (base: number, factors: number, admissions: number): number =>
    ratio(100 * base * sums[factors]!, sums[admissions]!);
  row.case_fatality_heart_attack_pct = fatality(
    classFatality[0],
    RT.fatality_heart_attack,
    RT.emergency_heart_attack,
  );
  row.case_fatality_stroke_pct = fatality(classFatality[1], RT.fatality_stroke, RT.emergency_stroke);
  row.case_fatality_hip_fracture_pct = fatality(
    classFatality[2],
    RT.fatality_hip_fracture,
    RT.emergency_hip_fracture,
  );
  CONDITIONS.forEach((condition, c) => {
    row[`prevalence_${condition}_pct`] = ratio(100 * conditions[c]!, personWeeks);
  });
  return row;
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
  'community_visits',
  'treated_elsewhere',
  'operations_refused',
  'readmissions',
];
