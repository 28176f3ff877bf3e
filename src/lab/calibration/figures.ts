import { detExp } from '../../kernel/deterministic-math.ts';
import { ENGLAND_RESIDENTS } from '../place/national-averages.ts';
import type { Line } from './compare.ts';
import { factFigure } from './fact-figures.ts';
import type { Measures } from './measures.ts';
import { calibrationLines } from './targets.ts';

/** A published figure that parameters may be fitted to. */
export type Figure = Omit<Line, 'model' | 'pass'>;

const NOTHING: Measures = {
  annual: () => Number.NaN,
  august: () => Number.NaN,
  per1000: () => Number.NaN,
  bands: [],
  lifeExpectancy: { male: Number.NaN, female: Number.NaN },
  agents: Number.NaN,
};

/** Every published figure of the calibration. */
export const FIGURES: readonly Figure[] = calibrationLines(NOTHING).map(
  ({ model, pass, ...figure }) => figure,
);

export const FIGURE_IDS: readonly string[] = FIGURES.map(({ id }) => id);

export type Published = Pick<Figure, 'id' | 'label' | 'unit' | 'target' | 'source'>;

/** A published figure, of a run or of a fact; undefined where there is none. */
export function publishedFigure(id: string): Published | undefined {
  return factFigure(id) ?? FIGURES.find((figure) => figure.id === id);
}

/** The same. @throws RangeError when there is no such figure */
export function figureOf(id: string): Published {
  const found = publishedFigure(id);
  if (found === undefined) throw new RangeError(`no published figure '${id}'`);
  return found;
}

/**
 * What a run gives beside what was published, by figure: model over published. Numbers of people are compared a head:
 * the place need not be England.
 */
export function ratiosOf(measures: Measures): Readonly<Record<string, number>> {
  const people = measures.annual('population');
  return Object.fromEntries(
    calibrationLines(measures).map(({ id, unit, model, target }) => {
      const share = unit === 'people' ? people / ENGLAND_PEOPLE : 1;
      return [id, model / share / target];
    }),
  );
}

/** Residents of England in the middle of 2008. */
const ENGLAND_PEOPLE = ENGLAND_RESIDENTS[1]!.reduce<number>((sum, band) => sum + band, 0);

/**
 * How far a figure is off, from the mean of model over published: its logarithm; of an effect, which may be nought or go
 * the other way, what it is over 1.
 */
export function deviationOf(worlds: readonly Readonly<Record<string, number>>[], id: string): number {
  return deviationAt(worlds.reduce((sum, world) => sum + world[id]!, 0) / worlds.length, id);
}

/** The same of one ratio of model over published. */
export function deviationAt(ratio: number, id: string): number {
  return factFigure(id) === undefined ? Math.log(ratio) : ratio - 1;
}

/** Model over published at a deviation. */
export function ratioAt(deviation: number, id: string): number {
  return factFigure(id) === undefined ? detExp(deviation) : 1 + deviation;
}
