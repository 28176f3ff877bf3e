import * as z from 'zod';
import type { Parameter } from '../../model/evidence/parameters.ts';
import { SETTINGS } from '../../model/institutions/settings.ts';
import { SYNTHETIC_LIMITS } from '../place/synthetic-limits.ts';
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
  const regime = z.enum(vocabulary.regimes.map((entry) => entry.id));
  const shocks = z.array(shockSchema).max(200, { error: 'at most 200 shocks' });

  const change = z
    .strictObject({
      week: whole(1, MAXIMUM_WEEKS - 1)
        .optional()
        .describe('Week at which it happens, from 1; week 52 starts the second year.'),
      when: triggerSchema(vocabulary)
        .optional()
        .describe('What must happen first, instead of a week; after all switches that have a week.'),
      to: regime
        .optional()
        .describe('Regime in force from then on; without it, the institutions in force go on.'),
      ...CHANGES,
      why: text(500).optional().describe('The reason, for the journal of events.'),
    })
    .refine((entry) => [entry.to, entry.set, entry.parts, entry.organisations].some(isGiven), {
      error: 'a regime to switch to (to) or settings to change (set, parts, organisations)',
    });

  const arm = z.strictObject({
    name: z
      .string({ error: ARM_NAME })
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9 _().,:+-]{0,58}[A-Za-z0-9)])?$/, { error: ARM_NAME })
      .refine((name) => !looksLikeData(name), { error: ARM_NAME_OF_DATA })
      .describe('Name of the arm, unique in the scenario; it labels its rows in the results.'),
    description: text(2000).optional(),
    regime: regime.describe('Named regime that the arm starts from.'),
    ...CHANGES,
    switch: z
      .array(change)
      .max(100, { error: 'at most 100 switches' })
      .optional()
      .describe('Changes during the run.'),
    mergers: z
      .array(mergerSchema)
      .max(200, { error: 'at most 200 mergers' })
      .optional()
      .describe('Trusts or commissioners that become one.'),
    shocks: shocks.optional().describe('Shocks of this arm instead of those of the scenario; [] = none.'),
  });

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
    parameters: z
      .strictObject(
        Object.fromEntries(
          vocabulary.parameters
            .filter((row) => row.topic !== TARGETS)
            .map((row) => [row.id, parameterSchema(row).optional()]),
        ),
      )
      .optional()
      .describe('Parameters that differ from their default in every arm, by id (lhe parameters lists them).'),
    shocks: shocks
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
        'Run over draws of what is not known, not over luck alone: accepted draws of the calibration, and assumptions.',
      ),
    baseline: z
      .string({ error: 'the name of an arm' })
      .optional()
      .describe('Name of the arm with which the others are compared. Default: the first arm.'),
    arms: z
      .array(arm, { error: 'a list of arms' })
      .min(1, { error: 'at least one arm' })
      .max(MAXIMUM_ARMS, { error: `at most ${MAXIMUM_ARMS} arms` })
      .describe('The alternatives that are compared, each with the same people and the same luck.'),
    headline: z
      .array(z.enum(vocabulary.metrics.map((metric) => metric.id)))
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
    .describe('Settings for the people of one part of the place only; they count more than those of set.'),
  organisations: z
    .record(z.string(), settingsSchema)
    .optional()
    .describe(
      'Settings for the people of single primary care trusts of the place only, by code in quotes; they count most.',
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
          isYearly(input) ? 'a metric that is counted every week, which this is not' : undefined,
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

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

export type ScenarioFile = z.output<ReturnType<typeof scenarioSchema>>;

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

const NAME = 'lower-case letters, digits and hyphens, at most 64, starting and ending with a letter or digit';
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

const overrideSchema = z
  .strictObject({
    value: z.number({ error: 'a number' }),
    reason: text(1000).optional().describe('Why it differs; needed outside the plausible range.'),
    outside_range: z.boolean().optional().describe('true: the value may lie outside its plausible range.'),
  })
  .meta({ id: 'parameterOverride' });

const MERGING =
  'a list of two or more codes in quotes, the first takes the others over, or nearest-smaller: the largest of the place takes over the nearest';
const merging = (who: string) =>
  z
    .union(
      [
        z.array(z.string({ error: MERGING }).min(1, { error: MERGING })).min(2, { error: MERGING }),
        z.literal('nearest-smaller'),
      ],
      { error: MERGING },
    )
    .describe(`${who} that merge: ${MERGING}. Only those that stand alone, outside all bodies, can.`);

const mergerSchema = z
  .strictObject({
    week: whole(1, MAXIMUM_WEEKS - 1).describe('Week of the merger.'),
    trusts: merging('Hospital trusts').optional(),
    commissioners: merging('Primary care trusts').optional(),
    within_km: number(1, 1000)
      .optional()
      .describe('With nearest-smaller: largest distance between the two, kilometres. Default: any.'),
    imposed: z
      .boolean({ error: 'true or false' })
      .optional()
      .describe('Whether it is decided above their heads, which disrupts more. Default: false.'),
    why: text(500).optional().describe('The reason, for the journal of events.'),
  })
  .meta({ id: 'merger' });

const shockSchema = z
  .strictObject({
    week: whole(0, MAXIMUM_WEEKS - 1).describe('First week.'),
    for: whole(1, MAXIMUM_WEEKS).describe('Number of weeks.'),
    emergencies: number(0, 10).optional().describe('Multiplies the hazard of emergencies.'),
    beds: number(0.1, 5).optional().describe('Multiplies available beds.'),
    slots: number(0, 5).optional().describe('Multiplies slots for planned care.'),
    budget_growth: number(-0.5, 0.5)
      .optional()
      .describe('Replaces the yearly growth of allocations, as a share: 0.02 = two per cent, 0 = none.'),
    why: z.string().max(500).optional().describe('The reason, for the journal of events.'),
  })
  .refine(
    (shock) =>
      [shock.emergencies, shock.beds, shock.slots, shock.budget_growth].some(
        (effect) => effect !== undefined,
      ),
    { error: 'at least one of emergencies, beds, slots, budget_growth' },
  )
  .meta({ id: 'shock' });

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

export function whole(low: number, high: number) {
  const error = `a whole number from ${low} to ${high}`;
  return z.int({ error }).min(low, { error }).max(high, { error });
}

export function number(low: number, high: number) {
  const error = `a number from ${low} to ${high}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
}

export function text(longest: number) {
  const error = `text of 1 to ${longest} characters`;
  return z.string({ error }).regex(/\S/, { error }).max(longest, { error });
}
