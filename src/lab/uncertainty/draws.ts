import seedrandom from 'seedrandom';
import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { Artefact } from '../calibration/artefact.ts';
import { drawsOf, parametersOf } from '../sampling/dimensions.ts';
import type { AssumptionSet } from '../scenario/scenario.ts';
import { unknownRows } from './unknown-rows.ts';

/** One set of values of what is not known. */
export interface ParameterDraw {
  /** Number of the accepted draw of the calibration that it takes. */
  readonly calibrationDraw: number;
  /** Rows that it sets, and where levers rest under them. */
  readonly values: ParameterValues;
}

/** What draws of parameters are made of. */
export interface DrawsAsked {
  readonly seed: string;
  readonly count: number;
  readonly assumptions: AssumptionSet;
  readonly calibration: Pick<Artefact, 'accepted'>;
  /** Rows that the scenario sets itself: what a user said is known. */
  readonly set: readonly string[];
}

/**
 * Draws of parameters: each takes one accepted draw of the calibration, all of them about equally often, and a point
 * of a Latin hypercube over the ranges of the assumptions. The same seed gives the same draws.
 *
 * @throws RangeError when the calibration accepted none
 */
export function parameterDraws(asked: DrawsAsked): readonly ParameterDraw[] {
  const { seed, count, assumptions, calibration, set } = asked;
  const { accepted } = calibration;
  if (accepted.length === 0) throw new RangeError('the calibration accepted no draw');
  const fitted = Object.keys(accepted[0]!.rows);
  const dimensions = unknownRows(assumptions, new Set([...fitted, ...set]));
  const order = shuffled(accepted.length, seed);
  return drawsOf(`${seed}, uncertainty`, count, dimensions).map((draw, n) => {
    const taken = accepted[order[n % order.length]!]!;
    const own = Object.entries(taken.rows).filter(([id]) => !set.includes(id));
    return {
      calibrationDraw: taken.draw,
      values: { ...parametersOf(draw, dimensions), ...Object.fromEntries(own) },
    };
  });
}

/** Numbers below `count` in a random order. */
function shuffled(count: number, seed: string): readonly number[] {
  const random = seedrandom(`lhe accepted draws ${seed}`);
  const order = Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return order;
}
