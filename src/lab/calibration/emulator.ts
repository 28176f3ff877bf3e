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
const POINTS_A_TERM = 1.3;

/**
 * Fits polynomials of the first and the second degree to the points, and takes the one that predicts points better that
 * are left out.
 * @returns undefined when there are too few points for either
 */
export function fitEmulator(known: readonly Known[]): Emulator | undefined {
  const fitted = ([1, 2] as const).flatMap((degree) => {
    const rows = known.map(({ point }) => termsOf(point, degree));
    const enough = rows.length > 0 && rows.length >= POINTS_A_TERM * rows[0]!.length;
    return enough ? [polynomial(known, rows, degree)] : [];
  });
  return fitted.toSorted((a, b) => mean(b.predicted) - mean(a.predicted))[0];
}

function polynomial(known: readonly Known[], rows: readonly (readonly number[])[], degree: 1 | 2): Emulator {
  const fits = known[0]!.logRatios.map((_, target) => {
    const values = known.map(({ logRatios }) => logRatios[target]!);
    const { coefficients, leftOut } = regress(rows, values);
    const errorVariance = meanSquare(leftOut);
    const middle = mean(values);
    const variance = meanSquare(values.map((value) => value - middle));
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
