/** Kilometres in one degree of latitude (mean Earth radius 6,371.0 km). */
const KM_PER_DEGREE = 111.195;
const DEGREE = Math.PI / 180;

/**
 * Straight-line distance between two points, in kilometres.
 *
 * The equirectangular formula: over the distances that matter here (below 150 km, in Britain) it differs from the
 * great circle by less than 0.1%, and it needs no trigonometry whose last bit depends on the machine.
 *
 * @param latitude1 degrees north; @param longitude1 degrees east; and the same for the second point.
 */
export function straightLineKm(
  latitude1: number,
  longitude1: number,
  latitude2: number,
  longitude2: number,
): number {
  const north = (latitude2 - latitude1) * KM_PER_DEGREE;
  const east = (longitude2 - longitude1) * KM_PER_DEGREE * cosineOfLatitude((latitude1 + latitude2) / 2);
  return Math.sqrt(north * north + east * east);
}

/** Moves a point by kilometres east and north. */
export function offsetByKm(
  latitude: number,
  longitude: number,
  eastKm: number,
  northKm: number,
): { latitude: number; longitude: number } {
  return {
    latitude: latitude + northKm / KM_PER_DEGREE,
    longitude: longitude + eastKm / (KM_PER_DEGREE * cosineOfLatitude(latitude)),
  };
}

/** Cosine by its series to the 14th power: exact to 1e-11 for a latitude within 75 degrees of the equator. */
export function cosineOfLatitude(latitudeDegrees: number): number {
  const x = latitudeDegrees * DEGREE;
  const square = x * x;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 7; k++) {
    term *= -square / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

/** Finds the nearest of a set of points to any point, without looking at them all. */
export class NearestPoints {
  readonly #latitude: Float64Array;
  readonly #longitude: Float64Array;
  readonly #cells = new Map<number, number[]>();
  readonly #cellDegrees: number;

  /** @param cellDegrees side of a cell of the grid, degrees of latitude and longitude. */
  constructor(latitude: Float64Array, longitude: Float64Array, cellDegrees = 0.05) {
    this.#latitude = latitude;
    this.#longitude = longitude;
    this.#cellDegrees = cellDegrees;
    for (let i = 0; i < latitude.length; i++) {
      const key = this.#key(this.#row(latitude[i]), this.#column(longitude[i]));
      const cell = this.#cells.get(key);
      if (cell) cell.push(i);
      else this.#cells.set(key, [i]);
    }
  }

  /**
   * The `count` points nearest to a place, nearest first; equal distances in order of index.
   * @returns indices and kilometres, fewer than `count` only if there are fewer points.
   */
  nearest(latitude: number, longitude: number, count: number): { index: number[]; km: number[] } {
    const wanted = Math.min(count, this.#latitude.length);
    if (wanted === 0) return { index: [], km: [] };
    const row = this.#row(latitude);
    const column = this.#column(longitude);
    const cellKm = this.#cellDegrees * KM_PER_DEGREE * cosineOfLatitude(Math.abs(latitude) + 1);
    let found: { index: number; km: number }[] = [];
    for (let ring = 0; ; ring++) {
      this.#collectRing(found, row, column, ring, latitude, longitude);
      if (found.length < wanted) continue;
      found.sort((a, b) => a.km - b.km || a.index - b.index);
      // Everything outside the rings looked at is at least `ring` cells away.
      if (found[wanted - 1].km <= ring * cellKm || found.length === this.#latitude.length) break;
    }
    found = found.slice(0, wanted);
    return { index: found.map((f) => f.index), km: found.map((f) => f.km) };
  }

  #collectRing(
    found: { index: number; km: number }[],
    row: number,
    column: number,
    ring: number,
    latitude: number,
    longitude: number,
  ): void {
    for (let r = row - ring; r <= row + ring; r++) {
      const edge = r === row - ring || r === row + ring;
      for (let c = column - ring; c <= column + ring; c += edge || ring === 0 ? 1 : 2 * ring) {
        for (const index of this.#cells.get(this.#key(r, c)) ?? []) {
          const km = straightLineKm(latitude, longitude, this.#latitude[index], this.#longitude[index]);
          found.push({ index, km });
        }
      }
    }
  }

  #row(latitude: number): number {
    return Math.floor(latitude / this.#cellDegrees);
  }

  #column(longitude: number): number {
    return Math.floor(longitude / this.#cellDegrees);
  }

  #key(row: number, column: number): number {
    return row * 100_000 + column;
  }
}
