import { WAIT_BANDS } from '../../model/metrics/waiting-times.ts';
import { weeksOf } from './months.ts';
import type { HindcastRun } from './watching.ts';

/** Simulated pathways that stopped in the month, by weeks waited; a week on the edge counts with its share. */
export function completedBands(run: HindcastRun, month: string, admitted: 0 | 1): Float64Array {
  const bands = new Float64Array(WAIT_BANDS);
  for (const { week, share } of weeksOf(month)) {
    const at = (week * 2 + admitted) * WAIT_BANDS;
    for (let band = 0; band < WAIT_BANDS; band++) bands[band]! += share * run.completed[at + band]!;
  }
  return bands;
}
