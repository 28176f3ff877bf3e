import type { World } from '../world.ts';

/** People waiting for a first visit, by hs: urgent and routine, residents and people from elsewhere. */
export function firstList(world: World, hs: number): number {
  return world.books.firstQueue[hs * 2]!.waiting + world.books.firstQueue[hs * 2 + 1]!.waiting;
}

/** People waiting for an operation, by hs. */
export function admissionList(world: World, hs: number): number {
  return world.books.admissionQueue[hs * 2]!.waiting + world.books.admissionQueue[hs * 2 + 1]!.waiting;
}
