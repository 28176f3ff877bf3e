import { describe, expect, it } from 'vitest';
import { answerOf, figureOf, type HandMade, handMade } from './hand-made-run.ts';

describe('more operations', () => {
  it('are read from the wait at the end of the second year, and from referrals of that year', () => {
    const arm = (wait: number, asPlanned: number, list: number, referrals: number): HandMade => ({
      years: 2,
      annual: { gp_referrals: [999, referrals], list_total: [999, list] },
      yearly: { expectedWait: [99, wait], expectedWaitAsPlanned: [99, asPlanned] },
    });
    const answer = answerOf('B25', [arm(20, 20, 500, 1000), arm(15, 16, 480, 1012)].map(handMade));
    expect(figureOf(answer, 'B25 wait').value).toBeCloseTo(-25, 9);
    expect(figureOf(answer, 'B25 wait-as-planned').value).toBeCloseTo(-20, 9);
    expect(figureOf(answer, 'B25 list').value).toBeCloseTo(-4, 9);
    expect(figureOf(answer, 'B25 demand').value).toBeCloseTo(1.2, 9);
  });
});

describe('full beds', () => {
  const WEEKS = 182;
  const FROM = 26;
  const LEVELS = [85, 87, 89, 91, 93, 95];
  /** Half a point lost for a point of occupancy from 85 to 91, two from there: three points are lost at 91. */
  const within = (occupancy: number) => 98 - 0.5 * (occupancy - 85) - 1.5 * Math.max(0, occupancy - 91);
  // Occupancy changes every week, so that four hours set beside those of another week show no line.
  const occupancy = Float64Array.from({ length: WEEKS }, (_, week) => LEVELS[week % LEVELS.length]!);
  const hours = Float64Array.from({ length: WEEKS }, (_, week) =>
    week < FROM ? 0 : within(occupancy[week - 1]!),
  );
  // The last week's occupancy is followed by nothing, and weeks before the last of the first half year do not count.
  occupancy[WEEKS - 1] = 200;
  occupancy.fill(200, 0, FROM - 1);
  const answer = answerOf('B51', [
    handMade({ years: 3, rest: { weekly: { bed_occupancy_pct: occupancy, ae_within_4h_pct: hours } } }),
  ]);

  it('are set beside the four hours of the week after, from the second half year on', () => {
    expect(answer.micro).toHaveLength(WEEKS - FROM);
    expect(answer.micro![0]).toEqual([FROM, occupancy[FROM - 1], hours[FROM]]);
    expect(answer.micro!.at(-1)).toEqual([WEEKS - 1, occupancy[WEEKS - 2], hours[WEEKS - 1]]);
  });

  it('have lost three points at 91%, and lose one and a half more a point above it than below', () => {
    expect(figureOf(answer, 'B51 knee').value).toBeCloseTo(91, 9);
    expect(figureOf(answer, 'B51 convex').value).toBeCloseTo(1.5, 9);
  });
});
