import type { Fact, Measure } from '../facts/fact.ts';
import { QUESTIONS } from '../facts/questions/questions.ts';
import { allFacts } from '../facts/table.ts';

/** A figure of a fact that parameters may be fitted to: an effect between scenarios, by `fact figure`. */
export interface FactFigure {
  readonly id: string;
  readonly fact: string;
  readonly label: string;
  readonly unit: string;
  /** The middle of the pass band, or its only end: never nought. */
  readonly target: number;
  /** Standard deviation of the published figure, as a share of it: a quarter of the band. NaN where the band is open. */
  readonly tolerance: number;
  readonly source: string;
}

/** Figures of the facts whose role allows it, that can be posed, and whose band has a middle other than nought. */
export const FACT_FIGURES: readonly FactFigure[] = allFacts().flatMap((fact) =>
  isFree(fact) ? fact.measures.flatMap((measure) => figureOfMeasure(fact, measure)) : [],
);

/** Those that can be fitted to; of the others, with an open band, is only told how they come out. */
export const EFFECT_IDS: readonly string[] = FACT_FIGURES.filter(
  ({ tolerance }) => !Number.isNaN(tolerance),
).map(({ id }) => id);

export function factFigure(id: string): FactFigure | undefined {
  return FACT_FIGURES.find((figure) => figure.id === id);
}

function isFree({ id, role, cannot }: Fact): boolean {
  return role === 'calibrate' && cannot === null && QUESTIONS.some(({ facts }) => facts.includes(id));
}

function figureOfMeasure(fact: Fact, { id, words, unit, band, cannot }: Measure): FactFigure[] {
  const [from, to] = band;
  const target = from === null ? to : to === null ? from : (from + to) / 2;
  if (cannot !== null || target === null || target === 0) return [];
  const closed = from !== null && to !== null;
  return [
    {
      id: `${fact.id} ${id}`,
      fact: fact.id,
      label: words,
      unit,
      target,
      tolerance: closed ? (to - from) / 4 / Math.abs(target) : Number.NaN,
      source: fact.sources[0]!,
    },
  ];
}
