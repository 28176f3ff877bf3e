import { INTEGRATED_CHOICE } from './integrated-choice.ts';
import { regime } from './regime.ts';

export const INTEGRATED_CHOICE_VIRTUAL = regime({
  id: 'integrated-choice-virtual',
  label: 'Choice of integrated systems, virtual',
  from: INTEGRATED_CHOICE,
  description:
    'Competing systems whose partners stay separate and are bound by contract and a shared budget; vertical in rural areas.',
  claimed: 'The gains of integration without the cost of merging.',
  feared: 'Partners who can leave internalise less.',
  lookAt: 'As for integrated-choice; disruption, and how much of a member’s pay-off is shared.',
  set: { 'provision.form': 'virtual' },
});
