/** Natural logarithm of a number above 0 (see ../../../kernel/deterministic-math.ts: the same operations). */
export function detLog(x: f64): f64 {
  const subnormal = x < 2.2250738585072014e-308;
  const bits = reinterpret<u64>(subnormal ? x * 18014398509481984 : x);
  let exponent = <i32>(bits >> 52) - 1023 - (subnormal ? 54 : 0);
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const k = <f64>exponent;
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const g6 = 0.15313837699209373 + z * 0.14798198605116586;
  const g5 = 0.1818357216161805 + z * g6;
  const g4 = 0.22222198432149784 + z * g5;
  const g3 = 0.2857142874366239 + z * g4;
  const g2 = 0.3999999999940942 + z * g3;
  const g1 = 0.6666666666666735 + z * g2;
  const halfSquare = 0.5 * f * f;
  return (
    k * 0.6931471803691238 -
    (halfSquare - (s * (halfSquare + z * g1) + k * 1.9082149292705877e-10) - f)
  );
}
