import type { World } from '../world.ts';

/**
 * Trusts that join a body: of one led by a hospital, that hospital; else each that stands alone, of which the area is the
 * largest purchaser and buys a good part, and the area's main one.
 */
export function trustsFor(world: World, o: number, practices: readonly number[]): number[] {
  const { structure, place, will, settings } = world;
  const C = place.commissioners.count;
  const H = place.providers.count;
  const free = (h: number): boolean => h >= 0 && structure.bodyOfProvider[h]! < 0;
  // A merged trust joins with all its hospitals.
  const whole = (joining: readonly number[]): number[] =>
    Array.from({ length: H }, (_, h) => h).filter((h) =>
      joining.some((other) => structure.trustOfProvider[other] === structure.trustOfProvider[h]),
    );
  if (o >= C && o < C + H) return free(o - C) ? whole([o - C]) : [];
  const main = mainOf(world, practices);
  if (o >= C + H) return free(main) ? whole([main]) : [];
  return whole(
    Array.from({ length: H }, (_, h) => h).filter((h) => {
      if (!free(h)) return false;
      const trade = will.trade[o * H + h]!;
      for (let c = 0; c < C; c++) if (will.trade[c * H + h]! > trade) return false;
      return h === main || trade >= settings.memberTradeLeast;
    }),
  );
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
