import type { Place } from '../../place.ts';

/** What mergers have left to do, and what they changed for good. */
export interface MergersState {
  /** [hs] part of the clinics and theatres of a specialty that is closed each quarter of a rationalisation. */
  readonly closing: Float64Array;
  /** [h] the same of beds; quarters of it to come; beds left, as a share of those that the trust's board plans for. */
  readonly closingBeds: Float64Array;
  readonly closingQuarters: Float64Array;
  readonly bedsLeft: Float64Array;
  /** [hs] part of a service that has been closed; its patients are seen at the hospital of the trust where it is largest. */
  readonly closed: Float64Array;
  readonly seenAt: Int32Array;
  /** [h] week until which new capacity waits for the merged board. */
  readonly haltedUntil: Float64Array;
  /** [hs], [h] what capacity may not exceed while it waits: that of the day of the merger, less what has been closed. */
  readonly mostOutpatientSlots: Float64Array;
  readonly mostElectiveSlots: Float64Array;
  readonly mostBeds: Float64Array;
  /** [hs] demand of a quarter that boards plan clinics and theatres for while growth waits, smoothed over a year; 0 before the first review. */
  readonly clinicDemand: Float64Array;
  readonly theatreDemand: Float64Array;
  /** [h] part of its residents who would go to another hospital of its own trust, of those who look elsewhere. */
  readonly keptByTrust: Float64Array;
  /** [h] the same of hospitals of its body that are of other trusts. */
  readonly keptByBody: Float64Array;
  /** [h] week in which a trust that failed is taken over, by the hospital that it is named after; 0 = it is not. */
  readonly takenOverIn: Int32Array;
}

export function createMergersState(place: Place): MergersState {
  const H = place.providers.count;
  return {
    closing: new Float64Array(H * 8),
    closingBeds: new Float64Array(H),
    closingQuarters: new Float64Array(H),
    bedsLeft: new Float64Array(H).fill(1),
    closed: new Float64Array(H * 8),
    seenAt: new Int32Array(H * 8),
    haltedUntil: new Float64Array(H),
    mostOutpatientSlots: new Float64Array(H * 8),
    mostElectiveSlots: new Float64Array(H * 8),
    mostBeds: new Float64Array(H),
    clinicDemand: new Float64Array(H * 8),
    theatreDemand: new Float64Array(H * 8),
    keptByTrust: new Float64Array(H),
    keptByBody: new Float64Array(H),
    takenOverIn: new Int32Array(H),
  };
}
