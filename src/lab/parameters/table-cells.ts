import type { Parameter } from '../../model/evidence/parameters.ts';
import { PUBLISHED_TABLES } from '../place/tables/tables.ts';

/** Topic of the cells of published tables. */
export const TABLE_TOPIC = 'published tables';

/** Every cell of the published tables as a row: `table.england_residents.2007.age_65`. */
export function tableCells(): readonly Parameter[] {
  return PUBLISHED_TABLES.flatMap(({ id, label, unit, source, rows, columns, values }) =>
    rows.flatMap((row, r) =>
      columns.map((column, c): Parameter => {
        const value = values[r]![c]!;
        return {
          id: `table.${id}.${row}.${column}`,
          label: `${label}: ${row}, ${column}`.replaceAll('_', ' '),
          value,
          unit,
          low: value,
          high: value,
          status: 'sourced',
          source,
          topic: TABLE_TOPIC,
        };
      }),
    ),
  );
}
