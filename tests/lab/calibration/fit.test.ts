import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emulate, fitEmulator } from '../../../src/lab/calibration/emulator.ts';
import { type Descent, descend } from '../../../src/lab/calibration/gauss-newton.ts';
import { lowerTriangle, regress, solveTriangles } from '../../../src/lab/calibration/least-squares.ts';
import { implausibility, lossOf, type Misfit } from '../../../src/lab/calibration/loss.ts';

const MISFIT: Misfit = { loss: 'squares', spread: [0.01, 0.01], floor: 0 };

/** Walks with a model given as a function of the point. */
function walk(
  start: readonly number[],
  model: (point: readonly number[]) => readonly number[],
  misfit = MISFIT,
  steps = 30,
): Descent {
  const h = 1e-4;
  const slopes = model(start).map((_, n) =>
    start.map((_, p) => (model(start.map((u, q) => (p === q ? u + h : u)))[n]! - model(start)[n]!) / h),
  );
  const walking = descend(start, slopes, misfit, steps);
  let step = walking.next();
  while (step.done !== true) {
    for (const position of step.value) {
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThanOrEqual(1);
    }
    step = walking.next(model(step.value));
  }
  return step.value;
}

describe('a fit from one start', () => {
  it('finds the values that a curved model was made with', () => {
    const model = ([a, b]: readonly number[]) => [
      Math.exp(a! - 0.3) * (1 + b! * b!) - 1.49,
      (a! - 0.3) * 0.5 + 2 * (b! - 0.7),
    ];
    const { end, loss } = walk([0.5, 0.5], model);
    expect(end[0]).toBeCloseTo(0.3, 2);
    expect(end[1]).toBeCloseTo(0.7, 2);
    expect(loss).toBeLessThan(0.05);
  });

  it('holds a parameter at its bound and does its best with the others', () => {
    // The first wants to be at -0.5; the second makes up for what that leaves as far as it pays.
    const { end } = walk([0.5, 0.5], ([a, b]) => [a! + 0.5, b! - 0.25]);
    expect(end[0]).toBe(0);
    expect(end[1]).toBeCloseTo(0.25, 2);
  });

  it('stops where luck alone would be as far off', () => {
    const { stopped, steps } = walk([0.5, 0.5], ([a, b]) => [a! - 0.5, b! - 0.5], { ...MISFIT, floor: 1 });
    expect([stopped, steps]).toEqual(['within luck', 0]);
  });

  it('does not chase one outlier with Huber’s loss', () => {
    const bent: Misfit = { loss: 'huber', spread: [0.1, 0.1, 0.1], floor: 0 };
    const model = ([a]: readonly number[]) => [a! - 0.2, a! - 0.22, a! - 0.9];
    expect(walk([0.5], model, bent).end[0]).toBeLessThan(
      walk([0.5], model, { ...bent, loss: 'squares' }).end[0]!,
    );
  });
});

describe('loss and implausibility', () => {
  it('are what a person computes by hand', () => {
    expect(lossOf(MISFIT, [0.02, -0.01])).toBeCloseTo(5, 12);
    expect(lossOf({ ...MISFIT, loss: 'huber' }, [0.04, 0])).toBeCloseTo(1.5 * (8 - 1.5), 12);
    expect(implausibility([0.01, 0.02], [0.02, -0.06])).toBeCloseTo(3, 12);
    expect(implausibility([0.03], [0.05], [0.0016])).toBeCloseTo(1, 12);
  });
});

describe('least squares', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });

  it('solve what they were given', () => {
    const matrix = [
      [4, 2],
      [2, 3],
    ];
    const x = solveTriangles(lowerTriangle(matrix), [8, 7]);
    expect(x[0]).toBeCloseTo(1.25, 12);
    expect(x[1]).toBeCloseTo(1.5, 12);
    expect(() => lowerTriangle([[-1]])).toThrow(RangeError);
  });

  it('say what each row would be predicted as without it', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 12 }), fc.nat(5), (noise, out) => {
        const x = noise.map((_, n) => [1, n]);
        const { leftOut } = regress(x, noise);
        const rest = (_: unknown, n: number) => n !== out;
        const { coefficients } = regress(x.filter(rest), noise.filter(rest));
        expect(leftOut[out]).toBeCloseTo(noise[out]! - coefficients[0]! - coefficients[1]! * out, 4);
      }),
    );
  });
});

describe('an emulator', () => {
  const points = Array.from({ length: 30 }, (_, n) => [((n * 7) % 30) / 30, ((n * 11) % 30) / 30]);
  const curved = ([a, b]: readonly number[]) => 0.2 + a! - 0.5 * b! + a! * b! - a! * a!;

  it('gives a curve of the second degree back, and knows that it does', () => {
    const emulator = fitEmulator(points.map((point) => ({ point, logRatios: [curved(point)] })))!;
    expect(emulator.degree).toBe(2);
    expect(emulator.predicted[0]).toBeGreaterThan(0.999);
    expect(emulate(emulator, [0.35, 0.6])[0]).toBeCloseTo(curved([0.35, 0.6]), 4);
  });

  it('knows when it predicts nothing', () => {
    const noise = points.map((point, n) => ({ point, logRatios: [Math.sin(n * n * 12.9898) * 43.5] }));
    expect(fitEmulator(noise)!.predicted[0]).toBeLessThan(0.3);
  });

  it('falls back to a plane, and to nothing, with few points', () => {
    const known = points.map((point) => ({ point, logRatios: [curved(point)] }));
    expect(fitEmulator(known.slice(0, 6))!.degree).toBe(1);
    expect(fitEmulator(known.slice(0, 3))).toBeUndefined();
  });
});
