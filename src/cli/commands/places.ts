import type { Argv } from 'yargs';
import { type Column, textTable } from '../table.ts';

export const command = 'places';
export const describe = 'List the named places';

export const builder = (yargs: Argv) =>
  yargs.example('$0 places', 'All named places; write the id of one into a scenario: place: herefordshire');

export async function handler(): Promise<void> {
  const { ENGLAND_FOLDER } = await import('../../lab/place/load-place.ts');
  const { readNamedPlaces } = await import('../../lab/place/named-places.ts');
  const rows = readNamedPlaces(ENGLAND_FOLDER).map((place) => [
    place.id,
    place.name,
    place.commissioners.join(' '),
    place.note,
  ]);
  process.stdout.write(`${textTable(COLUMNS, rows)}\n`);
}

const COLUMNS: readonly Column[] = ['id', 'name', 'primary care trusts', 'note'].map((title) => ({
  title,
  align: 'left',
}));
