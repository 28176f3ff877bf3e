import { type ParameterValues, parameter } from '../../model/evidence/parameters.ts';
import { uncalibratedValue } from '../calibration/uncalibrated.ts';
import { mean } from '../facts/estimators.ts';
import type { Question } from '../facts/question.ts';
import { QUESTIONS } from '../facts/questions/questions.ts';
import { groundKeeper, poseLive } from '../facts/run-facts.ts';
import { nextValue, type Tried } from './secant.ts';
import type { FitRow, FitSpec } from './spec.ts';

/** What came of a row. */
export interface FittedRow {
  readonly row: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where it began. */
  readonly start: number;
  readonly figure: string;
  readonly target: number;
  readonly tolerance: number;
  /** The figure at the value as it is rounded. */
  readonly model: number;
  readonly met: boolean;
  readonly source: string;
}

/** Figures of a question at some values of rows, means over worlds. */
export type Pose = (question: Question, values: ParameterValues) => Promise<ReadonlyMap<string, number>>;

/** Poses questions with the shipped model, a few worlds of each arm. */
export function poser({ seed, replicates }: FitSpec, threads: number): Pose {
  const grounds = groundKeeper();
  return async (question, values) => {
    const answers = await poseLive(question, { seed, replicates, threads, values }, grounds(question.place));
    const figures = new Map<string, number[]>();
    for (const { figures: found } of answers)
      for (const [id, figure] of Object.entries(found))
        figures.set(id, [...(figures.get(id) ?? []), typeof figure === 'number' ? figure : figure.value]);
    return new Map([...figures].map(([id, worlds]) => [id, mean(worlds)]));
  };
}

/**
 * Fit every row to its figure. Questions apart do not know of each other's rows; those of one question move at once,
 * each along its own secant, until all of its figures are met or the rounds are over.
 * @param startOf where a row begins: before any fit, so that the values that ship are found and not only looked at
 */
export async function fitRows(
  spec: FitSpec,
  pose: Pose,
  onRound: (words: string) => void = () => {},
  startOf: (row: string) => number = (row) => uncalibratedValue(parameter(row)),
): Promise<readonly FittedRow[]> {
  const byQuestion = new Map<Question, FitRow[]>();
  for (const row of spec.rows) {
    const fact = row.figure.split(' ')[0]!;
    const question = QUESTIONS.find(({ facts }) => facts.includes(fact))!;
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), row]);
  }
  const fitted: FittedRow[] = [];
  for (const [question, rows] of byQuestion)
    fitted.push(...(await fitOne(spec, question, rows, pose, onRound, startOf)));
  return fitted;
}

async function fitOne(
  spec: FitSpec,
  question: Question,
  rows: readonly FitRow[],
  pose: Pose,
  onRound: (words: string) => void,
  startOf: (row: string) => number,
): Promise<FittedRow[]> {
  const tried = rows.map((): Tried[] => []);
  const values = rows.map(({ row, digits }) => rounded(startOf(row), digits));
  for (let round = 1; ; round++) {
    const figures = await pose(question, Object.fromEntries(rows.map(({ row }, n) => [row, values[n]!])));
    rows.forEach(({ figure }, n) => {
      const found = figures.get(figure);
      if (found === undefined) throw new RangeError(`no question gives the figure ${figure}`);
      tried[n]!.push({ value: values[n]!, figure: found });
    });
    onRound(rows.map(({ row }, n) => `${row} ${values[n]}: ${tried[n]!.at(-1)!.figure}`).join(', '));
    const met = rows.map((row, n) => isMet(row, tried[n]!.at(-1)!));
    if (met.every(Boolean) || round === spec.rounds)
      return rows.map((row, n) => outcome(row, tried[n]!, met[n]!));
    rows.forEach((row, n) => {
      if (met[n]) return;
      const range = parameter(row.row);
      values[n] = rounded(nextValue(tried[n]!, row.target, row.rises, range), row.digits);
    });
  }
}

function isMet({ target, tolerance }: FitRow, { figure }: Tried): boolean {
  return Math.abs(figure - target) <= tolerance;
}

function outcome(spec: FitRow, tried: readonly Tried[], met: boolean): FittedRow {
  const { value, figure: model } = tried.at(-1)!;
  const start = tried[0]!.value;
  const { row, figure, target, tolerance, source } = spec;
  const { low, high } = parameter(row);
  return { row, value, low, high, start, figure, target, tolerance, model, met, source: source.trim() };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
