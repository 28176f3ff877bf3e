import { dataFaults } from '../scenario/faults.ts';
import { placeChoice } from '../scenario/normalise.ts';
import { parseYaml } from '../scenario/parse-yaml.ts';
import { placeFaults } from '../scenario/place-faults.ts';
import { type Problem, problemOfFile } from '../scenario/problem.ts';
import { readText } from '../scenario/read-file.ts';
import type { PlaceChoice } from '../scenario/scenario.ts';
import type { Vocabulary } from '../scenario/vocabulary.ts';
import { factFigure } from './fact-figures.ts';
import { type FreeParameter, freeParameter } from './free-parameters.ts';
import { specFaults } from './spec-checks.ts';
import { SPEC_SCHEMA, type SpecFile } from './spec-schema.ts';

/** A published figure that is fitted to. */
export interface Target {
  readonly id: string;
  /** Standard error of the published figure, as a share of it. */
  readonly tolerance: number;
  /** Standard deviation of what the model at its best would be off by, as a share. */
  readonly discrepancy: number;
}

export type Loss = 'squares' | 'huber';

/** What a calibration is asked, checked, with the defaults filled in. */
export interface CalibrationSpec {
  readonly name: string;
  readonly description: string;
  /** Undefined where only effects are fitted to: these have places of their own. */
  readonly place: PlaceChoice | undefined;
  readonly weeks: number;
  readonly scale: number;
  readonly seed: string;
  readonly replicates: number;
  readonly luckWorlds: number;
  readonly parameters: readonly FreeParameter[];
  readonly targets: readonly Target[];
  /** Figures of facts among the targets and those shown. */
  readonly effects: readonly string[];
  /** Figures that are shown and never fitted to. */
  readonly report: readonly string[];
  readonly loss: Loss;
  readonly starts: number;
  /** Half of the stretch of a prior, around its centre, over which slopes are measured. */
  readonly halfStretch: number;
  readonly iterations: number;
  readonly waves: { readonly count: number; readonly draws: number; readonly cutoff: number };
  /** Where the fit must hold; what place and scale of the fit do to a figure is taken off. */
  readonly reference:
    | { readonly place: PlaceChoice; readonly scale: number; readonly replicates: number }
    | undefined;
}

export type LoadedSpec = { readonly spec: CalibrationSpec } | { readonly problems: readonly Problem[] };
export type ReadSpec = LoadedSpec & { readonly text: string; readonly sha256: string };

/** Reads and checks the file of a calibration; problems say what is wrong and where. */
export async function readSpecFile(path: string, vocabulary: Vocabulary): Promise<ReadSpec> {
  const read = await readText(path);
  if ('problem' in read) return { problems: [read.problem], text: '', sha256: '' };
  return { ...loadSpec(read.text, path, vocabulary), ...read };
}

/** Reads and checks the text of a calibration, YAML or JSON. @param file name for the messages */
export function loadSpec(text: string, file: string, vocabulary: Vocabulary): LoadedSpec {
  const source = { file, text };
  if (text.trim() === '')
    return { problems: [problemOfFile(file, 'the file is empty', 'a calibration', 'nothing')] };
  const parsed = parseYaml(source);
  if ('problems' in parsed) return parsed;
  const faults = [...dataFaults(SPEC_SCHEMA, parsed.data), ...specFaults(parsed.data, vocabulary)];
  if (faults.length === 0) return { spec: normalised(SPEC_SCHEMA.parse(parsed.data)) };
  return { problems: placeFaults(source, parsed.document, faults) };
}

function normalised(file: SpecFile): CalibrationSpec {
  const { effects = [], report = [] } = file;
  return {
    name: file.name,
    description: file.description?.trim() ?? '',
    place: file.place === undefined ? undefined : placeChoice(file.place),
    weeks: file.weeks ?? 104,
    scale: file.scale ?? 1,
    seed: String(file.seed ?? file.name),
    replicates: file.replicates ?? 2,
    luckWorlds: file.luck_worlds ?? 4,
    parameters: file.parameters.map(freeParameter),
    targets: [
      ...(file.targets ?? []),
      ...effects.map(({ id, discrepancy }) => ({ id, tolerance: factFigure(id)!.tolerance, discrepancy })),
    ],
    effects: [...effects.map(({ id }) => id), ...report.filter((id) => factFigure(id) !== undefined)],
    report,
    loss: file.loss ?? 'squares',
    starts: file.starts ?? 3,
    halfStretch: file.half_stretch ?? 0.1,
    iterations: file.iterations ?? 8,
    waves: { count: 2, draws: 40, ...file.waves, cutoff: file.waves?.cutoff ?? 3 },
    reference:
      file.reference === undefined
        ? undefined
        : {
            place: placeChoice((file.reference.place ?? file.place)!),
            scale: file.reference.scale,
            replicates: file.reference.replicates ?? 1,
          },
  };
}
