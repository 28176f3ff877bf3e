import * as z from 'zod';

const expected = 'a number from 0 (none) to 1 (most intensive)';

/** Things that any regime may buy. */
export const programmeSchema = z.strictObject({
  demandManagement: z
    .number({ error: expected })
    .min(0, { error: expected })
    .max(1, { error: expected })
    .describe('The commissioner’s demand management of referrals, 0 (none) to 1 (most intensive).'),
});

export type Programme = Readonly<z.infer<typeof programmeSchema>>;
