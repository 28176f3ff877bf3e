import { costOf, rowOf } from '../../model/behaviour/expected-cost.ts';
import { GT, GT_COUNT } from '../../model/metrics/tallies.ts';
import { LIFE, RISK_SHIFT } from '../../model/population/people.ts';
import type { World } from '../../model/world.ts';

/** Money of a year by practice, pounds at the prices of 2007-08. */
export interface PracticeCosts {
  /** What age, sex, deprivation and diagnoses of its people let expect on the first day of the year. */
  readonly expected: readonly number[];
  /** Planned care at tariff and emergencies at their mean price, as counted. */
  readonly counted: readonly number[];
  readonly people: readonly number[];
}

/**
 * What each practice's people are expected to cost, as a formula by person would have it. Latent risk is hidden from a
 * formula: its mean among survivors of the same age and sex is used.
 */
export function expectedByPractice(world: World): { expected: number[]; people: number[] } {
  const { people, place, hazards, costs } = world;
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

/** What each practice's people were counted to cost in the year that ends with this week, before its books are closed. */
export function countedByPractice(world: World): number[] {
  const { books, settings, records, place } = world;
  const { price, shortStayShare } = settings;
  const emergency = shortStayShare * price.emergencyShort + (1 - shortStayShare) * price.emergencyLong;
  const year = records.years.at(-1)!;
  return Array.from({ length: place.practices.count }, (_, g) => {
    const planned = books.practiceSpend[g]! / 100 / books.priceLevel;
    return planned + year.practices[g * GT_COUNT + GT.emergency_admissions]! * emergency;
  });
}
