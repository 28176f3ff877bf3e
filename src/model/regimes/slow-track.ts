import { DUAL_TRACK } from './dual-track.ts';
import { regime } from './regime.ts';

export const SLOW_TRACK = regime({
  id: 'slow-track',
  label: 'GP commissioning, late',
  from: DUAL_TRACK,
  description:
    'No group takes over before the fourth year; from then on as they become ready, against a high bar.',
  claimed: 'Nobody takes over before learning how.',
  feared: 'Those who are ready are held back, and lose heart.',
  lookAt: 'As for dual-track; what the delay costs and what it saves.',
  undecided: [
    {
      question: 'How late, and how high is the bar?',
      taken: 'after three years (156 weeks), readiness of at least 0.8, without a last date (assumption)',
      alternatives: 'rollout.notBeforeWeeks 104; rollout.threshold 0.7',
      settings: ['rollout.notBeforeWeeks', 'rollout.threshold', 'rollout.firstShare'],
    },
  ],
  set: {
    'rollout.notBeforeWeeks': 156,
    'rollout.threshold': 0.8,
    'rollout.firstShare': 0,
    'rollout.allByWeeks': 0,
  },
});
