import { FINANCIAL_YEARS } from '../../model/place.ts';
import { PLACE_VALUES } from './assumptions/assumptions.ts';

/** What the filling of blank allocations rests on. */
export interface AllocationRule {
  /** Exponent of the need of a commissioner's ages. */
  readonly age: number;
  /** Log points for ten points of the score of deprivation of 2007, and for London. */
  readonly deprivation: number;
  readonly london: number;
  /** All allocations of England, pounds, by year of FINANCIAL_YEARS. */
  readonly englandPounds: readonly number[];
}

/** The rule of the rows `place_allocation_...` that ship, or of others where they are given. */
export function allocationRule(rows: Readonly<Record<string, number>> = {}): AllocationRule {
  const values: Readonly<Record<string, number>> = { ...PLACE_VALUES, ...rows };
  const value = (id: string): number => values[`place_allocation_${id}`]!;
  return {
    age: value('age'),
    deprivation: value('deprivation'),
    london: value('london'),
    englandPounds: FINANCIAL_YEARS.map((year) => {
      const [opened] = year.split('-');
      const billion = value(`england_${opened}`);
      return billion * 1e9;
    }),
  };
}
