import type { Table } from '../place/read-table.ts';

/** The table with some number columns of a row blank, as if nobody had published them. */
export function withBlanks(table: Table, row: number, columns: readonly string[]): Table {
  const number = { ...table.number };
  for (const column of columns) {
    const values = Float64Array.from(table.number[column]!);
    values[row] = Number.NaN;
    number[column] = values;
  }
  return { ...table, number };
}
