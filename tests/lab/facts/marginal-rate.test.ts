import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/lab/facts/estimators.ts';
import { marginalRate } from '../../../src/lab/facts/questions/marginal-rate.ts';
import { handMade } from './hand-made-run.ts';

const CODES = ['a', 'b', 'c', 'd', 'small'];
/** Emergencies of 2008-09 and, as shares above it, of 2009-10: c and d are exposed. */
const BASE = [20_000, 40_000, 20_000, 50_000, 900];
const ABOVE = [-0.05, 0, 0.1, 0.1, 3];

/** Six years of England; in the last, trusts have so much of what they had in 2009-10. */
function england(last: readonly number[], national: number, surplus: number) {
  const count = (h: number, year: number) => {
    if (year === 1) return BASE[h]!;
    return year === 5 ? BASE[h]! * (1 + ABOVE[h]!) * last[h]! : BASE[h]! * (1 + ABOVE[h]!);
  };
  const values = Float64Array.from({ length: 30 }, (_, at) => count(at % 5, Math.floor(at / 5)));
  return handMade({
    years: 6,
    annual: {
      emergency_admissions: [7, 7, 100, 7, 7, national],
      surplus_pounds: [9, 9, 9, surplus, surplus, surplus],
      income_pounds: [1, 1, 1, 100, 100, 200],
    },
    rest: {
      organisations: [
        { kind: 'trust', codes: CODES, names: CODES, values: { emergency_admissions: values } },
      ],
    },
  });
}

describe('a marginal rate above the number of 2008-09', () => {
  const full = england([1, 1.2, 1.1, 1, 1], 110, 8);
  const answer = marginalRate(full, england([1, 1.2, 1.1 * 0.97, 0.97, 0.1], 100, 4));

  it('changes growth over three years, and surpluses of these', () => {
    expect(answer.figures['B28 growth']).toBeCloseTo((-100 * Math.log(1.1)) / 3, 9);
    expect(answer.figures['B28 deficits']).toBeCloseTo(-3, 9);
  });

  it('is felt by the exposed alone: of exposures 0, 0, 0.1 and 0.1 half the difference is a standard deviation', () => {
    const { value, error } = answer.figures['B28 dose'] as Estimate;
    expect(value).toBeCloseTo((100 * Math.log(0.97)) / 3 / 2, 9);
    expect(error).toBeCloseTo(0, 9);
  });

  it('leaves out small trusts, and tells the others with their exposure', () => {
    expect(answer.micro!.map(([code]) => code)).toEqual(['a', 'b', 'c', 'd']);
    expect(answer.micro![2]![1]).toBeCloseTo(0.1, 12);
  });

  it('shows no dose-response where nothing ever changes', () => {
    expect(marginalRate(full, full).figures['B28 dose']).toMatchObject({ value: 0, error: 0 });
  });
});
