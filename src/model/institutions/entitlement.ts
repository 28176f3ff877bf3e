import * as z from 'zod';
import { numberFrom, share, weeksUpTo } from './values.ts';

/** What people are entitled to, and how firmly. */
export const entitlementSchema = z.strictObject({
  targetWaitWeeks: weeksUpTo(104, 'no target').describe(
    'Longest planned wait from referral to treatment, in weeks, towards which capacity is planned; 0 = no target.',
  ),
  targetStrength: numberFrom(0, 3).describe(
    'Pressure behind the target, as a multiple (0 to 3) of that of 2008/09; 0 = nobody presses.',
  ),
  sanctionCertainty: share().describe(
    'Probability, 0 to 1, that a missed target is really followed by its penalty. Assumption.',
  ),
  guaranteedMaximumWeeks: weeksUpTo(104, 'no guarantee').describe(
    'Weeks of waiting after which a patient may go elsewhere at the commissioner’s cost; 0 = no such right.',
  ),
  openEnrolment: z
    .boolean()
    .describe('Whether a system must accept everybody who wants to join, with the same package for all.'),
  enforcement: share().describe(
    'Probability, 0 to 1, that a refusal against open enrolment is found and fined. Assumption.',
  ),
});

export type Entitlement = Readonly<z.infer<typeof entitlementSchema>>;

/** England in 2008/09: eighteen weeks as the minimum expectation, no right to go elsewhere, nothing to enrol with. */
export const ENTITLEMENT: Entitlement = {
  targetWaitWeeks: 18,
  targetStrength: 1,
  sanctionCertainty: 0.5,
  guaranteedMaximumWeeks: 0,
  openEnrolment: false,
  enforcement: 0.5,
};
