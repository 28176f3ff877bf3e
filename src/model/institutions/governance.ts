import * as z from 'zod';
import { POLICY_NUMBERS, UNDECIDED } from './policy.ts';
import { PAYERS, type ReadersOf } from './readers.ts';
import { numberFrom, share, weeksUpTo } from './values.ts';

/** The Cooperation and Competition Panel's own timetable, in working days. */
const MERGER_CONTROL =
  'a case is accepted within 10 working days and its first phase done within 40 more; a second phase takes 80, 26 weeks in ' +
  'all, https://www.ccpanel.org.uk/referrals-to-ccp/mergers.html';

const seats = (who: string) =>
  numberFrom(0, 1)
    .describe(
      `Weight of ${who} on the board of a body that plans care, 0 to 1; the five weights are normalised, and where all are 0 the commissioner decides alone. Assumption.`,
    )
    .register(POLICY_NUMBERS, { unit: 'weight', source: UNDECIDED });

/** Who decides, who is heard, and who holds whom to account. */
export const governanceSchema = z.strictObject({
  seatsHospital: seats('hospitals'),
  seatsGeneralPractice: seats('general practice'),
  seatsCommunity: seats('community services'),
  seatsPublicHealth: seats('public health'),
  seatsCitizens: seats('citizens'),
  turnout: share()
    .describe(
      'Share of members or voters, 0 to 1, who take part in elections of governors, council or board.',
    )
    .register(POLICY_NUMBERS, {
      unit: 'share',
      source:
        '27% of public members in 2008-09, https://www.hsj.co.uk/acute-care/mp-slams-uncontested-ft-governor-elections-/5007756.article',
    }),
  council: z
    .enum(['none', 'advisory', 'elected', 'veto'])
    .describe(
      'Local health council: none, advisory (delays a small part of closures of beds, clinics and theatres), elected (delays ' +
        'more), veto (stops them).',
    ),
  nationalBoard: z
    .boolean()
    .describe(
      'Whether an independent national board of governors stands between ministers and the service: fewer political ' +
        'shocks, and less force of targets.',
    ),
  executiveManagementBoard: z
    .boolean()
    .describe(
      'Whether a national executive board, not ministers, manages performance and national operations.',
    ),
  constitution: z
    .boolean()
    .describe(
      'Whether a constitution states values, the range of services and national standards of quality.',
    ),
  charter: z
    .boolean()
    .describe('Whether a charter states what the public may expect and what is expected of them.'),
  publicHealthReview: z
    .boolean()
    .describe('Whether public-health structures are reviewed independently and their budget is guarded.'),
  commissioningBoard: z
    .enum(['none', 'board', 'delegated', 'group'])
    .describe(
      'Who holds practices to account: none (the primary care trust), board (a national commissioning board), delegated ' +
        '(the board’s task, carried out by the group of practices), group (the group holds the contracts).',
    ),
  localAuthority: z
    .enum(['neutral', 'partner', 'adversary'])
    .describe('How the local council meets the health service: neutral, partner or adversary. Assumption.'),
  clinicalGovernance: share()
    .describe(
      'Programme of clinical audit, peer review and shared data: 0 (none) to 1 (throughout). Assumption.',
    )
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: UNDECIDED }),
  regulator: share()
    .describe('Strength of the oversight of finance and quality: 0 (none) to 1 (closest). Assumption.')
    .register(POLICY_NUMBERS, { unit: '0 to 1', source: UNDECIDED }),
  failureRegime: z
    .enum(['none', 'loan', 'administration', 'merger'])
    .describe(
      'What happens to a body that cannot pay: none (the deficit is carried), loan, administration, merger (a trust that ' +
        'stands alone is taken over by the solvent trust that shares most of its patients, debts and all; where there is ' +
        'none, and for everybody but trusts, administration).',
    ),
  mergerControlWeeks: weeksUpTo(104, 'no control')
    .describe(
      'Weeks, 0 (no control) to 104, that merger control takes before a trust that failed is taken over; without effect ' +
        'but with failureRegime merger.',
    )
    .register(POLICY_NUMBERS, { unit: 'weeks', source: MERGER_CONTROL }),
  exitNoticeWeeks: weeksUpTo(104, 'at once')
    .describe(
      'Weeks, 0 (at once) to 104, before a body in administration is closed: until then it serves its people and takes no ' +
        'new ones.',
    )
    .register(POLICY_NUMBERS, { unit: 'weeks', source: UNDECIDED }),
});

export type Governance = Readonly<z.infer<typeof governanceSchema>>;

/**
 * England in 2008/09: appointed boards advised by an executive committee of doctors, nurses and others; 27% of public
 * members voted for governors of foundation trusts (hsj.co.uk/acute-care/mp-slams-uncontested-ft-governor-elections-/5007756.article);
 * trusts in deficit got loans, administration came with the Health Act 2009. A year's notice, weights and strengths are assumptions.
 */
export const GOVERNANCE: Governance = {
  seatsHospital: 0,
  seatsGeneralPractice: 0.4,
  seatsCommunity: 0.3,
  seatsPublicHealth: 0.3,
  seatsCitizens: 0,
  turnout: 0.27,
  council: 'none',
  nationalBoard: false,
  executiveManagementBoard: false,
  constitution: false,
  charter: false,
  publicHealthReview: false,
  commissioningBoard: 'none',
  localAuthority: 'neutral',
  clinicalGovernance: 0.3,
  regulator: 0.5,
  failureRegime: 'loan',
  mergerControlWeeks: 10,
  exitNoticeWeeks: 52,
};

/** Who reads each. */
export const GOVERNANCE_READERS: ReadersOf<Governance> = {
  seatsHospital: ['trust', 'body'],
  seatsGeneralPractice: ['trust', 'body'],
  seatsCommunity: ['trust', 'body'],
  seatsPublicHealth: ['trust', 'body'],
  seatsCitizens: ['trust', 'body'],
  turnout: ['trust', 'body'],
  council: ['trust'],
  nationalBoard: ['nation'],
  executiveManagementBoard: ['nation'],
  constitution: ['practice'],
  charter: ['trust'],
  publicHealthReview: ['commissioner'],
  commissioningBoard: ['practice'],
  localAuthority: ['trust'],
  clinicalGovernance: ['practice', 'commissioner', 'trust'],
  regulator: ['trust'],
  failureRegime: [...PAYERS, 'trust'],
  mergerControlWeeks: ['trust'],
  exitNoticeWeeks: ['body'],
};
