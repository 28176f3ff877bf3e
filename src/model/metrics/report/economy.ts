import { ruralPeople } from '../../institutions/rural-people.ts';
import { priceLevelOf } from '../../tariff-prices.ts';
import type { World } from '../../world.ts';
import { EFFORT_COLUMNS, type YearBook } from '../annual-books.ts';
import { BT, type ProviderTally, PT, PT_COUNT } from '../tallies.ts';
import { bodiesRow } from './bodies.ts';
import { type Row, ratio } from './columns.ts';
import { overPlan } from './over-plan.ts';
import { practicesRow } from './practices-of.ts';
import { residentRow } from './residents.ts';
import { standingRow } from './standing.ts';
import { waitRow } from './waits.ts';

/** The whole place: its people, its waits, its money, the beds and slots of its trusts. */
export function economyRow(world: World, year: YearBook): Row {
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
  // A cohort of nobody has not begun: no figure, which is not nought.
  row.qalys_closed_cohort =
    year.cohortUtilityWeeks === 0 ? Number.NaN : (year.cohortUtilityWeeks / 52e6) * real;
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
  row.activity_over_plan_pounds = overPlan(year, [...year.activitySpend.keys()]) * pounds;
  row.activity_spend_per_head_pounds = ratio(row.activity_spend_pounds, people);
  row.total_spend_pounds = sum(year.spend) * pounds;
  row.balance_pounds = row.allocation_pounds - row.total_spend_pounds;
  row.balance_cumulative_pounds = sum(year.balance) * pounds;
  row.income_pounds = sum(year.income) * pounds;
  row.cost_pounds = sum(year.cost) * pounds;
  row.surplus_pounds = row.income_pounds - row.cost_pounds;
  Object.assign(
    row,
    standingRow(year, () => true, pounds),
  );
  Object.assign(
    row,
    practicesRow(world, year, ruralPeople(place), () => true),
  );
  Object.assign(row, bodiesRow(world, year));
  row.political_shocks = year.politicalShocks;
  // At the prices of the first year, as the value of a QALY is: a saving of a later year weighs no more than one of the first.
  const level = priceLevelOf(world.settings, world.records.years.indexOf(year));
  const cost = (resourceCost(year) * pounds) / level;
  row.net_monetary_benefit_per_head = ratio(
    row.qalys_closed_cohort * world.settings.qalyValuePounds - cost,
    people,
  );
  row.bed_occupancy_pct = ratio(
    100 * providerSum(year, 'bed_days', place.providers.count),
    sum(year.bedDaysAvailable),
  );
  row.mean_stay_days = ratio(
    providerSum(year, 'stay_days', place.providers.count),
    providerSum(year, 'stays', place.providers.count),
  );
  row.beds_available = (sum(year.bedDaysAvailable) / (7 * year.weeks)) * real;
  row.follow_up_ratio = ratio(
    providerSum(year, 'follow_up_outpatients', place.providers.count),
    providerSum(year, 'first_outpatients', place.providers.count),
  );
  EFFORT_COLUMNS.forEach((column, n) => {
    row[column] = meanByIncome(year, n);
  });
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

/**
 * What the care of the place cost, pence: all that went to staff and suppliers but for trusts' costs of people from elsewhere,
 * and for services that the model has no people for. Nobody's health there is counted, so their cost is not: money that an
 * arm frees goes there, and would count as lost. What one public body pays another is no cost.
 */
function resourceCost(year: YearBook): number {
  return year.toSuppliers - year.bodies[BT.cost_of_elsewhere]! - year.bodies[BT.unmodelled_services]!;
}

/** Expected contacts by the ages of the people at the end of the year: community contacts are not drawn one by one. */
function communityContacts(world: World, year: YearBook): number {
  let contacts = 0;
  for (let cls = 0; cls < 202; cls++)
    contacts += year.classes[cls]! * world.hazards.communityContactsPerYear[cls]!;
  return (contacts * year.weeks) / 52;
}

/** Mean of a slow state of trusts, weighted by their income. */
function meanByIncome(year: YearBook, column: number): number {
  let total = 0;
  year.income.forEach((income, h) => {
    total += income * year.effort[h * EFFORT_COLUMNS.length + column]!;
  });
  return ratio(total, sum(year.income));
}

function providerSum(year: YearBook, name: ProviderTally, providers: number): number {
  let total = 0;
  for (let h = 0; h < providers; h++) total += year.providers[h * PT_COUNT + PT[name]]!;
  return total;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n]!;
  return total;
}
