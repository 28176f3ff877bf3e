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
      return {
        figures: {
          'B18 activity': percentOver(
            admissions(apart, YEAR_OF_MERGER + 1),
            admissions(together, YEAR_OF_MERGER + 1),
          ),
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
      const change = (year: number) =>
        together!.annual.rated_good_pct![year]! - apart!.annual.rated_good_pct![year]!;
      return {
        figures: { 'B19 rating': change(YEAR_OF_MERGER), 'B19 recovery': change(YEAR_OF_MERGER + 2) },
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
