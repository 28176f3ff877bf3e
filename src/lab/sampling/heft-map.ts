import type { ParameterValues } from '../../model/evidence/parameters.ts';
import { armInput, SPLIT, type StudyArm, type StudyFrame } from '../study/arm.ts';
import { type Rests, restsUnder } from '../study/rests.ts';
import { runBatch } from '../study/run-arm.ts';
import { drawnParameters, frameOf, OUTCOMES, outcome, SWITCH_WEEK } from './claims.ts';
import type { Dimension, Draw } from './dimensions.ts';
import type { GrowingTable, TextRow } from './study-file.ts';

/** How citizens are heard: their weight on the board, and how many of the members vote. */
export interface Voice {
  readonly name: string;
  readonly seats: number;
  readonly turnout: number;
}

/** Levels of what the map of the body that plans and provides is drawn over. */
export const MAP_AXES = {
  follows: [0, 0.5, 1],
  voice: [
    { name: 'none', seats: 0, turnout: 0 },
    { name: 'members', seats: 0, turnout: 0.27 },
    { name: 'half the board', seats: 0.5, turnout: 0.5 },
  ] as readonly Voice[],
  relation: [0.2, 0.5, 0.8],
} as const;

const MAPPED = 'heft-decreed';

/** A row is a cell in a draw: what the body does better than the split in each outcome, less than 0 for worse. */
export const MAP_COLUMNS = [
  'draw',
  'budgets_follow_activity',
  'seats_of_citizens',
  'turnout',
  'relation_at_the_start',
  ...OUTCOMES.map(({ metric }) => metric),
];

export interface MapStudy {
  readonly frame: StudyFrame;
  readonly dimensions: readonly Dimension[];
  readonly draws: readonly Draw[];
  readonly threads: number;
  readonly table: GrowingTable;
  readonly onDraw?: (done: number, all: number) => void;
}

/**
 * The regime, decreed, against the split over how far internal budgets follow activity, how citizens are heard (seats that they
 * do not have are shared equally), and the relation of commissioner and trust at the start; each cell in every draw of what else is
 * uncertain. Runs what is not in the table yet.
 */
export async function runMap(study: MapStudy): Promise<void> {
  const done = new Set(study.table.rows.map((row) => `${row.draw} ${row.relation_at_the_start}`));
  let usual: Rests | undefined;
  for (const [n, draw] of study.draws.entries()) {
    for (const relation of MAP_AXES.relation) {
      if (done.has(`${draw.number} ${relation}`)) continue;
      usual ??= restsUnder(frameOf(study.frame, 'usual'), 'split', {});
      await runDraw(study, draw, relation, usual);
    }
    study.onDraw?.(n + 1, study.draws.length);
  }
}

async function runDraw(study: MapStudy, draw: Draw, relation: number, usual: Rests): Promise<void> {
  const { frame, dimensions, threads, table } = study;
  const parameters: ParameterValues = {
    ...drawnParameters(frame, draw, dimensions, 'split', usual),
    relation_start: relation,
  };
  const cells = MAP_AXES.voice.flatMap((voice) => MAP_AXES.follows.map((follows) => ({ voice, follows })));
  const arms: StudyArm[] = [
    { regime: SPLIT, parameters },
    ...cells.map(({ voice, follows }): StudyArm => {
      const seat = (1 - voice.seats) / 4;
      return {
        regime: MAPPED,
        week: SWITCH_WEEK,
        parameters,
        set: {
          'payment.internalBudgetFollowsActivity': follows,
          'governance.seatsHospital': seat,
          'governance.seatsGeneralPractice': seat,
          'governance.seatsCommunity': seat,
          'governance.seatsPublicHealth': seat,
          'governance.seatsCitizens': voice.seats,
          'governance.turnout': voice.turnout,
        },
      };
    }),
  ];
  const own = frameOf(frame, `draw ${draw.number}`);
  const inputs = arms.map((arm) => armInput(own, arm));
  const [split, ...bodies] = await runBatch({ name: 'map', inputs, replicates: 1, threads });
  table.append(
    cells.map(({ voice, follows }, c) => [
      draw.number,
      follows,
      voice.seats,
      voice.turnout,
      relation,
      ...OUTCOMES.map(
        ({ metric, better }) => better * (outcome(bodies[c]![0]!, metric) - outcome(split![0]!, metric)),
      ),
    ]),
  );
}

/** A cell of the map, over the draws. */
export interface MapCell {
  readonly draws: number;
  /** Draws in which the body does better than the split; in which there is no difference at all. */
  readonly better: number;
  readonly same: number;
  readonly mean: number;
}

/** @param metric one of OUTCOMES */
export function mapCell(
  rows: readonly TextRow[],
  metric: string,
  at: { readonly follows: number; readonly voice: Voice; readonly relation: number },
): MapCell {
  const values = rows
    .filter(
      (row) =>
        Number(row.budgets_follow_activity) === at.follows &&
        Number(row.seats_of_citizens) === at.voice.seats &&
        Number(row.turnout) === at.voice.turnout &&
        Number(row.relation_at_the_start) === at.relation,
    )
    .map((row) => Number(row[metric]));
  return {
    draws: values.length,
    better: values.filter((value) => value > 0).length,
    same: values.filter((value) => value === 0).length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}

/** What the map is drawn over is no draw. */
export function mapDimensions(all: readonly Dimension[]): readonly Dimension[] {
  return all.filter((dimension) => dimension.id !== 'relation_start');
}
