import { regime } from './regime.ts';

export const DIRECTLY_MANAGED = regime({
  id: 'directly-managed',
  label: 'Directly managed units',
  description:
    'A district authority receives cash-limited money and runs its own hospitals and community services; no contracts; a GP ' +
    'may refer to any consultant, and money does not follow; community health councils are consulted. Before 1991, for ' +
    'validation.',
  claimed: 'Planning without duplication.',
  feared: 'The efficiency trap: more work brings no more money.',
  lookAt:
    'Waits, volumes, slack, how far people go (distance_to_hospital_km: flows across borders are not counted), against ' +
    'contracts and tariff.',
  undecided: [
    {
      question: 'Did units’ budgets follow activity?',
      taken: 'no (payment.internalBudgetFollowsActivity 0)',
      alternatives: '0.2',
      settings: ['payment.internalBudgetFollowsActivity'],
    },
    {
      question: 'How often did a patient really choose?',
      taken: 'as in 2008/09, for want of a figure (assumption)',
      alternatives: 'choice.offeredShare 0 to 0.49',
    },
    {
      question: 'How strong were clinical governance and oversight?',
      taken: '0 and 0.2 (assumption)',
      alternatives: '0 to 0.5',
      settings: ['governance.clinicalGovernance', 'governance.regulator'],
    },
  ],
  set: {
    'budget.holder': 'organisation',
    'budget.salience': 'none',
    'payment.outpatient': 'block',
    'payment.elective': 'block',
    'payment.emergency': 'block',
    'payment.accidentAndEmergency': 'block',
    'payment.blockCorridor': 0,
    'payment.internalBudgetFollowsActivity': 0,
    'provision.form': 'vertical',
    'provision.led': 'commissioner',
    'provision.trust': true,
    'provision.community': true,
    'provision.independentCentres': false,
    'governance.turnout': 0,
    'governance.council': 'advisory',
    'governance.clinicalGovernance': 0,
    'governance.regulator': 0.2,
    'governance.failureRegime': 'none',
    'entitlement.targetWaitWeeks': 0,
    'entitlement.targetStrength': 0,
    'rollout.by': 'in-force',
    'rollout.mandated': true,
    'programme.payForQuality': 0,
  },
  sources: {
    'governance.turnout': 'no elected governors before foundation trusts',
    'programme.payForQuality': 'pay for quality came with the contract of 2004',
    'payment.blockCorridor': 'no contracts: nothing to settle',
    'entitlement.targetWaitWeeks': 'no target before the Patient’s Charter (remembered)',
    'entitlement.targetStrength': 'no target before the Patient’s Charter (remembered)',
  },
});
