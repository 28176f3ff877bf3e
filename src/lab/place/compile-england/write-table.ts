import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { TableFormat } from '../table-formats.ts';

/** Writes rows in canonical order of the table's key, with the columns of its format that any row has. */
export function writeTable(
  folder: string,
  format: TableFormat,
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const columns = format.columns
    .map((column) => column.name)
    .filter((name) => rows.some((row) => (row[name] ?? '') !== ''));
  const keyOf = (row: Readonly<Record<string, string>>) => format.key.map((name) => row[name]).join('\u0000');
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const lines = keyed.map(({ row }) => columns.map((name) => row[name] ?? ''));
  writeFileSync(join(folder, format.file), stringify([columns, ...lines]));
}
