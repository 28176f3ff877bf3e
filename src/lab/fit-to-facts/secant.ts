/** A value that was tried and the figure that it gave. */
export interface Tried {
  readonly value: number;
  readonly figure: number;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Part of the range that the first step goes, and the largest part that any step may. */
const FIRST_STEP = 0.1;
const LONGEST_STEP = 0.5;

/**
 * The value to try next: along the line through the last two, where that line rises as it should; else a step of a tenth
 * of the range the right way. Never beyond the range, never more than half of it at a time.
 */
export function nextValue(tried: readonly Tried[], target: number, rises: boolean, range: Range): number {
  const last = tried.at(-1)!;
  const before = tried.at(-2);
  const width = range.high - range.low;
  const up = last.figure < target === rises;
  let step = (up ? 1 : -1) * FIRST_STEP * width;
  if (before !== undefined && before.value !== last.value) {
    const slope = (last.figure - before.figure) / (last.value - before.value);
    if (slope !== 0 && slope > 0 === rises) step = (target - last.figure) / slope;
  }
  const bounded = Math.max(-LONGEST_STEP * width, Math.min(LONGEST_STEP * width, step));
  return Math.max(range.low, Math.min(range.high, last.value + bounded));
}
