import * as z from 'zod';
import { number, text, whole } from './plain-values.ts';
import { MAXIMUM_WEEKS } from './scenario.ts';

/** Mergers and shocks of a scenario: what happens from outside at a week. */

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

export const mergerSchema = z
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
    operations: number(0, 5)
      .optional()
      .describe('Multiplies slots for operations alone, beside what slots does.'),
    budget_growth: number(-0.5, 0.5)
      .optional()
      .describe('Replaces the yearly growth of allocations, as a share: 0.02 = two per cent, 0 = none.'),
    why: z.string().max(500).optional().describe('The reason, for the journal of events.'),
  })
  .refine(
    (shock) =>
      [shock.emergencies, shock.beds, shock.slots, shock.operations, shock.budget_growth].some(
        (effect) => effect !== undefined,
      ),
    { error: 'at least one of emergencies, beds, slots, operations, budget_growth' },
  )
  .meta({ id: 'shock' });

export const shocksSchema = z.array(shockSchema).max(200, { error: 'at most 200 shocks' });
