import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/lab/parameters/registry.ts';
import { ENGLAND_RESIDENTS } from '../../../src/lab/place/national-averages.ts';
import { PUBLISHED_TABLES } from '../../../src/lab/place/tables/tables.ts';

const rows = new Map(registry().map((row) => [row.id, row]));

describe('published tables', () => {
  it.each(PUBLISHED_TABLES)('$id has a value for every row and column, and a source', (table) => {
    expect(table.values).toHaveLength(table.rows.length);
    for (const line of table.values) {
      expect(line).toHaveLength(table.columns.length);
      expect(line.every(Number.isFinite)).toBe(true);
    }
    expect(table.source.length).toBeGreaterThan(20);
  });

  it('are listed cell by cell, as measured and fixed', () => {
    const cell = rows.get('table.england_residents.2007.age_85')!;
    expect(cell).toMatchObject({ value: 1082834, parameterClass: 'measured', prior: 'fixed' });
    expect(cell.value).toBe(ENGLAND_RESIDENTS[0]!.at(-1));
    const cells = PUBLISHED_TABLES.reduce((sum, table) => sum + table.rows.length * table.columns.length, 0);
    expect([...rows.keys()].filter((id) => id.startsWith('table.'))).toHaveLength(cells);
  });
});
