import { SPLIT } from '../study/arm.ts';
import { ANCHORS_IN_ORDER, OUTCOMES } from './claims.ts';
import { type Dimension, type Draw, optionAtPoint } from './dimensions.ts';
import { latest, type TextRow } from './study-file.ts';

/** How often a regime beats the split, over the draws, in one outcome and under one anchor. */
export interface ClaimShare {
  readonly regime: string;
  readonly anchor: string;
  readonly outcome: string;
  /** Draws in which both arms have a figure; those in which it does better, worse, and no different at all. */
  readonly draws: number;
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Those in which a body formed in some world. */
  readonly formed: number;
  /** Mean difference, in the unit of the outcome; its 10th and 90th percentile over the draws. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What decides whether a regime does better: a parameter or an open setting, ranked by how far wins and losses differ. */
export interface Decider {
  readonly regime: string;
  readonly anchor: string;
  readonly outcome: string;
  readonly dimension: string;
  /** Mean position in the range (0 = low end, 0.5 = default) where it does better, and where it does worse. */
  readonly whereBetter: number;
  readonly whereWorse: number;
  /** Their difference over its standard error were the parameter of no account. */
  readonly z: number;
  /** Of a setting: share of wins by answer. */
  readonly answers: string;
}

interface Difference {
  readonly draw: number;
  readonly value: number;
}

/** Every regime, anchor and outcome. */
export function claimShares(rows: readonly TextRow[], regimes: readonly string[]): readonly ClaimShare[] {
  return cases(regimes).map(({ regime, anchor, outcome, better }) => {
    const values = differences(rows, regime, anchor, outcome).map(({ value }) => value);
    const own = latest(rows, ['draw', 'anchor', 'regime']).filter(
      (row) => row.regime === regime && row.anchor === anchor,
    );
    const sorted = values.toSorted((a, b) => a - b);
    return {
      regime,
      anchor,
      outcome,
      draws: values.length,
      better: values.filter((value) => value * better > 0).length,
      worse: values.filter((value) => value * better < 0).length,
      same: values.filter((value) => value === 0).length,
      formed: own.filter((row) => Number(row.bodies_formed) > 0).length,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      low: percentile(sorted, 0.1),
      high: percentile(sorted, 0.9),
    };
  });
}

/** What flips the sign, by regime, anchor and outcome, the most decisive first. */
export function deciders(
  rows: readonly TextRow[],
  regimes: readonly string[],
  draws: readonly Draw[],
  dimensions: readonly Dimension[],
): readonly Decider[] {
  return cases(regimes).flatMap(({ regime, anchor, outcome, better }) => {
    const found = differences(rows, regime, anchor, outcome);
    const wins = found.filter(({ value }) => value * better > 0).map(({ draw }) => draws[draw]!);
    const losses = found.filter(({ value }) => value * better < 0).map(({ draw }) => draws[draw]!);
    return dimensions
      .flatMap((dimension, d): Decider[] => {
        // An open setting of another regime says nothing of this one.
        if (dimension.kind === 'setting' && dimension.setting.regime !== regime) return [];
        const whereBetter = mean(wins.map((draw) => draw.at[d]!));
        const whereWorse = mean(losses.map((draw) => draw.at[d]!));
        const error = Math.sqrt((1 / wins.length + 1 / losses.length) / 12);
        const z = (whereBetter - whereWorse) / error;
        const answers = dimension.kind === 'setting' ? winsByAnswer(dimension, d, wins, losses) : '';
        return [{ regime, anchor, outcome, dimension: dimension.id, whereBetter, whereWorse, z, answers }];
      })
      .sort((a, b) => Math.abs(Number.isNaN(b.z) ? 0 : b.z) - Math.abs(Number.isNaN(a.z) ? 0 : a.z));
  });
}

function winsByAnswer(
  { setting }: Extract<Dimension, { kind: 'setting' }>,
  d: number,
  wins: readonly Draw[],
  losses: readonly Draw[],
): string {
  const chose = (draws: readonly Draw[], answer: string) =>
    draws.filter((draw) => optionAtPoint(setting, draw.at[d]!).answer === answer).length;
  return setting.options
    .map(
      ({ answer }) => `${answer}: ${chose(wins, answer)} of ${chose(wins, answer) + chose(losses, answer)}`,
    )
    .join('; ');
}

function cases(regimes: readonly string[]) {
  return regimes.flatMap((regime) =>
    OUTCOMES.flatMap(({ metric, better }) =>
      ANCHORS_IN_ORDER.map((anchor) => ({ regime, anchor, outcome: metric, better })),
    ),
  );
}

/** Regime less split, by draw; draws in which one of them has no figure are left out. */
function differences(
  rows: readonly TextRow[],
  regime: string,
  anchor: string,
  outcome: string,
): Difference[] {
  const figures = (of: string) =>
    new Map(
      rows
        .filter((row) => row.regime === of && row.anchor === anchor && row[outcome] !== '')
        .map((row) => [Number(row.draw), Number(row[outcome])]),
    );
  const base = figures(SPLIT);
  return [...figures(regime)].flatMap(([draw, value]) =>
    base.has(draw) ? [{ draw, value: value - base.get(draw)! }] : [],
  );
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param sorted ascending */
function percentile(sorted: readonly number[], share: number): number {
  return sorted.length === 0 ? Number.NaN : sorted[Math.round(share * (sorted.length - 1))]!;
}
