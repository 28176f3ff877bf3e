import { effectiveSkill } from '../behaviour/commissioner/skill.ts';
import { codingDrift } from '../behaviour/hospital/coding.ts';
import { clinicalRelationOf, managerialRelationOf } from '../behaviour/relations/relations.ts';
import { meanOverProviders } from '../behaviour/relations/trade.ts';
import { EFFORT_COLUMNS, openYear, type YearBook } from '../metrics/annual-books.ts';
import { marketOf } from '../metrics/market.ts';
import { recordSides } from '../metrics/sides.ts';
import { STANDING, STANDINGS } from '../metrics/standing.ts';
import { RT, RT_COUNT } from '../metrics/tallies.ts';
import { shareWithin, WAIT_BANDS, waitPercentile } from '../metrics/waiting-times.ts';
import { existingBodies } from '../organisations/body-names.ts';
import { peopleInBodies } from '../organisations/membership.ts';
import { areasOfPurchaser } from '../organisations/purchasers.ts';
import { bandOfAge } from '../population/arrival-plan.ts';
import { AGE_YEARS, CLOCK_OFFSET, STAGE } from '../population/people.ts';
import { admissionList, firstList } from '../population/waiting-lists.ts';
import type { World } from '../world.ts';
import { availableBedDays } from './beds.ts';
import { countFromElsewhere } from './from-elsewhere.ts';

/** Step 9 of the tick: the week's counts go into the week's and the year's books. */
export function observation(world: World): void {
  const { records, week } = world;
  if (week % 52 === 0) records.years.push(openYear(world));
  const year = records.years[records.years.length - 1]!;
  recordWeek(world, year);
  year.weeks++;
  if (week % 52 === 51 || week === world.input.weeks - 1) closeYear(world, year);
}

const bandCounts = new Int32Array(WAIT_BANDS);

function recordWeek(world: World, year: YearBook): void {
  const { tally, place, books, records, week, input } = world;
  const cells = place.commissioners.count * 5;
  const sums = new Float64Array(RT_COUNT);
  for (let cell = 0; cell < cells; cell++) {
    for (let t = 0; t < RT_COUNT; t++) {
      const value = tally.residents[cell * RT_COUNT + t]!;
      if (value !== 0) {
        sums[t]! += value;
        year.residents[cell * RT_COUNT + t]! += value;
      }
    }
    year.personWeeks[cell]! += tally.present[cell]!;
    year.utilityWeeks[cell]! += tally.utility[cell]!;
    year.severityWeeks[cell]! += tally.unmetSeverity[cell]!;
    for (let c = 0; c < 12; c++) year.conditionWeeks[cell * 12 + c]! += tally.withCondition[cell * 12 + c]!;
  }
  if (week >= input.cohortWeek) year.cohortUtilityWeeks += tally.cohortUtility[0]!;
  year.gpConsultations += tally.gpConsultations;
  let available = 0;
  let used = 0;
  for (let h = 0; h < place.providers.count; h++) {
    const days = availableBedDays(world, h);
    year.bedDaysAvailable[h]! += days;
    available += days;
    used += books.bedDaysUsed[h]!;
  }

  const population = sum(tally.present);
  tally.patientWeeks += population;
  const real = 1 / input.scale;
  const set = (metric: string, value: number): void => {
    records.weekly[metric] ??= new Float64Array(input.weeks).fill(Number.NaN);
    records.weekly[metric]![week] = value;
  };
  set('population', population * real);
  for (const [metric, t] of WEEKLY_COUNTS) set(metric, sums[t]! * real);
  set('gp_consultations', tally.gpConsultations * real);
  set('ae_within_4h_pct', ratio(100 * sums[RT.ae_within_4h]!, sums[RT.ae_attendances]!));
  set('bed_occupancy_pct', ratio(100 * used, available));
  set('qalys', (sum(tally.utility) / 52e6) * real);
  set('list_first_outpatient', tally.stage[STAGE.firstOutpatient]! * real);
  set('list_diagnostics', tally.stage[STAGE.diagnostics]! * real);
  set('list_admission', tally.stage[STAGE.admission]! * real);
  const list =
    tally.stage[STAGE.firstOutpatient]! + tally.stage[STAGE.diagnostics]! + tally.stage[STAGE.admission]!;
  set('list_total', list * real);
  set('list_per_1000', ratio(1000 * list, population));
  census(world, bandCounts);
  set('incomplete_median_weeks', waitPercentile(bandCounts, 0.5));
  set('incomplete_p92_weeks', waitPercentile(bandCounts, 0.92));
  set('incomplete_within_18_weeks_pct', shareWithin(bandCounts, 18));
  set('incomplete_over_52_weeks', beyond(bandCounts, 52) * real);
  set('admitted_median_weeks', waitPercentile(tally.completedWeek, 0.5, WAIT_BANDS));
  set('admitted_within_18_weeks_pct', shareWithin(tally.completedWeek, 18, WAIT_BANDS));
  set('non_admitted_median_weeks', waitPercentile(tally.completedWeek, 0.5, 0));
  set('non_admitted_within_18_weeks_pct', shareWithin(tally.completedWeek, 18, 0));
  set('balance_cumulative_pounds', (commissionersBalance(world) / 100) * real);

  tally.residents.fill(0);
  tally.completedWeek.fill(0);
  tally.gpConsultations = 0;
}

