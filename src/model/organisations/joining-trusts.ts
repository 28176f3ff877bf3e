import type { World } from '../world.ts';

/** Who would use what, by the body that is asked for them. */
export interface Users {
  /** Practices for whom each body is asked, of bodies that take trusts in. */
  readonly practices: ReadonlyMap<number, readonly number[]>;
  /** [o * H + h] part of a provider's planned care that is for the people of such a body. */
  readonly uses: Float64Array;
  /** [c * H + h] the same of those of an area for whom none is asked. */
  readonly outside: Float64Array;
}

/**
 * Body that each provider is to join, [h]; -1 = it stays alone. Of the bodies that would take a hospital in, the one whose own
 * people use it most, a body that it leads before others; a merged trust joins with all its hospitals.
 */
export function bodiesOfTrusts(world: World, users: Users): Int32Array {
  const { structure, place } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const joins = new Int32Array(H).fill(-1);
  const most = new Float64Array(H);
  const byHospital = (o: number): boolean => o >= C && o < C + H;
  const bodies = [...users.practices.keys()].sort(
    (a, b) => Number(byHospital(b)) - Number(byHospital(a)) || a - b,
  );
  for (const o of bodies) {
    const main = byHospital(o) ? o - C : mainOf(world, users.practices.get(o)!);
    for (let h = 0; h < H; h++) {
      const trust = structure.trustOfProvider[h]!;
      const isMain = main >= 0 && trust === structure.trustOfProvider[main]!;
      if (!byHospital(o) && !mayTakeIn(world, users, o, h, isMain)) continue;
      if (byHospital(o) && !isMain) continue;
      const use = users.uses[o * H + h]!;
      if (joins[trust]! >= 0 && use <= most[trust]!) continue;
      joins[trust] = o;
      most[trust] = use;
    }
  }
  return Int32Array.from({ length: H }, (_, h) => joins[structure.trustOfProvider[h]!]!);
}

/**
 * A group of practices takes in its main hospital; a commissioner's body that of its people and any of which they use
 * `member_trade_least`, unless another area buys more of it. Neither takes in one that is used more by those of its area
 * who are to stay outside.
 */
function mayTakeIn(world: World, users: Users, o: number, h: number, isMain: boolean): boolean {
  const { place, will, settings, tables } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const use = users.uses[o * H + h]!;
  const area = o < C ? o : tables.commissionerOfPractice[users.practices.get(o)![0]!]!;
  if (users.outside[area * H + h]! > use) return false;
  if (o >= C) return isMain;
  for (let c = 0; c < C; c++) if (c !== o && will.trade[c * H + h]! > use) return false;
  return isMain || use >= settings.memberTradeLeast;
}

/** The provider that most people of some practices use most. */
function mainOf({ structure, books }: World, practices: readonly number[]): number {
  const people = new Map<number, number>();
  let main = -1;
  for (const g of practices) {
    const h = structure.mainProviderOfPractice[g]!;
    people.set(h, (people.get(h) ?? 0) + books.registered[g]!);
    if (main < 0 || people.get(h)! > people.get(main)!) main = h;
  }
  return main;
}

/** Trusts that join a body now: those that belong with it and stand alone. */
export function trustsFor({ structure, place }: World, o: number): number[] {
  return Array.from({ length: place.providers.count }, (_, h) => h).filter(
    (h) => structure.bodyOfTrust[h] === o && structure.bodyOfProvider[h]! < 0,
  );
}
