import { LIST_BANDS } from '../../model/place.ts';
import type { FilledZones } from './fill-zones.ts';
import { NearestPoints } from './geography.ts';
import type { Imputations } from './imputations.ts';
import type { PlaceFacts } from './read-folder.ts';

/** Where practices are, whose they are and how many people they registered, by age; lists not yet raked. */
export interface FilledPractices {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly commissioner: Uint16Array;
  /** As counted, list inflation still in: [practice][band of LIST_BANDS]. */
  readonly counted: Float64Array;
}

/**
 * Gives every practice a point and a commissioner.
 *
 * Point: the mean of the practices of its postcode district, else the middle of its commissioner's zones.
 * Commissioner: that of the nearest zone.
 */
export function fillPractices(facts: PlaceFacts, zones: FilledZones, imputed: Imputations): FilledPractices {
  const { practices } = facts;
  const latitude = Float64Array.from(practices.number.latitude);
  const longitude = Float64Array.from(practices.number.longitude);
  const index = new Map(facts.commissioners.text.code.map((code, i) => [code, i]));
  const commissioner = Int32Array.from(practices.text.commissioner_code, (code) => index.get(code) ?? -1);

  const districts = meansByDistrict(practices.text.postcode_district, latitude, longitude);
  const middles = middlesOfZones(facts, zones);
  for (let p = 0; p < practices.count; p++) {
    if (!Number.isNaN(latitude[p]) && !Number.isNaN(longitude[p])) continue;
    const district = districts.get(practices.text.postcode_district[p]);
    const point = district ?? middles.get(commissioner[p]) ?? middles.get(-1);
    const rule = district
      ? 'mean of the practices of its postcode district'
      : "middle of its commissioner's zones, by people";
    latitude[p] = point?.latitude ?? 0;
    longitude[p] = point?.longitude ?? 0;
    imputed.add('practices', practices.text.code[p], 'latitude', latitude[p], rule);
    imputed.add('practices', practices.text.code[p], 'longitude', longitude[p], rule);
  }

  if (commissioner.includes(-1)) {
    const finder = new NearestPoints(facts.zones.number.latitude, facts.zones.number.longitude);
    for (let p = 0; p < practices.count; p++) {
      if (commissioner[p] >= 0) continue;
      commissioner[p] = zones.commissioner[finder.nearest(latitude[p], longitude[p], 1).index[0]];
      imputed.add('practices', practices.text.code[p], 'commissioner', commissioner[p], NEAREST_ZONE);
    }
  }
  return {
    latitude,
    longitude,
    commissioner: Uint16Array.from(commissioner),
    counted: countedPatients(facts),
  };
}

const NEAREST_ZONE = 'that of the nearest zone (index of commissioner)';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function meansByDistrict(
  district: readonly string[],
  latitude: Float64Array,
  longitude: Float64Array,
): Map<string, Point> {
  const mean = new WeightedMeans<string>();
  district.forEach((name, p) => {
    if (name !== '' && !Number.isNaN(latitude[p])) mean.add(name, latitude[p], longitude[p], 1);
  });
  return mean.points();
}

/** By index of commissioner; -1 for all zones together. */
function middlesOfZones(facts: PlaceFacts, zones: FilledZones): Map<number, Point> {
  const mean = new WeightedMeans<number>();
  const { latitude, longitude } = facts.zones.number;
  for (let z = 0; z < facts.zones.count; z++) {
    mean.add(zones.commissioner[z], latitude[z], longitude[z], zones.people[z]);
    mean.add(-1, latitude[z], longitude[z], zones.people[z]);
  }
  return mean.points();
}

class WeightedMeans<Key> {
  readonly #sums = new Map<Key, { latitude: number; longitude: number; weight: number }>();

  add(key: Key, latitude: number, longitude: number, weight: number): void {
    const sum = this.#sums.get(key) ?? { latitude: 0, longitude: 0, weight: 0 };
    sum.latitude += latitude * weight;
    sum.longitude += longitude * weight;
    sum.weight += weight;
    this.#sums.set(key, sum);
  }

  points(): Map<Key, Point> {
    const points = new Map<Key, Point>();
    for (const [key, sum] of this.#sums) {
      if (sum.weight <= 0) continue;
      points.set(key, { latitude: sum.latitude / sum.weight, longitude: sum.longitude / sum.weight });
    }
    return points;
  }
}

function countedPatients(facts: PlaceFacts): Float64Array {
  const { number, count } = facts.practices;
  const columns = [
    number.registered_0_14,
    number.registered_15_44,
    number.registered_45_64,
    number.registered_65_74,
    number.registered_75_plus,
  ];
  const bands = LIST_BANDS.length;
  const counted = new Float64Array(count * bands);
  for (let p = 0; p < count; p++) {
    for (let b = 0; b < bands; b++) counted[p * bands + b] = columns[b][p];
  }
  return counted;
}
