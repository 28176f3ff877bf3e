/** Classes of people in the hazard tables: single year of age and sex. */

/** Ages 0 to 99, and 100 for everybody older. */
export const AGES = 101;
/** `cls = ageYear + 101 * female`. */
export const CLASSES = 2 * AGES;
/** Deprivation quintiles, 0 = least deprived fifth of England. */
export const QUINTILES = 5;

/** Age at last birthday, the age that every published curve over age is in. */
export function ageOf(cls: number): number {
  return cls % AGES;
}

export function isFemale(cls: number): boolean {
  return cls >= AGES;
}

/** Position of a quintile on a scale from -0.5 (least deprived fifth) to 0.5 (most deprived fifth). */
export function deprivationPosition(quintile: number): number {
  return (quintile - 2) / 4;
}
