import type { Argv } from 'yargs';
import { printCatalogue } from '../catalogue.ts';

export const command = 'metrics [id]';
export const describe = 'List the outcomes that a run reports, or explain one';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a metric, or a part of it' })
    .example('$0 metrics', 'All metrics, by group')
    .example('$0 metrics incomplete_median_weeks', 'What one means, its unit, and which way is better');

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { METRICS } = await import('../../model/metrics/catalogue.ts');
  await printCatalogue({
    kind: 'metric',
    entries: METRICS,
    asked: argv.id,
    groupOf: (metric) => metric.group,
    columns: [
      { title: 'id', align: 'left', cell: (metric) => metric.id },
      { title: 'unit', align: 'left', cell: (metric) => metric.unit },
      { title: 'better', align: 'left', cell: (metric) => metric.direction.replace(' is better', '') },
      { title: 'label', align: 'left', cell: (metric) => metric.label },
    ],
    details: (metric) => [
      ['id', metric.id],
      ['label', metric.label],
      ['unit', metric.unit],
      ['direction', metric.direction],
      ['levels', metric.levels.join(', ')],
      ['definition', metric.definition],
    ],
  });
}
