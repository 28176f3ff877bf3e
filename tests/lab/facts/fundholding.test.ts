import { describe, expect, it } from 'vitest';
import type { ObservedRun } from '../../../src/lab/facts/observed.ts';
import { endOfFunds } from '../../../src/lab/facts/questions/fundholding.ts';
import type { Figure } from '../../../src/lab/facts/verdict.ts';

const YEARS = 9;
const CODES = ['a', 'b', 'c', 'd', 'late'];

/** A run of five practices: 100 electives and 90 emergencies by 1,000, times a factor by practice and year. */
function runOf(
  electives: (g: number, year: number) => number,
  formed: (g: number, year: number) => boolean,
): ObservedRun {
  const table = (level: number, factor: (g: number, year: number) => number) =>
    Float64Array.from(
      { length: YEARS * CODES.length },
      (_, at) => level * factor(at % 5, Math.floor(at / 5)),
    );
  return {
    organisations: [
      {
        kind: 'practice',
        codes: CODES,
        names: CODES,
        values: {
          elective_admissions_per_1000: table(100, electives),
          emergency_admissions_per_1000: table(90, () => 1),
        },
      },
    ],
    yearly: {
      formed: Array.from({ length: YEARS * 5 }, (_, at) => Number(formed(at % 5, Math.floor(at / 5)))),
    },
  } as unknown as ObservedRun;
}

const nobody = () => false;
/** a and b hold funds from year 2 to 6, late joins in year 6. */
const holders = (g: number, year: number) => year <= 6 && ((g < 2 && year >= 2) || (g === 4 && year >= 6));
const never = runOf((g, year) => 1 + g / 10 + year / 100, nobody);

const figuresOf = (run: ObservedRun): Readonly<Record<string, number | Figure>> =>
  endOfFunds(run, never).figures;

describe('the end of fundholding', () => {
  it('finds what funds did, whatever else differs between practices and years', () => {
    const run = runOf(
      (g, year) => (1 + g / 10 + year / 100) * (holders(g, year) && g < 2 ? 0.95 : 1),
      holders,
    );
    const figures = figuresOf(run);
    expect(figures['B13 electives']).toBeCloseTo(100 * Math.log(0.95), 9);
    expect(figures['B13 emergencies']).toBeCloseTo(0, 9);
    expect(endOfFunds(run, never).micro!.map(([code, treated]) => [code, treated])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
      ['d', 0],
    ]);
  });

  it('takes a gap that was there before the scheme for selection', () => {
    const run = runOf(
      (g, year) => (1 + g / 10 + year / 100) * (holders(g, year) && g < 2 ? 0.95 : 1),
      holders,
    );
    const gap = (year: number) =>
      [0, 1].reduce((sum, g) => sum + Math.log(1 + g / 10 + year / 100), 0) / 2 -
      [2, 3].reduce((sum, g) => sum + Math.log(1 + g / 10 + year / 100), 0) / 2;
    expect(figuresOf(run)['B13 selection']).toBeCloseTo(100 * gap(5.5), 1);
    // What funds do is no part of it.
    const harder = runOf(
      (g, year) => (1 + g / 10 + year / 100) * (holders(g, year) && g < 2 ? 0.5 : 1),
      holders,
    );
    expect(figuresOf(harder)['B13 selection']).toBe(figuresOf(run)['B13 selection']);
  });

  it('is nothing where nothing ever changes, and not known where nobody held a fund', () => {
    expect(Object.values(figuresOf(never))).toEqual([0, 0, 0]);
    const other = runOf((g, year) => 1 + g / 10 + year / 90, nobody);
    expect(Object.values(figuresOf(other))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
