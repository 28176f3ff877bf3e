#!/usr/bin/env node
import yargs, { type Argv, type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import * as calibrate from './commands/calibrate.ts';
import * as explain from './commands/explain.ts';
import * as facts from './commands/facts.ts';
import * as levers from './commands/levers.ts';
import * as metrics from './commands/metrics.ts';
import * as parameters from './commands/parameters.ts';
import * as places from './commands/places.ts';
import * as regimes from './commands/regimes.ts';
import * as run from './commands/run.ts';
import * as schema from './commands/schema.ts';
import * as validate from './commands/validate.ts';
import { exitCodeFor } from './exit-code.ts';
import { packageVersion } from './package-version.ts';
import { terminalWidth } from './terminal-width.ts';
import { UsageError } from './usage-error.ts';
import { usageMessage } from './usage-message.ts';

// A reader that has seen enough (`lhe metrics | head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

const COMMANDS = [
  run,
  validate,
  calibrate,
  explain,
  facts,
  places,
  metrics,
  levers,
  parameters,
  regimes,
  schema,
  // A command of its own: that of yargs prints its script even where help is asked for.
  {
    command: 'completion',
    describe: 'Print a script that completes commands and options in the shell',
    builder: (words: Argv) => words.example('$0 completion >> ~/.bashrc', 'For every shell from now on'),
    handler: () => parser.showCompletionScript(),
  },
];
const COMMAND_NAMES = COMMANDS.map(({ command }) => command.split(' ')[0]!);
const OPTION_NAMES = [
  ...[run, calibrate, explain, facts, parameters].flatMap(({ options }) => Object.keys(options)),
  'help',
  'version',
];

const parser = yargs(hideBin(process.argv))
  .scriptName('lhe')
  .usage('$0 <command>\n\nSimulate a local health economy and compare the ways to organise it.')
  .locale('en')
  .parserConfiguration({ 'duplicate-arguments-array': false, 'camel-case-expansion': false })
  .command(COMMANDS as unknown as CommandModule[])
  .demandCommand(1, 'Say what to do.')
  .strict()
  .example(
    '$0 run scenarios/small-synthetic.yaml',
    'Run a scenario; the results go to results/small-synthetic',
  )
  .version(packageVersion())
  .help()
  .wrap(terminalWidth())
  .exitProcess(false)
  .fail((message, error) => {
    // The message is there when the words of the command are wrong, the error alone when a handler threw.
    throw error !== undefined && (message === null || error instanceof UsageError)
      ? error
      : new UsageError(usageMessage(message, COMMAND_NAMES, OPTION_NAMES));
  });

try {
  await parser.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}
