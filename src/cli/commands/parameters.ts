import type { Argv } from 'yargs';
import { PARAMETER_CLASSES, type ParameterClass } from '../../model/evidence/provenance.ts';
import { printCatalogue } from '../catalogue.ts';
import { UsageError } from '../usage-error.ts';

export const command = 'parameters [text]';
export const describe =
  'List or search the numbers of the model with range, class and source, or explain one';

export const options = {
  class: { choices: PARAMETER_CLASSES, describe: 'Only parameters of this class' },
} as const;

export const builder = (yargs: Argv) =>
  yargs
    .positional('text', {
      type: 'string',
      describe: 'Id of a parameter, or words in id, label, topic or source',
    })
    .options(options)
    .example('$0 parameters', 'All parameters, by topic')
    .example('$0 parameters births_per_1000', 'One parameter: everything that is known about it')
    .example('$0 parameters hansard', 'Those with "hansard" in their id, label, topic or source')
    .example('$0 parameters wait --class assumption', 'Assumptions about waiting');

interface Asked {
  readonly text?: string | undefined;
  readonly class?: ParameterClass | undefined;
}

export async function handler(argv: Asked): Promise<void> {
  const { registry, fieldsOf } = await import('../../lab/parameters/registry.ts');
  const all = registry();
  const entries = all.filter((row) => argv.class === undefined || row.parameterClass === argv.class);
  if (argv.class !== undefined && argv.text !== undefined) {
    const elsewhere = all.find((row) => row.id.toLowerCase() === argv.text?.toLowerCase());
    if (elsewhere !== undefined && elsewhere.parameterClass !== argv.class) {
      throw new UsageError(
        `${elsewhere.id} is of class ${elsewhere.parameterClass}, not ${argv.class}: leave --class out.`,
      );
    }
  }
  await printCatalogue({
    kind: 'parameter',
    entries,
    asked: argv.text,
    searched: (row) => [row.id, row.label, row.topic, row.source].join('\n'),
    groupOf: (row) => (row.readBy === '' ? row.topic : `${row.topic} (${row.readBy})`),
    columns: [
      { title: 'id', align: 'left', cell: (row) => row.id },
      { title: 'value', align: 'right', cell: (row) => inShort(row.value) },
      { title: 'low', align: 'right', cell: (row) => String(row.low) },
      { title: 'high', align: 'right', cell: (row) => String(row.high) },
      { title: 'unit', align: 'left', cell: (row) => row.unit },
      { title: 'class', align: 'left', cell: (row) => row.parameterClass },
      { title: 'confidence', align: 'left', cell: (row) => row.confidence },
    ],
    details: fieldsOf,
  });
}

/** Six figures are enough to tell values apart in a list; with an id, all are shown. */
function inShort(value: number): string {
  return String(Number(value.toPrecision(6)));
}
