import type { Vocabulary } from '../../../src/lab/scenario/vocabulary.ts';
import type { Parameter } from '../../../src/model/evidence/parameters.ts';
import { regime } from '../../../src/model/regimes/regime.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';

/** Two parameters, two metrics, two regimes, one place: enough to make every mistake. */
export const SMALL_VOCABULARY: Vocabulary = {
  parameters: [
    row('births_per_1000', 12.9, 12, 14),
    row('referral_noise', 0.22, 0.2, 0.4),
    { ...row('england_deaths', 470, 460, 480), topic: 'targets' },
  ],
  metrics: [
    { id: 'list_total', label: 'Waiting list', unit: 'people', levels: ['economy', 'weekly'] },
    { id: 'qalys_per_1000', label: 'QALYs', unit: 'per 1000', levels: ['economy'] },
  ],
  regimes: [
    ...REGIMES,
    regime({
      id: 'blocks',
      label: 'Block contracts',
      description: 'For tests: everything by block.',
      claimed: 'Nothing.',
      feared: 'Nothing.',
      lookAt: 'Nothing.',
      set: { 'payment.elective': 'block', 'payment.emergency': 'block' },
    }),
  ],
  commissioners: ['5CN', '5M2'],
  places: [{ id: 'herefordshire', name: 'Herefordshire', commissioners: ['5CN'] }],
};

function row(id: string, value: number, low: number, high: number): Parameter {
  return {
    id,
    label: id,
    value,
    low,
    high,
    unit: 'per year',
    status: 'assumption',
    source: 'test',
    topic: 'test',
  };
}

/** A valid scenario; its lines are numbered from 1. */
export const VALID = `name: small
question: Why?
place: herefordshire
arms:
  - name: split
    regime: purchaser-provider-split
`;
