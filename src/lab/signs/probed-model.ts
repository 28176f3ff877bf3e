import { phiOfBody } from '../../model/behaviour/internalisation.ts';
import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { createWorld, DEFAULT_CHUNK } from '../../model/create-world.ts';
import { report } from '../../model/metrics/report/report.ts';
import type { RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';
import { type SimulateHooks, tick } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';
import { oneMoreEmergency } from './one-more-emergency.ts';

/** A run with what the list of signs reads beside the metrics, by name; NaN where there is no such thing. */
export interface ProbedRun extends RunResult {
  readonly probes: Readonly<Record<string, number>>;
}

/** The input of a run may ask for one more emergency to be injected into a twin. */
export interface ProbedInput extends RunInput {
  readonly injectEmergency?: boolean;
}

/** Run and look: yearly figures of the economy and the probes; what no sign reads is left out. */
export function simulate(input: ProbedInput, hooks: SimulateHooks = {}): ProbedRun {
  const chunk = hooks.chunk ?? DEFAULT_CHUNK;
  const engine = hooks.engine ?? 'auto';
  const world = createWorld(input, engine, chunk);
  let probes: Record<string, number> = {};
  while (world.week < input.weeks) {
    // Twins meet it in the last week.
    if (input.injectEmergency === true && world.week === input.weeks - 1) {
      probes = { ...oneMoreEmergency(world) };
    }
    tick(world, chunk);
    hooks.onWeek?.(world.week);
  }
  const bodies = formed(world);
  return {
    ...report(world),
    weekly: {},
    organisations: [],
    equity: {},
    events: [],
    probes: {
      ...probes,
      internalisation: mean(bodies.map((o) => phiOfBody(world, o))),
      bodies: bodies.length,
      ...meanLevels(world),
    },
  };
}

/** Bodies that have formed. */
function formed({ structure }: World): number[] {
  return Array.from(structure.form.keys()).filter((o) => structure.form[o] !== 0);
}

/** Mean level of each lever at the end, of those who have it: `lever:<id>`. */
function meanLevels(world: World): Record<string, number> {
  return Object.fromEntries(
    LEVERS.map((lever, n) => {
      const level = world.will.level[n]!;
      const units = Array.from(level.keys()).filter((unit) => lever.acts(world, unit));
      return [`lever:${lever.id}`, mean(units.map((unit) => level[unit]!))];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
