import type { ParameterValues } from '../../model/evidence/parameters.ts';
import type { Place } from '../../model/place.ts';
import { factInput } from '../facts/arm-input.ts';
import { OBSERVED, type ObservedRun } from '../facts/observed.ts';
import { FACT_PLACES, type FactPlaceId } from '../facts/places.ts';
import type { Question } from '../facts/question.ts';
import { QUESTIONS } from '../facts/questions/questions.ts';
import { restShifter } from '../study/rests.ts';
import { runBatch } from '../study/run-arm.ts';
import { factFigure } from './fact-figures.ts';

/** What effects are asked of: the figures, and the worlds of each arm. */
export interface EffectsAsked {
  readonly figures: readonly string[];
  readonly seed: string;
  readonly worlds: number;
  readonly threads: number;
  readonly signal?: AbortSignal;
}

/** The questions whose runs answer some figures of facts. */
export function questionsOf(figures: readonly string[]): readonly Question[] {
  const facts = new Set(figures.map((id) => factFigure(id)?.fact));
  return QUESTIONS.filter((question) => question.facts.some((id) => facts.has(id)));
}

/**
 * The figures of facts at some values of the rows, each over what it is fitted to, by point and world: the arms and
 * estimators of the examination, with other luck than its own. Other values are another world, whose base years were at
 * rest as well: where levers rest is solved again at each point.
 * @param rows by point: values that differ from those in force
 */
export async function effectRatios(
  rows: readonly ParameterValues[],
  asked: EffectsAsked,
): Promise<readonly (readonly Readonly<Record<string, number>>[])[]> {
  const ratios = rows.map(() => Array.from({ length: asked.worlds }, (): Record<string, number> => ({})));
  for (const question of questionsOf(asked.figures)) {
    const place = placeOf(question.place);
    const { arms } = question;
    const { scale } = FACT_PLACES[question.place];
    const shiftsOf = restShifter({ place, scale, seed: asked.seed, weeks: question.weeks });
    const points = rows.map((values) => ({ ...values, ...shiftsOf(values) }));
    const frame = {
      place,
      scale,
      seed: asked.seed,
      weeks: question.weeks,
      observe: question.observe ?? {},
    };
    const runs = await runBatch<ObservedRun>(
      {
        name: 'effects',
        inputs: points.flatMap((parameters) => arms.map((arm) => factInput({ ...frame, parameters }, arm))),
        replicates: asked.worlds,
        threads: asked.threads,
        ...(asked.signal === undefined ? {} : { signal: asked.signal }),
      },
      OBSERVED,
    );
    ratios.forEach((worlds, point) => {
      worlds.forEach((world, w) => {
        const { figures } = question.read(
          arms.map((_, arm) => runs[point * arms.length + arm]![w]!),
          place,
        );
        for (const id of asked.figures) {
          const figure = figures[id];
          if (figure === undefined) continue;
          world[id] = (typeof figure === 'number' ? figure : figure.value) / factFigure(id)!.target;
        }
      });
    });
  }
  return ratios;
}

/** Places that were made: one is enough. */
const MADE = new Map<FactPlaceId, Place>();

function placeOf(id: FactPlaceId): Place {
  const place = MADE.get(id) ?? FACT_PLACES[id].make();
  MADE.set(id, place);
  return place;
}
