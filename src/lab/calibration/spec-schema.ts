import * as z from 'zod';
import { PARAMETERS } from '../../model/evidence/parameters.ts';
import { allFacts } from '../facts/table.ts';
import { placeSchema, seedSchema } from '../scenario/place-schema.ts';
import { number, text, whole } from '../scenario/plain-values.ts';
import { SMALLEST_SCALE } from '../scenario/scenario.ts';
import { EFFECT_IDS, FACT_FIGURES } from './fact-figures.ts';
import { FIGURE_IDS } from './figures.ts';

/** Rows that a calibration may free: what laws read and what has a range. */
export const FREE_ROWS = PARAMETERS.filter(({ topic, low, high }) => topic !== 'targets' && low < high);

const NAME = 'lower-case letters, digits and hyphens, at most 64, starting and ending with a letter or digit';

/** The base year ends with week 104. */
const FEWEST_WEEKS = 104;

const row = z.enum(
  FREE_ROWS.map(({ id }) => id),
  {
    error: ({ input }) =>
      PARAMETERS.some(({ id }) => id === input)
        ? 'the id of a row that laws read and that has a range, which this row has not'
        : undefined,
  },
);

const bounds = {
  low: z.number({ error: 'a number' }).optional().describe('Lower end of the prior. Default: of the range.'),
  high: z.number({ error: 'a number' }).optional().describe('Upper end of the prior. Default: of the range.'),
};

const parameter = z.union([
  z
    .strictObject({ row: row.describe('Id of a row (lhe parameters lists them).'), ...bounds })
    .describe('One number of the model.'),
  z
    .strictObject({
      name: z
        .string({ error: NAME })
        .regex(/^[a-z0-9_]{1,64}$/, { error: 'lower-case letters, digits and _' }),
      rows: z.array(row, { error: 'a list of rows' }).min(2, { error: 'at least two rows' }),
      ...bounds,
    })
    .describe('Rows that are multiplied by one factor; 1 = as they are.'),
]);

const figure = z.enum(FIGURE_IDS, { error: ({ input }) => whyNoTarget(input) });

const target = z.strictObject({
  id: figure.describe('A published figure of the calibration (docs/calibration.md lists them).'),
  tolerance: number(0.0001, 1).describe('Standard error of the published figure, as a share of it.'),
  discrepancy: number(0, 1).describe(
    'Standard deviation of what the model at its best would still be off by, as a share.',
  ),
});

const effect = z.strictObject({
  id: z
    .enum(EFFECT_IDS, { error: ({ input }) => whyNoEffect(input) })
    .describe('A fact of role calibrate and one of its figures; fitted to the middle of its band.'),
  discrepancy: number(0, 1).describe(
    'Standard deviation of what the model at its best would still be off by, as a share.',
  ),
});

const shown = z.enum([...FIGURE_IDS, ...FACT_FIGURES.map(({ id }) => id)], {
  error: ({ input }) => whyNoTarget(input),
});

/** The shape of the file of a calibration. An `error` is a phrase for what is expected, as in scenarios. */
export const SPEC_SCHEMA = z.strictObject({
  name: z.string({ error: NAME }).regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, { error: NAME }),
  description: text(10_000).optional(),
  place: placeSchema.optional().describe('Needed where targets or report name figures of a run.'),
  weeks: whole(FEWEST_WEEKS, 2080).optional().describe('Default 104, to the end of the base year.'),
  scale: number(SMALLEST_SCALE, 1).optional().describe('Share of the people simulated. Default 1.'),
  seed: seedSchema.optional().describe('Default: the name.'),
  replicates: whole(1, 1000)
    .optional()
    .describe('Worlds of each evaluation; the fit is on their mean. Default 2.'),
  luck_worlds: whole(2, 1000)
    .optional()
    .describe('Worlds in the centre of the prior, from which the luck of a figure is known. Default 4.'),
  parameters: z
    .array(parameter, { error: 'a list of free parameters' })
    .min(1, { error: 'at least one free parameter' })
    .max(20, { error: 'at most 20 free parameters' }),
  targets: z
    .array(target, { error: 'a list of targets' })
    .min(1, { error: 'at least one target' })
    .max(40, { error: 'at most 40 targets' })
    .optional(),
  effects: z
    .array(effect, { error: 'a list of effects' })
    .min(1, { error: 'at least one effect' })
    .max(40, { error: 'at most 40 effects' })
    .optional()
    .describe('Figures of facts that are fitted to: effects between scenarios, as `lhe facts` poses them.'),
  report: z.array(shown).optional().describe('Figures that are shown beside the fit and never fitted to.'),
  loss: z.enum(['squares', 'huber']).optional().describe('Default squares.'),
  starts: whole(1, 50)
    .optional()
    .describe('Starts of the fit; the first is the centre of the prior. Default 3.'),
  half_stretch: number(0.02, 0.5)
    .optional()
    .describe(
      'Half of the stretch of a prior, around its centre, over which slopes are measured. Default 0.1; wider where luck hides a short one.',
    ),
  iterations: whole(1, 50).optional().describe('Most steps of a start. Default 8.'),
  waves: z
    .strictObject({
      count: whole(1, 10),
      draws: whole(2, 10_000).describe('Draws of each wave.'),
      cutoff: number(1, 10).optional().describe('Largest implausibility of an accepted draw. Default 3.'),
    })
    .optional()
    .describe('History matching. Default: two waves of 40 draws.'),
  reference: z
    .strictObject({
      place: placeSchema.optional().describe('Default: the place of the fit.'),
      scale: number(SMALLEST_SCALE, 1),
      replicates: whole(1, 100).optional().describe('Default 1.'),
    })
    .optional()
    .describe(
      'More people, for whom the fit must hold: what the smaller place or scale does to a figure is taken off.',
    ),
});

export type SpecFile = z.output<typeof SPEC_SCHEMA>;

/** Why a name is no target, for what is no misspelling. */
function whyNoTarget(written: unknown): string | undefined {
  if (typeof written !== 'string') return 'the id of a published figure';
  const fact = written.trim().toUpperCase();
  switch (allFacts().find(({ id }) => id === fact)?.role) {
    case 'validate':
      return `a published figure that may be fitted to; the role of ${written} is validate: it must emerge and is never fitted to`;
    case 'calibrate':
      return `a published figure of the calibration; ${written} is an effect between two scenarios, which no single run shows: its figures go under effects`;
    default:
      return undefined;
  }
}

/** Why a name is no effect that may be fitted to, for what is no misspelling. */
function whyNoEffect(written: unknown): string | undefined {
  if (typeof written !== 'string') return 'a fact and one of its figures, such as B33 year-1';
  const id = written.trim().split(/\s+/)[0]!.toUpperCase();
  const fact = allFacts().find((one) => one.id === id);
  if (fact === undefined) return undefined;
  if (fact.role === 'validate')
    return `an effect that may be fitted to; the role of ${id} is validate: it must emerge and is never fitted to`;
  const own = EFFECT_IDS.filter((one) => one.startsWith(`${id} `));
  return own.length === 0
    ? `an effect that can be posed and whose band has two ends; ${id} has none`
    : `a figure of ${id}: ${own.join(', ')}`;
}
