import { correlation, mean, shareExplained, tenthsApart } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import type { PracticeCosts } from '../practice-costs.ts';
import {
  type Answer,
  always,
  BLOCK,
  columnOf,
  organisations,
  percentChange,
  percentOver,
  type Question,
  SPLIT,
} from '../question.ts';
import { endOfFunds, FUNDHOLDING } from './fundholding.ts';

/** Practices hold funds one by one: groups so small that each is one practice. */
const ONE_BY_ONE = { group_of_practices_people: 1000 };

const REVIEW = { from: 52, to: 208 } as const;
/** The year in the middle of which it is two years since review ended. */
const TWO_YEARS_AFTER = { from: REVIEW.to + 78, to: REVIEW.to + 130 } as const;

/** Pay for quality starts after five years without it. */
const QUALITY_PAY_FROM = 260;

/** Lists that are too short to tell a rate from luck are left out, people. */
const SHORTEST_LIST = 1000;
const GROUP_PEOPLE = 100_000;
const FAR_OFF = 0.1;
/** What budgets of groups are said to miss at most, per cent. */
const GROUP_MISS_PCT = 3;

/** General practice: budgets, review, pay, and how practices differ. */
export const PRACTICE_QUESTIONS: readonly Question[] = [
  {
    facts: ['B13'],
    place: 'town',
    weeks: 468,
    arms: [
      {
        steps: [
          { week: 0, regime: BLOCK },
          { week: FUNDHOLDING.from, regime: 'fundholding' },
          { week: FUNDHOLDING.to, regime: BLOCK },
        ],
        parameters: ONE_BY_ONE,
      },
      { ...always(BLOCK), parameters: ONE_BY_ONE },
    ],
    observe: { organisations: ['practice'] },
    microHeader: [
      'practice',
      'fundholder',
      'electives_before',
      'electives_after',
      'emergencies_before',
      'emergencies_after',
      'electives_before_never',
      'electives_after_never',
      'emergencies_before_never',
      'emergencies_after_never',
    ],
    read: ([run, never]) => endOfFunds(run!, never!),
  },
  {
    facts: ['B15'],
    place: 'district',
    weeks: 260,
    arms: [always(SPLIT, { 'budget.salience': 'none' }), always(SPLIT)],
    read: ([none, indicative]) => ({
      figures: { 'B15 referrals': percentChange([none!, indicative!], 'gp_referrals', 1) },
    }),
  },
  {
    facts: ['B30'],
    place: 'district',
    weeks: TWO_YEARS_AFTER.to,
    arms: [
      always(SPLIT),
      {
        steps: [
          { week: 0, regime: SPLIT },
          { week: REVIEW.from, regime: SPLIT, set: { 'programme.peerReview': 1 } },
          { week: REVIEW.to, regime: SPLIT },
        ],
      },
    ],
    observe: { weekly: ['gp_referrals'], organisations: ['practice'] },
    // A share of a fall of a few per cent: chance needs more worlds than elsewhere.
    effort: 2,
    read([off, on]) {
      const referrals = (run: ObservedRun, from: number, to: number) =>
        sum(Array.from(run.weekly.gp_referrals!.subarray(from, to)));
      const change = (from: number, to: number) =>
        percentOver(referrals(off!, from, to), referrals(on!, from, to));
      const whileOn = change(REVIEW.to - 52, REVIEW.to);
      const after = change(TWO_YEARS_AFTER.from, TWO_YEARS_AFTER.to);
      return {
        figures: {
          'B30 while-on': change(REVIEW.to - 104, REVIEW.to),
          'B30 spread': percentOver(rangeOfRates(off!), rangeOfRates(on!)),
          'B30 lost': whileOn === 0 ? 0 : 100 * (1 - after / whileOn),
        },
      };
    },
  },
  {
    facts: ['B33'],
    place: 'district',
    weeks: 624,
    arms: [
      always(SPLIT, { 'programme.payForQuality': 0 }),
      {
        steps: [
          { week: 0, regime: SPLIT, set: { 'programme.payForQuality': 0 } },
          { week: QUALITY_PAY_FROM, regime: SPLIT },
        ],
      },
    ],
    read([without, paid]) {
      const change = (year: number) =>
        percentChange([without!, paid!], 'emergency_ambulatory_sensitive', year, year + 1);
      return { figures: { 'B33 year-1': change(5), 'B33 year-7': change(11) } };
    },
  },
  {
    facts: ['B44', 'B49'],
    place: 'counties',
    weeks: 104,
    arms: [always(SPLIT)],
    observe: { organisations: ['practice'], costsOfYear: 1 },
    microHeader: [
      'practice',
      'people',
      'budget_pounds',
      'counted_pounds',
      'referral_rate_year_1',
      'referral_rate_year_2',
    ],
    read: ([run], place) => practices(run!, place.practices.commissioner),
  },
];

