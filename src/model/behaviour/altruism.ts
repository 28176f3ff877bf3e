import type { World } from '../world.ts';
import { phiOfProvider } from './internalisation.ts';

/** Pounds that a provider's clinicians give up for one QALY of their patients: their own, whatever the institutions. */
export function clinicianAltruism(world: World): number {
  return world.settings.altruismProvider * world.settings.qalyValuePounds;
}

/**
 * The same of whoever moves a provider's resource levers: `(1 - phi) alpha_own + phi alpha_board`.
 * Source: model description, section 6.1.
 */
export function resourceAltruism(world: World, h: number): number {
  const phi = phiOfProvider(world, h);
  const { altruismProvider, qalyValuePounds } = world.settings;
  const o = world.structure.bodyOfProvider[h]!;
  const board = o < 0 ? 0 : world.will.boardAltruism[o]!;
  return ((1 - phi) * altruismProvider + phi * board) * qalyValuePounds;
}
