import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options } from 'yargs';
import type { PlaceChoice } from '../../lab/scenario/scenario.ts';
import type { Place } from '../../model/place.ts';
import { wholeNumber } from '../numbers.ts';
import { ProblemsFound } from '../problems-found.ts';
import { EXIT, UsageError } from '../usage-error.ts';

export const command = 'calibrate <spec>';
export const describe =
  'Fit free parameters to published figures, and keep every draw that fits about as well';

export const options = {
  out: {
    type: 'string',
    requiresArg: true,
    describe: 'Folder of what is computed (default: results/calibration/<name>)',
  },
  artefact: {
    type: 'string',
    requiresArg: true,
    describe: 'File of the result (default: calibration.json in that folder)',
  },
  threads: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('threads', 1, 512),
    describe: 'Runs at a time (default: as many as processors); the result is the same',
  },
  quiet: { type: 'boolean', default: false, describe: 'Print neither progress nor tables' },
} satisfies Record<string, Options>;

export const builder = (yargs: Argv) =>
  yargs
    .positional('spec', { type: 'string', demandOption: true, describe: 'YAML or JSON file' })
    .options(options)
    .example('$0 calibrate data/calibration/national.yaml', 'The calibration that the package comes with');

type Arguments = ArgumentsCamelCase<InferredOptionTypes<typeof options>> & { readonly spec: string };

export async function handler(argv: Arguments): Promise<void> {
  const { availableParallelism } = await import('node:os');
  const { readSpecFile } = await import('../../lab/calibration/spec.ts');
  const { runCalibration } = await import('../../lab/calibration/run-calibration.ts');
  const { tryPlace, vocabularyWithPlaces } = await import('../../lab/scenario/open-place.ts');
  const { OptionError } = await import('../../lab/study/options.ts');
  const { interruptible } = await import('../interruption.ts');
  const { calibrationText } = await import('../calibration-text.ts');
  const { packageVersion } = await import('../package-version.ts');
  const { calibrationProgress } = await import('../calibration-progress.ts');

  const read = await readSpecFile(argv.spec, vocabularyWithPlaces());
  if ('problems' in read) throw new ProblemsFound(read.problems);
  const open = (choice: PlaceChoice): Place => {
    const opened = tryPlace(choice, argv.spec);
    if ('problems' in opened) throw new ProblemsFound(opened.problems);
    return opened.place;
  };
  const { place, reference } = read.spec;
  const fit = place === undefined ? undefined : open(place);
  const places =
    fit === undefined ? undefined : { fit, reference: reference === undefined ? fit : open(reference.place) };
  const folder = argv.out ?? `results/calibration/${read.spec.name}`;
  const progress = calibrationProgress(argv.quiet);
  try {
    const artefact = await interruptible((signal) =>
      runCalibration({
        spec: read.spec,
        specText: read.text,
        specSha256: read.sha256,
        places,
        folder,
        artefactFile: argv.artefact,
        version: packageVersion(),
        command: `lhe calibrate ${argv.spec}`,
        threads: argv.threads ?? availableParallelism(),
        signal,
        onPart: progress.part,
        onEvaluation: progress.evaluation,
      }),
    );
    progress.stop();
    if (argv.quiet) return;
    process.stdout.write(`${calibrationText(artefact)}\n`);
    process.stdout.write(`Result: ${argv.artefact ?? `${folder}/calibration.json`}\n`);
  } catch (error) {
    progress.stop();
    if (error instanceof OptionError) throw new UsageError(error.message);
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    process.stderr.write(
      `Interrupted after ${progress.computed()} evaluations, which are kept in ${folder}: the same command goes on from there.\n`,
    );
    process.exitCode = EXIT.interrupted;
  }
}
