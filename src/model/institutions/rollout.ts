import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import type { ReadersOf } from './readers.ts';
import { numberFrom, share, weeksUpTo } from './values.ts';

/** How a change of structure comes about: where it forms, when, and what happens to what was there. */
export const rolloutSchema = z.strictObject({
  by: z
    .enum(['in-force', 'decree', 'stubborn', 'willing', 'readiness', 'waves', 'organic'])
    .describe(
      'Where a structure forms: in-force (it was there from the start), decree (everywhere, at once), stubborn (where ' +
        'commissioner and main trust have not got on for a year), willing (where they get on and want it), readiness ' +
        '(area by area as practices become ready), waves (all, a part at each of several dates, the readiest first), ' +
        'organic (where somebody tries, and where others imitate shorter waits).',
    ),
  mandated: z
    .boolean()
    .describe('Whether those concerned must take part; false = they decide. Imposed change disrupts more.'),
  threshold: share()
    .describe(
      'Level, 0 to 1, that decides: of readiness at or above which a group takes over (readiness, organic), of the ' +
        'relation at or above which partners are willing (willing) or below which they are stubborn (stubborn). Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: UNDECIDED }),
  firstShare: share()
    .describe(
      'Share of areas, 0 to 1, that form at the start where rollout is by readiness or organic: the readiest. In waves: ' +
        'as many waves as 1 / share, rounded up, of equal size. Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: 'share of areas', source: UNDECIDED }),
  notBeforeWeeks: weeksUpTo(1040, 'at once')
    .describe('Weeks after these institutions come into force before which nothing forms, 0 to 1040.')
    .register(POLICY_NUMBERS, { unit: 'weeks', source: '0 by definition: in force' }),
  allByWeeks: weeksUpTo(1040, 'no last date')
    .describe(
      'Weeks after these institutions come into force from which all who are left form, ready or not, where rollout is by ' +
        'readiness or organic; 0 = no last date.',
    )
    .register(POLICY_NUMBERS, { unit: 'weeks', source: '0 by definition: no date is set' }),
  minimumPeople: numberFrom(0, 1_000_000)
    .describe(
      'People, 0 to 1,000,000, on the lists of those who would form a body together below whom it is not founded; their ' +
        'commissioner goes on paying for them. 0 = none.',
    )
    .register(POLICY_NUMBERS, { unit: 'people', source: 'no least number in 2008-09' }),
  solvent: z
    .boolean()
    .describe(
      'Whether nothing forms by local decision (stubborn, willing, readiness, organic) where the commissioner is in turnaround.',
    ),
  waveWeeks: weeksUpTo(260, 'all in the same week')
    .describe('Weeks, 0 to 260, from one wave to the next where rollout is in waves. Assumption.')
    .register(POLICY_NUMBERS, { unit: 'weeks', source: UNDECIDED }),
  functions: z
    .enum(['kept', 'run-down'])
    .describe(
      'The commissioner’s staff and skill while others get ready: kept (paid for) or run-down (they leave faster).',
    ),
  socialEnterprise: z
    .boolean()
    .describe('Whether a commissioner that hands over may go on as a social enterprise that sells support.'),
  developmentPoundsPerHead: numberFrom(0, 10)
    .describe('Money to develop groups that are not ready yet, pounds per person a year, 0 to 10.')
    .register(POLICY_NUMBERS, { unit: 'pounds a head a year', source: 'no groups to develop in 2008-09' }),
});

export type Rollout = Readonly<z.infer<typeof rolloutSchema>>;

/** England in 2008/09: in force, nothing forms. Readiness of 0.6 and a first share of 15% are assumptions for what does. */
export const ROLLOUT: Rollout = {
  by: 'in-force',
  mandated: false,
  threshold: 0.6,
  firstShare: 0.15,
  notBeforeWeeks: 0,
  allByWeeks: 0,
  minimumPeople: 0,
  solvent: false,
  waveWeeks: 13,
  functions: 'kept',
  socialEnterprise: false,
  developmentPoundsPerHead: 0,
};

/** Who reads each. */
export const ROLLOUT_READERS: ReadersOf<Rollout> = {
  by: ['practice', 'commissioner'],
  mandated: ['practice'],
  threshold: ['practice', 'commissioner'],
  firstShare: ['practice'],
  notBeforeWeeks: ['practice'],
  allByWeeks: ['practice'],
  minimumPeople: ['practice'],
  solvent: ['practice'],
  waveWeeks: ['practice'],
  functions: ['practice'],
  socialEnterprise: ['practice'],
  developmentPoundsPerHead: ['practice'],
};
