import type { LeverColumns } from '../../../model/result.ts';
import type { ExperimentResult } from '../../experiment/plan.ts';
import { yearLabel, yearOfWeek } from '../calendar.ts';
import { ARM, key, type ResultColumn, type ResultTable, WEEK } from './table.ts';

/** Weeks of a quarter: organisations review their levers in the last of them. */
const QUARTER = 13;

/** Enough decimals for the smallest step; more would only make the file longer. */
const DECIMALS = 1e4;

/**
 * What every organisation perceived and did at each quarterly review of the first replicate: one row per arm, review,
 * organisation (and specialty) and lever. Rows of those that had nothing to decide are left out.
 */
export function leversTable(experiment: ExperimentResult, start: string): ResultTable {
  return {
    file: LEVERS_FILE,
    columns: [...KEYS, ...FIGURES.map(([column]) => column)],
    *rows() {
      for (const [index, { name: arm }] of experiment.plan.arms.entries()) {
        const history = experiment.runs[index][0].levers;
        if (history === undefined) continue;
        for (const [review, week] of history.weeks.entries()) {
          const when = [week, quarterLabel(start, week)];
          for (const columns of history.levers) {
            for (const [row, code] of columns.codes.entries()) {
              const at = review * columns.codes.length + row;
              if (Number.isNaN(figureAt(columns, 'level', at))) continue;
              yield [
                arm,
                ...when,
                columns.kind,
                code,
                columns.names[row],
                columns.specialties[row],
                columns.lever,
                ...FIGURES.map(([, figure]) => rounded(figureAt(columns, figure, at))),
              ];
            }
          }
        }
      }
    },
  };
}

export const LEVERS_FILE = 'levers.csv';

/** Label of a quarter, as `2007-2008 Q1`. */
export function quarterLabel(start: string, week: number): string {
  return `${yearLabel(start, yearOfWeek(week))} Q${1 + (Math.floor(week / QUARTER) % 4)}`;
}

function figureAt(columns: LeverColumns, figure: string, at: number): number {
  return columns.values[figure]?.[at] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}

const KEYS: readonly ResultColumn[] = [
  ARM,
  WEEK,
  key('quarter', 'Quarter of the model year at whose end the organisation reviewed its levers.'),
  key(
    'kind',
    'Kind of organisation: trust, pct, practice, body (integrated or of practices); practices of a pct = their mean, where a place has more than 500.',
  ),
  key('code', "The organisation's code."),
  key('name', "The organisation's name."),
  key('specialty', 'Specialty of the lever; empty for levers of a whole organisation.'),
  key('lever', 'Id of the lever, as in lhe levers.'),
];

const SHARE = 'share of base_pounds';

/** Columns, and the figure of a lever that each shows. */
const FIGURES: readonly (readonly [ResultColumn, string])[] = [
  [
    key(
      'level',
      'Level of the lever over its reference, after this quarter’s step; 1 on the first day.',
      'ratio',
    ),
    'level',
  ],
  [
    key(
      'altruism',
      'What a little more of the lever is worth for the health of patients, as those who move it value it: pounds a year for each pound of the money base that is added. Times base_pounds: pounds for one unit (a slot, a bed, a year of the effort).',
      SHARE,
    ),
    'altruism',
  ],
  [
    key(
      'own_cash',
      'The same for the organisation’s own cash, weighted by how much it needs money; inside a body, for its internal budget.',
      SHARE,
    ),
    'ownCash',
  ],
  [
    key('joint_cash', 'The same for the external cash of the body that it is a member of.', SHARE),
    'jointCash',
  ],
  [key('targets', 'The same for relief from targets, less effort.', SHARE), 'targets'],
  [key('d0', 'Pay-off at which the lever rests at its reference: calibrated nationally, once.', SHARE), 'd0'],
  [
    key('anchor', 'Pull back towards the reference: nothing at level 1, growing either way.', SHARE),
    'anchor',
  ],
  [
    key(
      'marginal_payoff',
      'altruism + own_cash + joint_cash + targets - d0 - anchor: what moves the lever.',
      SHARE,
    ),
    'marginal',
  ],
  [
    key(
      'step',
      'Step of this quarter in natural logarithms: 0.01 is one per cent up; where levers are planned by the year, as planned.',
      'logarithm',
    ),
    'step',
  ],
  [
    key(
      'at_bound',
      '1 where the level ended the quarter at a bound, else 0; a share where practices are averaged.',
    ),
    'atBound',
  ],
  [
    key(
      'base_pounds',
      'Money base of the lever for this organisation now: pounds of one unit (lhe levers says of what).',
      'pounds',
    ),
    'basePounds',
  ],
];