const WEEKLY_COUNTS: readonly (readonly [string, number])[] = [
  ['births', RT.births],
  ['deaths', RT.deaths],
  ['emergency_admissions', RT.emergency_admissions],
  ['ae_attendances', RT.ae_attendances],
  ['gp_referrals', RT.gp_referrals],
  ['other_referrals', RT.other_referrals],
  ['first_outpatients', RT.first_outpatients],
  ['follow_up_outpatients', RT.follow_up_outpatients],
  ['elective_admissions', RT.elective_admissions],
  ['day_cases', RT.day_cases],
  ['cancelled_operations', RT.cancelled_operations],
  ['removals_from_list', RT.removals_from_list],
  ['clock_starts', RT.clock_starts],
];

/** Residents' open clocks by weeks waited, at the end of this week. */
export function census(world: World, into: Int32Array): void {
  const { open } = world.tally;
  const now = world.week + CLOCK_OFFSET;
  for (let band = 0; band < WAIT_BANDS; band++) into[band] = now - band >= 0 ? open[now - band]! : 0;
  for (let clock = now - WAIT_BANDS; clock >= 0; clock--) into[WAIT_BANDS - 1]! += open[clock]!;
}

/**
 * All residents at the end of the year: by age and sex, and their open clocks by weeks waited of each group: the place,
 * commissioners, quintiles and providers.
 */
function countResidents(world: World, { classes, open }: YearBook): void {
  const { people, person, week } = world;
  const census = person.census(people.arrivalEnd[week]!, week);
  classes.set(census.classes);
  open.set(census.open);
}

function closeYear(world: World, year: YearBook): void {
  const { tally, books, place } = world;
  year.providers.set(tally.providers);
  tally.providers.fill(0);
  year.practices.set(tally.practices);
  tally.practices.fill(0);
  year.deathsByClass.set(tally.deathsByClass);
  tally.deathsByClass.fill(0);
  year.emergenciesByClass.set(tally.emergenciesByClass);
  tally.emergenciesByClass.fill(0);
  year.completed.set(tally.completedYear);
  tally.completedYear.fill(0);
  countResidents(world, year);
  countFromElsewhere(world, year);
  for (let cls = 0; cls < 202; cls++) year.bands[bandOfAge(cls % AGE_YEARS)]! += year.classes[cls]!;
  year.registered.set(books.registered);
  year.stage.set(tally.stage);
  for (let h = 0; h < place.providers.count; h++) {
    for (let s = 0; s < 8; s++) {
      year.lists[h * 3]! += firstList(world, h * 8 + s);
      year.lists[h * 3 + 1]! += books.inDiagnostics[h * 8 + s]!;
      year.lists[h * 3 + 2]! += admissionList(world, h * 8 + s);
      year.slots[h * 2]! += books.outpatientSlots[h * 8 + s]!;
      year.slots[h * 2 + 1]! += books.electiveSlots[h * 8 + s]!;
    }
    year.income[h] = books.incomeYear[h]!;
    year.cost[h] = books.costYear[h]!;
    year.providerBalance[h] = books.retained[h]!;
    year.beds[h] = availableBedDays(world, h) / 7;
    year.effort.set(
      [
        100 * world.will.slack[h]!,
        world.will.quality[h]!,
        books.unitCost[h]!,
        world.will.staff[h]!,
        100 * codingDrift(world, h),
        books.priceFactor[h]!,
        books.fatalityFactor[h]!,
      ],
      h * EFFORT_COLUMNS.length,
    );
  }
  for (let c = 0; c < place.commissioners.count; c++) {
    year.allocation[c] = books.allocation[c]!;
    year.spend[c] = 0;
    year.activitySpend[c] = 0;
    year.plannedBill[c] = 0;
    year.balance[c] = 0;
  }
  year.toSuppliers = paidToSuppliers(world);
  recordStanding(world, year);
  recordSides(world, year);
  for (let p = 0; p < books.held.length; p++) {
    areasOfPurchaser(world, p).forEach((part, c) => {
      if (part === 0) return;
      year.spend[c]! += books.spendYear[p]! * part;
      year.activitySpend[c]! += books.activitySpendYear[p]! * part;
      year.plannedBill[c]! += books.plannedBill[p]! * part;
      year.balance[c]! += (books.held[p]! - books.debt[p]!) * part;
    });
  }
  year.purchaserSpend.set(books.spendYear);
  year.fundIn.set(books.fundIn);
  year.fundOut.set(books.fundOut);
  year.programmeIn.set(books.programmeIn);
  year.programmeOut.set(books.programmeOut);
  for (const sums of [books.programmeIn, books.programmeOut]) sums.fill(0);
  books.fundIn.fill(0);
  books.fundOut.fill(0);
  year.bodies.set(books.bodyYear);
  books.bodyYear.fill(0);
  year.predicted.set(books.predicted);
  year.trueCost.set(books.trueCost);
  year.enrolled = peopleInBodies(world);
  year.bodyCount = existingBodies(world).length;
  for (const chance of world.will.fullAuthorisation) {
    if (chance === 0) continue;
    year.assessedGroups++;
    year.fullAuthorisation += chance;
  }
  books.incomeYear.fill(0);
  books.costYear.fill(0);
  books.spendYear.fill(0);
  books.activitySpendYear.fill(0);
}

