import { BLOCK_CONTRACTS } from './block-contracts.ts';
import { regime } from './regime.ts';

export const FUNDHOLDING = regime({
  id: 'fundholding',
  label: 'GP fundholding',
  from: BLOCK_CONTRACTS,
  description:
    'Practices that volunteer hold real budgets for planned care and drugs, buy case by case at local prices and keep ' +
    'savings for their patients; emergencies stay with the health authority, under block contracts. England 1991 to 1999, ' +
    'for validation: begin under block-contracts and switch to it.',
  claimed: 'Value for money, choice, leverage on hospitals.',
  feared: 'Two tiers of patients; overhead; cream-skimming.',
  lookAt:
    'Referrals, first visits and planned admissions of the patients of fundholders against others, before and after ' +
    '(organisations.csv: fund_budget_pounds is above 0); lists. Waits are not counted by practice: compare trusts.',
  undecided: [
    {
      question: 'Who volunteers?',
      taken: 'practices as they become ready, a twentieth at once (assumption)',
      alternatives: 'rollout.by: decree, as a causal check',
      settings: ['rollout.firstShare'],
    },
    {
      question: 'Is the fund hard?',
      taken: 'for planned care and drugs; not for emergencies',
      alternatives: 'budget.emergencySalience: hard (total purchasing)',
    },
    {
      question: 'Were waiting lists common?',
      taken: 'guidance said so, contracts by case let hospitals call by payer (waitingList.order: by-payer)',
      alternatives: 'common',
    },
  ],
  set: {
    'budget.holder': 'practices',
    'budget.salience': 'hard',
    'budget.savingsShare': 1,
    'budget.savingsHonoured': 1,
    'payment.outpatient': 'tariff',
    'payment.elective': 'tariff',
    'payment.priceFreedom': 'local',
    'choice.of': 'provider',
    'waitingList.order': 'by-payer',
    'rollout.by': 'readiness',
    'rollout.firstShare': 0.05,
  },
  sources: {
    'budget.savingsShare': 'savings were kept for patient care',
    'budget.savingsHonoured': 'the fund was the practice’s own',
  },
});
