import type { Place } from '../place.ts';
import type { PlaceTables } from '../world.ts';

/**
 * Who belongs to whom, as arrays: the mirror of the tree of organisations that hot code reads. Providers, commissioners
 * and practices keep their index for ever; what changes is the body they belong to.
 *
 * A body is an organisation that a change of structure may found. There is room for one led by each commissioner
 * (index c), one led by each provider (C + h), and one of each group of practices (C + H + k).
 */
export interface Structure {
  /** Number of groups of practices, and the group of each practice. */
  readonly groups: number;
  readonly groupOfPractice: Int32Array;
  /** Number of bodies there may be. */
  readonly bodies: number;
  /** Body that each belongs to now; -1 = none, it stands alone. A practice belongs where its people are enrolled. */
  readonly bodyOfCommissioner: Int32Array;
  readonly bodyOfProvider: Int32Array;
  readonly bodyOfPractice: Int32Array;
  /** [h] provider that a provider's trust is named after, itself unless trusts merged; [c] the same of commissioners. */
  readonly trustOfProvider: Int32Array;
  readonly boardOfCommissioner: Int32Array;
  /** [o] form of a body: see FORM. */
  readonly form: Uint8Array;
  /** [o] 1 = the body holds the money for its people's care; else their commissioners go on paying. */
  readonly holdsBudget: Uint8Array;
  /** [o] week in which a body was founded; -1 = it does not exist. */
  readonly founded: Int32Array;
  /** [o] commissioner in whose area a body is at home. */
  readonly homeOfBody: Int32Array;
  /** [c] 1 = the structure that the institutions ask for has formed in all of the commissioner's area. */
  readonly formed: Uint8Array;
  /** [c] 1 = the commissioner's authority has been closed and paid off. */
  readonly closedAuthority: Uint8Array;
  /** [g] 1 = it has formed for the practice: the institutions that ask for it are in force there. */
  readonly formedOfPractice: Uint8Array;
  /** [g] body that the institutions to come mean a practice for; [h] body that they mean a provider to join; -1 = none. */
  readonly meantFor: Int32Array;
  readonly bodyOfTrust: Int32Array;
  /** [g], [c], [h] week in which each last left a body; -1 = never. */
  readonly practiceLeft: Int32Array;
  readonly commissionerLeft: Int32Array;
  readonly providerLeft: Int32Array;
  /** [o] week in which a body was last closed because it failed; -1 = never. */
  readonly failedIn: Int32Array;
  /** [cell] week in which the institutions that hold, or wait for a structure, came. */
  readonly askedSince: Int32Array;
  /** [g] who pays for the care of the practice's people: a commissioner c, or a body at C + o. */
  readonly purchaserOfPractice: Int32Array;
  /** [c] the provider with the largest part of a commissioner's planned care on the first day; [g] of a practice's. */
  readonly mainProvider: Int32Array;
  readonly mainProviderOfPractice: Int32Array;
}

/** Number of purchasers there may be: commissioners, then bodies. */
export function purchasersOf(place: Place, structure: Structure): number {
  return place.commissioners.count + structure.bodies;
}

/** Body in which a purchaser's money is: its own, or the one that a commissioner belongs to; -1 = none. */
export function bodyOfPurchaser(structure: Structure, commissioners: number, p: number): number {
  return p < commissioners ? structure.bodyOfCommissioner[p]! : p - commissioners;
}

/** Purchaser that pays for the people of a body: the commissioner that it took in whole, or the body itself. */
export function purchaserOfBody(structure: Structure, commissioners: number, o: number): number {
  return o < commissioners && structure.bodyOfCommissioner[o] === o ? o : commissioners + o;
}

/**
 * Body to which an area passes the money for people whom a purchaser pays for; -1 = none. A commissioner that pays for
 * people of another area does so for the body that took it in whole, whose index is its own.
 */
export function bodyPaidFor(commissioners: number, area: number, p: number): number {
  if (p >= commissioners) return p - commissioners;
  return p === area ? -1 : p;
}

/** Body whose people a purchaser pays for: it is the body, or the commissioner that it took in whole; -1 = none. */
export function holdingBody(structure: Structure, commissioners: number, p: number): number {
  if (p >= commissioners) return p - commissioners;
  return structure.bodyOfCommissioner[p] === p ? p : -1;
}

/** Forms of a body. */
export const FORM = { none: 0, consortium: 1, vertical: 2, virtual: 3, fluid: 4 } as const;

/**
 * Nobody belongs to anybody.
 * @param groupSize people in a group of practices that can commission together
 * @param roomForBodies whether any institutions of the run may found a body; without room there is none
 */
