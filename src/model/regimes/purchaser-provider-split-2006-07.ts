import { PURCHASER_PROVIDER_SPLIT } from './purchaser-provider-split.ts';
import { regime } from './regime.ts';

export const PURCHASER_PROVIDER_SPLIT_2006_07 = regime({
  id: 'purchaser-provider-split-2006-07',
  label: 'Purchaser-provider split, 2006/07',
  from: PURCHASER_PROVIDER_SPLIT,
  description:
    'The split in the first year of the full tariff: half the price for emergencies above the number of 2004/05 plus 3%, ' +
    'and only half of it back below; four or five hospitals to choose from; the eighteen weeks measured, not yet due.',
  claimed:
    'A rate of one half for emergencies shares the risk of the new tariff between purchaser and provider.',
  feared: 'Who avoids admissions recovers only half of their price: prevention does not pay.',
  lookAt: 'Emergency admissions, and who gains or loses by them, against the split of 2008/09.',
  undecided: [
    {
      question: 'What was the number of 2004-05?',
      taken: 'that of the first year of the run stands for it, as no earlier one is counted',
      alternatives:
        'a lower baseline: payment.marginalRateAllowance 0; a moving one: payment.marginalRateBaseline',
    },
    {
      question: 'Is the half of the price that is retained spendable?',
      taken:
        'ring-fenced for admission avoidance, as in 2010/11: the rule of 2006/07 does not say (assumption)',
      alternatives:
        'payment.emergencyRetained: windfall (the primary care trust’s own), returned (to the trust)',
    },
    {
      question: 'How often was a choice really offered?',
      taken: 'at 30% of referrals (assumption)',
      alternatives: '0.2 to 0.5',
      settings: ['choice.offeredShare'],
    },
    {
      question: 'How hard did the eighteen weeks press while they were only measured?',
      taken: 'half as hard as in 2008/09, without penalty (assumption)',
      alternatives: 'entitlement.targetStrength 0 to 1',
      settings: ['entitlement.targetStrength', 'entitlement.sanctionCertainty'],
    },
  ],
  set: {
    'payment.emergencyMarginalRate': 0.5,
    'payment.marginalRateBaseline': 'fixedYear',
    'payment.marginalRateBaseYear': 2004,
    'payment.marginalRateAllowance': 0.03,
    'payment.marginalRateBothWays': true,
    'choice.offeredShare': 0.3,
    'entitlement.targetStrength': 0.5,
    'entitlement.sanctionCertainty': 0,
  },
  sources: {
    'payment.marginalRateBaseYear':
      'the number of 2004-05 plus 3%, https://www.hsj.co.uk/home/pbr-timeline/159017.article',
    'payment.marginalRateAllowance':
      'the number of 2004-05 plus 3%, https://www.hsj.co.uk/home/pbr-timeline/159017.article',
    'payment.emergencyMarginalRate':
      'half of the tariff above the number of 2004-05 plus 3%, and below it, https://www.hsj.co.uk/home/pbr-timeline/159017.article',
  },
});
