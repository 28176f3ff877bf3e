import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosineOfLatitude, NearestPoints, straightLineKm } from '../../../src/lab/place/geography.ts';
import {
  choiceShares,
  emergencyUtility,
  fitAttraction,
  plannedUtility,
} from '../../../src/lab/place/hospital-choice.ts';
import { rake } from '../../../src/lab/place/rake.ts';

const points = fc.array(
  fc.record({
    latitude: fc.double({ min: 50, max: 56, noNaN: true }),
    longitude: fc.double({ min: -5, max: 2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('distance', () => {
  it('is 111.2 km for one degree of latitude, and what the great circle gives from Hereford to Gloucester', () => {
    expect(straightLineKm(52, -2, 53, -2)).toBeCloseTo(111.195, 3);
    expect(straightLineKm(52.058, -2.71, 51.866, -2.232)).toBeCloseTo(39.06, 1);
  });

  it('uses a cosine that is right to eleven digits', () => {
    for (const degrees of [0, 30, 45, 50, 60]) {
      expect(cosineOfLatitude(degrees)).toBeCloseTo(Math.cos((degrees * Math.PI) / 180), 10);
    }
  });

  it('finds the same nearest points as looking at all of them', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 8 }), (all, count) => {
        const latitude = Float64Array.from(all, (p) => p.latitude);
        const longitude = Float64Array.from(all, (p) => p.longitude);
        const km = all.map((p, index) => ({
          index,
          km: straightLineKm(52.5, -1.5, p.latitude, p.longitude),
        }));
        const expected = km.sort((a, b) => a.km - b.km || a.index - b.index).slice(0, count);
        const found = new NearestPoints(latitude, longitude).nearest(52.5, -1.5, count);
        expect(found.index).toEqual(expected.map((e) => e.index));
      }),
    );
  });
});

describe('choice of hospital', () => {
  it('never prefers the further of two equal hospitals', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (km, more) => {
          expect(plannedUtility(km + more)).toBeLessThan(plannedUtility(km));
          expect(emergencyUtility(km + more)).toBeLessThan(emergencyUtility(km));
        },
      ),
    );
  });

  it('sends 1 in 4.6 to a hospital 5 km further, and nobody where there is none', () => {
    // -0.265 x 5 + 0.002 x 25 - 0.00001 x 125 = -1.27625; 1 / (1 + e^1.27625) = 0.2182
    const shares = choiceShares(Float32Array.of(0, 5, Infinity), new Float64Array(3), plannedUtility);
    expect(shares[1]).toBeCloseTo(0.2182, 4);
    expect(shares[2]).toBe(0);
    expect(choiceShares(Float32Array.of(Infinity), new Float64Array(1), plannedUtility)[0]).toBe(0);
  });

  it('gives the bigger of two hospitals at the same door half of its greater size in attraction', () => {
    // Both at no distance: share = e^a / sum; size 3 : 1. At stiffness 1 the log ratio of shares is half that of sizes.
    const fit = fitAttraction(
      new Float32Array(2),
      Float64Array.of(100),
      Float64Array.of(3, 1),
      new Float64Array(2),
      200,
    );
    expect(Math.log(fit.predictedShare[0] / fit.predictedShare[1])).toBeCloseTo(Math.log(3) / 2, 6);
  });
});

describe('raking', () => {
  it('meets both totals wherever every cell can move', () => {
    const cells = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(cells, cells, (start, target) => {
        const table = Float64Array.from(start);
        const row = (t: ArrayLike<number>, r: number) => t[r * 3] + t[r * 3 + 1] + t[r * 3 + 2];
        const column = (t: ArrayLike<number>, c: number) => t[c] + t[3 + c];
        rake(
          table,
          [row(target, 0), row(target, 1)],
          [column(target, 0), column(target, 1), column(target, 2)],
          500,
        );
        for (const r of [0, 1]) expect(row(table, r) / row(target, r)).toBeCloseTo(1, 4);
        for (const c of [0, 1, 2]) expect(column(table, c) / column(target, c)).toBeCloseTo(1, 4);
      }),
    );
  });
});
