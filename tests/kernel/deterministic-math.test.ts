import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detExp,
  detLog,
  detPow,
  logistic,
  normalCdf,
  normalQuantile,
} from '../../src/kernel/deterministic-math.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('detExp', () => {
  it('is the rounded true value at hand-picked points (40-digit reference)', () => {
    const points: [number, number][] = [
      [0, 1],
      [2, 7.38905609893065],
      [-1, 0.36787944117144233],
      [0.5, 1.6487212707001282],
      [1e-10, 1.0000000001],
      [0.3465, 1.4141094938303624],
      [0.3467, 1.414392344013204],
      [10, 22026.465794806718],
      [-100.25, 2.897198083210148e-44],
      [700, 1.0142320547350045e304],
      [-700, 9.85967654375977e-305],
      [709.5, 1.3549863193146328e308],
    ];
    for (const [x, value] of points) expectRelative(detExp(x), value, 3e-16);
    expect(detExp(-740)).toBe(4.2e-322);
  });

  it('is within 1e-15 of Math.exp over the whole range', () => {
    fc.assert(fc.property(finite(-700, 709), (x) => expectRelative(detExp(x), Math.exp(x), 1e-15)));
  });

  it('knows its ends', () => {
    expect(detExp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(detExp(-746)).toBe(0);
    expect(detExp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(detExp(Number.NaN)).toBeNaN();
  });
});

describe('detLog', () => {
  it('is the rounded true value at hand-picked points (40-digit reference)', () => {
    const points: [number, number][] = [
      [3, 1.0986122886681098],
      [1.5, 0.4054651081081644],
      [1.0000001, 9.999999505838704e-8],
      [0.9999999, -1.0000000494736474e-7],
      [1e-300, -690.7755278982137],
      [5e-320, -735.2178029785398],
      [1.4, 0.3364722366212129],
      [0.71, -0.342490308946776],
    ];
    for (const [x, value] of points) expectRelative(detLog(x), value, 3e-16);
    expect(detLog(1)).toBe(0);
  });

  it('is within 1e-15 of Math.log', () => {
    fc.assert(
      fc.property(finite(1e-320, Number.MAX_VALUE), (x) => expectRelative(detLog(x), Math.log(x), 1e-15)),
    );
  });

  it('undoes detExp', () => {
    fc.assert(
      fc.property(finite(-700, 709), (x) => {
        expect(Math.abs(detLog(detExp(x)) - x)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(x)));
      }),
    );
  });

  it('knows its ends', () => {
    expect(detLog(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(detLog(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(detLog(-1)).toBeNaN();
  });
});

describe('detPow', () => {
  it('is exact for small whole powers', () => {
    expect(detPow(2, 10)).toBe(1024);
    expect(detPow(3, 20)).toBe(3486784401);
    expect(detPow(2, -3)).toBe(0.125);
    expect(detPow(-2, 3)).toBe(-8);
    expect(detPow(0, 0)).toBe(1);
    expect(detPow(1.7, 1)).toBe(1.7);
  });

  it('is within 1e-12 of Math.pow', () => {
    fc.assert(
      fc.property(finite(1e-20, 1e20), finite(-15, 15), (x, y) =>
        expectRelative(detPow(x, y), x ** y, 1e-12),
      ),
    );
  });

  it('knows its ends', () => {
    expect(detPow(0, 0.5)).toBe(0);
    expect(detPow(0, -0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(detPow(-8, 1 / 3)).toBeNaN();
    expect(detPow(-1, 33)).toBe(-1);
    expect(detPow(-1, 34)).toBe(1);
    expect(detPow(1, 1e9)).toBe(1);
  });
});

describe('the normal distribution', () => {
  it('is the true value at hand-picked points (40-digit reference)', () => {
    const points: [number, number][] = [
      [0, 0.5],
      [0.1, 0.539827837277029],
      [1, 0.8413447460685429],
      [-1, 0.15865525393145705],
      [1.96, 0.9750021048517795],
      [-1.96, 0.024997895148220435],
      [1.9999, 0.9772444684152328],
      [-2, 0.02275013194817921],
      [-2.0001, 0.022744733391410546],
      [3, 0.9986501019683699],
      [-5, 2.866515718791939e-7],
      [-8, 6.220960574271784e-16],
      [-20, 2.7536241186062337e-89],
      [-37, 5.725571222524577e-300],
    ];
    for (const [z, probability] of points) {
      expectRelative(normalCdf(z), probability, 1e-12);
      if (probability < 0.9)
        expect(Math.abs(normalQuantile(probability) - z)).toBeLessThan(1e-12 * Math.max(1, -z));
    }
  });

  it('is symmetric, rises, and its quantile is its inverse', () => {
    fc.assert(
      fc.property(finite(-37, 8), finite(1e-6, 1), (z, step) => {
        expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(1e-14);
        expect(normalCdf(z + step)).toBeGreaterThanOrEqual(normalCdf(z));
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true }), (p) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-12);
      }),
    );
  });

  it('knows its ends', () => {
    expect(normalCdf(-41)).toBe(0);
    expect(normalCdf(41)).toBe(1);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1.01)).toBeNaN();
  });
});

describe('logistic', () => {
  it('turns log odds into a probability', () => {
    expect(logistic(0)).toBe(0.5);
    expectRelative(logistic(Math.log(3)), 0.75, 1e-15);
    expect(logistic(-800)).toBe(0);
    expect(logistic(800)).toBe(1);
    fc.assert(
      fc.property(finite(-700, 700), (x) => {
        expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15);
        expectRelative(logistic(x), 1 / (1 + Math.exp(-x)), 1e-15);
      }),
    );
  });
});

describe('same bits everywhere', () => {
  it.each([
    ['detExp', detExp, 3.7, '4044394144eeec81'],
    ['detExp', detExp, -12.34, '3ed257c2c1ce3704'],
    ['detLog', detLog, 123.456, '401343774f3e2362'],
    ['detLog', detLog, 0.0371, 'c00a5a652f99ea80'],
    ['detPow', (x: number) => detPow(x, 0.3), 17.25, '4002cc747b4a3654'],
    ['logistic', logistic, -2.2, '3fb9893f80876feb'],
    ['normalCdf', normalCdf, -1.645, '3fa9979f1d2b1908'],
    ['normalCdf', normalCdf, -3.3, '3f3fae82e1b2d7b6'],
    ['normalQuantile', normalQuantile, 0.975, '3fff5c0331eeff76'],
    ['normalQuantile', normalQuantile, 0.0123, 'c001fb23bc8e099d'],
  ])('%s has fixed bits', (_name, f, x, bits) => {
    expect(bitsOf(f(x))).toBe(bits);
  });
});

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected) + 5e-324);
}

function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
