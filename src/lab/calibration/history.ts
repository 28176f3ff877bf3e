import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { type Emulator, emulate, fitEmulator, type Known } from './emulator.ts';
import type { Point } from './free-parameters.ts';
import { implausibility } from './loss.ts';

/** A draw from the prior, what the model gave there, and how implausible that makes it. */
export interface Drawn extends Known {
  readonly wave: number;
  readonly implausibility: number;
}

/** One wave of history matching. */
export interface Wave {
  readonly draws: number;
  readonly accepted: number;
  /** Fitted to all that is known where earlier waves left something; undefined with too few points. */
  readonly emulator: Emulator | undefined;
  /** Share of the prior that no emulator so far calls implausible. */
  readonly plausibleShare: number;
}

export interface History {
  readonly waves: readonly Wave[];
  /** Every draw at which the model ran, in order. */
  readonly drawn: readonly Drawn[];
  /** Points of the prior that no emulator calls implausible. */
  readonly plausible: readonly Point[];
}

export interface HistoryPlan {
  readonly seed: string;
  readonly names: readonly string[];
  readonly count: number;
  readonly draws: number;
  readonly cutoff: number;
  /** By target: standard deviation that a figure may be off by, luck included. */
  readonly spread: readonly number[];
}

/** Candidates of a wave, and lots of them that are looked at while too few are plausible. */
const CANDIDATES = 20_000;
const MOST_LOTS = 10;

/**
 * History matching: waves of Latin-hypercube draws; what the model gives, against what was published, rules a draw out
 * when any target is off by more than the cutoff. An emulator of each wave says where the next one draws; whether a
 * draw is accepted is always said by the model itself.
 *
 * @param before points at which the model ran already: they help the emulators and are no draws
 * @param ask the model at points
 */
export async function matchHistory(
  plan: HistoryPlan,
  before: readonly Known[],
  ask: (points: readonly Point[], wave: number) => Promise<readonly Known[]>,
): Promise<History> {
  const { seed, names, count, draws, cutoff, spread } = plan;
  const emulators: Emulator[] = [];
  const drawn: Drawn[] = [];
  const waves: Wave[] = [];
  let plausible: readonly Point[] = [];
  for (let wave = 0; wave < count; wave++) {
    const points =
      emulators.length === 0
        ? latinHypercube(`${seed}, wave ${wave}`, draws, names)
        : nearest(plan, emulators, plausible, draws, wave);
    const given = await ask(points, wave);
    const own = given.map((known) => ({
      ...known,
      wave,
      implausibility: implausibility(spread, known.logRatios),
    }));
    drawn.push(...own);
    const all = [...before, ...drawn];
    const still = all.filter(({ point }) => worst(emulators, spread, point) <= cutoff);
    const emulator = fitEmulator(still) ?? (emulators.length === 0 ? fitEmulator(all) : undefined);
    if (emulator !== undefined) emulators.push(emulator);
    const found = candidates(plan, emulators);
    plausible = found.plausible;
    waves.push({
      draws: points.length,
      accepted: own.filter((draw) => draw.implausibility <= cutoff).length,
      emulator,
      plausibleShare: found.share,
    });
  }
  return { waves, drawn, plausible };
}

/** The largest implausibility that any emulator gives a point, their own errors taken into account. */
function worst(emulators: readonly Emulator[], spread: readonly number[], point: Point): number {
  return emulators.reduce(
    (most, emulator) =>
      Math.max(most, implausibility(spread, emulate(emulator, point), emulator.errorVariance)),
    0,
  );
}

/** Points of the prior that no emulator rules out; more lots are looked at while there are few. */
function candidates(
  { seed, names, draws, cutoff, spread }: HistoryPlan,
  emulators: readonly Emulator[],
): { readonly plausible: readonly Point[]; readonly share: number } {
  const plausible: Point[] = [];
  let looked = 0;
  for (let lot = 0; lot < MOST_LOTS && plausible.length < ENOUGH * draws; lot++) {
    for (const point of latinHypercube(`${seed}, candidates ${lot}`, CANDIDATES, names)) {
      if (worst(emulators, spread, point) <= cutoff) plausible.push(point);
    }
    looked += CANDIDATES;
  }
  return { plausible, share: plausible.length / looked };
}

/** Plausible candidates for each draw of the next wave, so that it may choose among them. */
const ENOUGH = 10;

/** Draws of the next wave: plausible candidates; where there are too few, the least implausible of others beside them. */
function nearest(
  { seed, names, spread }: HistoryPlan,
  emulators: readonly Emulator[],
  plausible: readonly Point[],
  draws: number,
  wave: number,
): readonly Point[] {
  const every = Math.max(1, Math.floor(plausible.length / draws));
  const chosen = plausible.filter((_, n) => n % every === 0).slice(0, draws);
  if (chosen.length === draws) return chosen;
  const others = latinHypercube(`${seed}, wave ${wave}`, CANDIDATES, names)
    .map((point) => ({ point, value: worst(emulators, spread, point) }))
    .toSorted((a, b) => a.value - b.value);
  return [...chosen, ...others.slice(0, draws - chosen.length).map(({ point }) => point)];
}
