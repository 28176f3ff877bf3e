import seedrandom from 'seedrandom';

/**
 * A Latin hypercube: `draws` points in [0, 1) by dimension, [draw][dimension]. In each dimension every one of `draws`
 * equal strata has exactly one point. A dimension's points depend on the seed and its name only, not on the others.
 */
export function latinHypercube(seed: string, draws: number, dimensions: readonly string[]): number[][] {
  const points = Array.from({ length: draws }, () => new Array<number>(dimensions.length).fill(0));
  dimensions.forEach((name, d) => {
    const random = seedrandom(`lhe draws ${seed} ${name}`);
    const strata = Array.from({ length: draws }, (_, n) => n);
    for (let n = draws - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      [strata[n], strata[other]] = [strata[other]!, strata[n]!];
    }
    strata.forEach((stratum, draw) => {
      points[draw]![d] = (stratum + random()) / draws;
    });
  });
  return points;
}
