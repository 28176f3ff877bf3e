import type { World } from '../world.ts';

/** Part of a yearly sum that falls in this week of the year: whole pence, the parts sum to the whole. */
export function weekPart(world: World, penceAYear: number): number {
  const week = world.week % 52;
  return Math.floor((penceAYear * (week + 1)) / 52) - Math.floor((penceAYear * week) / 52);
}
