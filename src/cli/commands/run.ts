import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options } from 'yargs';
import type { ScenarioRecord } from '../../lab/results/index.ts';
import type { PlaceSize, ReadScenario, Scenario } from '../../lab/scenario/index.ts';
import { decimalNumber, wholeNumber } from '../numbers.ts';
import { ProblemsFound } from '../problems-found.ts';
import { UsageError } from '../usage-error.ts';

export const command = 'run <scenario>';
export const describe = 'Run a scenario and write its results';

const MAXIMUM_THREADS = 512;

export const options = {
  out: { type: 'string', requiresArg: true, describe: 'Folder of the results (default: results/<name>)' },
  replicates: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('replicates', 1, 10_000),
    describe: 'Instead of the number in the scenario',
  },
  weeks: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('weeks', 1, 2080),
    describe: 'Instead of the number in the scenario; what comes later is left out',
  },
  scale: {
    type: 'string',
    requiresArg: true,
    coerce: decimalNumber('scale', 0.001, 1),
    describe: 'Share of the people simulated, instead of that in the scenario',
  },
  seed: { type: 'string', requiresArg: true, describe: 'Instead of the seed in the scenario: other luck' },
  uncertainty: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('uncertainty', 2, 10_000),
    describe: 'Draws of what is not known, each with the replicates as worlds; not over luck alone',
  },
  calibration: {
    type: 'string',
    requiresArg: true,
    describe:
      'Result of lhe calibrate whose accepted draws are taken, instead of those of shipped ones that set the same rows',
  },
  defaults: {
    choices: ['calibrated', 'uncalibrated'] as const,
    default: 'calibrated' as const,
    describe: 'Values of parameters that the scenario does not set: those in force, or those before any fit',
  },
  threads: {
    type: 'string',
    requiresArg: true,
    coerce: wholeNumber('threads', 1, MAXIMUM_THREADS),
    describe: 'Runs at a time (default: as many as processors and memory allow); the results are the same',
  },
  engine: {
    choices: ['auto', 'wasm', 'typescript'] as const,
    default: 'auto' as const,
    describe: 'What computes the weekly scan; the results are the same',
  },
  quiet: { type: 'boolean', default: false, describe: 'Print neither progress nor the table' },
} satisfies Record<string, Options>;

export const builder = (yargs: Argv) =>
  yargs
    .positional('scenario', { type: 'string', demandOption: true, describe: 'YAML or JSON file' })
    .options(options)
    .example('$0 run scenarios/herefordshire.yaml', 'Results in results/herefordshire')
    .example('$0 run scenarios/herefordshire.yaml --scale 0.1 --weeks 104', 'A quick look')
    .example(
      '$0 run my.yaml --uncertainty 40',
      'Over what is not known, too: intervals hold luck and parameters',
    )
    .example('$0 run my.yaml --replicates 30 --out my-results', 'More worlds, so that luck shows');

type Arguments = ArgumentsCamelCase<InferredOptionTypes<typeof options>> & { readonly scenario: string };