/** Highest less lowest GP referral rate of practices, mean of the two years before review ends. */
function rangeOfRates(run: ObservedRun): number {
  const table = organisations(run, 'practice');
  const last = REVIEW.to / 52;
  const years = [last - 2, last - 1].map((year) => columnOf(table, 'gp_referrals_per_1000', year));
  const rates = years[0]!.map((first, g) => (first + years[1]![g]!) / 2);
  return Math.max(...rates) - Math.min(...rates);
}

function practices(run: ObservedRun, commissioner: ArrayLike<number>): Answer {
  const table = organisations(run, 'practice');
  const { counted, people } = run.costs!;
  const kept = people.map((_, g) => g).filter((g) => people[g]! >= SHORTEST_LIST);
  const budgets = counted.map((costs) => budgetErrors(run.costs!, commissioner, kept, costs));
  const rates = [0, 1].map((year) => {
    const column = columnOf(table, 'gp_referrals_per_1000', year);
    return kept.map((g) => column[g]!);
  });
  return {
    figures: {
      'B44 off-by-tenth': mean(budgets.map(({ offByTenth }) => offByTenth)),
      'B44 with-size': mean(budgets.map(({ withSize }) => withSize)),
      'B44 groups': mean(budgets.map(({ groups }) => groups)),
      // What the study says of no group by itself, and of costs a head, has no band.
      'B44 groups-beyond-3': mean(budgets.map(({ groupsBeyond }) => groupsBeyond)),
      'B44 r-squared': mean(budgets.map(({ explained }) => explained)),
      'B49 spread': tenthsApart(rates[0]!),
      'B49 persistence': correlation(rates[0]!, rates[1]!),
    },
    micro: kept.map((g, n) => [
      table.codes[g]!,
      people[g]!,
      budgets[0]!.budget[n]!,
      counted[0]![g]!,
      rates[0]![n]!,
      rates[1]![n]!,
    ]),
  };
}

/**
 * How far budgets miss the costs of practices, by one draw of what cases cost. Those of a commissioner's practices are
 * scaled to what they spent together: the study's formula has a constant for every commissioner.
 */
function budgetErrors(
  { expected, people }: PracticeCosts,
  commissioner: ArrayLike<number>,
  kept: readonly number[],
  counted: readonly number[],
) {
  const scale = kept.map((g) => {
    const own = kept.filter((other) => commissioner[other] === commissioner[g]);
    return sum(own.map((other) => counted[other]!)) / sum(own.map((other) => expected[other]!));
  });
  const budget = kept.map((g, n) => scale[n]! * expected[g]!);
  const cost = kept.map((g) => counted[g]!);
  const lists = kept.map((g) => people[g]!);
  const off = budget.map((pounds, n) => Math.abs(cost[n]! / pounds - 1));
  const groups = errorsOfGroups(lists, budget, cost);
  return {
    budget,
    offByTenth: (100 * off.filter((error) => error >= FAR_OFF).length) / off.length,
    withSize: correlation(lists.map(Math.log), off),
    groups: mean(groups),
    groupsBeyond: shareBeyond(groups, GROUP_MISS_PCT),
    explained: shareExplained(
      cost.map((pounds, n) => pounds / lists[n]!),
      budget.map((pounds, n) => pounds / lists[n]!),
    ),
  };
}

/** Errors, %, of groups of practices of 100,000 people and more, in the order of their codes. */
function errorsOfGroups(
  lists: readonly number[],
  budget: readonly number[],
  cost: readonly number[],
): readonly number[] {
  const errors: number[] = [];
  let group = { people: 0, budget: 0, cost: 0 };
  for (const [n, people] of lists.entries()) {
    group = {
      people: group.people + people,
      budget: group.budget + budget[n]!,
      cost: group.cost + cost[n]!,
    };
    if (group.people < GROUP_PEOPLE) continue;
    errors.push(Math.abs(percentOver(group.budget, group.cost)));
    group = { people: 0, budget: 0, cost: 0 };
  }
  return errors;
}

/** Share of errors above one, per cent. */
function shareBeyond(errors: readonly number[], most: number): number {
  return (100 * errors.filter((error) => error > most).length) / errors.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
