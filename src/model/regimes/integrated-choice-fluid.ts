import { INTEGRATED_CHOICE } from './integrated-choice.ts';
import { regime } from './regime.ts';

export const INTEGRATED_CHOICE_FLUID = regime({
  id: 'integrated-choice-fluid',
  label: 'Choice of integrated systems, fluid networks',
  from: INTEGRATED_CHOICE,
  description: 'Competing systems as loose networks that members enter and leave; vertical in rural areas.',
  claimed: 'Networks adapt to what patients need, and nobody is locked in.',
  feared: 'Nobody answers for the whole.',
  lookAt: 'As for integrated-choice; against the vertical and the virtual form.',
  set: { 'provision.form': 'fluid' },
});
