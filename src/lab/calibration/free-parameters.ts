import { detExp, detLog } from '../../kernel/deterministic-math.ts';
import {
  PARAMETERS,
  type Parameter,
  type ParameterValues,
  parameter,
} from '../../model/evidence/parameters.ts';
import type { SpecFile } from './spec-schema.ts';

/**
 * A number that a calibration may move: one row, or rows that are multiplied by one factor. A factor multiplies what
 * rows were before any fit, where that is documented, so that the same fit gives the same rows whatever is in force.
 * Its prior is even between its bounds, on a log scale where both are above zero.
 */
export interface FreeParameter {
  readonly id: string;
  readonly rows: readonly string[];
  /** Whether it is a factor on the rows' values, not a value. */
  readonly factor: boolean;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/** Positions of the free parameters in their priors, each from 0 (low end) to 1. */
export type Point = readonly number[];

/** The free parameter that an entry of a file asks for; bounds that it leaves out are those of the range. */
export function freeParameter(entry: SpecFile['parameters'][number]): FreeParameter {
  const [low, high] = boundsOf(entry);
  const rows = 'row' in entry ? [entry.row] : entry.rows;
  const id = 'row' in entry ? entry.row : entry.name;
  return { id, rows, factor: !('row' in entry), low, high, log: low > 0 };
}

/** What a factor multiplies. */
export function multiplied({ beforeFit, value }: Pick<Parameter, 'beforeFit' | 'value'>): number {
  return beforeFit ?? value;
}

/** The widest bounds that keep every row in its plausible range. */
export function widestBounds(rows: readonly string[], factor: boolean): readonly [number, number] {
  const known = rows.flatMap((id) => PARAMETERS.filter((row) => row.id === id));
  const per = (row: Parameter) => (factor ? multiplied(row) : 1);
  return [
    Math.max(...known.map((row) => row.low / per(row))),
    Math.min(...known.map((row) => row.high / per(row))),
  ];
}

function boundsOf(entry: SpecFile['parameters'][number]): readonly [number, number] {
  const [low, high] = 'row' in entry ? widestBounds([entry.row], false) : widestBounds(entry.rows, true);
  return [entry.low ?? low, entry.high ?? high];
}

/** The value, or factor, at a position of the prior. */
export function valueAt({ low, high, log }: FreeParameter, position: number): number {
  if (position === 0) return low;
  if (position === 1) return high;
  return log ? detExp(detLog(low) + position * (detLog(high) - detLog(low))) : low + position * (high - low);
}

/** Where a value, or factor, stands in the prior; outside 0 to 1 when it lies outside. */
export function positionOf({ low, high, log }: FreeParameter, value: number): number {
  return log ? detLog(value / low) / detLog(high / low) : (value - low) / (high - low);
}

/** Rows of the evidence at a point. */
export function rowsAt(parameters: readonly FreeParameter[], point: Point): ParameterValues {
  return Object.fromEntries(
    parameters.flatMap((free, p) => {
      const value = valueAt(free, point[p]!);
      return free.rows.map((id) => [id, free.factor ? multiplied(parameter(id)) * value : value] as const);
    }),
  );
}

/** Values, or factors, at a point, by free parameter. */
export function valuesAt(
  parameters: readonly FreeParameter[],
  point: Point,
): Readonly<Record<string, number>> {
  return Object.fromEntries(parameters.map((free, p) => [free.id, valueAt(free, point[p]!)]));
}
