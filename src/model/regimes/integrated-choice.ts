import { regime } from './regime.ts';

const ALZIRA =
  'https://www.hsj.co.uk/service-design/the-money-follows-the-patient-and-other-lessons-from-alzira/7018871.article';

export const INTEGRATED_CHOICE = regime({
  id: 'integrated-choice',
  label: 'Choice of competing integrated systems',
  description:
    'People choose an integrated system instead of a hospital, and public money adjusted to their risk follows them. The ' +
    'system holds the budget; general practitioners and specialists answer for it together. Successful hospitals lead, with ' +
    'practices that belong to one system; in rural areas one body serves all who use its hospital. It ' +
    'grows by local initiative.',
  claimed:
    'Systems keep people well, place care rightly, shorten stays and need few contracts; doctors align with their ' +
    'organisation; the threat of leaving makes systems accessible and responsive.',
  feared:
    'Systems select the healthy; few people move, or only the young and well; rural monopoly; systems fail as money ' +
    'leaves; fewer specialists to choose from.',
  lookAt:
    'Avoidable emergencies, bed-days, waits; how many change system (system_changes: who they are is not counted); ' +
    'refusals; predictive ratios by condition (annual.csv) and fifth of deprivation (equity.csv); exits; rural against urban ' +
    'practices (rural_people_pct in organisations.csv). Care outside the system is not counted apart.',
  undecided: [
    {
      question: 'How often do people think about changing?',
      taken: 'one in ten a year, besides those who move (choice.reviewRate)',
      alternatives: '0.02; 0.3',
    },
    {
      question: 'For how long does one enrol?',
      taken: 'until the next yearly review (choice.minimumEnrolmentWeeks 52)',
      alternatives: '156 (three years)',
    },
    {
      question: 'Do practices belong to one system?',
      taken: 'yes; people start in the system of their practice',
      alternatives:
        'choice.enrolment: person (each for themselves; the practice stays); integrated-choice-fluid',
    },
    {
      question: 'What is paid for care across systems?',
      taken: 'all of the tariff for own people elsewhere, 80% for outsiders treated (as in Alzira)',
      alternatives: 'payment.outsiderRate 1',
    },
    {
      question: 'How good is the dowry?',
      taken: 'by person, with diagnoses (riskAdjustment.formula)',
      alternatives: 'none; age-sex; age-sex-deprivation',
    },
    {
      question: 'Is open enrolment enforced?',
      taken: 'a refusal is found and fined with probability 0.5 (entitlement.enforcement)',
      alternatives: '0; 1',
    },
    {
      question: 'What becomes of a surplus?',
      taken: 'kept up to 7.5% of turnover (payment.surplusCap)',
      alternatives: '1 (free); 0 (none)',
    },
    {
      question: 'What becomes of a system that fails?',
      taken:
        'administration; after a year’s notice (governance.exitNoticeWeeks) its people join the nearest open system ' +
        '(governance.failureRegime)',
      alternatives: 'loan; none',
    },
    {
      question: 'How many people must a system have?',
      taken: 'any number (rollout.minimumPeople 0), so that small places can have systems, too',
      alternatives: '30,000; 100,000',
      settings: ['rollout.minimumPeople'],
    },
    {
      question: 'How strongly does a system steer?',
      taken: 'half as strongly as it can (choice.steering 0.5, assumption)',
      alternatives: '0 to 1',
      settings: ['choice.steering'],
    },
    {
      question: 'How broad is the package that every system offers?',
      taken:
        'all that consultants list people for, the same in every system (entitlement.package: comprehensive)',
      alternatives: 'entitlement.package: core; core-and-local (systems add extras as their money allows)',
    },
    {
      question: 'Who sits on its board?',
      taken: 'hospital 0.4, general practice 0.4, community services 0.2 (assumption)',
      alternatives: 'citizens as members and owners',
      settings: [
        'governance.seatsHospital',
        'governance.seatsGeneralPractice',
        'governance.seatsCommunity',
        'governance.seatsPublicHealth',
      ],
    },
    {
      question: 'How far does a practice feel the system’s budget?',
      taken: 'as an indicative one, emergencies too (assumption)',
      alternatives: 'budget.salience and budget.emergencySalience: hard',
    },
  ],
  set: {
    'budget.holder': 'organisation',
    'budget.emergencySalience': 'indicative',
    'payment.outsiderRate': 0.8,
    'payment.surplusCap': 0.075,
    'choice.of': 'system',
    'choice.steering': 0.5,
    'provision.form': 'vertical',
    'provision.led': 'hospital',
    'provision.trust': true,
    'provision.community': true,
    'provision.practices': true,
    'riskAdjustment.formula': 'person',
    'riskAdjustment.income': 'dowry',
    'governance.seatsHospital': 0.4,
    'governance.seatsGeneralPractice': 0.4,
    'governance.seatsCommunity': 0.2,
    'governance.seatsPublicHealth': 0,
    'governance.failureRegime': 'administration',
    'entitlement.openEnrolment': true,
    'rollout.by': 'organic',
  },
  sources: {
    'payment.outsiderRate': `80% for outsiders treated in Alzira, ${ALZIRA}`,
    'payment.surplusCap': `7.5% of turnover in Alzira, ${ALZIRA}`,
  },
  parts: { rural: { 'provision.form': 'vertical', 'provision.led': 'commissioner' } },
});
