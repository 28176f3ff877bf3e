import { DUAL_TRACK } from './dual-track.ts';
import { regime } from './regime.ts';

export const BIG_BANG = regime({
  id: 'big-bang',
  label: 'GP commissioning all at one date',
  from: DUAL_TRACK,
  description:
    'All groups of practices take over after three years, ready or not; primary care trusts run down until then and are ' +
    'closed; the national board holds the contracts. The White Paper of July 2010.',
  claimed: 'One date ends the uncertainty, and running costs fall by a third.',
  feared: 'Control is lost before budgets are inherited; skills leave; costs of change above forecast.',
  lookAt: 'As for dual-track; skill and balances in the years before the date, disruption after it.',
  undecided: [
    {
      question: 'When?',
      taken: 'three years (156 weeks) after it comes into force',
      alternatives: 'rollout.notBeforeWeeks 52',
      settings: ['rollout.notBeforeWeeks'],
    },
    {
      question: 'What becomes of primary care trusts until then?',
      taken: 'they run down (assumption)',
      alternatives: 'rollout.functions: kept',
    },
  ],
  set: {
    'governance.commissioningBoard': 'board',
    'governance.localAuthority': 'neutral',
    'rollout.by': 'decree',
    'rollout.mandated': true,
    'rollout.notBeforeWeeks': 156,
    'rollout.allByWeeks': 0,
    'rollout.solvent': false,
    'rollout.functions': 'run-down',
    'rollout.socialEnterprise': false,
  },
});
