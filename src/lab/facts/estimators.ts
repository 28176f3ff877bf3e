/** A coefficient with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Ordinary least squares of y on the columns of x (put a 1 in front for a constant). Standard errors are robust:
 * clustered where clusters are given, with the usual corrections for few observations and few clusters.
 *
 * @param rows x by observation. @param clusters of each observation; each its own without it
 * @returns one estimate for each column; NaN where the columns do not tell them apart
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  clusters: readonly (string | number)[] = y.map((_, n) => n),
): readonly Estimate[] {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const bread = inverse(
    Array.from({ length: k }, (_, a) =>
      Array.from({ length: k }, (_, b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0)),
    ),
  );
  if (bread === undefined || n <= k)
    return Array.from({ length: k }, () => ({ value: Number.NaN, error: Number.NaN }));
  const moments = Array.from({ length: k }, (_, a) => rows.reduce((sum, row, i) => sum + row[a]! * y[i]!, 0));
  const beta = bread.map((line) => line.reduce((sum, value, b) => sum + value * moments[b]!, 0));
  const scores = new Map<string | number, number[]>();
  rows.forEach((row, i) => {
    const residual = y[i]! - row.reduce((sum, value, a) => sum + value * beta[a]!, 0);
    const score = scores.get(clusters[i]!) ?? new Array<number>(k).fill(0);
    row.forEach((value, a) => {
      score[a]! += value * residual;
    });
    scores.set(clusters[i]!, score);
  });
  const groups = scores.size;
  const correction = groups < 2 ? Number.NaN : (groups / (groups - 1)) * ((n - 1) / (n - k));
  return beta.map((value, a) => {
    let variance = 0;
    for (const score of scores.values())
      variance += bread[a]!.reduce((sum, b, i) => sum + b * score[i]!, 0) ** 2;
    return { value, error: Math.sqrt(variance * correction) };
  });
}

/** Gauss-Jordan with pivots; undefined where the matrix has no inverse. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const k = matrix.length;
  const work = matrix.map((row, a) => [...row, ...row.map((_, b) => (a === b ? 1 : 0))]);
  const largest = Math.max(...matrix.flat().map(Math.abs), 0);
  for (let column = 0; column < k; column++) {
    let pivot = column;
    for (let row = column + 1; row < k; row++) {
      if (Math.abs(work[row]![column]!) > Math.abs(work[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(work[pivot]![column]!) <= 1e-12 * largest) return undefined;
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const divisor = work[column]![column]!;
    work[column] = work[column]!.map((value) => value / divisor);
    for (let row = 0; row < k; row++) {
      if (row === column) continue;
      const factor = work[row]![column]!;
      work[row] = work[row]!.map((value, b) => value - factor * work[column]![b]!);
    }
  }
  return work.map((row) => row.slice(k));
}

/** A unit observed before and after, treated or not. */
export interface TwoPeriods {
  readonly treated: boolean;
  readonly before: number;
  readonly after: number;
}

/** Difference in differences: the change of the treated less that of the others, with a robust standard error. */
export function differenceInDifferences(units: readonly TwoPeriods[]): Estimate {
  const [, effect] = leastSquares(
    units.map(({ treated }) => [1, treated ? 1 : 0]),
    units.map(({ before, after }) => after - before),
  );
  return effect ?? { value: Number.NaN, error: Number.NaN };
}

/** A line with one bend: where it bends, and its slopes on both sides. */
export interface Bend {
  readonly at: number;
  readonly below: number;
  readonly above: number;
}

/** The bend, of those tried, with the least sum of squares. @param knots tried, with data on both sides */
export function bentLine(x: readonly number[], y: readonly number[], knots: readonly number[]): Bend {
  let best: Bend = { at: Number.NaN, below: Number.NaN, above: Number.NaN };
  let least = Number.POSITIVE_INFINITY;
  for (const at of knots) {
    const rows = x.map((value) => [1, value, Math.max(0, value - at)]);
    const [constant, slope, bend] = leastSquares(rows, y).map(({ value }) => value);
    if (constant === undefined || slope === undefined || bend === undefined) continue;
    let squares = 0;
    rows.forEach((row, i) => {
      squares += (y[i]! - constant - slope * row[1]! - bend * row[2]!) ** 2;
    });
    if (squares < least) {
      least = squares;
      best = { at, below: slope, above: slope + bend };
    }
  }
  return best;
}

/**
 * Where `lost` points of y are lost against the mean of the weeks in which x is below `notCrowded`: y by bins of two
 * points of x, made to fall with x by pooling neighbours that do not, and straight lines between them.
 *
 * @returns NaN where no week is below, or so much is never lost
 */
export function whereLost(
  x: readonly number[],
  y: readonly number[],
  { notCrowded, lost }: { readonly notCrowded: number; readonly lost: number },
): number {
  const usual = mean(y.filter((_, i) => x[i]! < notCrowded));
  const bins = new Map<number, { n: number; x: number; y: number }>();
  x.forEach((value, i) => {
    const key = Math.floor((value - notCrowded) / 2);
    const bin = bins.get(key) ?? { n: 0, x: 0, y: 0 };
    bins.set(key, { n: bin.n + 1, x: bin.x + value, y: bin.y + y[i]! });
  });
  const falling: { n: number; x: number; y: number }[] = [];
  for (const [, bin] of [...bins].toSorted(([a], [b]) => a - b)) {
    let pooled = bin;
    for (let last = falling.at(-1); last !== undefined && last.y / last.n <= pooled.y / pooled.n; ) {
      falling.pop();
      pooled = { n: pooled.n + last.n, x: pooled.x + last.x, y: pooled.y + last.y };
      last = falling.at(-1);
    }
    falling.push(pooled);
  }
  const points = falling.map((bin) => ({ x: bin.x / bin.n, lost: usual - bin.y / bin.n }));
  const above = points.findIndex((point) => point.lost >= lost);
  if (above < 0 || Number.isNaN(usual)) return Number.NaN;
  const [to, from] = [points[above]!, points[above - 1]];
  return from === undefined ? to.x : from.x + ((to.x - from.x) * (lost - from.lost)) / (to.lost - from.lost);
}

/** Pearson's correlation. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const meanX = mean(x);
  const meanY = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((value, i) => {
    xy += (value - meanX) * (y[i]! - meanY);
    xx += (value - meanX) ** 2;
    yy += (y[i]! - meanY) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Quantile by straight lines between ordered values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const rest = at - below;
  return sorted[below]! + (rest === 0 ? 0 : rest * (sorted[below + 1]! - sorted[below]!));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the top tenth over that of the bottom tenth. */
export function tenthsApart(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const tenth = Math.max(1, Math.round(sorted.length / 10));
  return mean(sorted.slice(-tenth)) / mean(sorted.slice(0, tenth));
}

/** R squared of what is foretold as it stands, no line being fitted through it: below 0 where the mean foretells better. */
export function shareExplained(seen: readonly number[], foretold: readonly number[]): number {
  const middle = mean(seen);
  const squares = (of: (n: number) => number): number => mean(seen.map((_, n) => of(n) ** 2));
  return 1 - squares((n) => seen[n]! - foretold[n]!) / squares((n) => seen[n]! - middle);
}
