import { PURCHASER_PROVIDER_SPLIT } from './purchaser-provider-split.ts';
import { regime } from './regime.ts';

export const PURCHASER_PROVIDER_SPLIT_2010_11 = regime({
  id: 'purchaser-provider-split-2010-11',
  label: 'Purchaser-provider split, 2010/11',
  from: PURCHASER_PROVIDER_SPLIT,
  description:
    'The split at the start of austerity: 30% of the price for emergencies above the number of 2008-09, a legal right to ' +
    'treatment within eighteen weeks or elsewhere, a constitution of the health service, administration for trusts that fail.',
  claimed:
    'The low marginal rate gives hospitals a reason to avoid admissions; a legal right makes the target hold without ' +
    'orders from above.',
  feared:
    'Hospitals lose on every admission that they cannot refuse; a right without money strains the cash limit.',
  lookAt:
    'Emergency admissions, trusts’ balances, waits over eighteen weeks, deficits of primary care trusts.',
  undecided: [
    {
      question: 'Is the retained 70% of the price of emergencies spendable?',
      taken:
        'ring-fenced for admission avoidance: spent in the next year on community care of long-term conditions',
      alternatives:
        'payment.emergencyRetained: windfall (the primary care trust’s own), returned (to the trust)',
    },
  ],
  set: {
    'payment.emergencyMarginalRate': 0.3,
    'payment.marginalRateBaseline': 'fixedYear',
    'payment.marginalRateBaseYear': 2008,
    'payment.emergencyRetained': 'ring-fenced',
    'entitlement.guaranteedMaximumWeeks': 18,
    'governance.constitution': true,
    'governance.failureRegime': 'administration',
  },
  sources: {
    'payment.emergencyMarginalRate':
      '30% of the tariff above the number of 2008-09, https://www.hsj.co.uk/finance-and-efficiency/tariff-puts-brake-on-acute-admissions/5009718.article',
    'payment.marginalRateBaseYear':
      'the number of 2008-09, https://www.hsj.co.uk/finance-and-efficiency/tariff-puts-brake-on-acute-admissions/5009718.article',
    'entitlement.guaranteedMaximumWeeks':
      'a legal right from April 2010, https://mmlmc.org.uk/index.php/doh/189-changes-to-the-nhs-constitution-government-response-to-the-consultation-on-new-patient-rights',
  },
});
