import { DEFAULT_INSTITUTIONS } from '../institutions/institutions.ts';
import type { Regime } from './regime.ts';

/** England in 2008/09: primary care trusts buy, hospitals are paid by a national tariff, patients may choose. */
export const PURCHASER_PROVIDER_SPLIT: Regime = {
  id: 'purchaser-provider-split',
  label: 'Purchaser-provider split',
  description:
    'Primary care trusts buy care from separate trusts at a national tariff; practices have indicative budgets; ' +
    'patients may choose the hospital; nobody should wait above eighteen weeks. England in 2008/09.',
  institutions: DEFAULT_INSTITUTIONS,
};
