import { putInRows, sizingRows } from '../../model/evidence/sized-by.ts';
import type { Fact, Measure } from './fact.ts';
import type { FactModel, Figures } from './run-facts.ts';
import {
  type Effect,
  effectOf,
  FACT_VERDICTS,
  type FactVerdict,
  VERDICTS,
  type Verdict,
  verdictOf,
  verdictOfFact,
} from './verdict.ts';

/** A figure of the model, and of the one in which nothing ever changes, against the published one. */
export interface JudgedMeasure {
  readonly measure: Measure;
  readonly live: Judged;
  readonly nothing: Judged;
  /** Rows that were sized by this figure or put in for it, so that the model is not tested by it. */
  readonly sizedBy: readonly string[];
  /** Those of them that were put in for it, their size from elsewhere. */
  readonly putIn: readonly string[];
}

export interface Judged {
  readonly effect: Effect;
  readonly verdict: Verdict;
}

export interface JudgedFact {
  readonly fact: Fact;
  readonly verdict: FactVerdict;
  /** Verdict of the model in which nothing ever changes: a fact that it passes says little for the other. */
  readonly nothing: FactVerdict;
  readonly measures: readonly JudgedMeasure[];
}

/** @param set of parameters, as in the figures */
export function judgeFacts(facts: readonly Fact[], figures: Figures, set: string): readonly JudgedFact[] {
  return facts.map((fact) => {
    const judged = (measure: Measure, model: FactModel): Judged => {
      const effect = effectOf(figures.get(`${set} ${model} ${fact.id} ${measure.id}`) ?? []);
      return { effect, verdict: fact.cannot === null ? verdictOf(measure, effect) : 'cannot be posed yet' };
    };
    const measures = fact.measures.map((measure) => ({
      measure,
      live: judged(measure, 'live'),
      nothing: judged(measure, 'null'),
      sizedBy: sizingRows(fact.id, measure.id),
      putIn: putInRows(fact.id, measure.id),
    }));
    const whole = (model: 'live' | 'nothing'): FactVerdict =>
      verdictOfFact(
        fact,
        measures.map((row) => ({ verdict: row[model].verdict, isTest: row.sizedBy.length === 0 })),
      );
    return {
      fact,
      verdict: whole('live'),
      nothing: whole('nothing'),
      measures,
    };
  });
}

/** Why a fact, or a figure of it, has no verdict; empty where it has one. */
export function reasonOf({ fact }: JudgedFact, { measure, live }: JudgedMeasure): string {
  if (fact.cannot !== null) return fact.cannot;
  if (measure.cannot !== null) return measure.cannot;
  return live.effect.replicates === 0 ? 'the model gave no figure: nobody was there to be compared' : '';
}

/** Why the model is not tested by a figure; empty where it is. */
export function noTestReason({ sizedBy, putIn }: JudgedMeasure): string {
  if (sizedBy.length === 0) return '';
  const told = (how: string, rows: readonly string[]): string[] =>
    rows.length === 0 ? [] : [`${how} ${rows.length > 1 ? 'were' : 'was'} ${rows.join(', ')}`];
  const sized = sizedBy.filter((row) => !putIn.includes(row));
  return `no test: ${[...told('sized by it', sized), ...told('put in because of it', putIn)].join('; ')}`;
}

/** Stands behind every verdict of a fact for which a law was changed. */
export const WEAKER_TEST = '†';

/** What the mark stands for, and by which change each fact has it; empty where none has. */
export function weakerTestsInWords(facts: readonly Fact[]): string {
  const changed = facts.filter(({ lawChangedAfterMiss }) => lawChangedAfterMiss !== null);
  if (changed.length === 0) return '';
  const each = changed.map(({ id, lawChangedAfterMiss }) => `${id}, ${lawChangedAfterMiss}`);
  return `${WEAKER_TEST} law changed after a miss, so a weaker test: ${each.join('; ')}.`;
}

/** How the facts of a role came out, in two sentences: figures by which rows were sized stand apart from the tests. */
export function countsInWords(facts: readonly JudgedFact[]): string {
  const counts = FACT_VERDICTS.map(
    (verdict) => [facts.filter((fact) => fact.verdict === verdict).length, verdict] as const,
  )
    .filter(([n]) => n > 0)
    .map(([n, verdict]) => `${n} ${verdict}`)
    .join(', ');
  const posed = facts.filter(
    ({ verdict }) => !['no test', 'context', 'cannot be posed yet'].includes(verdict),
  );
  const nothing = posed.filter((fact) => fact.nothing.startsWith('inside')).length;
  const by = facts.some(({ fact }) => fact.role === 'validate')
    ? 'worst figure that is a test'
    : 'worst figure';
  return `${facts.length} facts, each by its ${by}: ${counts}.${noTestsInWords(facts)} Where nothing ever changes, ${nothing} of the ${posed.length} that were posed are inside.`;
}

/** How figures came out by which rows were sized; a miss is named, as leaving it out of the tests must not hide it. */
function noTestsInWords(facts: readonly JudgedFact[]): string {
  const sized = facts.flatMap(({ fact, measures }) =>
    measures
      .filter(({ sizedBy, live }) => sizedBy.length > 0 && live.effect.replicates > 0)
      .map(({ measure, live }) => ({ name: `${fact.id} ${measure.id}`, verdict: live.verdict })),
  );
  if (sized.length === 0) return '';
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    names: sized.filter((figure) => figure.verdict === verdict).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  const words = counts.map(({ verdict, names }) =>
    verdict === 'inside' ? `${names.length} inside` : `${names.length} ${verdict} (${names.join(', ')})`,
  );
  return ` ${sized.length} figures are no test, as rows were sized by them or put in for them: ${words.join(', ')}.`;
}
