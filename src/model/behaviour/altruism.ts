import { growthOf } from '../organisations/purchasers.ts';
import type { World } from '../world.ts';
import { growthOfPlace } from './commissioner/view.ts';
import { phiOfProvider } from './internalisation.ts';

/**
 * A QALY in pounds of the day: what it is worth grows with the money that there is, as what a lever without a price costs
 * does. In pounds of the base year alone altruism would fade as money grows, and with it whatever rests on it.
 */
function qalyPounds(world: World, growth: number): number {
  return world.settings.qalyValuePounds * growth;
}

/** The same in an area. */
export function qalyPoundsOfArea(world: World, c: number): number {
  return qalyPounds(world, growthOf(world, c));
}

/** Pounds that a hospital's clinicians give up for one QALY of their patients: their own, whatever the institutions. */
export function clinicianAltruism(world: World): number {
  return world.settings.altruismProvider * qalyPounds(world, growthOfPlace(world));
}

/** The same of a practice's doctors and nurses. */
export function practiceAltruism(world: World, g: number): number {
  return world.settings.altruismProvider * qalyPoundsOfArea(world, world.place.practices.commissioner[g]!);
}

/**
 * The same of whoever moves a provider's resource levers: `(1 - phi) alpha_own + phi alpha_board`.
 * Source: model description, section 6.1.
 */
export function resourceAltruism(world: World, h: number): number {
  const phi = phiOfProvider(world, h);
  const { altruismProvider } = world.settings;
  const o = world.structure.bodyOfProvider[h]!;
  const board = o < 0 ? 0 : world.will.boardAltruism[o]!;
  return ((1 - phi) * altruismProvider + phi * board) * qalyPounds(world, growthOfPlace(world));
}
