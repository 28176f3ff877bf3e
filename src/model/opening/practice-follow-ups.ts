import { LIST_BANDS } from '../place.ts';
import type { World } from '../world.ts';

/**
 * Of the follow-ups still to come on the first day, those of each practice's people: of an area's part of them as many as
 * of the area's people who use the hospital are on its list.
 */
export function openPracticeFollowUps({ place, tables, books }: World): void {
  const G = place.practices.count;
  const H = place.providers.count;
  const C = place.commissioners.count;
  const users = new Float64Array(H * G);
  const usersOfArea = new Float64Array(H * C);
  for (let g = 0; g < G; g++) {
    const c = tables.commissionerOfPractice[g]!;
    let list = 0;
    for (let b = 0; b < LIST_BANDS.length; b++)
      list += place.practices.registered[g * LIST_BANDS.length + b]!;
    for (let e = tables.practiceReachStart[g]!; e < tables.practiceReachStart[g + 1]!; e++) {
      const h = tables.practiceReachProvider[e]!;
      users[h * G + g] = list * tables.practiceReachWeight[e]!;
      usersOfArea[h * C + c]! += users[h * G + g]!;
    }
  }
  for (let hs = 0; hs < H * 8; hs++) {
    const h = hs >> 3;
    for (let g = 0; g < G; g++) {
      if (users[h * G + g] === 0) continue;
      const c = tables.commissionerOfPractice[g]!;
      const ofArea = books.followUpsDue[hs]! * books.purchaserShare[h * (C + 1) + c]!;
      books.practiceFollowUps[hs * G + g] = (ofArea * users[h * G + g]!) / usersOfArea[h * C + c]!;
    }
  }
}
