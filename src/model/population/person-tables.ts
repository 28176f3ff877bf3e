import type { HazardTables } from '../evidence/hazards.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

/**
 * What the law and the book of a person read, packed so that one person's numbers lie in three lines of memory
 * instead of twenty: a record by age, sex and quintile (a "row"), needs by specialty among it, and a record by
 * condition mask. The numbers are those of the hazard tables, per week where they are probabilities.
 */
export interface PersonTables {
  /** [row * ROW.size + field], row = age class * 5 + quintile. */
  readonly rows: Float64Array;
  /** [mask * MASK.size + field]. */
  readonly masks: Float64Array;
  /** The same memory: needs a year by row * NEEDS.size + NEEDS.first + specialty; single precision, the same everywhere. */
  readonly needs: Float32Array;
  /** Ratios by mask * 8 + specialty. */
  readonly needRatios: Float32Array;
}

/** Fields of a row. */
export const ROW = {
  size: 16,
  planned: 0,
  /** To be multiplied by the mask's ratio and latent risk; the share outside hospital. */
  death: 1,
  /** To be multiplied by the mask's ratio and latent risk; times the width of the bound. */
  emergencyBound: 2,
  /** Four fields, by hypertension + 2 * diabetes. */
  onsetBound: 3,
  /** A year. */
  otherReferral: 7,
  /** A year, all specialties, of somebody without conditions. */
  need: 8,
  /** Attendances a week in millionths, an integer. */
  minorAe: 9,
  /** Consultations a week in millionths, to be multiplied by the mask's ratio. */
  consultations: 10,
  utility: 11,
} as const;

/** Needs by specialty, as singles of a row: they fill its last four fields. */
export const NEEDS = { size: 2 * ROW.size, first: 2 * ROW.utility + 2 } as const;

/** Fields of a mask. */
export const MASK = { size: 8, death: 0, emergency: 1, consultations: 2, utility: 3, remission: 4 } as const;

/** @param emergencyWidth what the emergency hazard can be multiplied by at most */
export function packPersonTables(
  hazards: HazardTables,
  tables: PlaceTables,
  settings: Settings,
  emergencyWidth: number,
): PersonTables {
  const needRatios = Float32Array.from(hazards.needMultiplier);
  const count = hazards.deathPerYear.length;
  const rows = new Float64Array(count * ROW.size);
  const needs = new Float32Array(rows.buffer);
  for (let row = 0; row < count; row++) {
    const cls = Math.floor(row / 5);
    const at = row * ROW.size;
    rows[at + ROW.planned] = hazards.plannedAdmissionsPerYear[cls]! / 52;
    rows[at + ROW.death] = (hazards.deathPerYear[row]! / 52) * (1 - settings.hospitalDeathShare);
    rows[at + ROW.emergencyBound] = (hazards.emergencyPerYear[row]! / 52) * emergencyWidth;
    for (let combo = 0; combo < 4; combo++) {
      rows[at + ROW.onsetBound + combo] = tables.onsetBound[row * 4 + combo]!;
    }
    rows[at + ROW.otherReferral] = hazards.otherSourcePerYear[row]!;
    for (let s = 0; s < 8; s++) {
      const need = Math.fround(hazards.needPerYear[row * 8 + s]!);
      needs[row * NEEDS.size + NEEDS.first + s] = need;
      rows[at + ROW.need]! += need * needRatios[s]!;
    }
    rows[at + ROW.minorAe] = Math.floor(hazards.minorAePerYear[row]! * (1e6 / 52));
    rows[at + ROW.consultations] = hazards.consultationsPerYear[cls]! * (1e6 / 52);
    rows[at + ROW.utility] = hazards.utilityBase[cls]!;
  }
  const masks = new Float64Array(4096 * MASK.size);
  for (let mask = 0; mask < 4096; mask++) {
    const at = mask * MASK.size;
    masks[at + MASK.death] = hazards.deathMultiplier[mask]!;
    masks[at + MASK.emergency] = hazards.emergencyMultiplier[mask]!;
    masks[at + MASK.consultations] = hazards.consultationMultiplier[mask]!;
    masks[at + MASK.utility] = hazards.utilityMultiplier[mask]!;
    masks[at + MASK.remission] = tables.remissionByMask[mask]!;
  }
  return { rows, masks, needs, needRatios };
}
