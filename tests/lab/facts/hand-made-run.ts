import type { ObservedRun } from '../../../src/lab/facts/observed.ts';
import type { Answer } from '../../../src/lab/facts/question.ts';
import { QUESTIONS } from '../../../src/lab/facts/questions/questions.ts';
import type { Figure } from '../../../src/lab/facts/verdict.ts';
import type { Place } from '../../../src/model/place.ts';

/** A run of so many years with nothing in it but what a question is to read. */
export interface HandMade {
  readonly years: number;
  readonly annual?: Readonly<Record<string, readonly number[]>>;
  readonly yearly?: Partial<ObservedRun['yearly']>;
  readonly rest?: Partial<ObservedRun>;
}

export function handMade({ years, annual = {}, yearly = {}, rest = {} }: HandMade): ObservedRun {
  return {
    years,
    weeksInYear: new Array<number>(years).fill(52),
    annual: Object.fromEntries(Object.entries(annual).map(([id, values]) => [id, Float64Array.from(values)])),
    yearly,
    organisations: [],
    switches: [],
    ...rest,
  } as unknown as ObservedRun;
}

/** What the question of a fact makes of runs, by arm. */
export function answerOf(fact: string, runs: readonly ObservedRun[], place?: Place): Answer {
  const question = QUESTIONS.find(({ facts }) => facts.includes(fact));
  if (question === undefined) throw new RangeError(`no question poses ${fact}`);
  return question.read(runs, place as Place);
}

export function figureOf(answer: Answer, key: string): Figure {
  const figure = answer.figures[key];
  if (figure === undefined) throw new RangeError(`no figure ${key}`);
  return typeof figure === 'number' ? { value: figure, error: 0 } : figure;
}

/** The same value in every year. */
export function flat(years: number, value: number): readonly number[] {
  return new Array<number>(years).fill(value);
}
