import { regime } from './regime.ts';

export const DUAL_TRACK = regime({
  id: 'dual-track',
  label: 'GP commissioning at two speeds',
  description:
    'Groups of practices that are ready, willing and able take the full budget at once; elsewhere the primary care trust ' +
    'commissions on, its functions kept up, and others get support and time. A national board holds practices’ contracts and ' +
    'delegates holding them to account; councils are partners; a primary care trust may become a social enterprise.',
  claimed:
    'Power near patients lets doctors redesign care; reform flourishes soonest where people are ready, without losing ' +
    'control elsewhere.',
  feared:
    'Groups spend no better at first; a two-tier service while tracks differ; skills are lost on the way; conflicts of ' +
    'interest.',
  lookAt:
    'Share of money delegated by date (delegated_money_pct); skill (commissioning_skill) and readiness; balances; the gap ' +
    'between tracks in referrals, visits and admissions of practices (organisations.csv: people_in_bodies_pct is 100 or 0), ' +
    'naive, and matched with the same practice in the arm left alone, as those who go first differ. Waits and health ' +
    'are not counted by practice: compare primary care trusts.',
  undecided: [
    {
      question: 'Who is ready?',
      taken:
        'readiness of at least 0.6, by vote of the practices (rollout.threshold, assumption); nobody whose primary care trust ' +
        'is in turnaround (rollout.solvent)',
      alternatives: '0.5 to 0.8; rollout.solvent: false',
      settings: ['rollout.threshold'],
    },
    {
      question: 'How many start?',
      taken: 'the readiest 15%',
      alternatives: 'rollout.firstShare 0.05; 0.25',
      settings: ['rollout.firstShare'],
    },
    {
      question: 'Until when may one wait?',
      taken: 'all take over five years after the start (rollout.allByWeeks 260, assumption)',
      alternatives: '0 (no last date); 156',
      settings: ['rollout.allByWeeks'],
    },
    {
      question: 'What does "full" mean?',
      taken:
        'a hard budget for all hospital care and drugs; savings are the group’s, for services (assumption)',
      alternatives: 'budget.emergencySalience: indicative',
      settings: ['budget.savingsShare', 'budget.savingsHonoured'],
    },
    {
      question: 'What happens meanwhile?',
      taken: 'functions are kept up',
      alternatives: 'rollout.functions: run-down',
    },
    {
      question: 'What money for development?',
      taken: '£2 a head (rollout.developmentPoundsPerHead)',
      alternatives: '0; 5',
    },
    {
      question: 'Who holds practices to account?',
      taken: 'the national board, delegated to the group',
      alternatives: 'governance.commissioningBoard: group, board',
    },
  ],
  set: {
    'budget.holder': 'consortia',
    'budget.salience': 'hard',
    'budget.emergencySalience': 'hard',
    'budget.savingsShare': 1,
    'budget.savingsHonoured': 1,
    'governance.commissioningBoard': 'delegated',
    'governance.localAuthority': 'partner',
    'rollout.by': 'readiness',
    'rollout.threshold': 0.6,
    'rollout.firstShare': 0.15,
    'rollout.allByWeeks': 260,
    'rollout.solvent': true,
    'rollout.socialEnterprise': true,
    'rollout.developmentPoundsPerHead': 2,
  },
  sources: {
    'rollout.developmentPoundsPerHead':
      'at least £2 a head for 2011/12, https://www.pulsetoday.co.uk/news/nhs-structures/consortia-to-receive-up-to-35-per-head-running-costs/',
  },
});
