import { createHash } from 'node:crypto';
import type { ParameterValues } from '../../../model/evidence/parameters.ts';
import { parameterTableHash } from '../parameter-table.ts';
import { solveSteps } from './solve.ts';
import type { TableSpec, TableStep } from './table-spec.ts';

export const TABLE_ARTEFACT_FORMAT = 'lhe calibration of tables';

/** The result of a calibration of the tables: all that decides it and all that it found. No luck, no time, no machine. */
export interface TableArtefact {
  readonly format: typeof TABLE_ARTEFACT_FORMAT;
  readonly formatVersion: 1;
  readonly command: string;
  readonly spec: { readonly name: string; readonly sha256: string; readonly text: string };
  /** Of every row that was not solved. */
  readonly parameterTable: string;
  readonly fit: { readonly rows: ParameterValues };
  readonly steps: readonly (TableStep & {
    /** The value of the row; the factor; the factor of the odds. */
    readonly moved: number;
    readonly published: number;
    /** The figure as rows were before any fit, of one that stands alone as it is in force; and solved. */
    readonly before: number;
    readonly model: number;
  })[];
}

/** @throws RangeError when a step has no solution within the plausible ranges */
export function tableArtefactOf(
  spec: TableSpec,
  specText: string,
  given: ParameterValues,
  command: string,
): TableArtefact {
  const solved = solveSteps(spec.steps, given);
  const rows = Object.fromEntries(
    solved.flatMap((one) => Object.entries(one.rows).map(([id, value]) => [id, short(value)])),
  );
  return {
    format: TABLE_ARTEFACT_FORMAT,
    formatVersion: 1,
    command,
    spec: {
      name: spec.name,
      sha256: createHash('sha256').update(specText).digest('hex'),
      text: specText,
    },
    parameterTable: parameterTableHash(Object.keys(rows)),
    fit: { rows },
    steps: solved.map(({ step, moved, published, before, model }) => ({
      ...step,
      moved: short(moved),
      published: short(published),
      before: short(before),
      model: short(model),
    })),
  };
}

/** Six digits: more than any of it is known to, and the same on every machine. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
