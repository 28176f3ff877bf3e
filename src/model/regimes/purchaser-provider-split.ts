import type { Regime } from './regime.ts';

/** England from April 2007: primary care trusts buy, hospitals are paid by a national tariff, patients may choose. */
export const PURCHASER_PROVIDER_SPLIT: Regime = {
  id: 'purchaser-provider-split',
  label: 'Purchaser-provider split',
  description:
    'Primary care trusts buy care from separate trusts at a national tariff; practices have indicative budgets; ' +
    'patients may choose the hospital; nobody should wait above eighteen weeks. England from April 2007.',
  institutions: {
    budget: { salience: 'indicative' },
    payment: {
      outpatient: 'tariff',
      elective: 'tariff',
      emergency: 'tariff',
      accidentAndEmergency: 'tariff',
      emergencyMarginalRate: 1,
      community: 'block',
      marketForcesFactor: true,
    },
    // 49% of patients in four areas recalled being offered a choice of hospital, about three years after 2006
    // (King's Fund, kingsfund.org.uk/press/press-releases/patients-dont-use-quality-measures-when-choosing-hospital-says-kings-fund).
    choice: { of: 'provider', offeredShare: 0.49 },
    entitlement: { targetWaitWeeks: 18 },
    planning: { volumesFollowDemand: true },
    programme: { demandManagement: 0 },
  },
};
