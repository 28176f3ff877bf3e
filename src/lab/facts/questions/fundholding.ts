import type { OrganisationColumns } from '../../../model/result.ts';
import { differenceInDifferences, leastSquares, mean } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import { type Answer, columnOf, organisations } from '../question.ts';

/** First weeks of fundholding and of its abolition, and the years before and after that are compared. */
export const FUNDHOLDING = { from: 104, to: 364, before: [5, 6], after: [7, 8] } as const;

const METRICS = ['elective_admissions_per_1000', 'emergency_admissions_per_1000'];
const NO_FUNDS = { 'B13 electives': 0, 'B13 emergencies': 0, 'B13 selection': 0 };
const NOT_KNOWN = { 'B13 electives': Number.NaN, 'B13 emergencies': Number.NaN, 'B13 selection': Number.NaN };

/**
 * Difference in differences at practice level: what ends with the scheme is what it did. Fundholders are those who held a
 * fund through both years before; who joined in these is left out. The same practices under block contracts for ever, with
 * the same luck, are taken off, which no study could do: their change has nothing to do with the scheme, and most of
 * the chance in the figures of small practices goes with it. How far apart they are there in the years before abolition,
 * when no scheme has done anything to anybody, is selection: the part of the raw gap that is no effect.
 */
export function endOfFunds(run: ObservedRun, never: ObservedRun): Answer {
  const tables = [organisations(run, 'practice'), organisations(never, 'practice')] as const;
  const G = tables[0].codes.length;
  const [first, last] = [FUNDHOLDING.before[0] - 1, FUNDHOLDING.before.at(-1)!];
  const held = (g: number, year: number) => run.yearly.formed[year * G + g] === 1;
  const rate = (table: OrganisationColumns, metric: string, g: number, years: readonly number[]) =>
    mean(years.map((year) => columnOf(table, metric, year)[g]!));
  const rows = tables[0].codes
    .map((code, g) => ({
      code,
      treated: held(g, first),
      joined: !held(g, first) && held(g, last),
      rates: tables.flatMap((table) =>
        METRICS.flatMap((metric) => [
          rate(table, metric, g, FUNDHOLDING.before),
          rate(table, metric, g, FUNDHOLDING.after),
        ]),
      ),
    }))
    .filter(({ joined }) => !joined);
  const micro = rows.map((row) => [row.code, row.treated ? 1 : 0, ...row.rates]);
  if (!rows.some((row) => row.treated)) {
    // Where both arms are the same nothing ended; else there is nobody to tell the effect by.
    const same = rows.every(({ rates }) => rates.slice(0, 4).every((value, n) => value === rates[n + 4]));
    return { figures: same ? NO_FUNDS : NOT_KNOWN, micro };
  }
  const whole = rows.filter((row) => row.rates.every((value) => value > 0));
  const causal = (at: number) =>
    -100 *
    differenceInDifferences(
      whole.map((row) => ({
        treated: row.treated,
        before: Math.log(row.rates[at]! / row.rates[at + 4]!),
        after: Math.log(row.rates[at + 1]! / row.rates[at + 5]!),
      })),
    ).value;
  const [, gapWithoutScheme] = leastSquares(
    whole.map((row) => [1, row.treated ? 1 : 0]),
    whole.map((row) => Math.log(row.rates[4]!)),
  );
  return {
    figures: {
      'B13 electives': causal(0),
      'B13 emergencies': causal(2),
      'B13 selection': 100 * gapWithoutScheme!.value,
    },
    micro,
  };
}
