import * as z from 'zod';

/** A number of a range; `what` explains the ends in messages, e.g. `0 (none) to 1 (all)`. */
export function numberFrom(low: number, high: number, what = `${low} to ${high}`) {
  const error = `a number from ${what}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
}

/** A part of a whole. */
export function share() {
  const error = 'a share from 0 to 1';
  return z.number({ error }).min(0, { error }).max(1, { error });
}

/** How much of something there is, from none to as much as there can be. */
export function intensity() {
  return numberFrom(0, 1, '0 (none) to 1 (most intensive)');
}

/** Weeks; `none` says what 0 stands for. */
export function weeksUpTo(high: number, none: string) {
  const error = `a number of weeks from 0 (${none}) to ${high}`;
  return z.number({ error }).min(0, { error }).max(high, { error });
}
