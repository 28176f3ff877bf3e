import { CLASSES, QUINTILES } from '../../evidence/classes.ts';
import type { Place } from '../../place.ts';

/** Slow states of bodies and of what a change of structure does to those who are part of it. */
export interface BodiesState {
  /** [o] attention that a change of structure takes away, 0 to 1. */
  readonly disruptionBody: Float64Array;
  /** [o] how ready those are who might form a body, 0 to 1. */
  readonly readiness: Float64Array;
  /** [c] quarters in a row in which a commissioner and its main trust did not get on. */
  readonly stubbornQuarters: Float64Array;
  /** [o] 1 = in administration: closed at the next step. */
  readonly administration: Uint8Array;
  /** [o] expected hospital cost of an enrolled person, and what choosing people would gain by one, pounds of 2007-08. */
  readonly costPerHead: Float64Array;
  readonly choosyGain: Float64Array;
  /** [o] log of prevention over what is done anyway, as far as it has taken effect. */
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
    stubbornQuarters: zeros(C),
    administration: new Uint8Array(bodies),
    costPerHead: zeros(bodies),
    choosyGain: zeros(bodies),
    preventionStock: zeros(bodies),
    meanCost: zeros(1),
    meanCostByClass: zeros(CLASSES),
    meanCostByRow: zeros(CLASSES * QUINTILES),
    meanRiskByClass: zeros(CLASSES).fill(1),
  };
}
