import { INTEGRATED_CHOICE } from './integrated-choice.ts';
import { regime } from './regime.ts';

export const INTEGRATED_CHOICE_MANDATED = regime({
  id: 'integrated-choice-mandated',
  label: 'Choice of integrated systems, mandated',
  from: INTEGRATED_CHOICE,
  description: 'The same systems, required everywhere at once.',
  claimed: 'Everybody has a choice of system at once.',
  feared: 'Another lurch of policy: disruption before any gain.',
  lookAt: 'As for integrated-choice; the cost of disruption against growth by local initiative.',
  set: { 'rollout.by': 'decree', 'rollout.mandated': true },
});
