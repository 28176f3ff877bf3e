import type { Argv } from 'yargs';
import { printCatalogue } from '../catalogue.ts';
import { readable } from '../table.ts';

export const command = 'places [id]';
export const describe = 'List the named places with their size, or show the primary care trusts of one';

export const builder = (yargs: Argv) =>
  yargs
    .positional('id', { type: 'string', describe: 'Id of a place, or a part of it' })
    .example('$0 places', 'All named places; write the id of one into a scenario: place: herefordshire')
    .example('$0 places herefordshire', 'One place, with the codes and names of its primary care trusts');

export async function handler(argv: { id?: string | undefined }): Promise<void> {
  const { listPlaces } = await import('../../lab/place/index.ts');
  await printCatalogue({
    kind: 'place',
    entries: listPlaces(),
    asked: argv.id,
    groupOf: () => 'places',
    columns: [
      { title: 'id', align: 'left', cell: (place) => place.id },
      { title: 'name', align: 'left', cell: (place) => place.name },
      { title: 'people', align: 'right', cell: (place) => readable(place.people) },
      { title: 'PCTs', align: 'right', cell: (place) => String(place.commissioners.length) },
      { title: 'practices', align: 'right', cell: (place) => String(place.practices) },
      { title: 'trusts', align: 'right', cell: (place) => String(place.trusts) },
      { title: 'rural', align: 'right', cell: (place) => percent(place.ruralShare) },
      { title: 'note', align: 'left', cell: (place) => place.note },
    ],
    details: (place) => [
      ['id', place.id],
      ['name', place.name],
      ['people', `${readable(place.people)} residents, mid-2007`],
      ['practices', String(place.practices)],
      ['trusts', `${place.trusts} that are sent at least 1% of its planned or emergency patients`],
      ['rural', `${percent(place.ruralShare)} of residents`],
      ...(place.note === '' ? [] : [['note', place.note] as const]),
      ...place.commissioners.map(
        (code, index) => [index === 0 ? 'PCTs' : '', `${code}  ${place.commissionerNames[index]}`] as const,
      ),
    ],
  });
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
