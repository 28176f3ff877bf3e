import { regime } from './regime.ts';

export const PURCHASER_PROVIDER_SPLIT = regime({
  id: 'purchaser-provider-split',
  label: 'Purchaser-provider split',
  description:
    'Primary care trusts buy care from separate trusts at a national tariff; practices have indicative budgets; ' +
    'patients may choose the hospital; nobody should wait above eighteen weeks. England in 2008/09.',
  claimed:
    'Efficient trusts gain and invest; choice makes providers responsive; practice budgets counter the pull of the ' +
    'tariff and move care out of hospital; fewer, larger purchasers buy better.',
  feared:
    'Purchasers and foundation trusts want opposite things from demand; buyers cannot match hospitals; bargaining costs ' +
    'without benefit; boards of self-selected people.',
  lookAt:
    'Emergency admissions and disputes between primary care trust and trust; activity above plan and deficits; costs of ' +
    'bargaining; waits; how many choose.',
  undecided: [
    {
      question: 'Which year is "the" split?',
      taken: '2008/09',
      alternatives: 'purchaser-provider-split-2006-07, purchaser-provider-split-2010-11',
    },
    {
      question: 'Does a practice get the savings it is entitled to?',
      taken: 'with probability 0.5 (budget.savingsHonoured)',
      alternatives: '1; 0',
    },
    {
      question: 'Are penalties for missed targets certain?',
      taken: 'applied with probability 0.5 (entitlement.sanctionCertainty)',
      alternatives: '1; 0',
    },
    {
      question: 'How strong are clinical governance and oversight?',
      taken: '0.3 and 0.5 (governance.clinicalGovernance, governance.regulator)',
      alternatives: '0 to 1',
    },
  ],
  set: {},
});
