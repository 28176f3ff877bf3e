import * as z from 'zod';
import { SETTINGS } from '../../model/institutions/settings.ts';
import { mergerSchema, shocksSchema } from './event-schemas.ts';
import { text, whole } from './plain-values.ts';
import { MAXIMUM_WEEKS } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One alternative: its name, the institutions it starts from and how they change. */
export function armSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    name: z
      .string({ error: ARM_NAME })
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9 _().,:+-]{0,58}[A-Za-z0-9)])?$/, { error: ARM_NAME })
      .refine((name) => !looksLikeData(name), { error: ARM_NAME_OF_DATA })
      .describe('Name of the arm, unique in the scenario; it labels its rows in the results.'),
    description: text(2000).optional(),
    regime: regimeSchema(vocabulary).describe('Named regime that the arm starts from.'),
    ...CHANGES,
    switch: z
      .array(changeSchema(vocabulary))
      .max(100, { error: 'at most 100 switches' })
      .optional()
      .describe('Changes during the run.'),
    mergers: z
      .array(mergerSchema)
      .max(200, { error: 'at most 200 mergers' })
      .optional()
      .describe('Trusts or commissioners that become one.'),
    shocks: shocksSchema
      .optional()
      .describe('Shocks of this arm instead of those of the scenario; [] = none.'),
  });
}

/** A change during the run, at a week or after something has happened. */
function changeSchema(vocabulary: Vocabulary) {
  return z
    .strictObject({
      week: whole(1, MAXIMUM_WEEKS - 1)
        .optional()
        .describe('Week at which it happens, from 1; week 52 starts the second year.'),
      when: triggerSchema(vocabulary)
        .optional()
        .describe('What must happen first, instead of a week; after all switches that have a week.'),
      to: regimeSchema(vocabulary)
        .optional()
        .describe('Regime in force from then on; without it, the institutions in force go on.'),
      ...CHANGES,
      why: text(500).optional().describe('The reason, for the journal of events.'),
    })
    .refine(
      ({ to, set, parts, organisations }) => to !== undefined || [set, parts, organisations].some(hasSetting),
      {
        error: 'a regime to switch to (to) or settings to change (set, parts, organisations)',
      },
    );
}

function regimeSchema(vocabulary: Vocabulary) {
  return z.enum(vocabulary.regimes.map((entry) => entry.id));
}

/** Settings by dotted path. */
const settingsSchema = z
  .strictObject(Object.fromEntries(SETTINGS.map((setting) => [setting.path, setting.schema.optional()])))
  .describe('Settings of institutions by dotted path, e.g. choice.of: none.')
  .meta({ id: 'settings' });

/** What an arm and a switch may change, from the whole place to a single primary care trust. */
const CHANGES = {
  set: settingsSchema.optional(),
  parts: z
    .strictObject({ rural: settingsSchema.optional(), urban: settingsSchema.optional() })
    .optional()
    .describe(
      'Settings for those who stand in one part of the place only (docs/scenarios.md says where each reader stands); they count more than those of set.',
    ),
  organisations: z
    .record(z.string(), settingsSchema)
    .optional()
    .describe(
      'Settings for those who stand in the area of single primary care trusts of the place only, by code in quotes; they count most.',
    ),
};

/** A condition on a metric that is counted every week. */
function triggerSchema({ metrics }: Vocabulary) {
  const weekly = metrics.filter((metric) => metric.levels.includes('weekly')).map((metric) => metric.id);
  const isYearly = (id: unknown) => metrics.some((metric) => metric.id === id);
  return z.strictObject({
    metric: z
      .enum(weekly, {
        error: ({ input }) =>
          isYearly(input)
            ? 'a metric that is counted every week, which this is not'
            : 'the id of a metric that is counted every week (lhe metrics lists them)',
      })
      .describe('Metric of the whole place (lhe metrics <id> says whether it is counted weekly).'),
    above: z
      .number({ error: 'a number' })
      .optional()
      .describe('It must be above this; either this or below.'),
    below: z.number({ error: 'a number' }).optional().describe('It must be below this.'),
    for: whole(1, 520).describe('For how many weeks in a row.'),
    not_before: whole(0, MAXIMUM_WEEKS - 1)
      .optional()
      .describe(
        'Earliest week at which it may happen. Default: as soon as the switch before it has happened.',
      ),
  });
}

/** Whether settings, or those of any part or primary care trust, are more than empty braces. */
function hasSetting(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).some(hasSetting);
}

const ARM_NAME =
  'a name of at most 60 letters (a to z), digits, spaces and _ ( ) . , : + -, starting with a letter or digit and ending with one or with )';
const ARM_NAME_OF_DATA =
  'a name that no spreadsheet takes for a number, a date, true, false or nothing, e.g. "arm 2" for "2"';

const MONTH =
  /^(\d{1,4}[ .,-]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?[ .,-]*(\d{1,2}[ .,-]+)?\d{0,4}$/i;

/** Text that a program for tables would read as something else. */
function looksLikeData(name: string): boolean {
  if (!/[a-z]/i.test(name) || /^\d[\d.,]*e[+-]?\d+$/i.test(name) || MONTH.test(name)) return true;
  if (/^\d[\d.,:]*\s*[ap]m?$/i.test(name)) return true;
  return /^(true|false|na|nan|null|none|inf|infinity)$/i.test(name);
}
