import type { Point } from './free-parameters.ts';
import { dot, regress } from './least-squares.ts';

/** Logs of model over published at a point, by target. */
export type LogRatios = readonly number[];

/** A point of the prior and what the model gave there. */
export interface Known {
  readonly point: Point;
  readonly logRatios: LogRatios;
}

/** A polynomial that stands for the model between the points where it ran. */
export interface Emulator {
  readonly degree: 1 | 2;
  readonly points: number;
  /** [target][term] */
  readonly coefficients: readonly (readonly number[])[];
  /** By target: mean square of its errors at points left out of it. */
  readonly errorVariance: readonly number[];
  /** By target: the share of the variance between points that it predicts when they are left out. */
  readonly predicted: readonly number[];
}

/** Points for each term of a polynomial, at least: with fewer, its error could not be known. */
const POINTS_A_TERM = 1.5;

/**
 * Fits a polynomial to the points: of the second degree where there are enough of them, of the first with fewer.
 * @returns undefined when there are too few for either
 */
export function fitEmulator(known: readonly Known[]): Emulator | undefined {
  const first = known[0];
  if (first === undefined) return undefined;
  const degree = ([2, 1] as const).find(
    (d) => known.length >= POINTS_A_TERM * termsOf(first.point, d).length,
  );
  if (degree === undefined) return undefined;
  const rows = known.map(({ point }) => termsOf(point, degree));
  const fits = first.logRatios.map((_, target) => {
    const values = known.map(({ logRatios }) => logRatios[target]!);
    const { coefficients, leftOut } = regress(rows, values);
    const errorVariance = meanSquare(leftOut);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = meanSquare(values.map((value) => value - mean));
    return { coefficients, errorVariance, predicted: variance > 0 ? 1 - errorVariance / variance : 1 };
  });
  return {
    degree,
    points: known.length,
    coefficients: fits.map(({ coefficients }) => coefficients),
    errorVariance: fits.map(({ errorVariance }) => errorVariance),
    predicted: fits.map(({ predicted }) => predicted),
  };
}

export function emulate({ degree, coefficients }: Emulator, point: Point): LogRatios {
  const terms = termsOf(point, degree);
  return coefficients.map((own) => dot(terms, own));
}

/** 1, positions about the middle of the prior, and their products. */
function termsOf(point: Point, degree: 1 | 2): readonly number[] {
  const x = point.map((position) => 2 * position - 1);
  const products = degree === 1 ? [] : x.flatMap((a, i) => x.slice(i).map((b) => a * b));
  return [1, ...x, ...products];
}

function meanSquare(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
