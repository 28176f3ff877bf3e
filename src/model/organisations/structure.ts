import type { Place } from '../place.ts';

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
  /** Body that each belongs to now; -1 = none, it stands alone. */
  readonly bodyOfCommissioner: Int32Array;
  readonly bodyOfProvider: Int32Array;
  readonly bodyOfPractice: Int32Array;
  /** [o] form of a body: see FORM. */
  readonly form: Uint8Array;
  /** [c] 1 = the structure that the institutions ask for has formed in the commissioner's area. */
  readonly formed: Uint8Array;
  /** [c] the provider with the largest part of a commissioner's planned care on the first day. */
  readonly mainProvider: Int32Array;
}

/** Forms of a body. */
export const FORM = { none: 0, consortium: 1, vertical: 2, virtual: 3, fluid: 4 } as const;

/** Nobody belongs to anybody. @param groupSize people in a group of practices that can commission together */
export function separateStructure(place: Place, groupSize: number): Structure {
  const C = place.commissioners.count;
  const H = place.providers.count;
  const { groups, groupOfPractice } = groupPractices(place, groupSize);
  const bodies = C + H + groups;
  return {
    groups,
    groupOfPractice,
    bodies,
    bodyOfCommissioner: new Int32Array(C).fill(-1),
    bodyOfProvider: new Int32Array(H).fill(-1),
    bodyOfPractice: new Int32Array(place.practices.count).fill(-1),
    form: new Uint8Array(bodies),
    formed: new Uint8Array(C),
    mainProvider: new Int32Array(C).fill(-1),
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
