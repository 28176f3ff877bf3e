import { detLog } from '../../../kernel/deterministic-math.ts';
import { ANCHORS } from '../../evidence/anchors.ts';
import { type ParameterValues, parameterValue } from '../../evidence/parameters.ts';
import type { LeverLaw } from './adapt.ts';
import { LEVERS } from './levers.ts';

/** Pay-offs at rest by lever, under the institutions for which they were solved. */
type Anchors = typeof ANCHORS;

/**
 * The law of each lever from the parameters, in the order of `LEVERS`; a row `<stem>_<lever>` goes before `<stem>`, as
 * `lever_step_<lever>` before that of its pace.
 *
 * @param anchors where levers rest; others than those that ship are tried only to see what reads them
 */
export function leverLaws(p: ParameterValues, anchors: Anchors = ANCHORS): readonly LeverLaw[] {
  const boards = parameterValue(p, 'anchor_on_boards');
  return LEVERS.map((lever) => {
    const split = anchors.split[lever.id] ?? 0;
    // A lever that boards did not have rests where it rested under the split.
    const onBoards = anchors.boards[lever.id] ?? split;
    const own = (stem: string): number => p[`${stem}_${lever.id}`] ?? parameterValue(p, stem);
    return {
      stiffness: own('lever_stiffness'),
      d0: (1 - boards) * split + boards * onBoards + own('lever_rest_shift'),
      step: p[`lever_step_${lever.id}`] ?? parameterValue(p, `lever_step_${lever.pace}`),
      observedGrowth: own('lever_observed_growth'),
      low: detLog(own('lever_lowest')),
      high: detLog(own('lever_highest')),
    };
  });
}

/** Pay-off at which each lever rests, share of its money base, by the lever's id. */
export function restsInForce(p: ParameterValues): Readonly<Record<string, number>> {
  const laws = leverLaws(p);
  return Object.fromEntries(LEVERS.map(({ id }, n) => [id, laws[n]!.d0]));
}

/** Position of each lever in `LEVERS` by id, for laws that read another lever's level. */
export function leverPositions(): Readonly<Record<string, number>> {
  return Object.fromEntries(LEVERS.map((lever, n) => [lever.id, n]));
}
