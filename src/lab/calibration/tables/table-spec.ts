import * as z from 'zod';
import { defaultParameterValues } from '../../../model/evidence/parameters.ts';
import { type DataFault, dataFaults } from '../../scenario/faults.ts';
import { parseYaml } from '../../scenario/parse-yaml.ts';
import { placeFaults } from '../../scenario/place-faults.ts';
import { text } from '../../scenario/plain-values.ts';
import type { Problem } from '../../scenario/problem.ts';
import { fault, isMapping, listOf } from '../../scenario/written-data.ts';
import { FREE_ROWS } from '../spec-schema.ts';
import { expectedFigureIds } from './expected-figures.ts';

const NAME = 'lower-case letters, digits and _';
const name = z.string({ error: NAME }).regex(/^[a-z0-9_]{1,64}$/, { error: NAME });

const row = z.enum(
  FREE_ROWS.map(({ id }) => id),
  { error: 'the id of a row that laws read and that has a range' },
);

const figure = z.enum(expectedFigureIds(defaultParameterValues()), {
  error: 'a figure that the tables give without a simulation',
});

const step = z.union([
  z.strictObject({ row, figure }).describe('One row, moved within its range.'),
  z
    .strictObject({
      name,
      rows: z.array(row, { error: 'a list of rows' }).min(2, { error: 'at least two rows' }),
      move: z
        .enum(['factor', 'odds'])
        .describe('What is one number for all rows: a factor, or a factor of the odds of shares.'),
      figure,
    })
    .describe('Rows that move together from what they were before any fit.'),
]);

const TABLE_SPEC = z.strictObject({
  name,
  description: text(10_000).optional(),
  steps: z.array(step, { error: 'a list of steps' }).min(1, { error: 'at least one step' }),
});

/** One step of a calibration of the tables: what moves, how, and the figure that it must give. */
export interface TableStep {
  readonly name: string;
  readonly rows: readonly string[];
  readonly move: 'value' | 'factor' | 'odds';
  readonly figure: string;
}

export interface TableSpec {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly TableStep[];
}

/** Reads and checks the text of a calibration of the tables. @param file name for the messages */
export function loadTableSpec(
  written: string,
  file: string,
): { readonly spec: TableSpec } | { readonly problems: readonly Problem[] } {
  const source = { file, text: written };
  const parsed = parseYaml(source);
  if ('problems' in parsed) return parsed;
  const faults = [...dataFaults(TABLE_SPEC, parsed.data), ...repeatedRows(parsed.data)];
  if (faults.length > 0) return { problems: placeFaults(source, parsed.document, faults) };
  const read = TABLE_SPEC.parse(parsed.data);
  return {
    spec: {
      name: read.name,
      description: read.description?.trim() ?? '',
      steps: read.steps.map((one) =>
        'row' in one ? { name: one.row, rows: [one.row], move: 'value', figure: one.figure } : one,
      ),
    },
  };
}

function repeatedRows(data: unknown): readonly DataFault[] {
  const seen = new Set<unknown>();
  return listOf(isMapping(data) ? data.steps : undefined).flatMap((entry, n) => {
    if (!isMapping(entry)) return [];
    return ('row' in entry ? [entry.row] : listOf(entry.rows)).flatMap((id) => {
      if (seen.has(id)) return [fault(['steps', n], id, 'rows that are solved once each')];
      seen.add(id);
      return [];
    });
  });
}
