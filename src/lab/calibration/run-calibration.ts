import { dirname, join } from 'node:path';
import { makeFolder, writeWholeFile } from '../results/whole-file.ts';
import { rememberStudy } from '../sampling/study-file.ts';
import type { Artefact } from './artefact.ts';
import { artefactOf } from './artefact-of.ts';
import { calibrate, type OnPart } from './calibrate.ts';
import { evaluator, type Places } from './evaluations.ts';
import { figureOf } from './figures.ts';
import { takenAsGiven } from './parameter-table.ts';
import type { CalibrationSpec } from './spec.ts';

/** All that a calibration needs from outside. */
export interface CalibrationRun {
  readonly spec: CalibrationSpec;
  readonly specText: string;
  readonly specSha256: string;
  readonly places: Places;
  /** Folder that keeps what is computed. */
  readonly folder: string;
  /** File of the result; undefined = calibration.json of the folder. */
  readonly artefactFile: string | undefined;
  readonly version: string;
  readonly command: string;
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onPart?: OnPart;
  readonly onEvaluation?: (computed: number) => void;
}

/**
 * Runs a calibration and writes its artefact, whole or not at all. One that was stopped goes on where it ended when it
 * is asked again.
 *
 * @throws OptionError when the folder holds another calibration
 */
export async function runCalibration(run: CalibrationRun): Promise<Artefact> {
  const { spec, places, folder } = run;
  // With every row: a factor stands on the values in force.
  // Before hours of computing: a result that has nowhere to go is found out now.
  const file = run.artefactFile ?? join(folder, 'calibration.json');
  makeFolder(dirname(file));
  rememberStudy(
    folder,
    'calibration-asked.json',
    {
      spec: run.specSha256,
      version: run.version,
      numbers: takenAsGiven([]),
      // What was computed is kept over what was published.
      published: spec.targets.map(({ id }) => figureOf(id).target),
    },
    ['lab/calibration', 'lab/analysis', 'lab/facts', 'lab/study'],
  );
  const evaluate = evaluator({
    spec,
    places,
    threads: run.threads,
    folder,
    ...(run.signal === undefined ? {} : { signal: run.signal }),
    ...(run.onEvaluation === undefined ? {} : { onEvaluation: run.onEvaluation }),
  });
  const artefact = artefactOf(await calibrate(spec, places, evaluate, run.onPart), {
    version: run.version,
    command: run.command,
    specText: run.specText,
    specSha256: run.specSha256,
  });
  writeWholeFile(file, `${JSON.stringify(artefact, null, 2)}\n`);
  return artefact;
}
