import type { World } from '../world.ts';

/** Levels and pay-offs of every lever at one quarterly review. */
export interface LeverReview {
  readonly week: number;
  /** [lever][unit] level over its reference, after the step. */
  readonly level: readonly Float32Array[];
  /** [lever][unit * RECORD + column] see `RECORD_COLUMNS`. */
  readonly record: readonly Float32Array[];
}

/** Keep what this review saw and did, where the run was asked to. */
export function recordLevers(world: World): void {
  if (!world.input.recordLevers) return;
  world.records.levers.push({
    week: world.week,
    level: world.will.level.map((values) => Float32Array.from(values)),
    record: world.will.record.map((values) => Float32Array.from(values)),
  });
}
