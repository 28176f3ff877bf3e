import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/model/place.ts';
import { answerOf, figureOf, handMade } from './hand-made-run.ts';

describe('budgets of practices', () => {
  // Six practices of 50,000 people, two to a group: budgets of one, one and two million each.
  const million = (...values: readonly number[]) => values.map((value) => value * 1e6);
  const run = handMade({
    years: 2,
    rest: {
      organisations: [
        {
          kind: 'practice',
          codes: ['a', 'b', 'c', 'd', 'e', 'f'],
          names: ['a', 'b', 'c', 'd', 'e', 'f'],
          values: { gp_referrals_per_1000: Float64Array.from({ length: 12 }, (_, at) => 200 + at) },
        },
      ],
      costs: {
        people: new Array<number>(6).fill(50_000),
        expected: million(1, 1, 1, 1, 2, 2),
        counted: [million(1.1, 0.9, 1.1, 1.1, 1.9, 1.9)],
      },
    },
  });
  const place = { practices: { commissioner: [0, 0, 0, 0, 0, 0] } } as unknown as Place;
  const of = (key: string) => figureOf(answerOf('B44', [run], place), key).value;

  it('miss groups by 0, 10 and 5%: by 5% on average, and two of three by more than 3%', () => {
    expect(of('B44 groups')).toBeCloseTo(5, 9);
    expect(of('B44 groups-beyond-3')).toBeCloseTo(200 / 3, 9);
  });

  it('explain of costs a head what is not left: squares of 0.06 of 0.9933', () => {
    const mean = 8 / 6;
    const around = 3 * (1.1 - mean) ** 2 + (0.9 - mean) ** 2 + 2 * (1.9 - mean) ** 2;
    expect(of('B44 r-squared')).toBeCloseTo(1 - 0.06 / around, 9);
  });
});
