import type { Argv } from 'yargs';
import { type Column, readable, textTable } from '../table.ts';

export const command = 'places';
export const describe = 'List the named places with their size';

export const builder = (yargs: Argv) =>
  yargs.example('$0 places', 'All named places; write the id of one into a scenario: place: herefordshire');

export async function handler(): Promise<void> {
  const { listPlaces } = await import('../../lab/place/index.ts');
  const rows = listPlaces().map((place) => [
    place.id,
    place.name,
    readable(place.people),
    String(place.commissioners.length),
    String(place.practices),
    String(place.trusts),
    `${Math.round(100 * place.ruralShare)}%`,
    place.note,
  ]);
  process.stdout.write(`${textTable(COLUMNS, rows)}\n`);
}

const COLUMNS: readonly Column[] = [
  { title: 'id', align: 'left' },
  { title: 'name', align: 'left' },
  { title: 'people', align: 'right' },
  { title: 'PCTs', align: 'right' },
  { title: 'practices', align: 'right' },
  { title: 'trusts', align: 'right' },
  { title: 'rural', align: 'right' },
  { title: 'note', align: 'left' },
];
