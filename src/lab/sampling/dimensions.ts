import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { PARAMETERS, type Parameter, type ParameterValues } from '../../model/evidence/parameters.ts';
import { priorShape } from '../../model/evidence/prior.ts';
import { asUncertain, isUnsourced } from '../calibration/plausible-ranges.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { UNDECIDED, type UndecidedSetting } from './undecided.ts';

/** Something that a draw decides: a parameter, or a setting that the authors of a regime left open. */
export type Dimension =
  | { readonly id: string; readonly kind: 'parameter'; readonly parameter: Parameter }
  | { readonly id: string; readonly kind: 'setting'; readonly setting: UndecidedSetting };

/** Topics that are not about what organisations want and do: people, their care, published figures. */
const OTHER_TOPICS = [
  'demography',
  'conditions',
  'emergencies',
  'planned care',
  'waiting',
  'primary care',
  'hospital',
  'full model',
  'money',
  'choice',
  'utility',
  'targets',
];

/** Rows of those topics that are about choices of people, practices and planners after all. */
const BEHAVIOUR_ELSEWHERE = [
  'a_wait',
  'a_budget',
  'a_dm',
  'salience_indicative',
  'salience_hard',
  'habit',
  'beta_wait_per_week',
  'capacity_growth_max_per_year',
  'capacity_decline_max_per_year',
];

/** Rows that a study sets itself. */
const SET_BY_STUDIES = ['anchor_on_boards', 'lever_rest_shift'];

/**
 * What is uncertain about how organisations behave: every row of those topics that no source gives (judged, remembered or
 * fitted), and every undecided setting of the regimes asked for.
 */
export function dimensionsOf(regimes: readonly string[]): readonly Dimension[] {
  const rows = PARAMETERS.filter(
    (row) =>
      (!OTHER_TOPICS.includes(row.topic) || BEHAVIOUR_ELSEWHERE.includes(row.id)) &&
      !SET_BY_STUDIES.includes(row.id) &&
      isUnsourced(row),
  );
  return [
    ...asUncertain(rows).map((parameter): Dimension => ({ id: parameter.id, kind: 'parameter', parameter })),
    ...UNDECIDED.filter(({ regime }) => regimes.includes(regime)).map(
      (setting): Dimension => ({ id: `${setting.regime}: ${setting.question}`, kind: 'setting', setting }),
    ),
  ];
}

/** One draw: a point in [0, 1) by dimension. */
export interface Draw {
  readonly number: number;
  readonly at: readonly number[];
}

export function drawsOf(seed: string, count: number, dimensions: readonly Dimension[]): readonly Draw[] {
  return latinHypercube(
    seed,
    count,
    dimensions.map(({ id }) => id),
  ).map((at, number) => ({ number, at }));
}

/**
 * The value at a point of a parameter's range: half of the draws below the default and half above, evenly on each side,
 * in the logarithm where the range is one of orders of magnitude; a default at an end of its range leaves one side.
 */
export function valueAtPoint(row: Parameter, point: number): number {
  const { value, low, high } = row;
  switch (priorShape(row)) {
    case 'fixed':
    case 'uniform':
      return low + (high - low) * point;
    case 'halves':
      return point < 0.5 ? low + (value - low) * 2 * point : value + (high - value) * (2 * point - 1);
    case 'log halves':
      return point < 0.5
        ? Math.max(low, low * (value / low) ** (2 * point))
        : Math.min(high, value * (high / value) ** (2 * point - 1));
  }
}

/** Which option of an undecided setting a point takes: each an equal part of the draws. */
export function optionAtPoint(
  { options }: UndecidedSetting,
  point: number,
): UndecidedSetting['options'][number] {
  return options[Math.min(options.length - 1, Math.floor(point * options.length))]!;
}

/** Parameters of a draw that differ from their default. */
export function parametersOf(draw: Draw, dimensions: readonly Dimension[]): ParameterValues {
  const drawn: Record<string, number> = {};
  dimensions.forEach((dimension, d) => {
    if (dimension.kind === 'parameter') drawn[dimension.id] = valueAtPoint(dimension.parameter, draw.at[d]!);
  });
  return consistent(drawn);
}

/** A lever cannot have been observed to move faster than its largest step allows: what was observed gives way. */
function consistent(drawn: Record<string, number>): ParameterValues {
  const known = (id: string): number | undefined =>
    drawn[id] ?? PARAMETERS.find((row) => row.id === id)?.value;
  for (const { id, pace } of LEVERS) {
    const row = `lever_observed_growth_${id}`;
    const growth = known(row);
    const most = FASTEST * 4 * (known(`lever_step_${id}`) ?? known(`lever_step_${pace}`)!);
    if (growth !== undefined && Math.abs(growth) > most) drawn[row] = Math.sign(growth) * most;
  }
  return drawn;
}

/** Of four largest steps a year, what can have been observed at most. */
const FASTEST = 0.9;
