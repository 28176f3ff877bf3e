import { defaultParameterValues } from '../../model/evidence/parameters.ts';
import type { Place } from '../../model/place.ts';
import { plannedUtility } from '../../model/place-tables/hospital-reach.ts';
import { readSettings } from '../../model/settings.ts';

/**
 * Concentration (Herfindahl) of the market of each trust: of each zone the sum of squared shares of the trusts in reach,
 * by distance and attraction as in the choice of hospital, and of a trust the mean over the zones that its patients come
 * from. Fixed by the ground, so that what trusts do cannot change it.
 */
export function concentration(place: Place): readonly number[] {
  const { zones, reach, providers } = place;
  const settings = readSettings(defaultParameterValues());
  const sum = new Float64Array(providers.count);
  const weight = new Float64Array(providers.count);
  for (let z = 0; z < zones.count; z++) {
    const from = reach.start[z]!;
    const to = reach.start[z + 1]!;
    const utilities = Array.from({ length: to - from }, (_, n) => plannedUtility(place, settings, from + n));
    const largest = Math.max(...utilities);
    const weights = utilities.map((utility) => Math.exp(utility - largest));
    const all = weights.reduce((total, one) => total + one, 0);
    const squares = weights.reduce((total, one) => total + (one / all) ** 2, 0);
    weights.forEach((one, n) => {
      const patients = (zones.residents[z]! * one) / all;
      const h = reach.provider[from + n]!;
      sum[h]! += patients * squares;
      weight[h]! += patients;
    });
  }
  return Array.from(sum, (value, h) => (weight[h]! > 0 ? value / weight[h]! : 1));
}
