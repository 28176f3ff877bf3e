import * as z from 'zod';
import { SYNTHETIC_LIMITS } from '../place/synthetic-limits.ts';
import { number, whole } from './plain-values.ts';

const PLACE =
  'the name of a place, a list of PCT codes, {folder: path} or {synthetic: {people, practices, trusts, rural, seed}}';

const SEED = 'text of 1 to 200 characters or a whole number';
export const seedSchema = z.union(
  [z.string().min(1, { error: SEED }).max(200, { error: SEED }), z.int({ error: SEED })],
  {
    error: SEED,
  },
);

/** Its names are known to the reader of files and to the published schema. */
export const namedPlaceSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, { error: 'the name of a place as lhe places lists them' })
  .max(64, { error: 'the name of a place as lhe places lists them' })
  .describe('A named place (lhe places lists them).');

/** Where something happens. */
export const placeSchema = z.union(
  [
    namedPlaceSchema,
    z
      .array(
        z
          .string({ error: 'a PCT code in quotes, e.g. "5CN"' })
          .regex(/^[A-Z0-9]{3}$/, { error: 'a PCT code of three capital letters or digits, e.g. "5CN"' }),
      )
      .min(1, { error: 'at least one PCT code' })
      .max(200, { error: 'at most 200 PCT codes' })
      .describe('Primary care trusts by code, in quotes: 5E1 without quotes is the number 50.'),
    z
      .strictObject({
        folder: z
          .string({ error: 'the path of a folder' })
          .min(1, { error: 'the path of a folder' })
          .max(1000, { error: 'the path of a folder' })
          .refine((path) => !path.includes('\0'), { error: 'the path of a folder' })
          .describe('Folder of CSV files of one’s own, relative to the scenario file.'),
      })
      .describe('A place of one’s own (docs/places.md).'),
    z
      .strictObject({
        synthetic: z.strictObject({
          people: whole(...SYNTHETIC_LIMITS.people).describe('People who live there.'),
          practices: whole(...SYNTHETIC_LIMITS.practices).describe('General practices.'),
          trusts: whole(...SYNTHETIC_LIMITS.trusts).describe('Acute hospital trusts.'),
          rural: z
            .union([z.boolean(), number(0, 1)], { error: 'true, false or a share from 0 to 1' })
            .optional()
            .describe('Rural (true), urban (false, the default), or the share of people in rural zones.'),
          seed: seedSchema.optional().describe('Any text: another seed, another place.'),
        }),
      })
      .describe('A made-up place with national average rates.'),
  ],
  { error: PLACE },
);
