import type { ScheduledMerger } from '../../../model/run-input.ts';
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
    place: 'fourTrusts',
    weeks: 260,
    // Groups so small that there are a dozen of them.
    arms: [{ ...always('dual-track'), parameters: { group_of_practices_people: 5000 } }],
    before: always(SPLIT),
    read: ([run]) => ({ figures: { 'B47 first-movers': firstOverLater(run!) } }),
  },
];

/** Chance of full authorisation of those who began in the first year, over that of those who took over later. */
function firstOverLater(run: ObservedRun): number {
  const chance = run.annual.authorised_in_full_pct!;
  const groups = run.annual.bodies!;
  const last = run.years - 1;
  const later = (chance[last]! * groups[last]! - chance[0]! * groups[0]!) / (groups[last]! - groups[0]!);
  return chance[0]! / later;
}
