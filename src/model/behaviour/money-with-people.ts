import { institutionsOfBody } from '../institutions/in-force.ts';
import type { World } from '../world.ts';

/**
 * Money that comes to a body with its people. As a dowry it comes with each person and goes with them. As an allocation
 * it is shared out by the people of every April: whoever chooses a body brings it money from then on.
 */

/** Whether what a body gets depends on whom it serves, person by person: only then does it choose people, or prevent for them. */
export function peopleBringMoney(world: World, o: number): boolean {
  const { founded, holdsBudget } = world.structure;
  if (founded[o]! < 0 || holdsBudget[o] === 0) return false;
  const { riskAdjustment, choice } = institutionsOfBody(world, o);
  return riskAdjustment.income === 'dowry' || choice.of === 'system';
}

/**
 * What a pound that follows a person is worth to whom they choose: all of it as a dowry. Shared out every April it comes, and
 * ends, half a year late on average: so much of a year's discount is lost.
 */
export function worthOfPoundThatFollows(world: World, o: number): number {
  if (!peopleBringMoney(world, o)) return 0;
  const { riskAdjustment } = institutionsOfBody(world, o);
  return riskAdjustment.income === 'dowry' ? 1 : 1 - world.settings.prevention.discount / 2;
}
