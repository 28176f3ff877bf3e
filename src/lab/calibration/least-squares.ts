/** A symmetric matrix with positive eigenvalues, by rows. */
export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle whose product with its transpose is the matrix (Cholesky).
 * @throws RangeError when the matrix is not positive definite
 */
export function lowerTriangle(matrix: Matrix): readonly (readonly number[])[] {
  const size = matrix.length;
  const lower = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = rest / lower[j]![j]!;
      else if (rest > 0) lower[i]![i] = Math.sqrt(rest);
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  return lower;
}

/** The solution of `matrix x = right` when `lower` is the matrix's triangle. */
export function solveTriangles(lower: Matrix, right: readonly number[]): number[] {
  const size = lower.length;
  const x = [...right];
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** Least squares of `y` on the rows of `x`, with what leaving each row out would do to its own prediction. */
export interface Regression {
  readonly coefficients: readonly number[];
  /** Error of each row's prediction when the row is left out. */
  readonly leftOut: readonly number[];
}

/** A share of the mean diagonal is added to it, so that terms that the rows do not tell apart have a solution. */
const RIDGE = 1e-9;

/** @throws RangeError when there are fewer rows than terms */
export function regress(x: Matrix, y: readonly number[]): Regression {
  const terms = x[0]?.length ?? 0;
  if (x.length < terms) throw new RangeError(`${x.length} rows cannot tell ${terms} terms`);
  const squares = Array.from({ length: terms }, (_, i) =>
    Array.from({ length: terms }, (_, j) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const mean = squares.reduce((sum, row, i) => sum + row[i]!, 0) / terms;
  for (let i = 0; i < terms; i++) squares[i]![i]! += RIDGE * mean;
  const lower = lowerTriangle(squares);
  const right = Array.from({ length: terms }, (_, i) => x.reduce((sum, row, n) => sum + row[i]! * y[n]!, 0));
  const coefficients = solveTriangles(lower, right);
  const leftOut = x.map((row, n) => {
    const leverage = dot(row, solveTriangles(lower, row));
    return (y[n]! - dot(row, coefficients)) / Math.max(1e-9, 1 - leverage);
  });
  return { coefficients, leftOut };
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, n) => sum + value * b[n]!, 0);
}
