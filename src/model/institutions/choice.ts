import * as z from 'zod';

/** What patients may choose. */
export const choiceSchema = z.strictObject({
  of: z
    .enum(['none', 'provider'])
    .describe('What patients may choose: none (the usual or nearest provider) or provider (the hospital).'),
  offeredShare: z
    .number({ error: 'a share from 0 to 1' })
    .min(0, { error: 'a share from 0 to 1' })
    .max(1, { error: 'a share from 0 to 1' })
    .describe('Share of referrals at which a choice is really offered, 0 to 1.'),
});

export type Choice = Readonly<z.infer<typeof choiceSchema>>;
