import { PLACE_VALUES } from './assumptions/assumptions.ts';

/** Least and most of what a synthetic place can be asked for. */
export const SYNTHETIC_LIMITS = {
  people: [100, 60_000_000],
  practices: [1, 20_000],
  trusts: [1, 300],
} as const;

/** Commissioners of a synthetic place unless it says otherwise. Each has at least one practice. */
export function syntheticCommissioners(people: number): number {
  return Math.max(1, Math.round(people / PLACE_VALUES.place_synthetic_commissioner_residents));
}
