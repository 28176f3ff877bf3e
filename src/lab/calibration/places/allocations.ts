import { POPULATION_BANDS } from '../../../model/place.ts';
import { PLACE_VALUES } from '../../place/assumptions/assumptions.ts';
import { ENGLAND_DEPRIVATION, needIndex } from '../../place/national-averages.ts';
import type { PlaceFacts } from '../../place/read-folder.ts';
import { dot, regress } from '../least-squares.ts';

/** Year of the money and of the people to which the rule for blank allocations is fitted. */
const MONEY = 'allocation_2010_11_pounds';
const PEOPLE = 2010;

/** England’s sums that no source gives: each is the year that a source does give, times the change of the known trusts. */
const SUMS = [
  {
    row: 'place_allocation_england_2007',
    of: '2007_08',
    from: '2008_09',
    known: 'place_allocation_england_2008',
  },
  {
    row: 'place_allocation_england_2011',
    of: '2011_12',
    from: '2010_11',
    known: 'place_allocation_england_2010',
  },
  {
    row: 'place_allocation_england_2012',
    of: '2012_13',
    from: '2011_12',
    known: 'place_allocation_england_2011',
  },
] as const;

/** What the known allocations of primary care trusts say about the others. */
export interface AllocationFit {
  /** Rows of the making of places, by id. */
  readonly rows: Readonly<Record<string, number>>;
  /** Trusts whose allocation of 2010-11, people of 2010 and score of deprivation are known. */
  readonly fitted: number;
  /** Standard deviation of the log of what the rule leaves of them. */
  readonly residualSd: number;
}

/**
 * Least squares of the log of the allocation a head on the log of the need of its ages, on deprivation and on London; and
 * England’s sums of the years between those that were published.
 */
export function fitAllocations(facts: PlaceFacts): AllocationFit {
  const { number, text, count } = facts.commissioners;
  const people = peopleByCode(facts);
  const x: number[][] = [];
  const y: number[] = [];
  for (let c = 0; c < count; c++) {
    const ages = people.get(text.code![c]!);
    const money = number[MONEY]![c]!;
    const deprivation = number.deprivation_score![c]!;
    if (ages === undefined || Number.isNaN(money) || Number.isNaN(deprivation)) continue;
    const head = ages.reduce((a, b) => a + b, 0);
    x.push([
      1,
      Math.log(needIndex(ages)),
      (deprivation - ENGLAND_DEPRIVATION) / 10,
      text.region![c] === 'London' ? 1 : 0,
    ]);
    y.push(Math.log(money / head));
  }
  const { coefficients } = regress(x, y);
  const squares = x.reduce((sum, row, n) => sum + (y[n]! - dot(row, coefficients)) ** 2, 0);
  const [, age, deprivation, london] = coefficients;
  return {
    rows: {
      place_allocation_age: age!,
      place_allocation_deprivation: deprivation!,
      place_allocation_london: london!,
      ...sumsOfEngland(facts),
    },
    fitted: x.length,
    residualSd: Math.sqrt(squares / x.length),
  };
}

/** England’s sums, in the order of `SUMS`: one may rest on the one before it. */
function sumsOfEngland(facts: PlaceFacts): Readonly<Record<string, number>> {
  const solved: Record<string, number> = {};
  for (const { row, of, from, known } of SUMS) {
    solved[row] = (solved[known] ?? PLACE_VALUES[known]) * changeOfKnown(facts, of, from);
  }
  return solved;
}

/** One year’s money over another’s, of the trusts of which both are known. */
function changeOfKnown({ commissioners }: PlaceFacts, of: string, from: string): number {
  let [above, below] = [0, 0];
  const later = commissioners.number[`allocation_${of}_pounds`]!;
  commissioners.number[`allocation_${from}_pounds`]!.forEach((pounds, c) => {
    if (Number.isNaN(pounds) || Number.isNaN(later[c]!)) return;
    above += later[c]!;
    below += pounds;
  });
  return above / below;
}

/** People by band in the year of the fit, of the trusts of which they are known. */
function peopleByCode({ population }: PlaceFacts): ReadonlyMap<string, readonly number[]> {
  const columns = POPULATION_BANDS.map((from, band) => {
    const next = POPULATION_BANDS[band + 1];
    return `age_${from}_${next === undefined ? 'plus' : next - 1}`;
  });
  const found = new Map<string, readonly number[]>();
  for (let row = 0; row < population.count; row++) {
    if (population.number.year![row] !== PEOPLE) continue;
    const ages = columns.map((column) => population.number[column]![row]!);
    if (!ages.some(Number.isNaN)) found.set(population.text.commissioner_code![row]!, ages);
  }
  return found;
}
