import * as z from 'zod';
import { armSchema } from './arm-schema.ts';
import { shocksSchema } from './event-schemas.ts';
import { parametersSchema } from './parameter-schema.ts';
import { placeSchema, seedSchema } from './place-schema.ts';
import { number, text, whole } from './plain-values.ts';
import {
  ASSUMPTION_SETS,
  MAXIMUM_ARMS,
  MAXIMUM_DRAWS,
  MAXIMUM_REPLICATES,
  MAXIMUM_WEEKS,
  OUTPUTS,
  SMALLEST_SCALE,
} from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The shape of a scenario file, for the given names of parameters, regimes and metrics.
 *
 * An `error` here is a phrase for what is expected ("a whole number from 1 to 2080"); `faults.ts` makes the sentence.
 * What needs two places of the file at once (unique names, a baseline that exists) is in `cross-checks.ts`.
 */
export function scenarioSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    $schema: z.string().optional().describe('Address of the schema, for editors.'),
    name: z
      .string({ error: NAME })
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, { error: NAME })
      .describe('Short name of the scenario; the results go to results/<name>.'),
    question: text(2000).describe('The question that the scenario asks, in words.'),
    description: text(10_000).optional().describe('Anything a reader should know about the scenario.'),
    place: placeSchema.describe('Where it happens.'),
    start: z
      .literal('2007-04', { error: '2007-04, where the data begin' })
      .optional()
      .describe('First month: 2007-04.'),
    weeks: whole(1, MAXIMUM_WEEKS)
      .optional()
      .describe('Weeks to run; 52 make a year. Default 520, ten years.'),
    scale: number(SMALLEST_SCALE, 1)
      .optional()
      .describe('Share of the people simulated: 1 = everybody (the default), 0.1 = one in ten.'),
    seed: seedSchema
      .optional()
      .describe('Any text; the same seed gives the same run. Default: the name of the scenario.'),
    replicates: whole(1, MAXIMUM_REPLICATES)
      .optional()
      .describe('Worlds that differ by luck alone, the same in every arm. Default 2.'),
    parameters: parametersSchema(vocabulary)
      .optional()
      .describe('Parameters that differ from their default in every arm, by id (lhe parameters lists them).'),
    shocks: shocksSchema
      .optional()
      .describe('External changes, the same in every arm that has no shocks of its own.'),
    uncertainty: z
      .strictObject({
        draws: whole(2, MAXIMUM_DRAWS).describe('Draws of parameters, each with `replicates` worlds.'),
        assumptions: z
          .enum(ASSUMPTION_SETS)
          .optional()
          .describe(
            'Assumptions that are drawn from their ranges: about behaviour (the default), all, or none.',
          ),
      })
      .optional()
      .describe(
        'Run over draws of what is not known, not over luck alone: accepted draws of the calibrations, and assumptions.',
      ),
    baseline: z
      .string({ error: 'the name of an arm' })
      .optional()
      .describe('Name of the arm with which the others are compared. Default: the first arm.'),
    arms: z
      .array(armSchema(vocabulary), { error: 'a list of arms' })
      .min(1, { error: 'at least one arm' })
      .max(MAXIMUM_ARMS, { error: `at most ${MAXIMUM_ARMS} arms` })
      .describe('The alternatives that are compared, each with the same people and the same luck.'),
    headline: z
      .array(
        z.enum(
          vocabulary.metrics.map((metric) => metric.id),
          { error: 'the id of a metric (lhe metrics lists them)' },
        ),
      )
      .min(1, { error: 'at least one metric' })
      .max(30, { error: 'at most 30 metrics' })
      .optional()
      .describe('Metrics in the table at the end of a run (lhe metrics lists them).'),
    outputs: z
      .array(z.enum(OUTPUTS))
      .min(1, { error: 'at least one table' })
      .optional()
      .describe('Tables to write. Default: all.'),
  });
}

export type ScenarioFile = z.output<ReturnType<typeof scenarioSchema>>;

const NAME = 'lower-case letters, digits and hyphens, at most 64, starting and ending with a letter or digit';
