import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../src/lab/analysis/student-t.ts';

/** Quantiles at these probabilities, computed with 40 digits from the regularised incomplete beta function. */
const PROBABILITIES = [0.6, 0.9, 0.975, 0.995, 0.9999];
const GOLDEN: readonly (readonly number[])[] = [
  [1, 0.324919696232906, 3.07768353717525, 12.7062047361747, 63.6567411628716, 3183.09875711815],
  [2, 0.288675134594813, 1.88561808316413, 4.30265272974946, 9.92484320091829, 70.7000710749643],
  [3, 0.27667066233269, 1.63774435369621, 3.18244630528371, 5.84090930973336, 22.2037422732042],
  [4, 0.270722294707597, 1.53320627405894, 2.77644510519779, 4.60409487134999, 13.0336717208965],
  [5, 0.267180865704145, 1.47588404882448, 2.57058183563632, 4.03214298355523, 9.67756630088259],
  [9, 0.260955336473911, 1.38302873839663, 2.26215716279821, 3.24983554159213, 6.01013212908144],
  [10, 0.26018482949208, 1.37218364111034, 2.22813885198627, 3.16927267261695, 5.69382010145751],
  [29, 0.255683634571256, 1.31143364730155, 2.0452296421327, 2.75638590367061, 4.25389411843228],
  [30, 0.255605364951913, 1.3104150253914, 2.04227245630124, 2.74999565356723, 4.23398595727202],
  [99, 0.254029012151807, 1.29016144203449, 1.98421695158642, 2.62640545728083, 3.86308910712728],
  [999, 0.253414583330367, 1.2823995700374, 1.96234146113345, 2.58075963726764, 3.73286549960828],
  [9999, 0.253353844119836, 1.28163623819831, 1.96020126362136, 2.5763210958566, 3.72039600711558],
];

describe('the quantile of the t distribution', () => {
  it.each(GOLDEN)('has the known values for %i degrees of freedom', (degreesOfFreedom, ...quantiles) => {
    quantiles.forEach((quantile, i) => {
      const found = studentTQuantile(PROBABILITIES[i], degreesOfFreedom);
      expect(Math.abs(found / quantile - 1)).toBeLessThan(1e-9);
    });
  });

  it('is 0 at one half and negative below it', () => {
    expect(studentTQuantile(0.5, 7)).toBeCloseTo(0, 12);
    expect(studentTQuantile(0.025, 5)).toBeCloseTo(-2.57058183563632, 9);
    expect(studentTQuantile(0.4, 1)).toBeCloseTo(-0.324919696232906, 9);
  });

  it('rises with the probability and, above one half, falls with the degrees of freedom', () => {
    const probability = fc.double({ min: 0.51, max: 0.998, noNaN: true });
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 200 }), (p, n) => {
        expect(studentTQuantile(p + 0.001, n)).toBeGreaterThan(studentTQuantile(p, n));
        expect(studentTQuantile(p, n + 1)).toBeLessThan(studentTQuantile(p, n));
      }),
    );
  });

  it('refuses what has no quantile', () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => studentTQuantile(p, 3)).toThrow(RangeError);
    for (const n of [0, -1, 2.5, Number.NaN]) expect(() => studentTQuantile(0.975, n)).toThrow(RangeError);
  });
});
