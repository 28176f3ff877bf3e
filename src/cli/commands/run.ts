import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options } from 'yargs';
import type { Scenario } from '../../lab/scenario/index.ts';
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
    .example('$0 run my.yaml --replicates 30 --out my-results', 'More worlds, so that luck shows');

type Arguments = ArgumentsCamelCase<InferredOptionTypes<typeof options>> & { readonly scenario: string };

export async function handler(argv: Arguments): Promise<void> {
  const lab = await import('../../lab/scenario/index.ts');
  const { openPlace, namedPlaces } = await import('../../lab/scenario/open-place.ts');
  const { peopleOf, planOf } = await import('../../lab/scenario/plan.ts');
  const { checkResultsFolder, summarise, writeResults } = await import('../../lab/results/index.ts');
  const { runExperiment } = await import('../../lab/experiment/index.ts');
  const { PARAMETERS } = await import('../../model/evidence/parameters.ts');
  const { interruptible } = await import('../interruption.ts');
  const { progressDisplay } = await import('../progress.ts');
  const { summaryText } = await import('../summary-text.ts');
  const { packageVersion } = await import('../package-version.ts');

  const vocabulary = { ...lab.SHIPPED_VOCABULARY, places: namedPlaces() };
  const read = await lab.readScenarioFile(argv.scenario, vocabulary);
  if ('problems' in read) throw new ProblemsFound(read.problems);
  const scenario = withOptions(read.scenario, argv);
  const folder = argv.out ?? `results/${scenario.name}`;
  await checkResultsFolder(folder);

  const place = openPlace(scenario.place, argv.scenario);
  const plan = planOf(scenario, place, vocabulary);
  const runs = plan.arms.length * plan.replicates;
  const threads = await threadsFor(argv.threads, runs, { ...scenario, people: peopleOf(place) });

  const experiment = await interruptible(async (signal) => {
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
          scenario: { ...scenario, text: read.text },
          parameters: PARAMETERS,
          overrideReasons: reasonsOf(scenario),
          outputs: scenario.outputs,
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
  return {
    ...scenario,
    replicates: argv.replicates ?? scenario.replicates,
    weeks: argv.weeks ?? scenario.weeks,
    scale: argv.scale ?? scenario.scale,
    seed: argv.seed ?? scenario.seed,
  };
}

/** Threads as asked, or as many as there are processors, runs and memory for; an error when memory is too small. */
async function threadsFor(
  asked: number | undefined,
  runs: number,
  size: { readonly people: number; readonly scale: number; readonly weeks: number },
): Promise<number> {
  const { availableParallelism, totalmem } = await import('node:os');
  const { estimateSize, tooLargeFor } = await import('../../lab/scenario/index.ts');
  const obstacle = (threads: number) => tooLargeFor(totalmem(), estimateSize({ ...size, threads }));
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
