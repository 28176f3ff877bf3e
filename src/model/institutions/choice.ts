import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import type { ReadersOf } from './readers.ts';
import { share, weeksUpTo } from './values.ts';

/** What people may choose. */
export const choiceSchema = z.strictObject({
  of: z
    .enum(['none', 'provider', 'system'])
    .describe(
      'What people may choose: none (the usual or nearest provider), provider (the hospital, at referral) or system ' +
        '(the integrated organisation that they belong to).',
    ),
  enrolment: z
    .enum(['practice', 'person'])
    .describe(
      'How people belong to a system: practice (by the practice they are registered with, so that who changes system ' +
        'changes practice) or person (each for themselves, as with an insurer; the practice stays).',
    ),
  offeredShare: share()
    .describe('Share of referrals at which a choice is really offered, 0 to 1.')
    .register(POLICY_NUMBERS, {
      unit: 'share',
      source:
        '49% of patients recalled being offered a choice, http://www.kingsfund.org.uk/press/press-releases/patients-dont-use-quality-measures-when-choosing-hospital-says-kings-fund',
    }),
  informationQuality: share()
    .describe(
      'How well published quality and waits are seen by those who choose: 0 (not at all) to 1 (as published). Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: UNDECIDED }),
  qualityPublished: z
    .boolean()
    .describe(
      'Whether signals of the quality of trusts are published; without them neither patients, nor those who buy, nor ' +
        'other trusts see it. Waits are published in any case.',
    ),
  steering: share()
    .describe(
      'How strongly an integrated organisation steers its people to its own providers: 0 (not) to 1 (as far as it can). ' +
        'Assumption.',
    )
    .register(POLICY_NUMBERS, {
      unit: '0 to 1',
      source: `${UNDECIDED}; nothing to steer for while buyers and providers are apart`,
    }),
  reviewRate: share()
    .describe(
      'Share of people, 0 to 1 a year, who think about changing their system, besides those who move. Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: 'share a year', source: UNDECIDED }),
  minimumEnrolmentWeeks: weeksUpTo(520, 'none')
    .describe(
      'Weeks, 0 (none) to 520, for which whoever has chosen a system stays with it before choosing again. People review ' +
        'their choice once a year, so 52 or less binds nobody.',
    )
    .register(POLICY_NUMBERS, { unit: 'weeks', source: UNDECIDED }),
});

export type Choice = Readonly<z.infer<typeof choiceSchema>>;

/**
 * England in 2008/09: choice of hospital. 49% of patients in four areas recalled being offered one, about three years after
 * 2006 (King's Fund, kingsfund.org.uk/press/press-releases/patients-dont-use-quality-measures-when-choosing-hospital-says-kings-fund).
 */
export const CHOICE: Choice = {
  of: 'provider',
  enrolment: 'practice',
  offeredShare: 0.49,
  informationQuality: 1,
  qualityPublished: true,
  steering: 0,
  reviewRate: 0.1,
  minimumEnrolmentWeeks: 52,
};

/** Who reads each. */
export const CHOICE_READERS: ReadersOf<Choice> = {
  of: ['practice', 'trust', 'body'],
  enrolment: ['practice', 'body'],
  offeredShare: ['practice', 'trust'],
  informationQuality: ['practice', 'trust', 'body'],
  qualityPublished: ['trust'],
  steering: ['body'],
  reviewRate: ['practice', 'body'],
  minimumEnrolmentWeeks: ['practice', 'body'],
};

/** How well the quality of trusts is seen: as well as those who look can read it, and not at all where it is hidden. */
export function qualitySeen({ informationQuality, qualityPublished }: Choice): number {
  return qualityPublished ? informationQuality : 0;
}
