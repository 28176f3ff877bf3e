import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlaceError, type PlaceProblem } from './place-error.ts';
import { readTable } from './read-table.ts';
import type { TableFormat } from './table-formats.ts';

/** A place that can be asked for by its name. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  /** Codes of its primary care trusts; empty = all of England. */
  readonly commissioners: readonly string[];
  readonly note: string;
}

const column = { kind: 'text', min: 0, max: 0, whole: false } as const;
const PLACES: TableFormat = {
  file: 'places.csv',
  required: true,
  key: ['id'],
  columns: [
    { ...column, name: 'id', required: true },
    { ...column, name: 'name', required: true },
    { ...column, name: 'commissioner_codes', required: false },
    { ...column, name: 'note', required: false },
  ],
};

/** The named places of the shipped data, in order of id. */
export function readNamedPlaces(dataFolder: string): NamedPlace[] {
  const problems: PlaceProblem[] = [];
  const path = join(dataFolder, PLACES.file);
  const table = readTable(existsSync(path) ? readFileSync(path, 'utf8') : null, PLACES, problems);
  if (problems.length > 0) throw new PlaceError(problems);
  return table.text.id.map((id, row) => ({
    id,
    name: table.text.name[row],
    commissioners: table.text.commissioner_codes[row].split(' ').filter((code) => code !== ''),
    note: table.text.note[row],
  }));
}
