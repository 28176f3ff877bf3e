import { normalQuantile } from '../../kernel/deterministic-math.ts';
import { h3, unit } from '../../kernel/draw.ts';
import { PURPOSE, type WeekKeys } from '../draws.ts';
import { LIST_BANDS, type Place } from '../place.ts';
import type { Settings } from '../settings.ts';
import type { PlaceTables } from '../world.ts';

type PracticeTables = Pick<
  PlaceTables,
  | 'commissionerOfPractice'
  | 'practicesOfArea'
  | 'practiceReachStart'
  | 'practiceReachProvider'
  | 'practiceReachWeight'
  | 'practiceZoneStart'
  | 'practiceZone'
  | 'practiceZoneCumulative'
  | 'registrationCumulative'
  | 'prevalenceRatio'
  | 'style'
>;

/**
 * What is known of each practice: where its patients live, which hospitals they use, how it refers.
 * @param plannedShare by reach entry, share of the zone's planned care that goes to the provider
 */
export function practiceTables(
  place: Place,
  settings: Settings,
  keys: WeekKeys,
  plannedShare: Float64Array,
): PracticeTables {
  const zones = practiceZones(place);
  return {
    commissionerOfPractice: place.practices.commissioner,
    practicesOfArea: practicesOfAreas(place),
    ...practiceReach(place, zones, plannedShare),
    practiceZoneStart: zones.start,
    practiceZone: zones.zone,
    practiceZoneCumulative: zones.cumulative,
    registrationCumulative: rowCumulative(place.registration.start, place.registration.share),
    prevalenceRatio: place.practices.prevalenceRatio,
    style: centredStyles(place, practiceStyles(place, settings, keys)),
  };
}

/** [c] practices of each commissioner's area, ascending. */
function practicesOfAreas(place: Place): number[][] {
  const areas = Array.from({ length: place.commissioners.count }, (): number[] => []);
  for (let g = 0; g < place.practices.count; g++) areas[place.practices.commissioner[g]!]!.push(g);
  return areas;
}

/** Zones that each practice's patients live in, compressed rows: the place's registration turned round. */
function practiceZones(place: Place) {
  const { start, practice, share } = place.registration;
  const G = place.practices.count;
  const counts = new Uint32Array(G + 1);
  for (const g of practice) counts[g + 1]! += 1;
  for (let g = 0; g < G; g++) counts[g + 1]! += counts[g]!;
  const rowStart = counts.slice();
  const zone = new Uint16Array(practice.length);
  const weight = new Float64Array(practice.length);
  const next = counts.slice(0, G);
  for (let z = 0; z < place.zones.count; z++) {
    for (let e = start[z]!; e < start[z + 1]!; e++) {
      const at = next[practice[e]!]!++;
      zone[at] = z;
      weight[at] = share[e]! * place.zones.residents[z]!;
    }
  }
  return { start: rowStart, zone, weight, cumulative: rowCumulative(rowStart, weight) };
}

/** Hospitals that each practice's patients use, with their weights. */
function practiceReach(
  place: Place,
  zones: ReturnType<typeof practiceZones>,
  plannedShare: Float64Array,
): Pick<PlaceTables, 'practiceReachStart' | 'practiceReachProvider' | 'practiceReachWeight'> {
  const H = place.providers.count;
  const starts: number[] = [0];
  const providers: number[] = [];
  const weights: number[] = [];
  const share = new Float64Array(H);
  for (let g = 0; g < place.practices.count; g++) {
    share.fill(0);
    let total = 0;
    for (let at = zones.start[g]!; at < zones.start[g + 1]!; at++) {
      const z = zones.zone[at]!;
      for (let e = place.reach.start[z]!; e < place.reach.start[z + 1]!; e++) {
        share[place.reach.provider[e]!]! += zones.weight[at]! * plannedShare[e]!;
      }
      total += zones.weight[at]!;
    }
    for (let h = 0; h < H; h++) {
      if (share[h]! > 0.005 * total) {
        providers.push(h);
        weights.push(share[h]! / total);
      }
    }
    starts.push(providers.length);
  }
  return {
    practiceReachStart: Uint32Array.from(starts),
    practiceReachProvider: Uint16Array.from(providers),
    practiceReachWeight: Float64Array.from(weights),
  };
}

/** Cumulative shares of each compressed row. */
function rowCumulative(start: Uint32Array, weight: Float64Array): Float64Array {
  const sums = new Float64Array(weight.length);
  for (let row = 0; row + 1 < start.length; row++) {
    let total = 0;
    for (let e = start[row]!; e < start[row + 1]!; e++) total += weight[e]!;
    let sum = 0;
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      sum += weight[e]!;
      sums[e] = total === 0 ? 1 : sum / total;
    }
  }
  return sums;
}

/** Style of each practice: normal, with the published spread of referral rates. */
function practiceStyles(place: Place, settings: Settings, keys: WeekKeys): Float64Array {
  return Float64Array.from({ length: place.practices.count }, (_, g) => {
    const draw = h3(g, keys.k0[PURPOSE.synthesisStyle]!, keys.k1[PURPOSE.synthesisStyle]!);
    return settings.practiceStyleSd * normalQuantile(unit(draw) + 2 ** -33);
  });
}

/** The styles of a commissioner's practices balance, weighted by their lists: luck is between practices, not places. */
function centredStyles(place: Place, style: Float64Array): Float64Array {
  const weight = new Float64Array(place.commissioners.count);
  const sum = new Float64Array(place.commissioners.count);
  for (let g = 0; g < place.practices.count; g++) {
    const c = place.practices.commissioner[g]!;
    for (let b = 0; b < LIST_BANDS.length; b++) {
      const people = place.practices.registered[g * LIST_BANDS.length + b]!;
      weight[c]! += people;
      sum[c]! += people * style[g]!;
    }
  }
  return style.map((value, g) => {
    const c = place.practices.commissioner[g]!;
    return weight[c] === 0 ? 0 : value - sum[c]! / weight[c]!;
  });
}
