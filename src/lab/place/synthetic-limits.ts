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

/** Codes of these commissioners. */
export function syntheticCommissionerCodes(people: number): readonly string[] {
  return numberedCodes('C', syntheticCommissioners(people));
}

/** A prefix and a number from 1, with as many digits as the largest needs. */
export function numberedCodes(prefix: string, count: number): string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, i) => prefix + String(i + 1).padStart(digits, '0'));
}
