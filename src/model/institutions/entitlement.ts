import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import type { ReadersOf } from './readers.ts';
import { numberFrom, share, weeksUpTo } from './values.ts';

/** What people are entitled to, and how firmly. */
export const entitlementSchema = z.strictObject({
  targetWaitWeeks: weeksUpTo(104, 'no target')
    .describe(
      'Longest planned wait from referral to treatment, in weeks, towards which capacity is planned; 0 = no target.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'weeks',
      source:
        'the minimum expectation from January 2009, https://hansard.parliament.uk/Commons/2009-03-30/debates/09033030000014/HealthServicesWaitingLists',
    }),
  targetStrength: numberFrom(0, 3)
    .describe('Pressure behind the target, as a multiple (0 to 3) of that of 2008/09; 0 = nobody presses.')
    .register(POLICY_NUMBERS, {
      unit: 'multiple of 2008-09',
      source: '1 by definition: the pressure of 2008-09',
    }),
  sanctionCertainty: share()
    .describe('Probability, 0 to 1, that a missed target is really followed by its penalty. Assumption.')
    .register(POLICY_NUMBERS, {
      unit: 'probability',
      source: `${UNDECIDED}; about half of the trusts that missed the standard were not fined in 2012-13, https://insource.co.uk/perverse-18-weeks-sanctions-made-mandatory`,
    }),
  guaranteedMaximumWeeks: weeksUpTo(104, 'no guarantee')
    .describe(
      'Weeks of waiting after which a patient may go elsewhere at the commissioner’s cost; 0 = no such right.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'weeks',
      source:
        'no right to go elsewhere before April 2010, https://mmlmc.org.uk/index.php/doh/189-changes-to-the-nhs-constitution-government-response-to-the-consultation-on-new-patient-rights',
    }),
  package: z
    .enum(['comprehensive', 'core', 'core-and-local'])
    .describe(
      'Operations that are paid for: comprehensive (all that consultants list people for), core (without the least severe of treatments that are on lists of low priority, the same everywhere) or core-and-local (the core, and of the rest as much as who pays can afford from what it has kept).',
    ),
  openEnrolment: z
    .boolean()
    .describe('Whether a system must accept everybody who wants to join, with the same package for all.'),
  enforcement: share()
    .describe('Probability, 0 to 1, that a refusal against open enrolment is found and fined. Assumption.')
    .register(POLICY_NUMBERS, { unit: 'probability', source: UNDECIDED }),
});

export type Entitlement = Readonly<z.infer<typeof entitlementSchema>>;

/**
 * England in 2008/09: eighteen weeks as the minimum expectation, no right to go elsewhere, no common list of exclusions (what
 * trusts' own lists left out is in the base year's activity), nothing to enrol with.
 */
export const ENTITLEMENT: Entitlement = {
  targetWaitWeeks: 18,
  targetStrength: 1,
  sanctionCertainty: 0.5,
  guaranteedMaximumWeeks: 0,
  package: 'comprehensive',
  openEnrolment: false,
  enforcement: 0.5,
};

/** Who reads each. */
export const ENTITLEMENT_READERS: ReadersOf<Entitlement> = {
  targetWaitWeeks: ['practice', 'trust', 'body'],
  targetStrength: ['trust'],
  sanctionCertainty: ['trust'],
  guaranteedMaximumWeeks: ['trust'],
  package: ['practice'],
  openEnrolment: ['body'],
  enforcement: ['body'],
};
