import { normalQuantile } from '../../kernel/deterministic-math.ts';
import { drawKey, h3, unit } from '../../kernel/draw.ts';
import { seedKey } from '../../kernel/seed.ts';
import { type CostTables, costOf, rowOf } from '../../model/behaviour/expected-cost.ts';
import { PURPOSE } from '../../model/draws.ts';
import { GT, GT_COUNT } from '../../model/metrics/tallies.ts';
import { purchasersOf } from '../../model/organisations/structure.ts';
import { LIFE, RISK_SHIFT } from '../../model/population/people.ts';
import { CATEGORY, type World } from '../../model/world.ts';

/** Money of a year by practice, pounds at the prices of 2007-08. */
export interface PracticeCosts {
  /** What age, sex, deprivation and diagnoses of its people let expect on the first day of the year. */
  readonly expected: readonly number[];
  /**
   * Planned care at tariff and emergencies at their mean price, as counted, with the spread of costs between cases: once
   * for each of several draws of what the same cases cost, [draw][practice].
   */
  readonly counted: readonly (readonly number[])[];
  readonly people: readonly number[];
}

/**
 * What each practice's people are expected to cost, as a formula by person would have it. Latent risk is hidden from a
 * formula: its mean among survivors of the same age and sex is used.
 */
export function expectedByPractice(world: World): { expected: number[]; people: number[] } {
  const { people, place, hazards } = world;
  const costs = inpatientAndOutpatient(world);
  // Of many people with the same age, sex, deprivation and conditions the cost is worked out once.
  const known = new Map<number, number>();
  const knownCost = (i: number): number => {
    const [row, mask] = [rowOf(people, i), people.conditions(i)];
    const key = row * 4096 + mask;
    const cost = known.get(key) ?? costOf(hazards, costs, row, mask);
    known.set(key, cost);
    return cost;
  };
  const arrived = people.arrivalEnd[Math.min(world.week, people.arrivalEnd.length - 1)]!;
  const classes = 202;
  const withRisk = new Float64Array(classes);
  const without = new Float64Array(classes);
  const present: number[] = [];
  for (let i = 0; i < arrived; i++) {
    if (people.life(i) !== LIFE.present) continue;
    present.push(i);
    const cost = knownCost(i);
    withRisk[people.ageClass(i)]! += cost * hazards.riskBins[people.traits(i) >> RISK_SHIFT]!;
    without[people.ageClass(i)]! += cost;
  }
  const expected = new Array<number>(place.practices.count).fill(0);
  const heads = new Array<number>(place.practices.count).fill(0);
  for (const i of present) {
    const cls = people.ageClass(i);
    const g = people.practice(i);
    expected[g]! += knownCost(i) * (without[cls]! > 0 ? withRisk[cls]! / without[cls]! : 1);
    heads[g]! += 1;
  }
  return { expected, people: heads };
}

/** Cost tables without attendances at accident and emergency: what is counted by practice has none either. */
function inpatientAndOutpatient({
  costs,
  settings,
  hazards,
}: World): Pick<CostTables, 'emergency' | 'fixed' | 'need'> {
  const { price, viaAeShare } = settings;
  const admission = meanEmergencyPrice(settings);
  return {
    emergency: costs.emergency.map((pounds) => (pounds * admission) / (admission + viaAeShare * price.ae)),
    fixed: costs.fixed.map((pounds, row) => pounds - hazards.minorAePerYear[row]! * price.ae),
    need: costs.need,
  };
}

function meanEmergencyPrice({ price, shortStayShare }: World['settings']): number {
  return shortStayShare * price.emergencyShort + (1 - shortStayShare) * price.emergencyLong;
}

/** Draws of what the same cases cost: with one, figures of a county would mostly show its luck. */
const DRAWS = 10;

/** What each practice's people were counted to cost in the year that ends with this week, before its books are closed. */
export function countedByPractice(world: World): number[][] {
  return Array.from({ length: DRAWS }, (_, draw) => counted(world, caseCosts(world, draw)));
}

function counted(world: World, spread: ReturnType<typeof caseCosts>): number[] {
  const { books, settings, records, place } = world;
  const emergency = meanEmergencyPrice(settings);
  const admitted = admissionsOfPlannedCare(world);
  const { practices } = records.years.at(-1)!;
  return Array.from({ length: place.practices.count }, (_, g) => {
    const count = (what: number): number => practices[g * GT_COUNT + what]!;
    const planned = books.practiceSpend[g]! / 100 / books.priceLevel;
    const electives = spread(count(GT.elective_admissions));
    return (
      planned * (1 - admitted + admitted * electives) +
      count(GT.emergency_admissions) * emergency * spread(count(GT.emergency_admissions))
    );
  });
}

/** Half of the step of a draw, so that none is nought. */
const HALF_STEP = 2 ** -33;

/** Part of the money for planned care that goes to admissions, over the place. */
function admissionsOfPlannedCare({ books, place, structure }: World): number {
  const pairs = purchasersOf(place, structure) * place.providers.count;
  const of = (category: number): number =>
    books.activityYear
      .subarray(category * pairs, (category + 1) * pairs)
      .reduce((sum, pence) => sum + pence, 0);
  return of(CATEGORY.elective) / (of(CATEGORY.elective) + of(CATEGORY.outpatient));
}

/**
 * Cases of one kind do not cost the same: what some of them cost on average, over the mean of the kind. A case's cost is
 * gamma with the coefficient of variation v of the settings, so that the mean of n cases is gamma with shape n / v^2; its
 * quantile by Wilson and Hilferty (1931). The ledger pays mean prices: in a run of a sample of people trusts would
 * otherwise be rich or poor by the luck of few cases.
 * @returns a function of the number of cases; each call has a draw of its own
 */
export function caseCosts({ settings, input, week }: World, draw: number): (cases: number) => number {
  const key = drawKey(seedKey(input.seed), week, PURPOSE.caseCost, draw, input.replicate);
  const variance = settings.caseCostVariation * settings.caseCostVariation;
  let next = 0;
  return (cases) => {
    const normal = normalQuantile(unit(h3(next++, key.k0, key.k1)) + HALF_STEP);
    if (cases === 0 || variance === 0) return 1;
    const ninth = variance / (9 * cases);
    return Math.max(0, 1 - ninth + normal * Math.sqrt(ninth)) ** 3;
  };
}
