import { steering } from '../behaviour/hospital-choice.ts';
import { caseReferralSpared } from '../behaviour/practice/case-management.ts';
import { COMMUNITY_LIST } from '../behaviour/will/commissioning-state.ts';
import { institutionsOfPractice } from '../institutions/in-force.ts';
import { purchaserOfBody } from '../organisations/structure.ts';
import { BATCH } from '../population/care-room.ts';
import { type CareBatches, ENDED } from '../population/care-wasm.ts';
import { CLOCK_OFFSET } from '../population/people.ts';
import type { World } from '../world.ts';

/**
 * Care in batches: what a phase tells the module of WebAssembly before it hands it people, and what it does afterwards
 * with those who join or have left a list. Lists stay with the phases: they grow, the memory of a module does not.
 */

/** The keys of the week's draws. */
export function tellKeys({ keys }: World, { columns }: CareBatches): void {
  columns.keys0.set(keys.k0);
  columns.keys1.set(keys.k1);
}

/** Who pays for the people of each practice, and for those who belong to a system by themselves; -1 = their area's. */
export function tellPurchasers({ structure, place }: World, { columns }: CareBatches): void {
  columns.purchaserOf.set(structure.purchaserOfPractice);
  for (let o = 0; o < structure.bodies; o++) {
    const holds = structure.holdsBudget[o] !== 0;
    columns.purchaserOfSystem[o] = holds ? purchaserOfBody(structure, place.commissioners.count, o) : -1;
  }
}

/** Where those are seen whose service has been closed. */
export function tellSites({ will }: World, { columns }: CareBatches): void {
  columns.closedService.set(will.closed);
  columns.seenAt.set(will.seenAt);
}

/** What decides on referrals this week: who may choose, who is kept out of hospital, and places in the community. */
export function tellReferrals(world: World, { columns }: CareBatches): void {
  const { structure, will, place, settings } = world;
  columns.bodyOfPractice.set(structure.bodyOfPractice);
  columns.bodyOfProvider.set(structure.bodyOfProvider);
  for (let g = 0; g < place.practices.count; g++) {
    const { choice } = institutionsOfPractice(world, g);
    columns.offeredShare[g] = choice.of === 'none' ? 0 : choice.offeredShare;
    columns.sparedShare[g] = caseReferralSpared(world, g);
  }
  for (let o = 0; o < structure.bodies; o++) {
    columns.steeredBy[o] = structure.founded[o]! < 0 ? 1 : steering(world, o);
  }
  for (let c = 0; c < place.commissioners.count; c++) {
    const places = will.communityPlaces[c]!;
    columns.communityRoom[c] =
      places <= 0 ? 0 : Math.min(COMMUNITY_LIST, places * settings.commissioning.communityLongestWeeks);
    columns.communityLength[c] = will.communityLength[c]!;
  }
}

/** People who joined a list during the last batch stand on it. */
export function joinLists(world: World, { columns }: CareBatches): void {
  const { batchCounts, joinSlots, joinPlaces } = columns;
  const { books, will } = world;
  const clock = world.week + CLOCK_OFFSET;
  const joins = batchCounts[ENDED.joins]!;
  for (let n = 0; n < joins; n++) {
    const place = joinPlaces[n]!;
    if (place >= 0) {
      books.firstQueue[place]!.push(joinSlots[n]!, clock);
      continue;
    }
    const c = -1 - place;
    const length = will.communityLength[c]!;
    const at = c * COMMUNITY_LIST + ((will.communityHead[c]! + length) % COMMUNITY_LIST);
    will.communityList[at] = joinSlots[n]!;
    will.communityLength[c] = length + 1;
  }
}

/** The week's emergencies of residents, in batches. */
export function meetBatches(world: World, care: CareBatches, slots: Int32Array, count: number): void {
  tellKeys(world, care);
  tellPurchasers(world, care);
  const { columns, module } = care;
  columns.sensitiveFatality.set(world.will.sensitiveFatality);
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(count - start, BATCH);
    for (let n = 0; n < size; n++) columns.batchSlots[n] = slots[start + n]!;
    module.meetEmergencies(size, world.week);
  }
  leaveLists(world, care);
}

/** Queues no longer count those who have left them. */
export function leaveLists({ books }: World, { columns }: CareBatches): void {
  const { leftFirst, leftAdmission } = columns;
  for (let queue = 0; queue < leftFirst.length; queue++) {
    if (leftFirst[queue] !== 0) {
      books.firstQueue[queue]!.waiting -= leftFirst[queue]!;
      leftFirst[queue] = 0;
    }
    if (leftAdmission[queue] !== 0) {
      books.admissionQueue[queue]!.waiting -= leftAdmission[queue]!;
      leftAdmission[queue] = 0;
    }
  }
}
