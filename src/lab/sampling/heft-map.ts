import { pairedDifference } from '../analysis/paired.ts';
import { armInput, SPLIT, type StudyArm, type StudyFrame } from '../study/arm.ts';
import { runBatch } from '../study/run-arm.ts';
import { frameOf, OUTCOMES, outcome, SWITCH_WEEK } from './claims.ts';
import type { GrowingTable, TextRow } from './study-file.ts';

/** Levels of what the map of the body that plans and provides is drawn over. */
export const MAP_AXES = {
  follows: [0, 0.5, 1],
  citizens: [0, 0.25, 0.5],
  relation: [0.2, 0.5, 0.8],
} as const;

export const MAP_COLUMNS = [
  'budgets_follow_activity',
  'seats_of_citizens',
  'relation_at_the_start',
  'replicates',
  ...OUTCOMES.flatMap(({ metric }) => [metric, `${metric}_low`, `${metric}_high`]),
];

export interface MapStudy {
  readonly frame: StudyFrame;
  readonly replicates: number;
  readonly threads: number;
  readonly table: GrowingTable;
  readonly onCell?: (done: number, all: number) => void;
}

/**
 * The regime, decreed, against the split over how far internal budgets follow activity, the seats of citizens (the rest
 * shared equally), and the relation of commissioner and trust at the start: mean paired differences and their intervals.
 */
export async function runMap(study: MapStudy): Promise<void> {
  const done = new Set(study.table.rows.map(keyOfRow));
  const all = MAP_AXES.follows.length * MAP_AXES.citizens.length * MAP_AXES.relation.length;
  let cells = 0;
  for (const relation of MAP_AXES.relation) {
    for (const citizens of MAP_AXES.citizens) {
      for (const follows of MAP_AXES.follows) {
        cells += 1;
        if (!done.has(`${follows} ${citizens} ${relation}`)) {
          study.table.append([await cell(study, follows, citizens, relation)]);
        }
        study.onCell?.(cells, all);
      }
    }
  }
}

async function cell(
  { frame, replicates, threads }: MapStudy,
  follows: number,
  citizens: number,
  relation: number,
): Promise<number[]> {
  const parameters = { relation_start: relation };
  const seat = (1 - citizens) / 4;
  const arms: StudyArm[] = [
    { regime: SPLIT, parameters },
    {
      regime: 'heft-decreed',
      week: SWITCH_WEEK,
      parameters,
      set: {
        'payment.internalBudgetFollowsActivity': follows,
        'governance.seatsHospital': seat,
        'governance.seatsGeneralPractice': seat,
        'governance.seatsCommunity': seat,
        'governance.seatsPublicHealth': seat,
        'governance.seatsCitizens': citizens,
      },
    },
  ];
  const own = frameOf(frame, 'map');
  const [split, body] = await runBatch({
    name: 'map',
    inputs: arms.map((arm) => armInput(own, arm)),
    replicates,
    threads,
  });
  const paired = OUTCOMES.map(({ metric }) =>
    pairedDifference(
      split!.map((run) => outcome(run, metric)),
      body!.map((run) => outcome(run, metric)),
    ),
  );
  return [
    follows,
    citizens,
    relation,
    replicates,
    ...paired.flatMap(({ difference, low, high }) => [difference, low, high]),
  ];
}

function keyOfRow(row: TextRow): string {
  return `${row.budgets_follow_activity} ${row.seats_of_citizens} ${row.relation_at_the_start}`;
}
