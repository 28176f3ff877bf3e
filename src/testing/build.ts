import { createWorld, type Engine } from '../model/create-world.ts';
import type { RunInput } from '../model/run-input.ts';
import { tick } from '../model/simulate.ts';
import type { World } from '../model/world.ts';

/** A build of the model: how a world is made and how a week of it runs. A test double is a build that differs. */
export interface Build {
  create(input: RunInput, engine?: Engine, chunk?: number): World;
  tick(world: World, chunk?: number): void;
}

/** The model as it is. */
export const MODEL: Build = { create: createWorld, tick };
