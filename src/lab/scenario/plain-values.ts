import * as z from 'zod';

/** Plain values of a file; their error says what is expected, as a phrase. */

export function whole(low: number, high: number) {
  const error = `a whole number from ${low} to ${high}`;
  return z.int({ error }).min(low, { error }).max(high, { error });
}

export function number(low: number, high: number) {
  const error = `a number from ${low} to ${high}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
}

export function text(longest: number) {
  const error = `text of 1 to ${longest} characters`;
  return z.string({ error }).regex(/\S/, { error }).max(longest, { error });
}
