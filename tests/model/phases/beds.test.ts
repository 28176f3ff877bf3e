import { describe, expect, it } from 'vitest';
import { expectedOverflow } from '../../../src/model/phases/beds.ts';

describe('the expected overflow of daily peaks', () => {
  it('is 0.4 of the spread when the mean census fills the beds', () => {
    // E[(N - B)+] of a normal at its mean is sd / sqrt(2 pi).
    expect(expectedOverflow(100, 100, 0.1)).toBeCloseTo(10 * 0.39894228, 6);
  });

  it('is nearly nothing with plenty of beds, and the excess itself with far too few', () => {
    expect(expectedOverflow(60, 100, 0.1)).toBeLessThan(1e-6);
    expect(expectedOverflow(200, 100, 0.1)).toBeCloseTo(100, 3);
    expect(expectedOverflow(0, 100, 0.1)).toBe(0);
  });

  it('falls with every bed and rises with the census', () => {
    for (let beds = 80; beds < 130; beds++) {
      expect(expectedOverflow(100, beds + 1, 0.1)).toBeLessThan(expectedOverflow(100, beds, 0.1));
      expect(expectedOverflow(beds + 1, 100, 0.1)).toBeGreaterThan(expectedOverflow(beds, 100, 0.1));
    }
  });
});
