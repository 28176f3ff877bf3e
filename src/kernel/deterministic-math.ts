/**
 * Elementary functions that give the same bits on every machine.
 *
 * `Math.exp`, `Math.log` and `Math.pow` are only approximated by the language standard: two browsers may differ in
 * the last bit, and a last bit is enough to turn one patient's draw. Everything here is built from the operations
 * that IEEE 754 fixes exactly (+ - * / and the square root), so a run is the same bytes everywhere.
 *
 * Accuracy, checked in the tests: relative error below 1e-15 for exp, log and logistic, below 1e-12 for pow and the
 * normal distribution.
 */

const LN2_HIGH = 0.6931471803691238; // the upper bits of ln 2, so that k * LN2_HIGH is exact
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_SQRT_2PI = 0.3989422804014327;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;
/** Eight bytes to look at a number's bits; always written before it is read, so it carries nothing between calls. */
const SCRATCH = new DataView(new ArrayBuffer(8));
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/**
 * e to the power x.
 * @returns Infinity above 709.78, 0 below -745.13, NaN for NaN.
 * Source: FreeBSD/Sun fdlibm e_exp.c (argument reduction by ln 2, then a rational approximation).
 */
export function detExp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > EXP_OVERFLOW) return Number.POSITIVE_INFINITY;
  if (x < EXP_UNDERFLOW) return 0;
  const k = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const p5 = 4.1381367970572385e-8;
  const p4 = -0.0000016533902205465252 + t * p5;
  const p3 = 0.00006613756321437934 + t * p4;
  const p2 = -0.0027777777777015593 + t * p3;
  const p1 = 0.16666666666666602 + t * p2;
  const c = r - t * p1;
  const fraction = 1 - (low - (r * c) / (2 - c) - high);
  return timesPowerOfTwo(fraction, k);
}

/**
 * Natural logarithm of x.
 * @returns -Infinity for 0, NaN for negative numbers and NaN.
 * Source: FreeBSD/Sun fdlibm e_log.c (x = 2^k (1 + f), then a series in f / (2 + f)).
 */
export function detLog(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const parts = splitBinary(x);
  const k = parts.exponent;
  const f = parts.mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const g7 = 0.14798198605116586;
  const g6 = 0.15313837699209373 + z * g7;
  const g5 = 0.1818357216161805 + z * g6;
  const g4 = 0.22222198432149784 + z * g5;
  const g3 = 0.2857142874366239 + z * g4;
  const g2 = 0.3999999999940942 + z * g3;
  const g1 = 0.6666666666666735 + z * g2;
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + z * g1) + k * LN2_LOW) - f);
}

/**
 * x to the power y. Whole exponents up to 32 in size are products (so powers of two are exact); the rest is
 * exp(y log x).
 * @returns NaN when x is negative and y is not a whole number.
 */
export function detPow(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return y === 0 ? 1 : Number.NaN;
  const whole = y === Math.floor(y);
  if (whole && y >= -32 && y <= 32) return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y);
  if (x < 0) {
    if (!whole) return Number.NaN;
    const size = detPow(-x, y);
    return y % 2 === 0 ? size : -size;
  }
  if (x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  return detExp(y * detLog(x));
}

/** The logistic function 1 / (1 + e^-x): log odds to probability, without overflow at either end. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + detExp(-x));
  const odds = detExp(x);
  return odds / (1 + odds);
}

/** Hyperbolic tangent. */
export function detTanh(x: number): number {
  return 2 * logistic(2 * x) - 1;
}

/**
 * Probability that a standard normal variable is at most z, accurate (relatively) in the lower tail too.
 * Source: Marsaglia (2004), "Evaluating the normal distribution", J. Stat. Software 11(4), for the middle; Laplace's
 * continued fraction for the tails.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z > 40) return 1;
  if (z < -40) return 0;
  const density = INVERSE_SQRT_2PI * detExp(-0.5 * z * z);
  if (z > -2 && z < 2) return 0.5 + density * oddSeries(z);
  const tail = density / laplaceFraction(z < 0 ? -z : z);
  return z < 0 ? tail : 1 - tail;
}

/**
 * The value below which a standard normal variable falls with probability p: the inverse of `normalCdf`.
 * @returns -Infinity at 0, Infinity at 1, NaN outside [0, 1].
 * Source: Abramowitz and Stegun 26.2.23 as a start (error 4.5e-4), then two cubic (Halley) steps.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * detLog(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = numerator / denominator - t;
  for (let step = 0; step < 2; step++) {
    const density = INVERSE_SQRT_2PI * detExp(-0.5 * z * z);
    const newton = (normalCdf(z) - p) / density;
    z -= newton / (1 + 0.5 * z * newton);
  }
  return z;
}

/** z + z^3/3 + z^5/(3*5) + ..., to the last bit for |z| < 2. */
function oddSeries(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let odd = 3; odd < 80; odd += 2) {
    term = (term * square) / odd;
    sum += term;
  }
  return sum;
}

/** x + 1/(x + 2/(x + 3/(x + ...))), the ratio of density to upper tail, for x >= 2. */
function laplaceFraction(x: number): number {
  let value = x;
  for (let level = 120; level >= 1; level--) value = x + level / value;
  return value;
}

function wholePower(x: number, count: number): number {
  let result = 1;
  let base = x;
  for (let left = count; left > 0; left >>= 1) {
    if ((left & 1) === 1) result *= base;
    base *= base;
  }
  return result;
}

/** x = mantissa * 2^exponent with the mantissa between sqrt(1/2) and sqrt(2); x is positive and finite. */
function splitBinary(x: number): { mantissa: number; exponent: number } {
  const subnormal = x < SMALLEST_NORMAL;
  SCRATCH.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const top = SCRATCH.getUint32(0);
  SCRATCH.setUint32(0, (top & 0x000fffff) | 0x3ff00000);
  const mantissa = SCRATCH.getFloat64(0);
  const exponent = (top >>> 20) - 1023 - (subnormal ? 54 : 0);
  return mantissa > Math.SQRT2 ? { mantissa: mantissa / 2, exponent: exponent + 1 } : { mantissa, exponent };
}

/** x * 2^k, in two exact factors so that neither overflows nor underflows alone. */
function timesPowerOfTwo(x: number, k: number): number {
  const half = Math.floor(k / 2);
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2^k for -1022 <= k <= 1023, written straight into the exponent SCRATCH. */
function powerOfTwo(k: number): number {
  SCRATCH.setUint32(0, (k + 1023) << 20);
  SCRATCH.setUint32(4, 0);
  return SCRATCH.getFloat64(0);
}
