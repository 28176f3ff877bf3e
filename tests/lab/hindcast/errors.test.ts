import { describe, expect, it } from 'vitest';
import { seriesError } from '../../../src/lab/hindcast/errors.ts';

describe('the error of a series', () => {
  it('is what a hand reckons', () => {
    const error = seriesError([110, 190, 300], [100, 200, 300]);
    expect([error.points, error.bias, error.rmse]).toEqual([3, 0, Math.sqrt(200 / 3)]);
    expect(error.mapePct).toBeCloseTo((10 + 5 + 0) / 3, 12);
  });

  it('leaves out months in which one of the two is not known', () => {
    expect(seriesError([1, Number.NaN, 3], [2, 2, Number.NaN])).toEqual({
      points: 1,
      bias: -1,
      rmse: 1,
      mapePct: 50,
    });
  });

  it('has no figure where there is nothing to compare, and refuses series of different lengths', () => {
    expect(seriesError([Number.NaN], [1])).toEqual({
      points: 0,
      bias: Number.NaN,
      rmse: Number.NaN,
      mapePct: Number.NaN,
    });
    expect(() => seriesError([1], [1, 2])).toThrow(RangeError);
  });
});
