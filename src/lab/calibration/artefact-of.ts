import {
  ARTEFACT_FORMAT,
  ARTEFACT_VERSION,
  type Artefact,
  type FitRecord,
  type PosteriorRecord,
  type Residual,
  type SensitivityRecord,
} from './artefact.ts';
import type { Calibrated, Looked } from './calibrate.ts';
import type { Worlds } from './evaluations.ts';
import { questionsOf } from './fact-evaluations.ts';
import { deviationOf, figureOf, ratioAt } from './figures.ts';
import { type FreeParameter, type Point, rowsAt, valueAt, valuesAt } from './free-parameters.ts';
import { implausibility, lossOf } from './loss.ts';
import { takenAsGiven } from './parameter-table.ts';
import type { CalibrationSpec } from './spec.ts';

/** Widest plausible part of a prior, over the prior, at which a parameter counts as known from the targets. */
export const MOST_WIDTH = 0.5;

/** Fewest plausible points from which a width is read. */
const FEWEST = 20;

export interface ArtefactFrame {
  readonly version: string;
  readonly command: string;
  readonly specText: string;
  readonly specSha256: string;
}

/** What a calibration found, in values and words of the evidence. */
export function artefactOf(found: Calibrated, frame: ArtefactFrame): Artefact {
  const { spec, history, misfit, luck } = found;
  const { parameters, targets, waves } = spec;
  const free = parameters.flatMap(({ rows }) => rows);
  const posterior = parameters.map((one, p) => posteriorOf(one, p, found));
  const reportShifts = shiftsOfReport(found);
  const record = (looked: Looked) => fitRecord(found, looked, reportShifts);
  const ids = targets.map(({ id }) => id);
  return {
    format: ARTEFACT_FORMAT,
    formatVersion: ARTEFACT_VERSION,
    version: frame.version,
    command: frame.command,
    spec: { name: spec.name, sha256: frame.specSha256, text: frame.specText },
    parameterTable: takenAsGiven(free),
    setting: settingOf(found),
    loss: spec.loss,
    refused: 'validate',
    targets: targets.map(({ id, tolerance, discrepancy }, n) => {
      const { label, unit, target, source } = figureOf(id);
      return {
        id,
        label,
        unit,
        published: target,
        source,
        tolerance,
        discrepancy,
        luck: short(Math.sqrt(luck[n]!)),
      };
    }),
    sensitivities: sensitivitiesOf(found),
    reference:
      spec.reference === undefined
        ? undefined
        : {
            place: found.places!.reference.id,
            scale: spec.reference.scale,
            worlds: spec.reference.replicates,
            shifts: byName(ids, found.shifts),
            shiftsAtCentre: byName(ids, found.shiftsAtCentre),
            residuals: residualsOf(
              spec,
              misfit.spread,
              targets.map(({ id }) => deviationOf(found.atReference!, id)),
            ),
          },
    starts: found.starts.map(({ start, end, loss, steps, stopped }) => ({
      from: shortValues(parameters, start),
      to: shortValues(parameters, end),
      loss: short(loss),
      steps,
      stopped,
    })),
    fit: record(found.fit),
    centre: record(found.centre),
    inForce: record(found.inForce),
    waves: history.waves.map(({ emulator, plausibleShare, ...wave }) => ({
      ...wave,
      plausibleShare: short(plausibleShare),
      emulator:
        emulator === undefined
          ? undefined
          : {
              degree: emulator.degree,
              points: emulator.points,
              leftOut: Object.fromEntries(
                ids.map((id, n) => [
                  id,
                  {
                    error: short(Math.sqrt(emulator.errorVariance[n]!)),
                    predicted: short(emulator.predicted[n]!),
                  },
                ]),
              ),
            },
    })),
    cutoff: waves.cutoff,
    accepted: history.drawn.flatMap((draw, n) =>
      draw.implausibility > waves.cutoff
        ? []
        : [
            {
              draw: n,
              values: shortValues(parameters, draw.point),
              rows: shortRows(parameters, draw.point),
              implausibility: short(draw.implausibility),
            },
          ],
    ),
    posterior,
    assumptions: posterior.filter(({ contracted }) => !contracted).flatMap(({ rows }) => rows),
  };
}

