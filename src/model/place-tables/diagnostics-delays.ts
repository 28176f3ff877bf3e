import { detExp, normalQuantile } from '../../kernel/deterministic-math.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world.ts';

/** Longest time in diagnostics and decision that is kept, weeks. */
export const DIAGNOSTICS_SPAN = 160;

/** Delay in weeks at 256 quantiles by specialty, base year: log-normal, times the specialty's relative wait. */
export function diagnosticsDelays(settings: Settings): Float64Array {
  const table = new Float64Array(8 * 256);
  for (let s = 0; s < 8; s++) {
    for (let n = 0; n < 256; n++) {
      const z = normalQuantile((n + 0.5) / 256);
      const weeks =
        settings.relativeWait[s]! * settings.diagnosticsMedianWeeks * detExp(settings.diagnosticsSigma * z);
      table[s * 256 + n] = Math.min(DIAGNOSTICS_SPAN - 2, weeks);
    }
  }
  return table;
}

/**
 * Those found waiting on the first day were referred when diagnostics took longer: their delays.
 * @param delayQuantile as `diagnosticsDelays` gives it
 */
export function startDelays(settings: Settings, delayQuantile: Float64Array): Float64Array {
  return delayQuantile.map((weeks) => Math.min(DIAGNOSTICS_SPAN - 2, weeks * settings.startDiagnosticsRatio));
}

/** Mean weeks in diagnostics of those who go through it, base year, over specialties by referrals. */
export function meanDiagnosticsWeeks(world: World): number {
  let weeks = 0;
  let all = 0;
  for (let hs = 0; hs < world.place.providers.count * 8; hs++) {
    weeks += world.tables.referralsPerWeek[hs]! * meanDelay(world.tables.delayQuantile, hs & 7);
    all += world.tables.referralsPerWeek[hs]!;
  }
  return all === 0 ? 0 : weeks / all;
}

/** Mean weeks of a specialty's table of delays. */
export function meanDelay(delayQuantile: Float64Array, s: number): number {
  let sum = 0;
  for (let n = 0; n < 256; n++) sum += Math.max(1, delayQuantile[s * 256 + n]!);
  return sum / 256;
}
