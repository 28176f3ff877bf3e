import * as z from 'zod';
import type { ReadersOf } from './readers.ts';

/** How money follows people and their needs. */
export const riskAdjustmentSchema = z.strictObject({
  formula: z
    .enum(['none', 'age-sex', 'age-sex-deprivation', 'person'])
    .describe(
      'What the money for a person depends on: none (the same for all), age-sex, age-sex-deprivation, or person (age, ' +
        'sex, deprivation and own diagnoses).',
    ),
  income: z
    .enum(['allocation', 'dowry'])
    .describe(
      'How it comes in: allocation (each area’s, shared out every April by whose people they then are) or dowry (to the ' +
        'system that each person is enrolled with, counted again every quarter).',
    ),
});

export type RiskAdjustment = Readonly<z.infer<typeof riskAdjustmentSchema>>;

/** England in 2008/09: weighted capitation to primary care trusts by age, additional need and market forces. */
export const RISK_ADJUSTMENT: RiskAdjustment = { formula: 'age-sex-deprivation', income: 'allocation' };

/** Who reads each. */
export const RISK_ADJUSTMENT_READERS: ReadersOf<RiskAdjustment> = {
  formula: ['practice', 'body'],
  income: ['practice', 'body'],
};
