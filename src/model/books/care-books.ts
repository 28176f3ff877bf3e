import type { DelayCalendar } from '../population/delay-calendar.ts';
import type { PatientQueue } from '../population/patient-queue.ts';

/** Who waits where, what can be done for them this week, and who is registered and enrolled. Index conventions as in `World`. */
export interface CareBooks {
  /** Queues by (hs * 2 + urgent). */
  readonly firstQueue: PatientQueue[];
  readonly admissionQueue: PatientQueue[];
  readonly diagnostics: DelayCalendar;
  /** People now in diagnostics, by hs (background included). */
  readonly inDiagnostics: Int32Array;
  /** Weekly capacity in first-visit equivalents and in operations, by hs; fractions carried over. */
  readonly outpatientSlots: Float64Array;
  readonly electiveSlots: Float64Array;
  readonly outpatientCarry: Float64Array;
  readonly electiveCarry: Float64Array;
  /** Multiplies diagnostics delays, by provider; 1 in the base year. */
  readonly diagnosticsPace: Float64Array;
  /** Follow-up visits still to come of first visits made, by hs. */
  readonly followUpsDue: Float64Array;
  /** Those of a practice's people, [hs * practices + g]. */
  readonly practiceFollowUps: Float64Array;
  readonly followUpCarry: Float64Array;
  /** Occupied bed-days ahead, by provider and week of a wheel. */
  readonly bedDays: Float64Array;
  /** Bed-days on which this week's inpatients were booked, by provider. */
  readonly bookedBedDays: Float64Array;
  /** Available beds. */
  readonly beds: Float64Array;
  /** Bed-days used and overflowing to community hospitals this week; occupancy, share. */
  readonly bedDaysUsed: Float64Array;
  readonly bedDaysOverflow: Float64Array;
  readonly occupancy: Float64Array;
  /** This week's share of A&E attendances within four hours, and factor on stays, by provider. */
  readonly withinFourHours: Float64Array;
  readonly stayFactor: Float64Array;
  /** By hs: capacity of the first day, whose cost is in the opening costs. */
  readonly openingOutpatientSlots: Float64Array;
  readonly openingElectiveSlots: Float64Array;
  /** Follow-up visits per first visit, by hs. */
  readonly followUpRatio: Float64Array;
  /** People of each commissioner's area on the first day. */
  readonly areaRegistered: Float64Array;
  /** Expected consultations a week by practice, and A&E attendances that are no admission by zone: millionths, integers. */
  readonly consultationRate: Float64Array;
  readonly minorAeRate: Float64Array;
  /** [slot] week + 1 in which a person last chose a system; 0 = never. Empty where no run may found a body. */
  readonly enrolledSince: Uint16Array;
  /** [slot] body that a person belongs to by themselves + 1; 0 = the one of their practice, or none. */
  readonly systemOf: Uint16Array;
  /**
   * [c * purchasers + p] people of an area whose care a purchaser pays for beyond (below zero: short of) those of the
   * practices it pays for: who belongs to a system by themselves. Counted anew when shares of areas are.
   */
  readonly enrolledApart: Float64Array;
  /** Registered people by practice. */
  readonly registered: Int32Array;
}
