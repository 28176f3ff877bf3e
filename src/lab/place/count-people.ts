import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGLAND_FOLDER } from './load-place.ts';
import { readTable } from './read-table.ts';
import { COMMISSIONERS, POPULATION } from './table-formats.ts';

/** Codes of the shipped primary care trusts, from the first table of the data alone. */
export function commissionerCodes(dataFolder: string = ENGLAND_FOLDER): readonly string[] {
  const text = readFileSync(join(dataFolder, COMMISSIONERS.file), 'utf8');
  return readTable(text, COMMISSIONERS, []).text.code;
}

/**
 * Residents of primary care trusts, mid-2007, without making the place: for a look at its size.
 *
 * @param codes of the trusts; empty = all of England.
 */
export function countPeople(codes: readonly string[], dataFolder: string = ENGLAND_FOLDER): number {
  const text = readFileSync(join(dataFolder, POPULATION.file), 'utf8');
  const table = readTable(text, POPULATION, []);
  const ages = POPULATION.columns.map((column) => column.name).filter((name) => name.startsWith('age_'));
  let people = 0;
  table.text.commissioner_code.forEach((code, row) => {
    if (table.number.year[row] !== 2007 || (codes.length > 0 && !codes.includes(code))) return;
    for (const age of ages) people += table.number[age][row];
  });
  return people;
}
