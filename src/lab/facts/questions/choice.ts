import { defaultParameterValues } from '../../../model/evidence/parameters.ts';
import type { DemandAnswers } from '../demand-twins.ts';
import { always, type Question, SPLIT } from '../question.ts';

const NO_CHOICE = { 'choice.of': 'none' } as const;
/** Twins part at the turn of the third year, for half a year: long enough to be counted, too short for queues to answer. */
const TWINS = { week: 104, weeks: 26 };
/** Where nothing changes, no trust is published as better or slower than it is. */
const NO_ANSWER: DemandAnswers = { perSd: 0, perLogWait: 0 };

/** Choice of hospital, and how demand answers. */
export const CHOICE_QUESTIONS: readonly Question[] = [
  {
    facts: ['B02', 'B03'],
    place: 'fourTrusts',
    weeks: TWINS.week + TWINS.weeks,
    arms: [always(SPLIT, NO_CHOICE), always(SPLIT)],
    observe: { twins: TWINS },
    read([without, withChoice]) {
      const answers = [without!.demand ?? NO_ANSWER, withChoice!.demand ?? NO_ANSWER] as const;
      const [before, after] = answers.map(({ perSd }) => perSd / -readmissionPerSd()) as [number, number];
      const wait = answers[1].perLogWait;
      return {
        figures: {
          'B02 quality': after,
          'B02 wait': wait,
          'B02 ranking': Math.abs(after) - Math.abs(wait),
          'B02 rise': after - before,
          'B03 demand': 100 * (Math.exp(answers[1].perSd) - 1),
        },
      };
    },
  },
];

/** Logarithm of readmissions for a standard deviation of quality. */
function readmissionPerSd(): number {
  return defaultParameterValues().quality_readmission_per_sd!;
}
