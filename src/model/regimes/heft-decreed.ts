import { HEFT } from './heft.ts';
import { regime } from './regime.ts';

export const HEFT_DECREED = regime({
  id: 'heft-decreed',
  label: 'Health economy foundation trust, by decree',
  from: HEFT,
  description: 'The same body, imposed everywhere at once.',
  claimed: 'No place can keep its divisions.',
  feared: 'Imposed change shakes relations where they were good.',
  lookAt: 'As for heft; disruption, and the difference between places by their relations at the start.',
  set: { 'rollout.by': 'decree', 'rollout.mandated': true },
});
