import type { Place } from '../../model/place.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { type Emulator, emulate, fitEmulator, type Known, type LogRatios } from './emulator.ts';
import type { Evaluate, Places, Worlds } from './evaluations.ts';
import { deviationOf } from './figures.ts';
import type { Point } from './free-parameters.ts';
import { positionOf } from './free-parameters.ts';
import { type Descent, descend, type Jacobian } from './gauss-newton.ts';
import { type History, matchHistory } from './history.ts';
import { lossOf, type Misfit } from './loss.ts';
import { evaluationLuck, luckVariance } from './luck.ts';
import type { CalibrationSpec } from './spec.ts';
import { valuesInForce } from './values-in-force.ts';

/** What a calibration found, as points of the prior; `artefactOf` turns it into values. */
export interface Calibrated {
  readonly spec: CalibrationSpec;
  readonly places: Places;
  readonly luck: readonly number[];
  readonly misfit: Misfit;
  readonly slopes: Jacobian;
  /** What place and scale of the fit do to each target, where the fit ended, and at the centre of the prior. */
  readonly shifts: LogRatios;
  readonly shiftsAtCentre: LogRatios;
  readonly starts: readonly Descent[];
  readonly fit: Looked;
  readonly centre: Looked;
  readonly inForce: Looked;
  /** The fit at the reference scale. */
  readonly atReference: Worlds | undefined;
  readonly history: History;
}

/** A point, its targets (what place and scale do taken off) and every figure as it came out. */
export interface Looked extends Known {
  readonly worlds: Worlds;
}

/** Parts of a calibration, in order, for those who watch. */
export type Part = 'luck' | 'sensitivities' | 'reference' | 'fit' | 'history matching' | 'check';

/** Hears of each part, and at how many points at most it asks the model. */
export type OnPart = (part: Part, points: number) => void;

/**
 * Luck and slopes at the centre of the prior, fits from several starts, history matching; deterministic.
 *
 * @param onPart called before each part with the most points at which it asks the model
 */
export async function calibrate(
  spec: CalibrationSpec,
  places: Places,
  evaluate: Evaluate,
  onPart: OnPart = () => {},
): Promise<Calibrated> {
  const { parameters, targets, replicates, halfStretch } = spec;
  const centre = parameters.map(() => 0.5);
  const ask = async (points: readonly Point[]): Promise<readonly Worlds[]> =>
    evaluate(points.map((point) => ({ point, at: 'fit', worlds: replicates })));
  const raw = (worlds: Worlds): LogRatios => targets.map(({ id }) => deviationOf(worlds, id));

  onPart('luck', 1);
  const worldsAtCentre = Math.max(replicates, spec.luckWorlds);
  const [atCentre] = await evaluate([{ point: centre, at: 'fit', worlds: worldsAtCentre }]);
  const luck = evaluationLuck(luckVariance(atCentre!, targets), spec, {
    fit: spec.scale * peopleOf(places?.fit),
    reference: (spec.reference?.scale ?? 1) * peopleOf(places?.reference),
  });
  const spread = targets.map(({ tolerance, discrepancy }, n) =>
    Math.sqrt(tolerance ** 2 + discrepancy ** 2 + luck[n]!),
  );
  const floor = luck.reduce((sum, variance, n) => sum + variance / spread[n]! ** 2, 0);
  const misfit: Misfit = { loss: spec.loss, spread, floor };

  onPart('sensitivities', 2 * parameters.length);
  const besides = parameters.flatMap((_, p) => [
    moved(centre, p, 0.5 - halfStretch),
    moved(centre, p, 0.5 + halfStretch),
  ]);
  const beside = (await ask(besides)).map(raw);
  const slopes = targets.map((_, n) =>
    parameters.map((_, p) => (beside[2 * p + 1]![n]! - beside[2 * p]![n]!) / (2 * halfStretch)),
  );

  if (spec.reference !== undefined) onPart('reference', 1);
  const shiftAt = (point: Point) => shiftOf(spec, evaluate, point);
  const shiftsAtCentre = await shiftAt(centre);
  let shifts = shiftsAtCentre;
  const shifted = async (points: readonly Point[]): Promise<readonly Known[]> =>
    (await ask(points)).map((worlds, n) => ({
      point: points[n]!,
      logRatios: raw(worlds).map((log, t) => log + shifts[t]!),
    }));

  onPart('fit', spec.starts * (spec.iterations + 1));
  const from = [
    centre,
    ...latinHypercube(
      `${spec.seed}, starts`,
      spec.starts - 1,
      parameters.map(({ id }) => id),
    ),
  ];
  let starts = await descendTogether(from, slopes, misfit, spec.iterations, shifted);
  const first = starts.reduce((best, start) => (start.loss < best.loss ? start : best));
  // What place and scale of the fit do is measured again where the fit ended, and the fit goes on from there.
  let last = first;
  if (spec.reference !== undefined) {
    onPart('reference', 1);
    shifts = await shiftAt(first.end);
    onPart('fit', spec.iterations);
    [last] = (await descendTogether([first.end], first.jacobian, misfit, spec.iterations, shifted)) as [
      Descent,
    ];
  }

  const { count, draws, cutoff } = spec.waves;
  onPart('history matching', count * draws);
  const names = parameters.map(({ id }) => id);
  const before = await shifted([centre, ...besides, ...starts.map(({ end }) => end)]);
  const history = await matchHistory(
    { seed: spec.seed, names, count, draws, cutoff, spread },
    before,
    shifted,
  );

  // Slopes of the centre may lead astray: where a draw came out better than the starts, the fit goes on from there.
  const best = history.drawn.reduce((least, draw) =>
    lossOf(misfit, draw.logRatios) < lossOf(misfit, least.logRatios) ? draw : least,
  );
  if (lossOf(misfit, best.logRatios) < last.loss) {
    onPart('fit', spec.iterations + 1);
    const local = slopesAt(best.point, fitEmulator([...before, ...history.drawn])) ?? slopes;
    const [further] = await descendTogether([best.point], local, misfit, spec.iterations, shifted);
    starts = [...starts, further!];
    last = further!;
  }

  onPart('check', spec.reference === undefined ? 1 : 2);
  const look = async (point: Point): Promise<Looked> => {
    const [worlds] = await ask([point]);
    return { point, worlds: worlds!, logRatios: raw(worlds!).map((log, t) => log + shifts[t]!) };
  };
  const inForce = parameters.map((free) => positionOf(free, valuesInForce(free)));
  return {
    spec,
    places,
    luck,
    misfit,
    slopes,
    shifts,
    shiftsAtCentre,
    starts,
    fit: await look(last.end),
    centre: await look(centre),
    inForce: await look(inForce),
    atReference: await atReference(spec, evaluate, last.end),
    history,
  };
}

