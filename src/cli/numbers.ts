import { UsageError } from './usage-error.ts';

/** Reads the value of an option as a whole number in a range. For `coerce`. */
export function wholeNumber(option: string, low: number, high: number): (written: string) => number {
  return (written) => numberIn(option, written, low, high, /^\d{1,15}$/, 'whole number');
}

/** Reads the value of an option as a number in a range. For `coerce`. */
export function decimalNumber(option: string, low: number, high: number): (written: string) => number {
  return (written) => numberIn(option, written, low, high, /^\d{0,15}(\.\d{1,15})?$/, 'number');
}

function numberIn(
  option: string,
  written: string,
  low: number,
  high: number,
  form: RegExp,
  kind: string,
): number {
  const value = written !== '' && form.test(written) ? Number(written) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new UsageError(`--${option} must be a ${kind} from ${low} to ${high}, not "${written}"`);
}
