import { describe, expect, it } from 'vitest';
import { shareWithin, WAIT_BANDS, waitPercentile } from '../../../src/model/metrics/waiting-times.ts';

/** Counts by weekly band from pairs [band, patients]. */
function bands(...pairs: [number, number][]): Int32Array {
  const counts = new Int32Array(WAIT_BANDS);
  for (const [band, patients] of pairs) counts[band] = patients;
  return counts;
}

describe('waits by the national definitions', () => {
  it('reads the median off a straight line within its weekly band', () => {
    // Ten patients wait more than 4 and up to 5 weeks: half of them up to 4.5.
    expect(waitPercentile(bands([4, 10]), 0.5)).toBe(4.5);
    // 30 in 0-1, 70 in 1-2: the 50th of 100 is the 20th of 70 in the second band.
    expect(waitPercentile(bands([0, 30], [1, 70]), 0.5)).toBeCloseTo(1 + 20 / 70, 12);
  });

  it('reads the 92nd percentile the same way', () => {
    expect(waitPercentile(bands([0, 92], [30, 8]), 0.92)).toBe(1);
    expect(waitPercentile(bands([0, 84], [30, 16]), 0.92)).toBeCloseTo(30.5, 12);
  });

  it('counts patients of up to eighteen weeks as within eighteen weeks', () => {
    // Band 17 is "more than 17 and up to 18 weeks"; band 18 is over.
    expect(shareWithin(bands([17, 3], [18, 1]), 18)).toBe(75);
  });

  it('says nothing about nobody', () => {
    expect(waitPercentile(bands(), 0.5)).toBeNaN();
    expect(shareWithin(bands(), 18)).toBeNaN();
  });

  it('reads one group out of many', () => {
    const two = new Int32Array(2 * WAIT_BANDS);
    two[WAIT_BANDS + 9] = 4;
    expect(waitPercentile(two, 0.5, WAIT_BANDS)).toBe(9.5);
  });
});
