/** The nearest integer, halves upwards, as Math.round has it. */
@inline
export function rounded(x: f64): f64 {
  const up = ceil(x);
  return up - 0.5 <= x ? up : up - 1;
}
