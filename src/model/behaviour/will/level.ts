import type { World } from '../../world.ts';

/** Level of a lever over its reference; 1 where the catalogue has no such lever. */
export function levelOf(world: World, id: string, unit: number): number {
  const at = world.settings.leverAt[id];
  return at === undefined ? 1 : world.will.level[at]![unit]!;
}
