/** How far a model's series is from a published one, over the points where both have a value. */
export interface SeriesError {
  readonly points: number;
  /** Mean of model less published, in the unit of the series. */
  readonly bias: number;
  /** Root of the mean squared difference, in the unit of the series. */
  readonly rmse: number;
  /** Mean of the absolute difference as a percentage of the published value. */
  readonly mapePct: number;
}

/** All NaN where no point has both. @throws RangeError when the series differ in length */
export function seriesError(model: readonly number[], published: readonly number[]): SeriesError {
  if (model.length !== published.length)
    throw new RangeError(`${model.length} values of the model, ${published.length} published`);
  let points = 0;
  let sum = 0;
  let squares = 0;
  let relative = 0;
  model.forEach((value, n) => {
    const difference = value - published[n]!;
    if (!Number.isFinite(difference)) return;
    points += 1;
    sum += difference;
    squares += difference * difference;
    relative += Math.abs(difference / published[n]!);
  });
  return {
    points,
    bias: sum / points,
    rmse: Math.sqrt(squares / points),
    mapePct: (100 * relative) / points,
  };
}
