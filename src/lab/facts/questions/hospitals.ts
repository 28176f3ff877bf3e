import type { Shock } from '../../../model/run-input.ts';
import type { FactArm } from '../arm-input.ts';
import { bentLine, whereLost } from '../estimators.ts';
import type { ObservedRun } from '../observed.ts';
import {
  type Answer,
  always,
  BLOCK,
  logFatality,
  percentChange,
  percentOver,
  type Question,
  SPLIT,
} from '../question.ts';

const NO_TARGET = { 'entitlement.targetWaitWeeks': 0, 'entitlement.targetStrength': 0 } as const;
const HARD_TARGET = {
  'entitlement.targetWaitWeeks': 26,
  'entitlement.targetStrength': 1,
  'entitlement.sanctionCertainty': 1,
} as const;
/** Four years without a target make the list long. */
const TARGET_FROM = 208;

const AT_ONCE = { 'rollout.by': 'decree', 'rollout.notBeforeWeeks': 0 } as const;

const HELD = { 'planning.volumesFollowDemand': false, 'planning.organisationsAct': false } as const;

/** Beds over those that there are, half a year each, after a first half year as they are: from 80% full to full. */
const BEDS = [1.1, 1.05, 1, 0.95, 0.9, 0.85];
const HALF_YEAR = 26;

/** Hospitals: targets, capacity, beds. */
export const HOSPITAL_QUESTIONS: readonly Question[] = [
  {
    facts: ['B21'],
    place: 'district',
    weeks: TARGET_FROM + 156,
    arms: [always(BLOCK, NO_TARGET), targetLater(), boardsLater()],
    read([without, target, boards]) {
      const year = TARGET_FROM / 52 + 2;
      const points = (over: 'over26' | 'over39' | 'over52', first: ObservedRun | undefined) =>
        100 * (target!.yearly[over][year]! - first!.yearly[over][year]!);
      return {
        figures: {
          'B21 over-6-months': points('over26', without),
          'B21 over-9-months': points('over39', without),
          'B21 over-12-months': points('over52', without),
          'B21 against-boards': points('over26', boards),
          'B21 emergencies': percentChange([without!, target!], 'emergency_admissions', year),
          'B21 fatality': 100 * (logFatality(target!, year) - logFatality(without!, year)),
        },
      };
    },
  },
  {
    facts: ['B24'],
    place: 'district',
    weeks: 260,
    arms: [
      always(SPLIT),
      always('integrated-boards', AT_ONCE),
      always('integrated-boards', { ...AT_ONCE, ...NO_TARGET }),
      always(SPLIT, NO_TARGET),
    ],
    read([split, boards, boardsWithout, splitWithout]) {
      const wait = (run: ObservedRun | undefined) => run!.yearly.orthopaedicWait[4]!;
      return {
        figures: {
          'B24 with-targets': wait(boards) / wait(split),
          'B24 boards-without': wait(boardsWithout) / wait(split),
          // The rest of the two by two, of which no study tells a size: no band is judged.
          'B24 without-targets': wait(boardsWithout) / wait(splitWithout),
          'B24 target-of-split': wait(splitWithout) / wait(split),
          'B24 target-of-boards': wait(boardsWithout) / wait(boards),
        },
      };
    },
  },
  {
    facts: ['B25'],
    place: 'district',
    weeks: 104,
    arms: [always(SPLIT, HELD), { ...always(SPLIT, HELD), shocks: [shock(52, 52, { operations: 1.1 })] }],
    read([asIs, more]) {
      return {
        figures: {
          'B25 wait': percentOver(asIs!.yearly.expectedWait[1]!, more!.yearly.expectedWait[1]!),
          // A wait is a list over what is served: with more served it falls although nobody left the list. The lists
          // themselves, over unchanged slots and in people, have no band.
          'B25 wait-as-planned': percentOver(
            asIs!.yearly.expectedWaitAsPlanned[1]!,
            more!.yearly.expectedWaitAsPlanned[1]!,
          ),
          'B25 list': percentChange([asIs!, more!], 'list_total', 1),
          'B25 demand': percentChange([asIs!, more!], 'gp_referrals', 1),
        },
      };
    },
  },
  {
    facts: ['B51'],
    place: 'district',
    weeks: HALF_YEAR * (1 + BEDS.length),
    arms: [
      {
        ...always(SPLIT),
        shocks: BEDS.map((beds, n) => shock(HALF_YEAR * (n + 1), HALF_YEAR, { beds })),
      },
    ],
    observe: { weekly: ['bed_occupancy_pct', 'ae_within_4h_pct'] },
    microHeader: ['week', 'occupancy_week_before', 'within_4_hours'],
    read: ([run]) => fullBeds(run!),
  },
];

function targetLater(): FactArm {
  return {
    steps: [
      { week: 0, regime: BLOCK, set: NO_TARGET },
      { week: TARGET_FROM, regime: BLOCK, set: HARD_TARGET },
    ],
  };
}

/** Scotland's way: boards, and still no target. */
function boardsLater(): FactArm {
  return {
    steps: [
      { week: 0, regime: BLOCK, set: NO_TARGET },
      { week: TARGET_FROM, regime: 'integrated-boards', set: { ...AT_ONCE, ...NO_TARGET } },
    ],
  };
}

function shock(week: number, weeks: number, change: Partial<Shock>): Shock {
  return { week, weeks, emergencies: 1, beds: 1, slots: 1, budgetGrowth: null, ...change };
}

/** Weeks below this occupancy, per cent, count as not crowded. */
const NOT_CROWDED = 86;
/** Points of the four hours lost where the study found its step. */
const LOST = 3;

/** The four hours of a week follow how full beds were the week before. */
function fullBeds(run: ObservedRun): Answer {
  const from = HALF_YEAR;
  const occupancy = Array.from(run.weekly.bed_occupancy_pct!).slice(from - 1, -1);
  const within = Array.from(run.weekly.ae_within_4h_pct!).slice(from);
  const knee = whereLost(occupancy, within, { notCrowded: NOT_CROWDED, lost: LOST });
  const bend = bentLine(occupancy, within, Number.isNaN(knee) ? [] : [knee]);
  return {
    figures: { 'B51 knee': knee, 'B51 convex': bend.below - bend.above },
    micro: occupancy.map((value, n) => [from + n, value, within[n]!]),
  };
}
