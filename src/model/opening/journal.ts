import type { World } from '../world.ts';

/** Says in the journal where the opening books had to leave the published figures. */
export function journalOpening(world: World, organisation: string, description: string): void {
  world.journal.push({ week: 0, kind: 'opening books', organisation, description, why: 'base year' });
}
