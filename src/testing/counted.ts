import { BT_COUNT, RT_COUNT } from '../model/metrics/tallies.ts';
import { WAIT_BANDS } from '../model/metrics/waiting-times.ts';
import type { World } from '../model/world.ts';

/** What a run has counted since its first week: closed years and the open one together, so that no year's end shows. */
export interface Counted {
  /** [RT] residents of the whole place. */
  readonly residents: Float64Array;
  /** [h * PT_COUNT + PT] */
  readonly providers: Float64Array;
  /** [p] pence that purchasers spent. */
  readonly spend: Float64Array;
  /** [h] pence. */
  readonly income: Float64Array;
  readonly cost: Float64Array;
  /** [BT] what bodies and practices did. */
  readonly bodies: Float64Array;
  /** [group] completed waits, admitted or not. */
  readonly completed: Float64Array;
}

export function counted(world: World): Counted {
  const { records, tally, books } = world;
  const residents = new Float64Array(RT_COUNT);
  for (const rows of [...records.years.map((year) => year.residents), tally.residents])
    rows.forEach((value, n) => {
      residents[n % RT_COUNT]! += value;
    });
  const over = (open: Float64Array, ofYear: (year: World['records']['years'][number]) => Float64Array) => {
    const sums = open.slice();
    for (const year of records.years)
      ofYear(year).forEach((value, n) => {
        sums[n]! += value;
      });
    return sums;
  };
  const completed = new Float64Array(tally.groups);
  for (const rows of [...records.years.map((year) => year.completed), tally.completedYear])
    rows.forEach((value, n) => {
      completed[Math.floor(n / (2 * WAIT_BANDS))]! += value;
    });
  return {
    residents,
    providers: over(tally.providers, (year) => year.providers),
    spend: over(books.spendYear, (year) => year.purchaserSpend),
    income: over(books.incomeYear, (year) => year.income),
    cost: over(books.costYear, (year) => year.cost),
    bodies: over(books.bodyYear.subarray(0, BT_COUNT), (year) => year.bodies),
    completed,
  };
}
