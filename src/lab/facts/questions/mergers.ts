import type { ScheduledMerger } from '../../../model/run-input.ts';
import { mean } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import { always, over, percentChange, percentOver, type Question, SPLIT } from '../question.ts';

/** Mergers come at the end of the first year. */
const MERGER_WEEK = 52;
const YEAR_OF_MERGER = MERGER_WEEK / 52;

function merged(kind: ScheduledMerger['kind']): ScheduledMerger {
  return { week: MERGER_WEEK, kind, who: 'nearest-smaller', withinKm: null, imposed: true, why: 'merger' };
}

/** Points of the share rated good or excellent by which a merged commissioner counts as back where it was: judgement. */
const BACK_WITHIN = 5;
const MONTHS_IN_QUARTER = 3;

/** Mergers of trusts and of commissioners, and who is found fit to commission. */
export const MERGER_QUESTIONS: readonly Question[] = [
  {
    facts: ['B18'],
    place: 'district',
    weeks: MERGER_WEEK + 208,
    arms: [always(SPLIT), { ...always(SPLIT), mergers: [merged('trusts')] }],
    read([apart, together]) {
      const pair = [apart!, together!] as const;
      const year = YEAR_OF_MERGER + 3;
      const admissions = (run: ObservedRun | undefined, from: number) =>
        over(run!, 'elective_admissions', from) + over(run!, 'emergency_admissions', from);
      const perPound = (run: ObservedRun | undefined) =>
        admissions(run, year) / over(run!, 'cost_pounds', year);
      const surplus = (run: ObservedRun | undefined) =>
        (100 * over(run!, 'surplus_pounds', YEAR_OF_MERGER + 1)) /
        over(run!, 'income_pounds', YEAR_OF_MERGER + 1);
      return {
        figures: {
          'B18 activity': percentOver(
            admissions(apart, YEAR_OF_MERGER + 1),
            admissions(together, YEAR_OF_MERGER + 1),
          ),
          'B18 finance': surplus(together) - surplus(apart),
          'B18 waits': percentChange(pair, 'incomplete_median_weeks', YEAR_OF_MERGER + 1),
          'B18 productivity': percentOver(perPound(apart), perPound(together)),
          'B18 quality': over(together!, 'quality_sd', year) - over(apart!, 'quality_sd', year),
        },
      };
    },
  },
  {
    facts: ['B19'],
    place: 'twoAuthorities',
    weeks: MERGER_WEEK + 156,
    arms: [always(SPLIT), { ...always(SPLIT), mergers: [merged('commissioners')] }],
    read([apart, together]) {
      const rated = (run: ObservedRun | undefined) => run!.annual.rated_good_pct![YEAR_OF_MERGER]!;
      return {
        figures: {
          'B19 rating': rated(together) - rated(apart),
          'B19 recovery': monthsToRecover(apart!.yearly.rated, together!.yearly.rated),
        },
      };
    },
  },
  {
    facts: ['B47'],
    place: 'town',
    weeks: 156,
    // Groups so small that there are two dozen of them; four waves as at the end of 2012, the first more than two years
    // after all were told.
    arms: [
      {
        ...always('big-bang', {
          'rollout.by': 'waves',
          'rollout.firstShare': 0.25,
          'rollout.notBeforeWeeks': 117,
          'rollout.waveWeeks': 5,
        }),
        parameters: { group_of_practices_people: 5000 },
      },
    ],
    before: always(SPLIT),
    observe: { authorised: true },
    read: ([run]) => ({ figures: wavesOf(run!) }),
  },
];

/**
 * Months from the merger until ratings are back for good: the last time that they pass the mark, on straight lines between
 * ends of quarters. Those of the run where they never do, 0 where they never fell.
 * @param apart chance of a good rating by quarter; together: the same people's, merged
 */
export function monthsToRecover(apart: readonly number[], together: readonly number[]): number {
  const from = MERGER_WEEK / 13;
  // The merger comes after the first of these quarters has been looked at.
  const below = together.slice(from - 1).map((value, n) => 100 * (apart[from - 1 + n]! - value));
  const last = below.findLastIndex((points) => points > BACK_WITHIN);
  if (last < 0) return 0;
  const next = below[last + 1];
  if (next === undefined) return MONTHS_IN_QUARTER * last;
  return MONTHS_IN_QUARTER * (last + (below[last]! - BACK_WITHIN) / (below[last]! - next));
}

/** Chances of authorisation by wave; of the first wave alone over all later ones, no band is judged. */
function wavesOf({ authorised }: ObservedRun): Record<string, number> {
  const byWave = new Map<number, number[]>();
  for (const { week, chance } of authorised) byWave.set(week, [...(byWave.get(week) ?? []), chance]);
  const waves = [...byWave].sort(([a], [b]) => a - b).map(([, chances]) => chances);
  const chances = (from: number, to?: number): number => mean(waves.slice(from, to).flat());
  return {
    'B47 first-movers': chances(0, 1) / chances(1),
    'B47 first-half': chances(0, 2) / chances(2),
    'B47 in-full': 100 * chances(0),
    'B47 directed': 100 * mean(authorised.map(({ directed }) => directed)),
  };
}
