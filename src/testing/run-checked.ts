import type { RunInput } from '../model/run-input.ts';
import type { World } from '../model/world.ts';
import { type Build, MODEL } from './build.ts';
import type { Invariant } from './invariant.ts';
import { INVARIANTS } from './invariants.ts';
import { snapshot } from './snapshot.ts';
import { watch } from './watch.ts';

export interface CheckedRunOptions {
  readonly build?: Build;
  readonly invariants?: readonly Invariant[];
  /** Called after every checked week. */
  readonly onWeek?: (world: World) => void;
}

/**
 * Run from the first week to the last and check the invariants after every week. For small places: checking costs
 * more than running.
 * @throws InvariantError as soon as a law is broken
 */
export function runChecked(input: RunInput, options: CheckedRunOptions = {}): World {
  const { build = MODEL, invariants = INVARIANTS, onWeek } = options;
  const { world, events, forget } = watch(build.create(input));
  while (world.week < input.weeks) {
    const before = snapshot(world);
    forget();
    build.tick(world);
    for (const invariant of invariants) invariant.check({ before, world, events });
    onWeek?.(world);
  }
  return world;
}
