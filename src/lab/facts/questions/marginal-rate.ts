import { leastSquares, mean } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import { type Answer, columnOf, organisations, over } from '../question.ts';

/** April 2010 to March 2013: the rate was paid above the number of 2008-09, which no later year moved. */
export const MARGINAL_RATE = { from: 156, weeks: 312 } as const;
export const ABOVE_2008_09 = {
  'payment.emergencyMarginalRate': 0.3,
  'payment.marginalRateBaseline': 'fixedYear',
  'payment.marginalRateBaseYear': 2008,
} as const;

const BASE_YEAR = 1;
const YEAR_BEFORE = MARGINAL_RATE.from / 52 - 1;
const LAST_YEAR = MARGINAL_RATE.weeks / 52 - 1;

/** Emergency admissions in the base year below which a trust is left out: specialist hospitals. */
const FEWEST = 10_000;

/**
 * The national trend, and apart from it the local dose-response: a trust is exposed by as much as it was above its baseline in
 * the year before the rate began. Growth of the same trust paid in full, with the same luck, is taken off, as chance in
 * the year before comes back in the years after.
 */
export function marginalRate(full: ObservedRun, marginal: ObservedRun): Answer {
  const years = LAST_YEAR - YEAR_BEFORE;
  const growth = (before: number, last: number) => (100 * Math.log(last / before)) / years;
  const national = ({ annual }: ObservedRun) => {
    const emergencies = annual.emergency_admissions!;
    return growth(emergencies[YEAR_BEFORE]!, emergencies[LAST_YEAR]!);
  };
  const surplus = (run: ObservedRun) =>
    (100 * over(run, 'surplus_pounds', YEAR_BEFORE + 1)) / over(run, 'income_pounds', YEAR_BEFORE + 1);
  const [table, other] = [organisations(full, 'trust'), organisations(marginal, 'trust')];
  const count = (of: typeof table, year: number) => columnOf(of, 'emergency_admissions', year);
  const [base, before] = [count(table, BASE_YEAR), count(table, YEAR_BEFORE)];
  const [last, lastOther] = [count(table, LAST_YEAR), count(other, LAST_YEAR)];
  const rows = table.codes
    .map((code, h) => ({
      code,
      people: base[h]!,
      exposure: Math.max(0, before[h]! / base[h]! - 1),
      full: growth(before[h]!, last[h]!),
      marginal: growth(before[h]!, lastOther[h]!),
    }))
    .filter((row) => row.people >= FEWEST);
  return {
    figures: {
      'B28 growth': national(marginal) - national(full),
      'B28 deficits': surplus(marginal) - surplus(full),
      'B28 dose': doseResponse(rows),
    },
    micro: rows.map((row) => [row.code, row.exposure, row.full, row.marginal]),
  };
}

/** How much more slowly emergencies grow at a trust that is a standard deviation more exposed, points a year. */
function doseResponse(
  rows: readonly { readonly exposure: number; readonly full: number; readonly marginal: number }[],
) {
  const exposures = rows.map(({ exposure }) => exposure);
  const usual = mean(exposures);
  const deviation = Math.sqrt(mean(exposures.map((exposure) => (exposure - usual) ** 2)));
  const [, slope] = leastSquares(
    exposures.map((exposure) => [1, (exposure - usual) / deviation]),
    rows.map((row) => row.marginal - row.full),
  );
  return slope!;
}