/** Where the fit was made; of effects alone, at the places of their facts. */
function settingOf({ spec, places }: Calibrated): Artefact['setting'] {
  const { weeks, scale, seed, replicates: worlds, effects } = spec;
  if (places !== undefined) return { place: places.fit.id, weeks, scale, seed, worlds };
  const questions = questionsOf(effects);
  return {
    place: [...new Set(questions.map(({ place }) => place))].join(', '),
    weeks: Math.max(...questions.map((question) => question.weeks)),
    scale: 1,
    seed,
    worlds,
  };
}

function sensitivitiesOf({ spec, slopes, misfit }: Calibrated): readonly SensitivityRecord[] {
  return spec.targets.flatMap(({ id }, t) =>
    spec.parameters.map((free, p) => {
      const slope = slopes[t]![p]!;
      const stretch = free.log ? Math.log(free.high / free.low) : free.high - free.low;
      return {
        target: id,
        parameter: free.id,
        elasticity: short(slope / stretch),
        information: short(Math.abs(slope / 2) / misfit.spread[t]!),
      };
    }),
  );
}

function fitRecord(
  { spec, misfit }: Calibrated,
  { point, logRatios, worlds }: Looked,
  reportShifts: readonly number[],
): FitRecord {
  const logsOfReport = spec.report.map((id, n) => deviationOf(worlds, id) + reportShifts[n]!);
  return {
    values: shortValues(spec.parameters, point),
    rows: shortRows(spec.parameters, point),
    loss: short(lossOf(misfit, logRatios)),
    implausibility: short(implausibility(misfit.spread, logRatios)),
    residuals: residualsOf(spec, misfit.spread, logRatios),
    reported: spec.report.map((id, n) => besidePublished(id, logsOfReport[n]!)),
  };
}

/** What place and scale of the fit do to figures that are only reported. */
function shiftsOfReport({ spec, atReference, fit }: Calibrated): readonly number[] {
  const shift = (worlds: Worlds, id: string) => deviationOf(worlds, id) - deviationOf(fit.worlds, id);
  return spec.report.map((id) => (atReference === undefined ? 0 : shift(atReference, id)));
}

function residualsOf(
  { targets }: CalibrationSpec,
  spread: readonly number[],
  logRatios: readonly number[],
): readonly Residual[] {
  return targets.map(({ id }, n) => ({
    ...besidePublished(id, logRatios[n]!),
    standardised: short(logRatios[n]! / spread[n]!),
  }));
}

function besidePublished(id: string, log: number): Omit<Residual, 'standardised'> {
  const { label, unit, target } = figureOf(id);
  const ratio = ratioAt(log, id);
  return {
    figure: id,
    label,
    unit,
    published: target,
    model: short(target * ratio),
    differencePct: short(100 * (ratio - 1)),
  };
}

/** The middle nine tenths of what is plausible of a prior, by the emulators; by accepted draws where there are none. */
function posteriorOf(free: FreeParameter, p: number, { history, spec }: Calibrated): PosteriorRecord {
  const accepted = history.drawn.filter((draw) => draw.implausibility <= spec.waves.cutoff);
  const points: readonly Point[] =
    history.plausible.length >= FEWEST ? history.plausible : accepted.map(({ point }) => point);
  const positions = points.map((point) => point[p]!).toSorted((a, b) => a - b);
  const known = positions.length > 0;
  const low = known ? quantile(positions, 0.05) : 0;
  const high = known ? quantile(positions, 0.95) : 1;
  // With one point left nothing is known of a width: it stays that of the prior.
  const width = positions.length >= 2 ? Math.min(1, (high - low) / 0.9) : 1;
  return {
    parameter: free.id,
    rows: free.rows,
    low: short(free.low),
    high: short(free.high),
    plausibleLow: short(valueAt(free, low)),
    plausibleHigh: short(valueAt(free, high)),
    width: short(width),
    contracted: width <= MOST_WIDTH,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}

function shortValues(parameters: readonly FreeParameter[], point: Point): Record<string, number> {
  return shortened(valuesAt(parameters, point));
}

function shortRows(parameters: readonly FreeParameter[], point: Point): Record<string, number> {
  return shortened(rowsAt(parameters, point));
}

function shortened(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, short(value)]));
}

function byName(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, n) => [name, short(values[n]!)]));
}

/** Six digits: more than any of it is known to, and the same on every machine. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
