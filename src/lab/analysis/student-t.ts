/**
 * Quantile of Student's t distribution for a whole number of degrees of freedom.
 *
 * Uses + - * / and square roots only, so that it has the same bits on every machine. Accurate to 1e-9 relative for
 * probabilities in [0.0001, 0.9999].
 *
 * @param probability in (0, 1).
 * @param degreesOfFreedom whole number, 1 or more.
 * @throws RangeError outside these domains.
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no t quantile at ${probability}`);
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`degrees of freedom must be a whole number of 1 or more, not ${degreesOfFreedom}`);
  }
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);

  const wanted = 2 * probability - 1;
  let low = 0;
  let high = 1;
  while (centralProbability(high, degreesOfFreedom) < wanted) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (centralProbability(middle, degreesOfFreedom) < wanted) low = middle;
    else high = middle;
  }
}

/**
 * P(-t < T < t): the finite sums in powers of cos(theta), tan(theta) = t / sqrt(degrees of freedom).
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
function centralProbability(t: number, degreesOfFreedom: number): number {
  const hypotenuse = Math.sqrt(degreesOfFreedom + t * t);
  const sine = t / hypotenuse;
  const cosine = Math.sqrt(degreesOfFreedom) / hypotenuse;
  const odd = degreesOfFreedom % 2 === 1;

  let term = odd ? cosine : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degreesOfFreedom - 2; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power;
    sum += term;
  }
  if (!odd) return sine * sum;
  return (2 / Math.PI) * (arcTangent(t / Math.sqrt(degreesOfFreedom)) + sine * sum);
}

/** atan(x) for x >= 0: the angle is halved until the series converges fast. */
function arcTangent(x: number): number {
  let tangent = x;
  let doublings = 1;
  while (tangent > 0.05) {
    tangent /= 1 + Math.sqrt(1 + tangent * tangent);
    doublings *= 2;
  }
  const square = tangent * tangent;
  let power = tangent;
  let sum = 0;
  for (let n = 1; n <= 13; n += 2) {
    sum += power / n;
    power *= -square;
  }
  return doublings * sum;
}
