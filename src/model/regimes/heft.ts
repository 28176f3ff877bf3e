import { regime } from './regime.ts';

export const HEFT = regime({
  id: 'heft',
  label: 'Health economy foundation trust, where divisions are stubborn',
  description:
    'One body plans and delivers care for a local health economy: primary care trust, acute trust and community services ' +
    'under a board of hospitals, general practice, community services and public health, with citizens as members and an ' +
    'elected local health council. Practices stay contractors. It forms where commissioner and trust do not get on. ' +
    'Proposed in May 2007.',
  claimed:
    'Pathways and networks cross the boundary of purchaser and provider; relations between services and communities are ' +
    'transformed; local bodies answer for local failures without day-to-day dabbling from above.',
  feared:
    'One organisation is too cosy and comfortable; lumping people together who cannot work together only internalises ' +
    'the problem; separate identities are lost.',
  lookAt:
    'Relations and disputes, now between divisions; emergencies that good care avoids; length of stay (mean_stay_days: ' +
    'delayed discharge is not counted apart); slack, unit cost and waits; the cost of the change ' +
    '(structural_change_cost_pounds); each against the same place left alone.',
  undecided: [
    {
      question: 'Who votes on the board?',
      taken:
        'hospital, general practice, community and public health a quarter each; citizens have a voice as members',
      alternatives:
        '0.40, 0.25, 0.20, 0.15 (led by the hospital); led by general practice; citizens a majority',
      settings: [
        'governance.seatsHospital',
        'governance.seatsGeneralPractice',
        'governance.seatsCommunity',
        'governance.seatsPublicHealth',
      ],
    },
    {
      question: 'Who joins?',
      taken: 'primary care trust, acute trust, community services; practices stay contractors with seats',
      alternatives: 'provision.practices: true (employed); provision.trust: false (trust outside)',
    },
    {
      question: 'How does money move within?',
      taken: 'divisions’ budgets follow half of their activity (payment.internalBudgetFollowsActivity 0.5)',
      alternatives: '0 (global budgets); 1 (the tariff kept inside)',
    },
    {
      question: 'What have the accounts of the two sides to do with each other?',
      taken: 'a book each, and what one has may cover what the other lacks',
      alternatives: 'budget.accounts: single (one book), ring-fence (neither pays for the other’s loss)',
    },
    {
      question: 'May people still choose a hospital outside?',
      taken: 'yes, at the body’s cost',
      alternatives: 'choice.of: none',
    },
    {
      question: 'How bad must relations be?',
      taken: 'below 0.4 for a year, by local decision (assumption)',
      alternatives: 'heft-willing, heft-decreed; rollout.threshold 0.2 to 0.5',
      settings: ['rollout.threshold'],
    },
    {
      question: 'What may the local health council do?',
      taken: 'it is elected, and its word delays closures',
      alternatives: 'governance.council: veto, advisory, none',
    },
    {
      question: 'What do people get?',
      taken: 'all that consultants list them for (entitlement.package: comprehensive)',
      alternatives:
        'entitlement.package: core-and-local (a national core, and local extras that the body adds); core',
    },
    {
      question: 'How many members vote?',
      taken: '27%, as in foundation trusts in 2008/09 (governance.turnout)',
      alternatives: '0.14 to 0.23, as in elections of health boards in Scotland',
    },
  ],
  set: {
    'budget.holder': 'organisation',
    'budget.accounts': 'separate',
    'payment.internalBudgetFollowsActivity': 0.5,
    'provision.form': 'vertical',
    'provision.led': 'commissioner',
    'provision.trust': true,
    'provision.community': true,
    'governance.seatsHospital': 0.25,
    'governance.seatsGeneralPractice': 0.25,
    'governance.seatsCommunity': 0.25,
    'governance.seatsPublicHealth': 0.25,
    'governance.council': 'elected',
    'rollout.by': 'stubborn',
    'rollout.threshold': 0.4,
  },
});
