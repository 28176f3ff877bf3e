import { ruralPeople } from '../../institutions/rural-people.ts';
import type { OrganisationColumns } from '../../result.ts';
import type { World } from '../../world.ts';
import { EFFORT_COLUMNS } from '../annual-books.ts';
import { GT, GT_COUNT, type ProviderTally, PT, PT_COUNT } from '../tallies.ts';
import { perYearAndUnit, type Row, ratio } from './columns.ts';
import { overPlan } from './over-plan.ts';
import { practicesRow } from './practices-of.ts';
import { residentRow } from './residents.ts';
import { standingRow } from './standing.ts';
import { waitRow } from './waits.ts';

/** What each trust did, for people from elsewhere too, and what it had to do it with. */
export function trusts(world: World): OrganisationColumns {
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
    row.turnaround = year.providerTurnaround[h]!;
    row.market_hhi = year.market[h]!;
    row.follow_up_ratio = ratio(count(PT.follow_up_outpatients), count(PT.first_outpatients));
    EFFORT_COLUMNS.forEach((column, n) => {
      row[column] = year.effort[h * EFFORT_COLUMNS.length + n]!;
    });
    return row;
  });
  return { kind: 'trust', codes: place.providers.code, names: place.providers.name, values };
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
  'readmissions',
];

/** The residents of each commissioner, their waits, and its money. */
export function commissioners(world: World): OrganisationColumns {
  const { place, input, records } = world;
  const real = 1 / input.scale;
  const pounds = real / 100;
  const rural = ruralPeople(place);
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
    row.activity_over_plan_pounds = overPlan(year, [c]) * pounds;
    row.activity_spend_per_head_pounds = ratio(row.activity_spend_pounds, row.population!);
    row.total_spend_pounds = year.spend[c]! * pounds;
    row.balance_pounds = row.allocation_pounds - row.total_spend_pounds;
    row.balance_cumulative_pounds = year.balance[c]! * pounds;
    Object.assign(
      row,
      standingRow(year, (own) => own === c, pounds),
    );
    Object.assign(
      row,
      practicesRow(world, year, rural, (own) => own === c),
    );
    return row;
  });
  return { kind: 'pct', codes: place.commissioners.code, names: place.commissioners.name, values };
}

/** What the patients of each practice were given. */
export function practices(world: World): OrganisationColumns {
  const { place, input, records } = world;
  const real = 1 / input.scale;
  const pounds = real / 100;
  const { ruralOfPractice, peopleOfPractice } = ruralPeople(place);
  const values = perYearAndUnit(records.years, place.practices.count, (year, g) => {
    const count = (t: number): number => year.practices[g * GT_COUNT + t]!;
    const people = year.registered[g]!;
    return {
      population: people * real,
      rural_people_pct: ratio(100 * ruralOfPractice[g]!, peopleOfPractice[g]!),
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
      community_visits: count(GT.community_visits) * real,
      proactive_care: year.control[g]!,
      people_in_bodies_pct: 100 * year.served[g]!,
      readiness: year.readiness[g]!,
      fund_budget_pounds: year.fundIn[g]! * pounds,
      fund_spend_pounds: year.fundOut[g]! * pounds,
      fund_balance_pounds: (year.fundIn[g]! - year.fundOut[g]!) * pounds,
      programme_budget_pounds: year.programmeIn[g]! * pounds,
      programme_spend_pounds: year.programmeOut[g]! * pounds,
    };
  });
  return { kind: 'practice', codes: place.practices.code, names: place.practices.name, values };
}