/** All starts take their steps together, so that the threads are busy. */
async function descendTogether(
  from: readonly Point[],
  slopes: Jacobian,
  misfit: Misfit,
  steps: number,
  ask: (points: readonly Point[]) => Promise<readonly Known[]>,
): Promise<readonly Descent[]> {
  const walks = from.map((start) => descend(start, slopes, misfit, steps));
  let waiting = walks.map((walk) => walk.next());
  while (waiting.some(({ done }) => done !== true)) {
    const open = waiting.flatMap((step, n) => (step.done === true ? [] : [{ n, point: step.value }]));
    const given = await ask(open.map(({ point }) => point));
    const next = [...waiting];
    open.forEach(({ n }, at) => {
      next[n] = walks[n]!.next(given[at]!.logRatios);
    });
    waiting = next;
  }
  return waiting.map(({ value }) => value as Descent);
}

/** What place and scale of the fit do to each target at a point: log of the reference's figure over that of the fit's. */
async function shiftOf(spec: CalibrationSpec, evaluate: Evaluate, point: Point): Promise<LogRatios> {
  const worlds = await atReference(spec, evaluate, point);
  if (worlds === undefined) return spec.targets.map(() => 0);
  const [own] = await evaluate([{ point, at: 'fit', worlds: spec.replicates }]);
  return spec.targets.map(({ id }) => deviationOf(worlds, id) - deviationOf(own!, id));
}

async function atReference(
  spec: CalibrationSpec,
  evaluate: Evaluate,
  point: Point,
): Promise<Worlds | undefined> {
  if (spec.reference === undefined) return undefined;
  const { replicates } = spec.reference;
  const [worlds] = await evaluate([{ point, at: 'reference', worlds: replicates }]);
  return worlds;
}

/** Slopes of an emulator at a point; undefined where there is no emulator. */
function slopesAt(point: Point, emulator: Emulator | undefined): Jacobian | undefined {
  if (emulator === undefined) return undefined;
  const beside = point.map((position, p) => [
    emulate(emulator, moved(point, p, position - BESIDE)),
    emulate(emulator, moved(point, p, position + BESIDE)),
  ]);
  return emulator.coefficients.map((_, n) =>
    beside.map(([below, above]) => (above![n]! - below![n]!) / (2 * BESIDE)),
  );
}

/** How far to either side an emulator is asked for its slope, of the prior's width. */
const BESIDE = 0.05;

function moved(point: Point, parameter: number, to: number): Point {
  return point.map((position, p) => (p === parameter ? to : position));
}

/** People of a place; 1 where only effects at places of their own are asked, which have no reference. */
function peopleOf(place: Place | undefined): number {
  if (place === undefined) return 1;
  return place.zones.residents.reduce((sum, residents) => sum + residents, 0);
}
