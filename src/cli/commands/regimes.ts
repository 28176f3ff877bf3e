import type { Argv } from 'yargs';
import { printCatalogue } from '../catalogue.ts';

export const command = 'regimes [id]';
export const describe = 'List the named regimes, or show the settings of one';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a regime, or a part of it' })
    .example('$0 regimes', 'All named regimes, or the settings of the only one');

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { REGIMES } = await import('../../model/regimes/regimes.ts');
  const { settingsOf } = await import('../../model/institutions/settings.ts');
  await printCatalogue({
    kind: 'regime',
    entries: REGIMES,
    asked: argv.id,
    groupOf: () => 'regimes',
    columns: [
      { title: 'id', align: 'left', cell: (regime) => regime.id },
      { title: 'label', align: 'left', cell: (regime) => regime.label },
    ],
    details: (regime) => [
      ['id', regime.id],
      ['label', regime.label],
      ['description', regime.description],
      ...Object.entries(settingsOf(regime.institutions)).map(
        ([path, value]) => [path, String(value)] as const,
      ),
    ],
  });
}
