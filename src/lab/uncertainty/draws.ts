import seedrandom from 'seedrandom';
import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { Artefact } from '../calibration/artefact.ts';
import { drawsOf, parametersOf } from '../sampling/dimensions.ts';
import type { AssumptionSet } from '../scenario/scenario.ts';
import { unknownRows } from './unknown-rows.ts';

/** One set of values of what is not known. */
export interface ParameterDraw {
  /** Number of the accepted draw that it takes of each calibration, in their order. */
  readonly calibrationDraws: readonly number[];
  /** Rows that it sets, and where levers rest under them. */
  readonly values: ParameterValues;
}

/** What draws of parameters are made of. */
export interface DrawsAsked {
  readonly seed: string;
  readonly count: number;
  readonly assumptions: AssumptionSet;
  /** Calibrations of different rows. */
  readonly calibrations: readonly Pick<Artefact, 'accepted'>[];
  /** Rows that the scenario sets itself: what a user said is known. */
  readonly set: readonly string[];
}

/**
 * Draws of parameters: each takes one accepted draw of every calibration whole, all of them about equally often, and a
 * point of a Latin hypercube over the ranges of the assumptions. The same seed gives the same draws.
 *
 * @throws RangeError when a calibration accepted none
 */
export function parameterDraws(asked: DrawsAsked): readonly ParameterDraw[] {
  const { seed, count, assumptions, calibrations, set } = asked;
  if (calibrations.some(({ accepted }) => accepted.length === 0))
    throw new RangeError('a calibration accepted no draw');
  const fitted = calibrations.flatMap(({ accepted }) => Object.keys(accepted[0]!.rows));
  const dimensions = unknownRows(assumptions, new Set([...fitted, ...set]));
  const taken = calibrations.map(({ accepted }, stage) => inTurn(accepted, count, `${seed}, ${stage}`));
  return drawsOf(`${seed}, uncertainty`, count, dimensions).map((draw, n) => {
    const own = taken.flatMap((stage) => Object.entries(stage[n]!.rows)).filter(([id]) => !set.includes(id));
    return {
      calibrationDraws: taken.map((stage) => stage[n]!.draw),
      values: { ...parametersOf(draw, dimensions), ...Object.fromEntries(own) },
    };
  });
}

/** All in a random order, then all in another, until there are enough. */
function inTurn(accepted: Artefact['accepted'], count: number, seed: string): Artefact['accepted'] {
  const rounds = Math.ceil(count / accepted.length);
  return Array.from({ length: rounds }, (_, round) => shuffled(accepted.length, `${seed}, ${round}`))
    .flat()
    .map((n) => accepted[n]!);
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