/** What staff and suppliers got since the years before this one. */
function paidToSuppliers({ ledger, records }: World): number {
  let before = 0;
  for (const year of records.years) before += year.toSuppliers;
  return ledger.balance[ledger.accounts.suppliers]! - before;
}

/** How commissioners, practices and providers stand to each other at the end of the year. */
function recordStanding(world: World, year: YearBook): void {
  const { will, place, books, structure } = world;
  const C = place.commissioners.count;
  const market = marketOf(world);
  year.market.set(market.ofProvider);
  const at = (c: number, column: number): number => c * STANDINGS + column;
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    year.control[g] = will.control[g]!;
    year.served[g] = structure.bodyOfPractice[g]! >= 0 ? 1 : 0;
    const meant = structure.meantFor[g]!;
    year.readiness[g] = meant < 0 ? Number.NaN : will.readiness[meant]!;
    year.standing[at(c, STANDING.delegated)]! += (books.fundIn[g]! * 52) / year.weeks;
    year.standing[at(c, STANDING.control)]! += will.control[g]! * books.registered[g]!;
    year.standing[at(c, STANDING.people)]! += books.registered[g]!;
  }
  for (let c = 0; c < C; c++) {
    const people = year.standing[at(c, STANDING.people)]!;
    const control = year.standing[at(c, STANDING.control)]!;
    year.standing[at(c, STANDING.control)] = people === 0 ? Number.NaN : control / people;
    year.standing[at(c, STANDING.managerial)] = managerialRelationOf(world, c);
    year.standing[at(c, STANDING.clinical)] = clinicalRelationOf(world, c);
    year.standing[at(c, STANDING.disputes)] = meanOverProviders(
      world,
      c,
      0,
      (h) => will.disputes[c * place.providers.count + h]!,
    );
    year.standing[at(c, STANDING.turnaround)] = will.turnaroundCommissioner[c]!;
    // Who has no whole year behind has no rating.
    year.standing[at(c, STANDING.goodRating)] = world.week % 52 === 51 ? will.goodRating[c]! : Number.NaN;
    year.standing[at(c, STANDING.skill)] = effectiveSkill(world, c);
    year.standing[at(c, STANDING.market)] = market.ofArea[c]!;
    for (let o = 0; o < structure.bodies; o++)
      year.standing[at(c, STANDING.delegated)]! += books.passedOn[c * structure.bodies + o]!;
    year.standing[at(c, STANDING.friction)] = will.frictionYear[c]!;
    year.standing[at(c, STANDING.purchases)] = will.purchaseYear[c]!;
  }
  year.providerTurnaround.set(will.turnaroundProvider);
  year.politicalShocks = will.shocksYear;
  will.frictionYear.fill(0);
  will.purchaseYear.fill(0);
  will.shocksYear = 0;
}

function commissionersBalance(world: World): number {
  let pence = 0;
  world.books.held.forEach((held, p) => {
    pence += held - world.books.debt[p]!;
  });
  return pence;
}

function beyond(counts: Int32Array, weeks: number): number {
  let count = 0;
  for (let band = weeks; band < WAIT_BANDS; band++) count += counts[band]!;
  return count;
}

function ratio(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
