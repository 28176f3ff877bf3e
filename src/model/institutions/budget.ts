import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import { PAYERS, type ReadersOf } from './readers.ts';
import { share } from './values.ts';

const salience = z.enum(['none', 'indicative', 'hard']);

/** Who holds the budget for care, and who feels it being spent. */
export const budgetSchema = z.strictObject({
  holder: z
    .enum(['commissioner', 'consortia', 'practices', 'organisation'])
    .describe(
      'Who holds the money for hospital care: commissioner (primary care trust), consortia (groups of practices), ' +
        'practices (each its own), organisation (the body that also provides care).',
    ),
  salience: salience.describe(
    'How far the cost of planned care and prescribing falls on a purse that the general practitioner feels: none ' +
      '(the commissioner pays), indicative (budgets on paper), hard (a real budget whose savings the practice keeps).',
  ),
  emergencySalience: salience.describe('The same for emergency care: none, indicative or hard.'),
  accounts: z
    .enum(['separate', 'single', 'ring-fence'])
    .describe(
      'Books of the side that buys and the side that provides, inside one body that owns its hospitals: separate (a book ' +
        'each, and what one has may cover what the other lacks), single (one book for both) or ring-fence (a book each, ' +
        'and neither pays for the other’s loss).',
    ),
  savingsShare: share()
    .describe('Share, 0 to 1, of what a practice frees from its budget that it may use for its patients.')
    .register(POLICY_NUMBERS, {
      unit: 'share',
      source:
        'at least 70% of freed-up resource, https://hansard.parliament.uk/Commons/2006-11-06/debates/0611079000060/GPBudgets',
    }),
  savingsHonoured: share()
    .describe(
      'Probability, 0 to 1, that a practice is really paid the savings it is entitled to. Assumption: paid in about ' +
        'half the cases.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'probability',
      source: `${UNDECIDED}; paid in about half of the cases`,
    }),
});

export type Budget = Readonly<z.infer<typeof budgetSchema>>;

/**
 * England in 2008/09: the primary care trust holds the money, practices have indicative budgets and may redirect at
 * least 70% of freed-up resource (House of Commons, written answer on practice-based commissioning, 2006-07 rules).
 */
export const BUDGET: Budget = {
  holder: 'commissioner',
  salience: 'indicative',
  emergencySalience: 'none',
  accounts: 'separate',
  savingsShare: 0.7,
  savingsHonoured: 0.5,
};

/** Who reads each. */
export const BUDGET_READERS: ReadersOf<Budget> = {
  holder: ['practice'],
  salience: ['practice', ...PAYERS],
  emergencySalience: ['practice'],
  accounts: ['body'],
  savingsShare: ['practice', ...PAYERS],
  savingsHonoured: ['practice', ...PAYERS],
};
