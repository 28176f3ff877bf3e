import type { Fact, Measure } from './fact.ts';
import type { FactModel, Figures } from './run-facts.ts';
import { type Effect, effectOf, type Verdict, verdictOf, verdictOfFact } from './verdict.ts';

/** A figure of the model, and of the one in which nothing ever changes, against the published one. */
export interface JudgedMeasure {
  readonly measure: Measure;
  readonly live: Judged;
  readonly nothing: Judged;
}

export interface Judged {
  readonly effect: Effect;
  readonly verdict: Verdict;
}

export interface JudgedFact {
  readonly fact: Fact;
  readonly verdict: Verdict;
  /** Verdict of the model in which nothing ever changes: a fact that it passes says little for the other. */
  readonly nothing: Verdict;
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
    }));
    return {
      fact,
      verdict: verdictOfFact(
        fact,
        measures.map(({ live }) => live.verdict),
      ),
      nothing: verdictOfFact(
        fact,
        measures.map(({ nothing }) => nothing.verdict),
      ),
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
