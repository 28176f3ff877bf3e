import type { Place } from '../../place.ts';
import type { Settings } from '../../settings.ts';
import { type BodiesState, createBodiesState } from './bodies-state.ts';
import { type CommissioningState, createCommissioningState } from './commissioning-state.ts';
import type { LeverUnit } from './lever.ts';
import { TERMS } from './lever.ts';
import { LEVERS } from './levers.ts';
import { createMergersState, type MergersState } from './mergers-state.ts';

/**
 * What organisations want and how they stand to each other: levels of their levers, what they last perceived, and the
 * slow states that move with them. Index conventions as in the world; o is a body (see `organisations/structure.ts`).
 */
export interface Will extends CommissioningState, BodiesState, MergersState {
  /** [lever][unit] level over its reference: 1 on the first day. */
  readonly level: Float64Array[];
  /** [lever][unit * RECORD + column]: the last quarter's pay-off terms, d0, anchor and step. */
  readonly record: Float64Array[];
  /** [lever][unit] part of its largest step that is taken each quarter until the next decision, with its sign. */
  readonly course: Float64Array[];
  /** [hs] weeks on the stage's own list over what is served, at the last review; and as projected ahead. */
  readonly clinicWait: Float64Array;
  readonly clinicWaitProjected: Float64Array;
  readonly theatreWait: Float64Array;
  readonly theatreWaitProjected: Float64Array;
  /** [h] smoothed margin, share of income, reserves counted in part. */
  readonly providerMargin: Float64Array;
  /** [o] the same of bodies; weight of a patient's health to their boards, share of the value of a QALY. */
  readonly bodyMargin: Float64Array;
  /** [o] the same of its two sides: the money for care, and its hospitals. */
  readonly buyingMargin: Float64Array;
  readonly providingMargin: Float64Array;
  readonly boardAltruism: Float64Array;
  /** [c * H + h] part of a provider's planned care that each commissioner buys, base year. */
  readonly trade: Float64Array;
  /** [c * bodies + o] part of a commissioner's people who are enrolled with a body. */
  readonly enrolledShare: Float64Array;
  /** [c * H + h] relation of managers, and of clinicians, in [0, 1]. */
  readonly managerial: Float64Array;
  readonly clinical: Float64Array;
  /** Force of national targets: 1 under ministers. */
  targetForce: number;
  /** [h] slack, share of cost: now, and on the first day. */
  readonly slack: Float64Array;
  readonly slackReference: Float64Array;
  /** [h] quality over that of the base year, standard deviations. */
  readonly quality: Float64Array;
  /** [h] consultants over those of the first day. */
  readonly staff: Float64Array;
  /** [h] a year as seen at the last review: emergencies, deaths expected of them, tariff value in pounds; occupancy. */
  readonly emergenciesAYear: Float64Array;
  readonly deathsAYear: Float64Array;
  readonly turnover: Float64Array;
  readonly occupancy: Float64Array;
  /** [hs], [h] capacity that has stood, as it is remembered: a plan below it is a closure; 0 before the first review. */
  readonly standingClinics: Float64Array;
  readonly standingTheatres: Float64Array;
  readonly standingBeds: Float64Array;
  /** [h] part of closures that is held back. */
  readonly closuresHeld: Float64Array;
  /** [h] income and cost of the financial year at the last review, pence: the quarter is the difference. */
  readonly incomeBefore: Float64Array;
  readonly costBefore: Float64Array;
}

/** Columns of a record: the four terms, d0, the anchor's pull, the marginal pay-off, the step taken in logarithms. */
export const RECORD_COLUMNS = [...TERMS, 'd0', 'anchor', 'marginal', 'step'] as const;
export const RECORD = RECORD_COLUMNS.length;

export function createWill(place: Place, bodies: number, settings: Settings): Will {
  const relation = settings.relationStart;
  const H = place.providers.count;
  const units = LEVERS.map((lever) => unitsOf(place, bodies, lever.unit));
  const zeros = (count: number): Float64Array => new Float64Array(count);
  return {
    ...createBodiesState(place, bodies),
    ...createMergersState(place),
    level: units.map((count) => zeros(count).fill(1)),
    course: units.map((count) => zeros(count)),
    record: units.map((count) => zeros(count * RECORD)),
    clinicWait: zeros(H * 8),
    clinicWaitProjected: zeros(H * 8),
    theatreWait: zeros(H * 8),
    theatreWaitProjected: zeros(H * 8),
    providerMargin: zeros(H),
    bodyMargin: zeros(bodies),
    buyingMargin: zeros(bodies),
    providingMargin: zeros(bodies),
    boardAltruism: zeros(bodies),
    trade: zeros(place.commissioners.count * H),
    enrolledShare: zeros(place.commissioners.count * bodies),
    managerial: zeros(place.commissioners.count * H).fill(relation),
    clinical: zeros(place.commissioners.count * H).fill(relation),
    targetForce: 1,
    slack: zeros(H),
    slackReference: zeros(H),
    quality: zeros(H),
    staff: zeros(H).fill(1),
    emergenciesAYear: zeros(H),
    deathsAYear: zeros(H),
    turnover: zeros(H),
    occupancy: place.providers.occupancy.slice(),
    standingClinics: zeros(H * 8),
    standingTheatres: zeros(H * 8),
    standingBeds: zeros(H),
    closuresHeld: zeros(H),
    incomeBefore: zeros(H),
    costBefore: zeros(H),
    ...createCommissioningState(
      place,
      bodies,
      settings.commissioning.skillStart,
      settings.commissioning.controlReference,
      relation,
    ),
  };
}

/** Number of units of a kind in a place. */
export function unitsOf(place: Place, bodies: number, unit: LeverUnit): number {
  switch (unit) {
    case 'provider-specialty':
      return place.providers.count * 8;
    case 'provider':
      return place.providers.count;
    case 'commissioner':
      return place.commissioners.count;
    case 'practice':
      return place.practices.count;
    case 'body':
      return bodies;
  }
}
