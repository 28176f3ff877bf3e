import * as z from 'zod';
import type { Parameter } from '../../model/evidence/parameters.ts';
import { text } from './plain-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Parameters by id, without the published figures that checks compare with. */
export function parametersSchema(vocabulary: Vocabulary) {
  return z.strictObject(
    Object.fromEntries(
      vocabulary.parameters
        .filter((row) => row.topic !== TARGETS)
        .map((row) => [row.id, parameterSchema(row).optional()]),
    ),
  );
}

/** Topic of the published figures that checks compare with: no law reads them, so that nobody can set them. */
const TARGETS = 'targets';

/** Why a number of `lhe parameters` cannot be set; undefined for one that can, and for what is none. */
export function whyNotSettable(id: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.parameters.some((row) => row.id === id && row.topic === TARGETS)) {
    return 'It is a published figure that no law reads: it cannot be set in a scenario.';
  }
  if (id.startsWith('place_')) return 'It shapes the tables of places: it cannot be set in a scenario.';
  return undefined;
}

const overrideSchema = z
  .strictObject({
    value: z.number({ error: 'a number' }),
    reason: text(1000).optional().describe('Why it differs; needed outside the plausible range.'),
    outside_range: z.boolean().optional().describe('true: the value may lie outside its plausible range.'),
  })
  .meta({ id: 'parameterOverride' });

/** A plain number within the plausible range, or a value with a reason, which may lie outside it when it says so. */
function parameterSchema(row: Parameter) {
  const range = `a number from ${row.low} to ${row.high} (${row.unit}), its plausible range`;
  const outside = `${range}; outside it, write {value: …, reason: …, outside_range: true}`;
  return z
    .union([z.number().min(row.low, { error: outside }).max(row.high, { error: outside }), overrideSchema], {
      error: `${range}, or {value: …, reason: …, outside_range: true}`,
    })
    .superRefine((entry, context) => {
      if (typeof entry === 'number' || (entry.value >= row.low && entry.value <= row.high)) return;
      if (entry.outside_range !== true) {
        const message = `${range}, or outside_range: true and a reason`;
        context.addIssue({ code: 'custom', path: ['value'], message });
      } else if (entry.reason === undefined) {
        const message = `a reason, because the value is outside ${row.low} to ${row.high}`;
        context.addIssue({ code: 'custom', message });
      }
    })
    .describe(
      `${row.label}. Default ${row.value} ${row.unit}, plausible ${row.low} to ${row.high} (${row.status}).`,
    );
}
