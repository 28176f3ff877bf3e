import type { Argv } from 'yargs';
import { printCatalogue } from '../catalogue.ts';

export const command = 'parameters [id]';
export const describe = 'List the numbers of the model with their range and status, or explain one';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a parameter, or a part of it' })
    .example('$0 parameters', 'All parameters, by topic')
    .example('$0 parameters births_per_1000', 'One parameter: value, plausible range, unit, source')
    .example('$0 parameters wait', 'Those with "wait" in their id');

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { PARAMETERS } = await import('../../model/evidence/parameters.ts');
  const { PLACE_ASSUMPTIONS } = await import('../../lab/place/assumptions/assumptions.ts');
  await printCatalogue({
    kind: 'parameter',
    entries: [...PARAMETERS, ...PLACE_ASSUMPTIONS],
    asked: argv.id,
    groupOf: (row) => (row.topic in READ_BY ? `${row.topic} (${READ_BY[row.topic]})` : row.topic),
    columns: [
      { title: 'id', align: 'left', cell: (row) => row.id },
      { title: 'value', align: 'right', cell: (row) => String(row.value) },
      { title: 'low', align: 'right', cell: (row) => String(row.low) },
      { title: 'high', align: 'right', cell: (row) => String(row.high) },
      { title: 'unit', align: 'left', cell: (row) => row.unit },
      { title: 'status', align: 'left', cell: (row) => row.status },
    ],
    details: (row) => [
      ['id', row.id],
      ['label', row.label],
      ['value', String(row.value)],
      ['unit', row.unit],
      ['plausible', `${row.low} to ${row.high}`],
      ['status', row.status],
      ['source', row.source],
      ['topic', row.topic],
      ['read by', READ_BY[row.topic] ?? 'the laws of the model'],
    ],
  });
}

/** Topics whose rows are not read while a model runs. */
const READ_BY: Readonly<Record<string, string>> = {
  targets: 'published figures that no law reads: checks compare with them, setting them changes nothing',
  place: 'the making of places: cannot be set in a scenario',
};
