import type { Cell } from '../results/csv.ts';
import { type JudgedFact, noTestReason, reasonOf } from './judge.ts';

/** Facts judged under a set of parameters. */
export interface JudgedSet {
  readonly set: string;
  readonly facts: readonly JudgedFact[];
}

/** facts.csv: a row is a fact under a set of parameters. */
export const FACTS_HEADER = [
  'set',
  'id',
  'role',
  'verdict',
  'verdict_nothing_changes',
  'figures',
  'figures_posed',
  'figures_no_test',
  'contrast',
  'metric',
  'published',
  'band',
  'setting',
  'evidence',
  'contested_with',
  'pair',
  'posed',
  'law_changed_after_miss',
  'cannot_be_posed_yet',
  'sources',
];

export function factRows(sets: readonly JudgedSet[]): Cell[][] {
  return sets.flatMap(({ set, facts }) =>
    facts.map(({ fact, verdict, nothing, measures }) => [
      set,
      fact.id,
      fact.role,
      verdict,
      nothing,
      measures.length,
      measures.filter(({ live }) => live.verdict !== 'cannot be posed yet').length,
      measures.filter(({ sizedBy }) => sizedBy.length > 0).length,
      fact.contrast,
      fact.metric,
      fact.published,
      fact.band,
      fact.setting,
      fact.evidence,
      fact.contestedWith ?? '',
      fact.pair,
      fact.posed,
      fact.lawChangedAfterMiss ?? '',
      fact.cannot ?? '',
      fact.sources.join(' '),
    ]),
  );
}

/** facts-effects.csv: a row is a figure of a fact, of one of the two models, under a set of parameters. */
export const EFFECTS_HEADER = [
  'set',
  'id',
  'role',
  'measure',
  'figure',
  'unit',
  'model',
  'value',
  'ci_low',
  'ci_high',
  'replicates',
  'published_value',
  'published_low',
  'published_high',
  'band_from',
  'band_to',
  'end_inside',
  'expected',
  'rule',
  'verdict',
  'no_test',
  'law_changed_after_miss',
  'reason',
];

export function effectRows(sets: readonly JudgedSet[]): Cell[][] {
  return sets.flatMap(({ set, facts }) =>
    facts.flatMap((judged) =>
      judged.measures.flatMap((row) =>
        (['live', 'nothing'] as const).map((model) => {
          const { measure } = row;
          const { effect, verdict } = row[model];
          return [
            set,
            judged.fact.id,
            judged.fact.role,
            measure.id,
            measure.words,
            measure.unit,
            model === 'live' ? 'organisations act' : 'nothing changes',
            effect.value,
            effect.low,
            effect.high,
            effect.replicates,
            measure.published.value,
            measure.published.low,
            measure.published.high,
            measure.band[0] ?? Number.NaN,
            measure.band[1] ?? Number.NaN,
            measure.endInside ? 'yes' : '',
            measure.expected,
            measure.rule,
            verdict,
            noTestReason(row),
            judged.fact.lawChangedAfterMiss === null ? '' : 'yes',
            model === 'live' ? (contextOf(judged) ?? reasonOf(judged, row)) : '',
          ];
        }),
      ),
    ),
  );
}

function contextOf({ fact }: JudgedFact): string | null {
  return fact.context === null ? null : `context, ${fact.context}`;
}
