import { regime } from './regime.ts';

export const BLOCK_CONTRACTS = regime({
  id: 'block-contracts',
  label: 'Block contracts',
  description:
    'Health authorities pay separate trusts a yearly sum, with variances at a quarter of the price; referral follows the ' +
    'contracts; community health councils are consulted; no pay for quality in general practice. England in the 1990s, for ' +
    'validation.',
  claimed: 'Control of cash, and low costs of dealing.',
  feared: 'No reason to answer patients.',
  lookAt: 'Waits and volumes against tariff; trusts’ and purchasers’ balances.',
  undecided: [
    {
      question: 'How are variances from a block settled?',
      taken: 'at 25% of the price (payment.blockCorridor); the band of 3% without settlement is left out',
      alternatives: '0; 0.5 (cost and volume)',
      settings: ['payment.blockCorridor'],
    },
    {
      question: 'May one be referred outside the contracts?',
      taken: 'no choice (choice.of: none); emergencies go where they go',
      alternatives: 'choice.of: provider with a small choice.offeredShare',
    },
    {
      question: 'How long was too long to wait?',
      taken: '18 months, 78 weeks (Patient’s Charter, remembered)',
      alternatives: '104 (two years, before 1995)',
      settings: ['entitlement.targetWaitWeeks'],
    },
    {
      question: 'How strong were clinical governance and oversight?',
      taken: '0.1 and 0.3 (assumption)',
      alternatives: '0 to 0.5',
      settings: ['governance.clinicalGovernance', 'governance.regulator'],
    },
  ],
  set: {
    'budget.salience': 'none',
    'payment.outpatient': 'block',
    'payment.elective': 'block',
    'payment.emergency': 'block',
    'payment.accidentAndEmergency': 'block',
    'payment.blockCorridor': 0.25,
    'choice.of': 'none',
    'provision.independentCentres': false,
    'governance.turnout': 0,
    'governance.council': 'advisory',
    'governance.clinicalGovernance': 0.1,
    'governance.regulator': 0.3,
    'entitlement.targetWaitWeeks': 78,
    'programme.payForQuality': 0,
  },
  sources: {
    'governance.turnout': 'no elected governors before foundation trusts',
    'programme.payForQuality': 'pay for quality came with the contract of 2004',
  },
});
