import { HEFT } from './heft.ts';
import { regime } from './regime.ts';

export const HEFT_WILLING = regime({
  id: 'heft-willing',
  label: 'Health economy foundation trust, where people are willing',
  from: HEFT,
  description: 'The same body, formed by local decision where commissioner and trust get on.',
  claimed: 'An evolutionary change, not dictated: closer work that may move towards one body.',
  feared: 'It forms where it is least needed, and then looks better than it is.',
  lookAt:
    'As for heft; the places that form it differ from those that do not: compare each with itself left alone.',
  undecided: [
    {
      question: 'How good must relations be?',
      taken: 'at least 0.6 (assumption)',
      alternatives: 'rollout.threshold 0.5 to 0.8',
      settings: ['rollout.threshold'],
    },
  ],
  set: { 'rollout.by': 'willing', 'rollout.threshold': 0.6 },
});
