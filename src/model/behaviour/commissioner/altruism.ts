import type { World } from '../../world.ts';
import { qalyPoundsOfArea } from '../altruism.ts';
import { meanOverBodies, phiOfCommissioner } from '../internalisation.ts';

/**
 * Pounds that whoever moves a commissioner's levers gives up for one QALY of its people:
 * `(1 - phi) alpha_own + phi alpha_board`. Source: model description, section 6.1.
 */
export function commissionerAltruism(world: World, c: number): number {
  const { altruismCommissioner } = world.settings;
  const phi = phiOfCommissioner(world, c);
  const board = meanOverBodies(world, c, (o) => world.will.boardAltruism[o]!);
  return ((1 - phi) * altruismCommissioner + phi * board) * qalyPoundsOfArea(world, c);
}
