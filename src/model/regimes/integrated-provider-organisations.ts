import { regime } from './regime.ts';

export const INTEGRATED_PROVIDER_ORGANISATIONS = regime({
  id: 'integrated-provider-organisations',
  label: 'Integrated provider organisations',
  description:
    'Groups of practices with hard budgets and specialists of consultant standing in the community, in professional ' +
    'partnership, for people with long-term conditions. Hospitals stay separate and compete; voluntary.',
  claimed:
    'Collaboration, not bargaining, for people with long-term conditions; cost-effective, practical and fast; care near ' +
    'home.',
  feared:
    'Groups buy from their own provider; specialists in the community add demand instead of replacing it; hospitals lose ' +
    'easy cases; nobody joins.',
  lookAt:
    'First visits in all settings together; avoidable emergencies and control of long-term conditions; distance; trusts’ ' +
    'balances; uptake.',
  undecided: [
    {
      question: 'How real is the budget?',
      taken:
        'a capitated sum for long-term conditions (their avoidable emergencies and physicians’ visits); practices feel these ' +
        'emergencies in full, and all else, the programme’s visits too, indicatively: a practice’s threshold does not tell who has a ' +
        'condition; the primary care trust goes on holding the money for the rest (assumption)',
      alternatives:
        'payment.longTermConditions: none; budget.salience: hard (all planned care, the programme’s visits with it); ' +
        'budget.emergencySalience: hard; budget.holder: consortia (the group holds the money for all care)',
    },
    {
      question: 'How many specialists, at what price?',
      taken: 'one for 50,000 people in each of eight specialties, at 75% of the tariff',
      alternatives: 'provision.communitySpecialistsPer100k 4; provision.communitySpecialistPrice 0.6 to 1',
      settings: ['provision.communitySpecialistsPer100k'],
    },
    {
      question: 'Who decides in the partnership?',
      taken: 'practitioners 0.6, specialists 0.3, community nurses 0.1',
      alternatives: 'equal thirds',
      settings: [
        'governance.seatsHospital',
        'governance.seatsGeneralPractice',
        'governance.seatsCommunity',
        'governance.seatsPublicHealth',
      ],
    },
    {
      question: 'Who gets the savings?',
      taken: '70% to the group for services, surely paid (assumption)',
      alternatives: 'budget.savingsShare 1',
      settings: ['budget.savingsHonoured'],
    },
    {
      question: 'Who takes part?',
      taken: 'volunteers: groups of at least middling readiness, none at the start (assumption)',
      alternatives: 'paid pilots: rollout.firstShare 0.1',
      settings: ['rollout.threshold', 'rollout.firstShare'],
    },
    {
      question: 'How much do doctors collaborate?',
      taken: '0.7 (provision.clinicalCollaboration, assumption)',
      alternatives: '0.3 to 1',
      settings: ['provision.clinicalCollaboration'],
    },
  ],
  set: {
    'budget.emergencySalience': 'indicative',
    'budget.savingsHonoured': 1,
    'payment.longTermConditions': 'programme',
    'provision.form': 'virtual',
    'provision.led': 'practices',
    'provision.community': true,
    'provision.practices': true,
    'provision.communitySpecialistsPer100k': 16,
    'provision.clinicalCollaboration': 0.7,
    'governance.seatsHospital': 0.3,
    'governance.seatsGeneralPractice': 0.6,
    'governance.seatsCommunity': 0.1,
    'governance.seatsPublicHealth': 0,
    'rollout.by': 'readiness',
    'rollout.threshold': 0.5,
    'rollout.firstShare': 0,
  },
});
