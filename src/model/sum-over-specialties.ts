/**
 * `sum` and, specialty by specialty, `rate[r + s] * factor[f + s] * each[s]`. Written out for loops over everybody: an
 * inner loop of eight takes twice as long.
 */
export function sumOverSpecialties(
  sum: number,
  rate: Float64Array,
  r: number,
  factor: Float64Array,
  f: number,
  each: Float64Array,
): number {
  return (
    sum +
    rate[r]! * factor[f]! * each[0]! +
    rate[r + 1]! * factor[f + 1]! * each[1]! +
    rate[r + 2]! * factor[f + 2]! * each[2]! +
    rate[r + 3]! * factor[f + 3]! * each[3]! +
    rate[r + 4]! * factor[f + 4]! * each[4]! +
    rate[r + 5]! * factor[f + 5]! * each[5]! +
    rate[r + 6]! * factor[f + 6]! * each[6]! +
    rate[r + 7]! * factor[f + 7]! * each[7]!
  );
}
