import type { Place } from '../../place.ts';

/** What mergers have left to do, and what they changed for good. */
export interface MergersState {
  /** [hs] part of the clinics and theatres of a specialty that is closed each quarter of a rationalisation. */
  readonly closing: Float64Array;
  /** [h] the same of beds; quarters of it to come; beds left, as a share of those that the trust's board plans for. */
  readonly closingBeds: Float64Array;
  readonly closingQuarters: Float64Array;
  readonly bedsLeft: Float64Array;
  /** [h] week until which new capacity waits for the merged board. */
  readonly haltedUntil: Float64Array;
  /** [h] part of its residents who would go to another hospital of its own trust, of those who look elsewhere. */
  readonly keptByTrust: Float64Array;
}

export function createMergersState(place: Place): MergersState {
  const H = place.providers.count;
  return {
    closing: new Float64Array(H * 8),
    closingBeds: new Float64Array(H),
    closingQuarters: new Float64Array(H),
    bedsLeft: new Float64Array(H).fill(1),
    haltedUntil: new Float64Array(H),
    keptByTrust: new Float64Array(H),
  };
}
