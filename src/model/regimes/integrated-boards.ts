import { regime } from './regime.ts';

export const INTEGRATED_BOARDS = regime({
  id: 'integrated-boards',
  label: 'Integrated boards',
  description:
    'One board in each area holds the money and runs hospitals and community services; no purchasing, no choice; practices ' +
    'are its contractors. Appointed members. As in Scotland from 2004.',
  claimed:
    'Duplication and competition end; a single point of decision cuts waits and delays at boundaries; localities keep ' +
    'decisions near the front line.',
  feared: 'Captive patients and slack; centralisation; the hospital side captures the funding side.',
  lookAt:
    'Waits, slack and unit cost; what is left of the cost of contracting (contracting_cost_pounds: other cost of ' +
    'management is not measured); visits to community clinics (community_visits: spend in the community is not counted ' +
    'apart); distance to care.',
  undecided: [
    {
      question: 'Do internal budgets follow activity?',
      taken: '0.2 (Scotland)',
      alternatives: '0.6 (New Zealand’s schedule of prices and volumes)',
      settings: ['payment.internalBudgetFollowsActivity'],
    },
    {
      question: 'Who sits on the board?',
      taken: 'appointed; councillors weigh a tenth, the rest shared by the services (assumption)',
      alternatives: 'integrated-boards-elected',
      settings: [
        'governance.seatsHospital',
        'governance.seatsGeneralPractice',
        'governance.seatsCommunity',
        'governance.seatsPublicHealth',
        'governance.seatsCitizens',
      ],
    },
    {
      question: 'Are there targets?',
      taken: 'national, enforced by ministers',
      alternatives: 'entitlement.targetStrength 0 (monopoly alone)',
    },
    {
      question: 'How are people from across the border paid for?',
      taken: 'by yearly agreements (block)',
      alternatives: 'payment: tariff',
    },
    {
      question: 'What happens to a board in deficit?',
      taken: 'it carries it, and ministers may direct (governance.failureRegime: none)',
      alternatives: 'loan',
    },
  ],
  set: {
    'budget.holder': 'organisation',
    'budget.salience': 'none',
    'payment.outpatient': 'block',
    'payment.elective': 'block',
    'payment.emergency': 'block',
    'payment.accidentAndEmergency': 'block',
    'payment.internalBudgetFollowsActivity': 0.2,
    'choice.of': 'none',
    'provision.form': 'vertical',
    'provision.led': 'commissioner',
    'provision.trust': true,
    'provision.community': true,
    'provision.independentCentres': false,
    'governance.seatsHospital': 0.3,
    'governance.seatsGeneralPractice': 0.2,
    'governance.seatsCommunity': 0.2,
    'governance.seatsPublicHealth': 0.2,
    'governance.seatsCitizens': 0.1,
    'governance.turnout': 0,
    'governance.failureRegime': 'none',
    'rollout.by': 'decree',
    'rollout.mandated': true,
  },
  sources: {
    'governance.turnout': 'all members were appointed by ministers: nobody votes',
  },
});
