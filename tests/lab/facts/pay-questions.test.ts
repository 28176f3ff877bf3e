import { describe, expect, it } from 'vitest';
import { answerOf, figureOf, flat, type HandMade, handMade } from './hand-made-run.ts';

const value = (fact: string, measure: string, ...runs: readonly HandMade[]): number =>
  figureOf(answerOf(fact, runs.map(handMade)), `${fact} ${measure}`).value;

/** Years that a question is not to read. */
const UNREAD = 77;

/** Referral rates of three practices in the third year and the fourth of six. */
const practices = (rates: readonly number[]) => ({
  kind: 'practice' as const,
  codes: ['a', 'b', 'c'],
  names: ['a', 'b', 'c'],
  values: {
    gp_referrals_per_1000: Float64Array.from({ length: 18 }, (_, at) =>
      at >= 6 && at < 12 ? rates[at - 6]! : UNREAD * at,
    ),
  },
});

describe('what questions on pay and review make of hand-made runs', () => {
  it('reads the answer of volume from the second arm, years 3 to 5, and coding of year 5 from the third', () => {
    const arm = (electives: number, drift: number): HandMade => ({
      years: 5,
      annual: {
        elective_admissions: [UNREAD, UNREAD, electives, electives, electives],
        emergency_admissions: [UNREAD, UNREAD, 40, 50, 60],
        coding_drift_pp: [...flat(4, UNREAD), drift],
      },
    });
    // 3 x 100 + 150 = 450 against 3 x 103 + 150 = 459, and 3 x 97 + 150 = 441 where all prices are higher.
    const arms = [arm(100, 0.5), arm(103, 0.6), arm(97, 0.85)] as const;
    expect(value('B11', 'volume', ...arms)).toBeCloseTo(2, 9);
    expect(value('B11', 'volume-all-prices', ...arms)).toBeCloseTo(-2, 9);
    expect(value('B11', 'upcoding', ...arms)).toBeCloseTo(0.35, 9);
  });

  it('brings the cost of contracting to a year of 340,000 people', () => {
    const arm = (first: number, second: number): HandMade => ({
      years: 2,
      annual: { contracting_cost_pounds: [first, second], population: [900, 1100] },
    });
    // A head and year: 4,000 over 1,000 over 2 is 2 pounds, 5,200 is 2.60; 60 pence of 340,000 are 204,000 pounds.
    expect(value('B12', 'cost', arm(1500, 2500), arm(2500, 2700))).toBeCloseTo(204, 9);
  });

  it('reads review in its last two years, and what is lost around the day two years after', () => {
    const referrals = (of: (week: number) => number, ...rates: readonly number[]): HandMade => ({
      years: 6,
      rest: {
        weekly: { gp_referrals: Float64Array.from({ length: 338 }, (_, week) => of(week)) },
        organisations: [practices(rates)],
      },
    });
    const reviewed = referrals(
      (week) => {
        if (week >= 104 && week < 156) return 8;
        if (week >= 156 && week < 208) return 6;
        return week >= 286 ? 9 : UNREAD;
      },
      210,
      230,
      215,
      222,
      226,
      212,
    );
    const arms = [referrals(() => 10, 200, 260, 220, 210, 240, 230), reviewed] as const;
    // A fifth and two fifths less are 30% over two years; of the 40% of the last, 10% are there two years on.
    expect(value('B30', 'while-on', ...arms)).toBeCloseTo(-30, 9);
    expect(value('B30', 'lost', ...arms)).toBeCloseTo(75, 9);
    // Means of two years are 205, 250 and 225, and 216, 228 and 213.5: ranges of 45 and 14.5.
    expect(value('B30', 'spread', ...arms)).toBeCloseTo(100 * (14.5 / 45 - 1), 9);
  });

  it('has lost nothing where review did nothing', () => {
    const same: HandMade = {
      years: 6,
      rest: {
        weekly: { gp_referrals: new Float64Array(338).fill(10) },
        organisations: [practices([1, 2, 3, 1, 2, 3])],
      },
    };
    expect(value('B30', 'spread', same, same)).toBe(0);
    expect(value('B30', 'lost', same, same)).toBe(0);
  });

  it('reads pay for quality in its first and in its seventh year alone', () => {
    const arm = (first: number, seventh: number): HandMade => ({
      years: 12,
      annual: {
        emergency_ambulatory_sensitive: [...flat(5, UNREAD), first, ...flat(5, first * seventh), seventh],
      },
    });
    const arms = [arm(200, 250), arm(194, 225)] as const;
    expect(value('B33', 'year-1', ...arms)).toBeCloseTo(-3, 9);
    expect(value('B33', 'year-7', ...arms)).toBeCloseTo(-10, 9);
  });
});
