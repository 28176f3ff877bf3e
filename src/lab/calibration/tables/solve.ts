import { detExp, detLog } from '../../../kernel/deterministic-math.ts';
import { type ParameterValues, parameter } from '../../../model/evidence/parameters.ts';
import { multiplied } from '../free-parameters.ts';
import { expectedFigure } from './expected-figures.ts';
import type { TableStep } from './table-spec.ts';

/** A step solved: the number that moved its rows, their values, and the figure that they give. */
export interface SolvedStep {
  readonly step: TableStep;
  /** The value of the row; the factor; the factor of the odds. */
  readonly moved: number;
  readonly rows: ParameterValues;
  readonly published: number;
  readonly before: number;
  readonly model: number;
}

const NEAR = 1e-10;
const MOST_ROUNDS = 80;

/**
 * Solves the steps in their order, each on what those before it gave.
 *
 * @param given values of all rows
 * @throws RangeError when no value within the plausible ranges gives a figure
 */
export function solveSteps(steps: readonly TableStep[], given: ParameterValues): readonly SolvedStep[] {
  const solved: SolvedStep[] = [];
  let values = given;
  for (const step of steps) {
    const one = solveStep(step, values);
    solved.push(one);
    values = { ...values, ...one.rows };
  }
  return solved;
}

function solveStep(step: TableStep, values: ParameterValues): SolvedStep {
  const look = (x: number) => expectedFigure(step.figure, { ...values, ...rowsAt(step, x) });
  const miss = (x: number): number => {
    const { model, published } = look(x);
    return model / published - 1;
  };
  const moved = root(miss, boundsOf(step), step);
  const { model, published } = look(moved);
  return {
    step,
    moved: step.move === 'odds' ? detExp(moved) : moved,
    rows: rowsAt(step, moved),
    published,
    before: expectedFigure(step.figure, { ...values, ...rowsBefore(step) }).model,
    model,
  };
}

/** Rows as they are before this step moves them: of one that stands alone, its value in force. */
function rowsBefore({ rows }: TableStep): ParameterValues {
  return Object.fromEntries(rows.map((id) => [id, multiplied(parameter(id))]));
}

/** @param x the value, the factor, or the log of the factor of the odds */
function rowsAt({ rows, move }: TableStep, x: number): ParameterValues {
  return Object.fromEntries(
    rows.map((id) => {
      const prior = multiplied(parameter(id));
      if (move === 'value') return [id, x] as const;
      if (move === 'factor') return [id, prior * x] as const;
      const odds = (prior / (1 - prior)) * detExp(x);
      return [id, odds / (1 + odds)] as const;
    }),
  );
}

/** The widest bounds that keep every row in its plausible range. */
function boundsOf({ rows, move }: TableStep): readonly [number, number] {
  const logOdds = (share: number): number => detLog(share / (1 - share));
  const ends = rows.map(parameter).map((row) => {
    const prior = multiplied(row);
    if (move === 'value') return [row.low, row.high] as const;
    if (move === 'factor') return [row.low / prior, row.high / prior] as const;
    return [logOdds(row.low) - logOdds(prior), logOdds(row.high) - logOdds(prior)] as const;
  });
  return [Math.max(...ends.map(([low]) => low)), Math.min(...ends.map(([, high]) => high))];
}

/** Where a function is nought: regula falsi, the end that stays counted half (Illinois). */
function root(miss: (x: number) => number, [from, to]: readonly [number, number], step: TableStep): number {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [miss(low), miss(high)];
  if (atLow * atHigh > 0) {
    const per = (share: number): string => `${(100 * share).toFixed(1)}%`;
    throw new RangeError(
      `${step.name}: no value in the plausible range gives ${step.figure}: it is ${per(atLow)} off at the low end, ${per(atHigh)} at the high end`,
    );
  }
  let kept = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const x = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = miss(x);
    if (Math.abs(at) < NEAR) return x;
    if (at * atHigh < 0) {
      [low, atLow] = [high, atHigh];
      kept = 0;
    } else if (++kept > 0) atLow /= 2;
    [high, atHigh] = [x, at];
  }
  return high;
}
