import * as z from 'zod';

/** Who holds the budget for hospital care, and who feels it being spent. */
export const budgetSchema = z.strictObject({
  salience: z
    .enum(['none', 'indicative', 'hard'])
    .describe(
      'How far the cost of care falls on a purse that the general practitioner feels: none (the primary care trust ' +
        'pays), indicative (practice-based budgets on paper), hard (a real budget whose savings the practice keeps).',
    ),
});

export type Budget = Readonly<z.infer<typeof budgetSchema>>;
