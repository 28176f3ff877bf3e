import { createWorld, DEFAULT_CHUNK } from '../../model/create-world.ts';
import { report } from '../../model/metrics/report/report.ts';
import { WAIT_BANDS } from '../../model/metrics/waiting-times.ts';
import type { RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';
import { type SimulateHooks, tick } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';

/** A run with the waits of the residents' clocks that stopped, week by week, as the monthly returns need them. */
export interface HindcastRun extends RunResult {
  /** [(week * 2 + admitted) * WAIT_BANDS + weeks waited]: clocks stopped by treatment or decision, simulated people. */
  readonly completed: Int32Array;
}

/** Run, and take down each week's completed waits; of the result the weekly figures and the checks are kept. */
export function simulate(input: RunInput, hooks: SimulateHooks = {}): HindcastRun {
  const chunk = hooks.chunk ?? DEFAULT_CHUNK;
  const world = createWorld(input, hooks.engine ?? 'auto', chunk);
  const width = 2 * WAIT_BANDS;
  const completed = new Int32Array(input.weeks * width);
  const before = new Int32Array(width);
  while (world.week < input.weeks) {
    const week = world.week;
    tick(world, chunk);
    const sofar = completedThisYear(world, week);
    for (let n = 0; n < width; n++) completed[week * width + n] = sofar[n]! - before[n]!;
    // The count starts again with the year.
    if (week % 52 === 51) before.fill(0);
    else before.set(sofar);
    hooks.onWeek?.(world.week);
  }
  return { ...report(world), organisations: [], equity: {}, events: [], completed };
}

/** Of the whole place, the first group; a year that has just closed is in the books already. */
function completedThisYear({ tally, records, input }: World, week: number): Int32Array {
  const closed = week % 52 === 51 || week === input.weeks - 1;
  const counts = closed ? records.years[records.years.length - 1]!.completed : tally.completedYear;
  return counts.subarray(0, 2 * WAIT_BANDS);
}
