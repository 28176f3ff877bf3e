import type { Place } from '../../place.ts';

/** Slow states of commissioners, practices, their relations and the national tier. Index conventions as in the world. */
export interface CommissioningState {
  /** [c] skill of commissioning, 0 to 1. */
  readonly skill: Float64Array;
  /** [c], [h] how deep a commissioner, a provider is in turnaround, 0 to 1. */
  readonly turnaroundCommissioner: Float64Array;
  readonly turnaroundProvider: Float64Array;
  /** [c], [h] 1 = the journal has told that its turnaround began, and not yet that it ended. */
  readonly turnaroundToldCommissioner: Uint8Array;
  readonly turnaroundToldProvider: Uint8Array;
  /** [c], [h] attention and skill that a change of structure takes away, 0 to 1. */
  readonly disruptionCommissioner: Float64Array;
  readonly disruptionProvider: Float64Array;
  /** [c * VIEW + column] prices, waits and demand as the commissioner sees them at a review. */
  readonly view: Float64Array;
  /** [ch] disputes of the month; [ph] gap between what both sides asked for at the last bargaining over the most. */
  readonly disputes: Float64Array;
  readonly gap: Float64Array;
  /** [ch] culture that a relation of managers, of clinicians returns to. */
  readonly cultureManagerial: Float64Array;
  readonly cultureClinical: Float64Array;
  /** [ph] weight of the purchaser at the table, and the planned care agreed for the year, pence; 0 = no plan. */
  readonly bargainingWeight: Float64Array;
  readonly plan: Float64Array;
  /** [ph] planned care over the plan's pace that has been settled this year, pence. */
  readonly planExcess: Float64Array;
  /** [ph] of it, that of weeks before the pair's terms changed this year. */
  readonly planExcessBefore: Float64Array;
  /** [g] proactive care of long-term conditions, 0 to 1; where it is heading. */
  readonly control: Float64Array;
  readonly controlTarget: Float64Array;
  /** [g] control that case management adds for cases, the mean of those managed and those not. */
  readonly caseControl: Float64Array;
  /** [g] audit and feedback that has taken hold, over the base year's; pull of peers on the referral threshold. */
  readonly audit: Float64Array;
  readonly peerPull: Float64Array;
  /** [g] factor on sensitive emergencies, and on the chance of death of those that still happen. */
  readonly sensitiveFactor: Float64Array;
  readonly sensitiveFatality: Float64Array;
  /** [z] factor on attendances at accident and emergency that end at home. */
  readonly minorAeFactor: Float64Array;
  /** [c] log of public-health spending over the base year's, as far as it has taken effect. */
  readonly prevention: Float64Array;
  /** [c] skill at work this year so far, quarter by quarter; chance of a good rating at the last assessment. */
  readonly skillYear: Float64Array;
  readonly goodRating: Float64Array;
  /** [c] people who are cases to be managed, where there is a programme. */
  readonly cases: Float64Array;
  /** [c] weekly places in community clinics beyond the base year's, fraction carried, and their lists. */
  readonly communityPlaces: Float64Array;
  readonly communityCarry: Float64Array;
  /** [c] visits to them this week. */
  readonly communityVisits: Float64Array;
  /** [c * COMMUNITY_LIST + n] ring of people. */
  readonly communityList: Int32Array;
  readonly communityHead: Int32Array;
  readonly communityLength: Int32Array;
  /** [p] part of what is outside the core package that a purchaser adds this year; [c * 8 + s] mean limit of an area's practices. */
  readonly localExtras: Float64Array;
  readonly packageOfArea: Float64Array;
  /** [hs] operations bought outside, fraction carried. */
  readonly purchaseCarry: Float64Array;
  /** [c] pence this year: cost of friction, of operations bought outside or under a guarantee. */
  readonly frictionYear: Float64Array;
  readonly purchaseYear: Float64Array;
  /** [c] pence to pay this week for care outside the hospitals of the contract. */
  readonly outsideDue: Float64Array;
  /** The priority that ministers have made loud (see `behaviour/national/politics.ts`), -1 = none; until which week. */
  loudPriority: number;
  loudUntil: number;
  /** Political shocks so far this year. */
  shocksYear: number;
}

/** People that the list of a commissioner's community clinics holds. */
export const COMMUNITY_LIST = 4096;

/** Columns of `view`. */
export const VIEW = {
  /** Pounds of a first visit with its follow-ups, of an operation, of an emergency admission. */
  clinic: 0,
  theatre: 1,
  emergency: 2,
  /** Pounds of relief from targets that one patient fewer at each stage brings. */
  reliefClinic: 3,
  reliefTheatre: 4,
  /** Base-year referrals per head a year. */
  referrals: 5,
  /** QALYs that somebody on the list for an operation loses by the projected wait. */
  waitTheatre: 6,
} as const;
export const VIEWS = Object.keys(VIEW).length;

/** @param skill commissioning skill; control: proactive care in the base year; culture: relation at the start */
export function createCommissioningState(
  place: Place,
  bodies: number,
  skill: number,
  control: number,
  culture: number,
): CommissioningState {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const G = place.practices.count;
  const zeros = (count: number): Float64Array => new Float64Array(count);
  return {
    skill: zeros(C).fill(skill),
    turnaroundCommissioner: zeros(C),
    turnaroundProvider: zeros(H),
    turnaroundToldCommissioner: new Uint8Array(C),
    turnaroundToldProvider: new Uint8Array(H),
    disruptionCommissioner: zeros(C),
    disruptionProvider: zeros(H),
    view: zeros(C * VIEWS),
    disputes: zeros(C * H),
    gap: zeros((C + bodies) * H),
    cultureManagerial: zeros(C * H).fill(culture),
    cultureClinical: zeros(C * H).fill(culture),
    bargainingWeight: zeros((C + bodies) * H).fill(0.5),
    plan: zeros((C + bodies) * H),
    planExcess: zeros((C + bodies) * H),
    planExcessBefore: zeros((C + bodies) * H),
    control: zeros(G).fill(control),
    controlTarget: zeros(G).fill(control),
    caseControl: zeros(G),
    audit: zeros(G),
    peerPull: zeros(G),
    sensitiveFactor: zeros(G).fill(1),
    sensitiveFatality: zeros(G).fill(1),
    minorAeFactor: zeros(place.zones.count).fill(1),
    prevention: zeros(C),
    skillYear: zeros(C),
    goodRating: zeros(C),
    cases: zeros(C),
    communityPlaces: zeros(C),
    communityCarry: zeros(C),
    communityVisits: zeros(C),
    communityList: new Int32Array(C * COMMUNITY_LIST),
    communityHead: new Int32Array(C),
    communityLength: new Int32Array(C),
    localExtras: zeros(C + bodies),
    packageOfArea: zeros(C * 8),
    purchaseCarry: zeros(H * 8),
    frictionYear: zeros(C),
    purchaseYear: zeros(C),
    outsideDue: zeros(C),
    loudPriority: -1,
    loudUntil: 0,
    shocksYear: 0,
  };
}
