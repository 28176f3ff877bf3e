import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

/** Share of the time that a person can be too busy waiting to report another need. */
export const BUSY_CAP = 0.8;

/** Weeks of waiting over which the hazard of leaving a list goes on rising. */
export const LONGEST_COUNTED = 52;

/** A threshold is a 16-bit number. */
export const LARGEST_THRESHOLD = 65535;

/** Sums in another order may differ in the last digits: thresholds leave room for that. */
export const ROUNDING = 1e-12;

/** Part of the threshold, in 2^-16, of somebody on a list, by quintile * 101 + age. */
export function removalParts(tables: PlaceTables, settings: Settings): Float64Array {
  const most =
    Math.max(settings.removalFirstPerWeek, settings.removalPerWeek) * tables.removalByWait[LONGEST_COUNTED]!;
  return tables.removalByPerson.map((who) => Math.ceil(most * who * 65536));
}

/** Part of the threshold, in 2^-16, of somebody whose need the GP keeps. */
export function keptPartOf({ representPerWeek, resolvePerWeek }: Settings): number {
  return Math.ceil((representPerWeek + resolvePerWeek) * 65536);
}

/** Most that waiting multiplies the hazard of an emergency by. */
export function largestRatioWhileWaiting(settings: Settings): number {
  return settings.waitingEmergencyRatio.reduce((a, b) => Math.max(a, b), 1);
}
