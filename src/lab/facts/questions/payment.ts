import { defaultParameterValues } from '../../../model/evidence/parameters.ts';
import { always, BLOCK, logFatality, over, percentChange, type Question, SPLIT } from '../question.ts';
import { ABOVE_2008_09, MARGINAL_RATE, marginalRate } from './marginal-rate.ts';

const TARIFF = {
  'payment.outpatient': 'tariff',
  'payment.elective': 'tariff',
  'payment.emergency': 'tariff',
  'payment.accidentAndEmergency': 'tariff',
} as const;

/** Prices of the second year a tenth higher, over the uplift that the tables have. */
const UPLIFT = 0.023;
const DEARER = (1 + UPLIFT) * 1.1 - 1;

/**
 * A case that earns a tenth of its price more, while incomes and bills stay: a tenth of the price of what a case costs
 * becomes fixed cost instead.
 */
const EARNS_MORE = { variable_cost_share: defaultParameterValues().variable_cost_share! - 0.1 };

/** Nobody publishes the quality of trusts; in the market, prices of planned care are bargained. */
const HIDDEN = { 'choice.qualityPublished': false } as const;
const INTERNAL_MARKET = {
  ...HIDDEN,
  'payment.outpatient': 'tariff',
  'payment.elective': 'tariff',
  'payment.priceFreedom': 'negotiated',
} as const;

/** People of a primary care trust, and about as many of an acute trust: 51.8 million by 152. */
const MEAN_COMMISSIONER_PEOPLE = 340_000;

/** How hospitals are paid. */
export const PAYMENT_QUESTIONS: readonly Question[] = [
  {
    facts: ['B07'],
    place: 'fourTrusts',
    weeks: 260,
    arms: [always(BLOCK, HIDDEN), always(BLOCK, INTERNAL_MARKET)],
    read([block, market]) {
      const fatality = (run: typeof block) => over(run!, 'case_fatality_heart_attack_pct', 2);
      return { figures: { 'B07 heart-attack': 100 * (fatality(market) / fatality(block) - 1) } };
    },
  },
  {
    facts: ['B10'],
    place: 'district',
    weeks: 208,
    arms: [always(BLOCK), always(BLOCK, TARIFF)],
    read([block, tariff]) {
      const pair = [block!, tariff!] as const;
      const dayCases = (run: typeof block) => over(run!, 'day_case_share_pct', 2);
      return {
        figures: {
          'B10 stay': percentChange(pair, 'mean_stay_days', 2),
          'B10 day-cases': dayCases(tariff) - dayCases(block),
          'B10 volume': percentChange(pair, 'elective_admissions', 2),
          'B10 mortality': 100 * (logFatality(tariff!, 2) - logFatality(block!, 2)),
        },
      };
    },
  },
  {
    facts: ['B11'],
    place: 'district',
    weeks: 260,
    // An effect of a few tenths of a per cent: chance needs more worlds than elsewhere.
    effort: 2,
    arms: [
      { ...always(SPLIT), parameters: { tariff_uplift_2008_09: UPLIFT } },
      { ...always(SPLIT), parameters: { tariff_uplift_2008_09: UPLIFT, ...EARNS_MORE } },
      { ...always(SPLIT), parameters: { tariff_uplift_2008_09: DEARER } },
    ],
    read([first, second, dearer]) {
      const all = (run: typeof first) =>
        over(run!, 'elective_admissions', 2) + over(run!, 'emergency_admissions', 2);
      const drift = (run: typeof first) => over(run!, 'coding_drift_pp', 4);
      return {
        figures: {
          'B11 volume': 100 * (all(second) / all(first) - 1),
          // All prices alike are not what the study saw: no band is judged.
          'B11 volume-all-prices': 100 * (all(dearer) / all(first) - 1),
          'B11 upcoding': drift(dearer) - drift(first),
        },
      };
    },
  },
  {
    facts: ['B12'],
    place: 'town',
    weeks: 104,
    arms: [always(BLOCK), always(BLOCK, TARIFF)],
    read([block, tariff]) {
      const cost = (run: typeof block) =>
        over(run!, 'contracting_cost_pounds', 0) / over(run!, 'population', 0) / run!.years;
      return { figures: { 'B12 cost': ((cost(tariff) - cost(block)) * MEAN_COMMISSIONER_PEOPLE) / 1000 } };
    },
  },
  {
    facts: ['B28'],
    place: 'england',
    weeks: MARGINAL_RATE.weeks,
    arms: [
      always(SPLIT),
      {
        steps: [
          { week: 0, regime: SPLIT },
          { week: MARGINAL_RATE.from, regime: SPLIT, set: ABOVE_2008_09 },
        ],
      },
    ],
    observe: { organisations: ['trust'] },
    effort: 0.25,
    microHeader: ['trust', 'exposure', 'growth_full_price', 'growth_marginal_rate'],
    read: ([full, marginal]) => marginalRate(full!, marginal!),
  },
];