export async function handler(argv: Arguments): Promise<void> {
  const lab = await import('../../lab/scenario/index.ts');
  const { tryPlace, sizeOfPlace, vocabularyWithPlaces } = await import('../../lab/scenario/open-place.ts');
  const { scenarioWarnings } = await import('../../lab/scenario/warnings.ts');
  const { printWarnings } = await import('../print-warnings.ts');
  const { sizeOf, planOf } = await import('../../lab/scenario/plan.ts');
  const { checkResultsFolder, summarise, writeResults } = await import('../../lab/results/index.ts');
  const { runExperiment } = await import('../../lab/experiment/index.ts');
  const { PARAMETERS } = await import('../../model/evidence/parameters.ts');
  const { rowsOf } = await import('../../lab/calibration/uncalibrated.ts');
  const { interruptible } = await import('../interruption.ts');
  const { progressDisplay } = await import('../progress.ts');
  const { summaryText } = await import('../summary-text.ts');
  const { packageVersion } = await import('../package-version.ts');
  const { overUncertainty } = await import('../over-uncertainty.ts');

  const vocabulary = vocabularyWithPlaces();
  const read = await lab.readScenarioFile(argv.scenario, vocabulary);
  if ('problems' in read) throw new ProblemsFound(read.problems);
  const scenario = withOptions(read.scenario, argv);
  const uncertainty = overUncertainty(scenario, argv);
  const folder = argv.out ?? `results/${scenario.name}`;
  // What is too large is refused before its place is made, which takes memory too.
  const size = sizeOfPlace(scenario.place);
  if (size !== undefined) await threadsFor(argv.threads, scenario, size);
  await checkResultsFolder(folder);

  const opened = tryPlace(scenario.place, argv.scenario);
  if ('problems' in opened) throw new ProblemsFound(opened.problems);
  const source = { file: argv.scenario, text: read.text };
  printWarnings(scenarioWarnings(scenario, source, vocabulary, opened.place));
  const certain = planOf(scenario, opened.place, { ...vocabulary, parameters: rowsOf(argv.defaults) });
  const threads = await threadsFor(argv.threads, scenario, sizeOf(opened.place));

  const experiment = await interruptible(async (signal) => {
    const { plan, record } = await uncertainty(certain, signal);
    const progress = argv.quiet ? undefined : progressDisplay();
    try {
      const result = await runExperiment(plan, {
        threads,
        engine: argv.engine,
        signal,
        ...(progress === undefined ? {} : { onProgress: progress.update }),
      });
      progress?.stop();
      await writeResults(
        folder,
        {
          experiment: result,
          scenario: recordOf(scenario, read, argv),
          parameters: PARAMETERS,
          overrideReasons: reasonsOf(scenario),
          outputs: scenario.outputs,
          defaults: argv.defaults,
          ...(record === undefined ? {} : { uncertainty: record }),
          version: packageVersion(),
        },
        { signal },
      );
      return result;
    } finally {
      progress?.stop();
    }
  });
  if (argv.quiet) return;
  process.stdout.write(`${summaryText(summarise(experiment, scenario.start, scenario.headline))}\n`);
  process.stdout.write(`Results: ${folder}\n`);
}

function withOptions(scenario: Scenario, argv: Arguments): Scenario {
  if (argv.seed === '') throw new UsageError('--seed must be some text');
  if (argv.out === '') throw new UsageError('--out must be the path of a folder');
  return {
    ...scenario,
    replicates: argv.replicates ?? scenario.replicates,
    weeks: argv.weeks ?? scenario.weeks,
    scale: argv.scale ?? scenario.scale,
    seed: argv.seed ?? scenario.seed,
    ...(argv.uncertainty === undefined
      ? {}
      : { uncertainty: { assumptions: 'behaviour', ...scenario.uncertainty, draws: argv.uncertainty } }),
  };
}

/** The scenario for the manifest: as it was read, and what the command line put in its place. */
function recordOf(scenario: Scenario, { text, sha256 }: ReadScenario, argv: Arguments): ScenarioRecord {
  const { name, question, seed, scale, weeks, start } = scenario;
  const asked = Object.entries({
    replicates: argv.replicates,
    weeks: argv.weeks,
    scale: argv.scale,
    seed: argv.seed,
    uncertainty: argv.uncertainty,
  }).flatMap(([option, value]) => (value === undefined ? [] : [[option, value] as const]));
  return { name, question, text, sha256, seed, scale, weeks, start, fromOptions: Object.fromEntries(asked) };
}

/** Threads as asked, or as many as there are processors, runs and memory for; an error when memory is too small. */
async function threadsFor(
  asked: number | undefined,
  { arms, replicates, scale, weeks, uncertainty }: Scenario,
  size: PlaceSize,
): Promise<number> {
  const { availableParallelism } = await import('node:os');
  const { availableMemory, estimateSize, tooLargeFor } = await import('../../lab/scenario/index.ts');
  const runs = arms.length * replicates * (uncertainty?.draws ?? 1);
  const obstacle = (threads: number) =>
    tooLargeFor(availableMemory(), estimateSize({ ...size, scale, weeks, runs, threads }));
  let threads = Math.min(asked ?? availableParallelism(), runs);
  while (asked === undefined && threads > 1 && obstacle(threads) !== undefined) threads -= 1;
  const reason = obstacle(threads);
  if (reason !== undefined) throw new UsageError(reason);
  return threads;
}

function reasonsOf(scenario: Scenario): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scenario.parameters).flatMap(([id, { reason }]) =>
      reason === undefined ? [] : [[id, reason]],
    ),
  );
}
