import { describe, expect, it } from 'vitest';
import { answerOf, figureOf, type HandMade, handMade } from './hand-made-run.ts';

describe('a handover at one date', () => {
  const arm = (skill: number, pounds: readonly number[]): HandMade => ({
    years: 5,
    annual: { structural_change_cost_pounds: pounds, population: [1, 1, 1, 480, 520] },
    yearly: { skill: [9, 9, skill, 9, 9] },
  });
  const answer = answerOf(
    'B46',
    [arm(0.8, [7, 7, 7, 7, 7]), arm(0.6, [100, 200, 0, 9000, 700]), arm(1, [50, 0, 0, 0, 450])].map(handMade),
  );

  it('costs what was spent in all years over the people from the date on, where functions are run down', () => {
    expect(figureOf(answer, 'B46 cost').value).toBeCloseTo(20, 12);
  });

  it('costs at two speeds what was spent there, beside it', () => {
    expect(figureOf(answer, 'B46 cost-of-two-speeds').value).toBeCloseTo(1, 12);
  });

  it('loses skill by the end of the third year: 0.6 where it would be 0.8', () => {
    expect(figureOf(answer, 'B46 skill').value).toBeCloseTo(-25, 12);
  });
});
