import { defaultParameterValues } from '../../../model/evidence/parameters.ts';
import type { Place } from '../../../model/place.ts';
import { concentration } from '../concentration.ts';
import { leastSquares, quantile } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import { type Answer, always, columnOf, organisations, type Question, SPLIT } from '../question.ts';

/** First year, from 0, that counts of competition; trusts in deficit are those of the last year. */
const FROM_YEAR = 2;

/** All trusts of England, as they stand: competition by density of markets, and a cross-section by margin. */
export const ENGLAND_QUESTIONS: readonly Question[] = [
  {
    facts: ['B04', 'B05', 'B50'],
    place: 'england',
    weeks: 260,
    arms: [always(SPLIT, { 'choice.of': 'none' }), always(SPLIT)],
    observe: { organisations: ['trust'] },
    effort: 0.25,
    microHeader: [
      'trust',
      'minus_ln_hhi',
      'ln_fatality_no_choice',
      'ln_fatality_choice',
      'margin',
      'over_4_hours_pct',
      'over_18_weeks_pct',
      'readmissions_per_emergency',
    ],
    read([without, withChoice], place) {
      const rows = trusts(without!, withChoice!, place);
      const competing = competition(rows);
      const hip = defaultParameterValues().fatality_hip_fracture!;
      const inDeficit = deficits(rows);
      return {
        figures: {
          'B04 heart-attack': competing,
          'B05 heart-attack': competing,
          'B05 hip-fracture': { value: hip * competing.value, error: hip * competing.error },
          'B50 process': inDeficit.process,
          'B50 outcome': inDeficit.outcome,
        },
        micro: rows.map((row) => [
          row.code,
          row.density,
          row.without,
          row.withChoice,
          row.margin,
          row.over4h,
          row.over18,
          row.readmissions,
        ]),
      } satisfies Answer;
    },
  },
];

interface Trust {
  readonly code: string;
  /** Minus the logarithm of the concentration of its markets. */
  readonly density: number;
  /** Logarithm of its factor on emergency fatality, without choice and with it, mean of the years that count. */
  readonly without: number;
  readonly withChoice: number;
  /** Surplus over income, the last year with choice; what it missed; readmissions for an emergency. */
  readonly margin: number;
  readonly over4h: number;
  readonly over18: number;
  readonly readmissions: number;
}

function trusts(without: ObservedRun, withChoice: ObservedRun, place: Place): readonly Trust[] {
  const hhi = concentration(place);
  const table = organisations(withChoice, 'trust');
  const column = (metric: string) => columnOf(table, metric, withChoice.years - 1);
  const [surplus, income, within4h, within18, again, emergencies] = [
    column('surplus_pounds'),
    column('income_pounds'),
    column('ae_within_4h_pct'),
    column('incomplete_within_18_weeks_pct'),
    column('readmissions'),
    column('emergency_admissions'),
  ] as const;
  return table.codes
    .map((code, h) => ({
      code,
      h,
      density: -Math.log(hhi[h]!),
      without: fatality(without, place, h),
      withChoice: fatality(withChoice, place, h),
      margin: surplus[h]! / income[h]!,
      over4h: 100 - within4h[h]!,
      over18: 100 - within18[h]!,
      readmissions: again[h]! / emergencies[h]!,
    }))
    .filter(({ h }) => place.providers.emergency[h] === 1 && place.providers.specialist[h] === 0);
}

function fatality(run: ObservedRun, { providers }: Place, h: number): number {
  let sum = 0;
  for (let year = FROM_YEAR; year < run.years; year++)
    sum += run.yearly.logFatality[year * providers.count + h]!;
  return sum / (run.years - FROM_YEAR);
}

/** What choice did to fatality where rivals are many (90th centile) over where they are few (10th), per cent. */
function competition(rows: readonly Trust[]): { value: number; error: number } {
  const slope = leastSquares(
    rows.map(({ density }) => [1, density]),
    rows.map((row) => row.withChoice - row.without),
  )[1]!;
  const densities = rows.map(({ density }) => density);
  const span = quantile(densities, 0.9) - quantile(densities, 0.1);
  return { value: 100 * slope.value * span, error: 100 * slope.error * span };
}

/** Trusts in deficit over others: what they miss, as a ratio, and their risk of readmission, per cent. */
function deficits(rows: readonly Trust[]) {
  const whole = rows.filter(
    ({ over4h, over18, readmissions }) => over4h > 0 && over18 > 0 && readmissions > 0,
  );
  const onDeficit = (y: (row: Trust) => number) =>
    leastSquares(
      whole.map(({ margin }) => [1, margin < 0 ? 1 : 0]),
      whole.map(y),
    )[1]!;
  const process = onDeficit(({ over4h, over18 }) => (Math.log(over4h) + Math.log(over18)) / 2);
  const outcome = onDeficit(({ readmissions }) => Math.log(readmissions));
  const ratio = Math.exp(process.value);
  return {
    process: { value: ratio, error: ratio * process.error },
    outcome: { value: 100 * outcome.value, error: 100 * outcome.error },
  };
}
