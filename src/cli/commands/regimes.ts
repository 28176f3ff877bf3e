import type { Argv } from 'yargs';
import { printCatalogue } from '../catalogue.ts';
import * as diff from './regimes-diff.ts';

export const command = 'regimes [id]';
export const describe = 'List the named regimes, explain one, or say in what two differ';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a regime, or a part of it' })
    .command(diff)
    .example('$0 regimes', 'All named regimes')
    .example('$0 regimes heft', 'What it is, what was said of it, and every setting with its meaning')
    .example('$0 regimes choice', 'Those with "choice" in their id')
    .example('$0 regimes diff heft integrated-boards', 'The settings in which two differ');

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { REGIMES } = await import('../../model/regimes/regimes.ts');
  const { regimeText } = await import('../regime-text.ts');
  const { terminalWidth } = await import('../terminal-width.ts');
  await printCatalogue({
    kind: 'regime',
    entries: REGIMES,
    asked: argv.id,
    groupOf: () => 'regimes',
    columns: [
      { title: 'id', align: 'left', cell: (regime) => regime.id },
      { title: 'label', align: 'left', cell: (regime) => regime.label },
    ],
    details: (regime) => regimeText(regime, REGIMES[0]!, terminalWidth()),
  });
}
