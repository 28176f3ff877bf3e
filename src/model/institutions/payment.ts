import * as z from 'zod';

const byRule = z.enum(['tariff', 'block']);

/** How providers are paid for each kind of care. */
export const paymentSchema = z.strictObject({
  outpatient: byRule.describe('Outpatient visits: tariff (a price for each) or block (a fixed yearly sum).'),
  elective: byRule.describe('Day cases and planned admissions: tariff or block.'),
  emergency: byRule.describe('Emergency admissions: tariff or block.'),
  accidentAndEmergency: byRule.describe('Attendances at accident and emergency: tariff or block.'),
  emergencyMarginalRate: z
    .number({ error: 'a share from 0 to 1' })
    .min(0, { error: 'a share from 0 to 1' })
    .max(1, { error: 'a share from 0 to 1' })
    .describe(
      'Share of the tariff paid for emergency admissions above last year’s number; 1 = no marginal rate.',
    ),
  community: z.enum(['block']).describe('Community services: block.'),
  marketForcesFactor: z
    .boolean()
    .describe('Whether tariff prices are multiplied by the market forces factor of the trust.'),
});

export type Payment = Readonly<z.infer<typeof paymentSchema>>;