export function separateStructure(place: Place, groupSize: number, roomForBodies: boolean): Structure {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const { groups, groupOfPractice } = groupPractices(place, groupSize);
  const bodies = roomForBodies ? C + H + groups : 0;
  return {
    groups,
    groupOfPractice,
    bodies,
    bodyOfCommissioner: new Int32Array(C).fill(-1),
    bodyOfProvider: new Int32Array(H).fill(-1),
    bodyOfPractice: new Int32Array(place.practices.count).fill(-1),
    trustOfProvider: Int32Array.from({ length: H }, (_, h) => h),
    boardOfCommissioner: Int32Array.from({ length: C }, (_, c) => c),
    form: new Uint8Array(bodies),
    holdsBudget: new Uint8Array(bodies),
    founded: new Int32Array(bodies).fill(-1),
    homeOfBody: new Int32Array(bodies).fill(-1),
    formed: new Uint8Array(C),
    closedAuthority: new Uint8Array(C),
    formedOfPractice: new Uint8Array(place.practices.count),
    meantFor: new Int32Array(place.practices.count).fill(-1),
    bodyOfTrust: new Int32Array(H).fill(-1),
    practiceLeft: new Int32Array(place.practices.count).fill(-1),
    commissionerLeft: new Int32Array(C).fill(-1),
    providerLeft: new Int32Array(H).fill(-1),
    failedIn: new Int32Array(bodies).fill(-1),
    askedSince: new Int32Array(C * 2),
    purchaserOfPractice: Int32Array.from(place.practices.commissioner),
    mainProvider: new Int32Array(C).fill(-1),
    mainProviderOfPractice: new Int32Array(place.practices.count).fill(-1),
  };
}

/**
 * Neighbouring practices of one commissioner in groups of about `groupSize` people: from west to east, so that the
 * groups are the same whatever the order of the rows.
 */
function groupPractices(place: Place, groupSize: number): { groups: number; groupOfPractice: Int32Array } {
  const { practices, commissioners } = place;
  const groupOfPractice = new Int32Array(practices.count);
  let groups = 0;
  for (let c = 0; c < commissioners.count; c++) {
    const members: number[] = [];
    for (let g = 0; g < practices.count; g++) if (practices.commissioner[g] === c) members.push(g);
    members.sort((a, b) => practices.longitude[a]! - practices.longitude[b]! || a - b);
    const people = members.map((g) => registeredOn(place, g));
    const total = people.reduce((sum, n) => sum + n, 0);
    const count = Math.max(1, Math.min(members.length, Math.round(total / groupSize)));
    let before = 0;
    members.forEach((g, n) => {
      const middle = before + people[n]! / 2;
      before += people[n]!;
      groupOfPractice[g] = groups + Math.min(count - 1, Math.floor((middle * count) / Math.max(1, total)));
    });
    groups += count;
  }
  return { groups, groupOfPractice };
}

function registeredOn({ practices }: Place, g: number): number {
  const bands = practices.registered.length / practices.count;
  let people = 0;
  for (let band = 0; band < bands; band++) people += practices.registered[g * bands + band]!;
  return people;
}

/** The provider that the people of each practice, and of each commissioner, use most on the first day. */
export function findMainProviders(
  place: Place,
  structure: Structure,
  tables: Pick<PlaceTables, 'practiceReachStart' | 'practiceReachProvider' | 'practiceReachWeight'>,
): void {
  const { practiceReachStart, practiceReachProvider, practiceReachWeight } = tables;
  const H = place.providers.count;
  const use = new Float64Array(place.commissioners.count * H);
  for (let g = 0; g < place.practices.count; g++) {
    const own = new Float64Array(H);
    for (let e = practiceReachStart[g]!; e < practiceReachStart[g + 1]!; e++) {
      const h = practiceReachProvider[e]!;
      own[h]! += practiceReachWeight[e]!;
      use[place.practices.commissioner[g]! * H + h]! += practiceReachWeight[e]! * registeredOn(place, g);
    }
    structure.mainProviderOfPractice[g] = largest(own);
  }
  structure.mainProvider.forEach((_, c, main) => {
    main[c] = largest(use.subarray(c * H, (c + 1) * H));
  });
}

/** Position of the largest of some values, the first of equals; -1 where none is above zero. */
function largest(values: Float64Array): number {
  let at = -1;
  let most = 0;
  values.forEach((value, n) => {
    if (value <= most) return;
    most = value;
    at = n;
  });
  return at;
}
