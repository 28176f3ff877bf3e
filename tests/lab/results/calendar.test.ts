import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekDate, yearLabel, yearOfWeek, yearTitle } from '../../../src/lab/results/calendar.ts';

describe('the calendar of the results', () => {
  it('labels years and dates weeks as a wall calendar does', () => {
    expect(yearLabel('2007-04', 0)).toBe('2007-2008');
    expect(yearLabel('2007-04', 2)).toBe('2009-2010');
    expect(yearLabel('1999-04', 0)).toBe('1999-2000');
    expect(yearTitle('2007-04', 1, 52)).toBe('2008-2009');
    expect(yearTitle('2007-04', 0, 8)).toBe('2007-2008 (8 weeks)');
    expect(weekDate('2007-04', 0)).toBe('2007-04-02'); // 1 April 2007 was a Sunday
    expect(weekDate('2007-04', 51)).toBe('2008-03-24');
    expect(weekDate('2007-04', 52)).toBe('2008-04-07');
    expect(weekDate('2013-04', 0)).toBe('2013-04-01'); // a Monday itself
  });

  it('gives every week a Monday of its labelled year, later than the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2080 }), (week) => {
        const date = weekDate('2007-04', week);
        expect(new Date(`${date}T00:00Z`).getUTCDay()).toBe(1);
        expect(date > weekDate('2007-04', week - 1)).toBe(true);
        const first = Number(yearLabel('2007-04', yearOfWeek(week)).slice(0, 4));
        expect(date >= `${first}-04-01` && date <= `${first + 1}-03-31`).toBe(true);
      }),
    );
  });

  it('refuses what is not a month', () => {
    for (const start of ['2007', '2007-13', 'April 2007', ''])
      expect(() => weekDate(start, 0)).toThrow(RangeError);
  });
});
