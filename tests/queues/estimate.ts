import { studentTQuantile } from '../../src/lab/analysis/student-t.ts';

/** Mean of independent runs and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly runs: number;
}

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, standardError: Math.sqrt(square / values.length), runs: values.length };
}

/**
 * Whether two means differ by more than luck explains: one pair in five thousand that agree would be called different
 * (Student's t with the runs of the first; a second without error may be a plain number).
 */
export function differ(a: Estimate, b: Estimate | number): boolean {
  const [mean, error] = typeof b === 'number' ? [b, 0] : [b.mean, b.standardError];
  const t = Math.abs(a.mean - mean) / Math.sqrt(a.standardError ** 2 + error ** 2);
  return t > studentTQuantile(0.9999, a.runs - 1);
}
