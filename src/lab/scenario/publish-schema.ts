import * as z from 'zod';
import { namedPlaceSchema } from './place-schema.ts';
import { scenarioSchema } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The JSON Schema of a scenario file, as text: for editors, and for programs that write scenarios.
 *
 * It says what has one place in the file; names used twice, the order of switches and the like are checked only when
 * the file is read. Where the vocabulary has places, their names are listed, so that editors complete them.
 */
export function scenarioJsonSchema(vocabulary: Vocabulary): string {
  // As input: what has a default is not required of the author.
  const schema = z.toJSONSchema(scenarioSchema(vocabulary), {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== namedPlaceSchema || vocabulary.places === undefined) return;
      delete jsonSchema.pattern;
      delete jsonSchema.maxLength;
      jsonSchema.enum = vocabulary.places.map((place) => place.id);
    },
  });
  const titled = { ...schema, title: 'Scenario of the local health economy simulator', description: HOW };
  return `${JSON.stringify(titled, null, 2)}\n`;
}

const HOW =
  'A question to the simulator: a place, arms that differ in their institutions, and what to report.';
