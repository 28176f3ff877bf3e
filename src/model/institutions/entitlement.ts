import * as z from 'zod';

const expected = 'a number of weeks from 0 (no target) to 104';

/** What patients are guaranteed. */
export const entitlementSchema = z.strictObject({
  targetWaitWeeks: z
    .number({ error: expected })
    .min(0, { error: expected })
    .max(104, { error: expected })
    .describe(
      'Longest planned wait from referral to treatment, in weeks, towards which capacity is planned; 0 = no target.',
    ),
});

export type Entitlement = Readonly<z.infer<typeof entitlementSchema>>;
