/**
 * Waiting times as the national referral-to-treatment statistics define them: patients are counted in bands of
 * one week (more than k and up to k + 1 weeks), and percentiles are read off by straight-line interpolation within
 * the band. Source: NHS England, RTT statistics: recording and reporting guidance (bands and percentile method).
 */

/** Bands kept apart; everything longer stands in the last. */
export const WAIT_BANDS = 208;

/**
 * Percentile of a wait in weeks from counts by band.
 * @param counts patients in band k at `counts[offset + k]`, k = 0 .. bands - 1
 * @param share 0.5 for the median, 0.92 for the 92nd percentile
 * @returns weeks, or NaN when nobody is counted
 */
export function waitPercentile(
  counts: ArrayLike<number>,
  share: number,
  offset = 0,
  bands = WAIT_BANDS,
): number {
  let total = 0;
  for (let k = 0; k < bands; k++) total += counts[offset + k]!;
  if (total === 0) return Number.NaN;
  const rank = share * total;
  let below = 0;
  for (let k = 0; k < bands; k++) {
    const here = counts[offset + k]!;
    if (here > 0 && below + here >= rank) return k + (rank - below) / here;
    below += here;
  }
  return bands;
}

/** Share of patients whose wait is within a number of weeks, per cent; NaN when nobody is counted. */
export function shareWithin(
  counts: ArrayLike<number>,
  weeks: number,
  offset = 0,
  bands = WAIT_BANDS,
): number {
  let total = 0;
  let within = 0;
  for (let k = 0; k < bands; k++) {
    total += counts[offset + k]!;
    if (k < weeks) within += counts[offset + k]!;
  }
  return total === 0 ? Number.NaN : (100 * within) / total;
}
