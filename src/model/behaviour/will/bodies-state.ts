import { CLASSES, QUINTILES } from '../../evidence/classes.ts';
import type { Place } from '../../place.ts';

/** Slow states of bodies and of what a change of structure does to those who are part of it. */
export interface BodiesState {
  /** [o] attention that a change of structure takes away, 0 to 1. */
  readonly disruptionBody: Float64Array;
  /** [o] how ready those are who might form a body, 0 to 1. */
  readonly readiness: Float64Array;
  /** [o] chance of full authorisation when it took over a budget; 0 = never assessed. */
  readonly fullAuthorisation: Float64Array;
  /** [c] quarters in a row in which a commissioner and its main trust did not get on. */
  readonly stubbornQuarters: Float64Array;
  /** [o] week in which a body in administration is closed; 0 = it is not in administration. */
  readonly closesAt: Int32Array;
  /**
   * [o] what its people's choices say: people a year who would come for one more unit of utility, `p (1 - p)` summed over
   * those who thought again; of this quarter so far, and as believed. Part of its people's hospital care that it gives.
   */
  readonly enrolmentSlope: Float64Array;
  readonly enrolmentResponse: Float64Array;
  readonly insideShare: Float64Array;
  /** [o] expected hospital cost of an enrolled person, and what choosing people would gain by one, pounds of 2007-08. */
  readonly costPerHead: Float64Array;
  readonly choosyGain: Float64Array;
  /** [g] log of prevention by bodies over what is done anyway, as far as it has taken effect in a practice's people. */
  readonly preventionStock: Float64Array;
  /** Expected hospital cost, pounds of 2007-08: of everybody, by age and sex, by deprivation too. */
  readonly meanCost: Float64Array;
  readonly meanCostByClass: Float64Array;
  readonly meanCostByRow: Float64Array;
  /** [class] mean latent risk of those alive, costs as weights. */
  readonly meanRiskByClass: Float64Array;
}

export function createBodiesState(place: Place, bodies: number): BodiesState {
  const C = place.commissioners.count;
  const zeros = (count: number): Float64Array => new Float64Array(count);
  return {
    disruptionBody: zeros(bodies),
    readiness: zeros(bodies),
    fullAuthorisation: zeros(bodies),
    stubbornQuarters: zeros(C),
    closesAt: new Int32Array(bodies),
    enrolmentSlope: zeros(bodies),
    enrolmentResponse: zeros(bodies),
    insideShare: zeros(bodies),
    costPerHead: zeros(bodies),
    choosyGain: zeros(bodies),
    preventionStock: zeros(place.practices.count),
    meanCost: zeros(1),
    meanCostByClass: zeros(CLASSES),
    meanCostByRow: zeros(CLASSES * QUINTILES),
    meanRiskByClass: zeros(CLASSES).fill(1),
  };
}
