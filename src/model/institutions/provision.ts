import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import type { ReadersOf } from './readers.ts';
import { numberFrom, share } from './values.ts';

const member = (who: string) => z.boolean().describe(`Whether ${who} of an integrated organisation.`);

/** Which organisations care is provided by, and what they share. */
export const provisionSchema = z.strictObject({
  form: z
    .enum(['separate', 'vertical', 'virtual', 'fluid'])
    .describe(
      'How care is organised: separate (buyers and providers apart), vertical (one body owns them), virtual (partners bound by contract and ' +
        'a shared budget), fluid (a loose network that members enter and leave). Anything but separate acts where ' +
        'such a body has formed.',
    ),
  led: z
    .enum(['commissioner', 'hospital', 'practices'])
    .describe(
      'Who founds an integrated organisation: commissioner (one in each area), hospital (one for each main hospital), ' +
        'practices (one for each group of practices).',
    ),
  trust: member('the acute trust is a member'),
  community: member('community services are members'),
  practices: member('practices are members, not contractors,'),
  communitySpecialistsPer100k: numberFrom(0, 20)
    .describe(
      'Specialists of consultant standing who see patients outside hospital, whole-time equivalents per 100,000 people, ' +
        '0 to 20.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'whole-time equivalents per 100,000',
      source: `${UNDECIDED}; a role that was proposed, without a number`,
    }),
  communitySpecialistPrice: numberFrom(0, 1.5)
    .describe(
      'Price of a visit to a community specialist as a share of the hospital’s tariff, 0 to 1.5. Assumption.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'share of the tariff',
      source: `${UNDECIDED}; proposed without a price`,
    }),
  clinicalCollaboration: share()
    .describe(
      'Joint clinics and shared audit of general practitioners and consultants: 0 (none beyond what is usual) to 1 ' +
        '(throughout). Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: `${UNDECIDED}; 0 is what was usual` }),
  independentCentres: z
    .boolean()
    .describe('Whether independent treatment centres may take patients of the health service.'),
});

export type Provision = Readonly<z.infer<typeof provisionSchema>>;

/** England in 2008/09: trusts apart from those who buy from them, independent centres allowed. */
export const PROVISION: Provision = {
  form: 'separate',
  led: 'commissioner',
  trust: false,
  community: false,
  practices: false,
  communitySpecialistsPer100k: 0,
  communitySpecialistPrice: 0.75,
  clinicalCollaboration: 0,
  independentCentres: true,
};

/** Who reads each. */
export const PROVISION_READERS: ReadersOf<Provision> = {
  form: ['practice'],
  led: ['practice'],
  trust: ['practice', 'body'],
  community: ['body'],
  practices: ['practice'],
  communitySpecialistsPer100k: ['practice', 'commissioner'],
  communitySpecialistPrice: ['commissioner'],
  clinicalCollaboration: ['commissioner', 'trust'],
  independentCentres: ['commissioner'],
};
