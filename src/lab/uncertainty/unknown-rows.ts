import { PARAMETERS, type Parameter } from '../../model/evidence/parameters.ts';
import { classOf } from '../../model/evidence/provenance.ts';
import { asUncertain, isUnsourced } from '../calibration/plausible-ranges.ts';
import { type Dimension, dimensionsOf } from '../sampling/dimensions.ts';
import type { AssumptionSet } from '../scenario/scenario.ts';

/** Rows that a scenario or a study sets to choose a model, not a number. */
const CHOICES_OF_MODEL = ['anchor_on_boards', 'lever_rest_shift'];

/**
 * Rows of which no source gives the value, as dimensions of a Latin hypercube; those that were fitted as well, unless
 * accepted draws of the calibration at hand set them.
 * @param known rows that something else decides: the scenario, or a calibration
 */
export function unknownRows(set: AssumptionSet, known: ReadonlySet<string>): readonly Dimension[] {
  const dimensions = set === 'none' ? [] : set === 'behaviour' ? dimensionsOf([]) : allAssumptions();
  return dimensions.filter(
    (one) => !known.has(one.id) && !(one.kind === 'parameter' && isPolicy(one.parameter)),
  );
}

function allAssumptions(): readonly Dimension[] {
  return asUncertain(PARAMETERS.filter(isUnknown)).map((parameter) => ({
    id: parameter.id,
    kind: 'parameter',
    parameter,
  }));
}

/** What somebody in office decides is no uncertainty about the world. */
function isPolicy(row: Parameter): boolean {
  return classOf(row) === 'policy';
}

function isUnknown(row: Parameter): boolean {
  return isUnsourced(row) && row.topic !== 'targets' && !CHOICES_OF_MODEL.includes(row.id);
}
