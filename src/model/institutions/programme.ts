import * as z from 'zod';
import { POLICY_NUMBERS } from './policy.ts';
import type { ReadersOf } from './readers.ts';
import { intensity, numberFrom } from './values.ts';

/** Things that any regime may buy. */
export const programmeSchema = z.strictObject({
  demandManagement: intensity()
    .describe('The commissioner’s demand management of referrals, 0 (none) to 1 (most intensive).')
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: 'nothing beyond what the base year has' }),
  caseManagement: intensity()
    .describe(
      'Case management of people at high risk of an emergency, 0 (none beyond what is usual) to 1 (most intensive).',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: 'nothing beyond what the base year has' }),
  peerReview: intensity()
    .describe('Review of referrals among general practitioners, 0 (none) to 1 (most intensive).')
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: 'nothing beyond what the base year has' }),
  communityClinics: intensity()
    .describe(
      'Outpatient clinics outside hospital for referrals that suit them, 0 (none) to 1 (all that suit).',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: 'nothing beyond what the base year has' }),
  payForQuality: numberFrom(0, 2, '0 (none) to 2 (twice the contract of 2004)')
    .describe(
      'Pay for quality in general practice, as a multiple (0 to 2) of the contract of 2004; 1 = that contract.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'multiple of the contract of 2004',
      source: '1 by definition: the contract of 2004',
    }),
});

export type Programme = Readonly<z.infer<typeof programmeSchema>>;

/** England in 2008/09: the quality framework of the contract of 2004, no programme beyond what the base year has. */
export const PROGRAMME: Programme = {
  demandManagement: 0,
  caseManagement: 0,
  peerReview: 0,
  communityClinics: 0,
  payForQuality: 1,
};

/** Who reads each. */
export const PROGRAMME_READERS: ReadersOf<Programme> = {
  demandManagement: ['commissioner'],
  caseManagement: ['practice'],
  peerReview: ['practice', 'commissioner'],
  communityClinics: ['commissioner'],
  payForQuality: ['practice'],
};
