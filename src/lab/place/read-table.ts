import { parse } from 'csv-parse/sync';
import type { PlaceProblem } from './place-error.ts';
import type { ColumnFormat, TableFormat } from './table-formats.ts';

/** A table of facts: one array per column, rows in canonical order of the key. */
export interface Table {
  readonly count: number;
  /** Text columns by name; blank = unknown. */
  readonly text: Readonly<Record<string, readonly string[]>>;
  /** Number columns by name; NaN = unknown. */
  readonly number: Readonly<Record<string, Float64Array>>;
  /** Line of the file that each row came from. */
  readonly line: Int32Array;
}

/** Most problems reported for one table: after these the file is of another kind. */
const MOST_PROBLEMS = 50;

/**
 * Reads one table: comma separated, first line the header, quoted fields, CRLF and a byte-order mark allowed,
 * columns in any order, columns nobody asked for refused.
 *
 * @param content text of the file, or null if there is none.
 * @param problems every problem found is added here; the table holds what could be read.
 */
export function readTable(content: string | null, format: TableFormat, problems: PlaceProblem[]): Table {
  const report = problemReporter(format.file, problems);
  if (content === null) {
    if (format.required) report(0, '', 'no such file', 'a table with the columns of docs/places.md');
    return emptyTable(format);
  }
  const records = parseRecords(content, report);
  if (records.length === 0) {
    report(0, '', 'an empty file', 'a header and one line for each row');
    return emptyTable(format);
  }
  const [header, ...rows] = records;
  const position = matchHeader(header.fields, format, report);
  const whole = rows.filter((row) => {
    if (row.fields.length === header.fields.length) return true;
    report(row.line, '', `${row.fields.length} fields`, `${header.fields.length}, as in the header`);
    return false;
  });
  const ordered = sortByKey(whole, format, position, report);
  return {
    count: ordered.length,
    text: readColumns(format, 'text', (column) => {
      const at = position.get(column.name);
      return ordered.map((row) => readText(row, at, column, report));
    }),
    number: readColumns(format, 'number', (column) => {
      const at = position.get(column.name);
      return Float64Array.from(ordered, (row) => readNumber(row, at, column, report));
    }),
    line: Int32Array.from(ordered, (row) => row.line),
  };
}

interface Line {
  readonly fields: readonly string[];
  readonly line: number;
}

type Report = (line: number, column: string, found: string, expected: string) => void;

function problemReporter(file: string, problems: PlaceProblem[]): Report {
  let reported = 0;
  return (line, column, found, expected) => {
    reported++;
    if (reported <= MOST_PROBLEMS) problems.push({ file, line, column, found, expected });
    else if (reported === MOST_PROBLEMS + 1) {
      problems.push({ file, line: 0, column: '', found: 'more problems than are listed', expected: 'fewer' });
    }
  };
}

/** A table without a quotation mark needs no parser, and most lines of most tables have none. */
function parseRecords(content: string, report: Report): Line[] {
  if (!content.includes('"')) return splitLines(content);
  try {
    const parsed = parse(content, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ fields: record, line: info.lines }));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 0;
    report(line, '', error instanceof Error ? error.message : String(error), 'comma-separated values');
    return [];
  }
}

function splitLines(content: string): Line[] {
  const lines: Line[] = [];
  content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((text, at) => {
      if (text !== '') lines.push({ fields: text.split(',').map((field) => field.trim()), line: at + 1 });
    });
  return lines;
}

function matchHeader(header: readonly string[], format: TableFormat, report: Report): Map<string, number> {
  const position = new Map<string, number>();
  header.forEach((name, at) => {
    if (!format.columns.some((column) => column.name === name)) {
      report(1, name, 'a column of no meaning', `one of ${format.columns.map((c) => c.name).join(', ')}`);
    } else if (position.has(name)) {
      report(1, name, 'the column twice', 'it once');
    } else {
      position.set(name, at);
    }
  });
  for (const column of format.columns) {
    if (column.required && !position.has(column.name)) {
      report(1, column.name, 'no such column', 'it in the header');
    }
  }
  return position;
}

function sortByKey(
  rows: readonly Line[],
  format: TableFormat,
  position: ReadonlyMap<string, number>,
  report: Report,
): Line[] {
  const columns = format.key.map((name) => position.get(name));
  if (columns.some((at) => at === undefined)) return [...rows];
  const keyed = rows.map((row) => ({
    row,
    key: columns.map((at) => row.fields[at as number]).join('\u0000'),
  }));
  const isSorted = keyed.every((entry, i) => i === 0 || keyed[i - 1].key <= entry.key);
  if (!isSorted) keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.line - b.row.line));
  for (let i = 1; i < keyed.length; i++) {
    if (keyed[i].key !== keyed[i - 1].key) continue;
    const shown = keyed[i].key.split('\u0000').join(', ');
    report(
      keyed[i].row.line,
      format.key.join(', '),
      `"${shown}", which line ${keyed[i - 1].row.line} has too`,
      'each row once',
    );
  }
  return keyed.map(({ row }) => row);
}

function readColumns<T>(
  format: TableFormat,
  kind: ColumnFormat['kind'],
  read: (column: ColumnFormat) => T,
): Record<string, T> {
  return Object.fromEntries(
    format.columns.filter((column) => column.kind === kind).map((column) => [column.name, read(column)]),
  );
}

function readText(row: Line, at: number | undefined, column: ColumnFormat, report: Report): string {
  const value = at === undefined ? '' : row.fields[at];
  if (value === '' && column.required && at !== undefined) {
    report(row.line, column.name, 'nothing', 'a text');
  }
  return value;
}

function readNumber(row: Line, at: number | undefined, column: ColumnFormat, report: Report): number {
  const value = at === undefined ? '' : row.fields[at];
  if (value === '') {
    if (column.required && at !== undefined) report(row.line, column.name, 'nothing', describeRange(column));
    return Number.NaN;
  }
  const number = PLAIN_NUMBER.test(value) ? Number(value) : Number.NaN;
  const inRange = number >= column.min && number <= column.max;
  if (!inRange || (column.whole && !Number.isInteger(number))) {
    report(row.line, column.name, `"${value.slice(0, 60)}"`, describeRange(column));
    return Number.NaN;
  }
  return number;
}

/** No hexadecimal, no Infinity, no thousands separators. */
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function describeRange(column: ColumnFormat): string {
  return `a ${column.whole ? 'whole ' : ''}number from ${column.min} to ${column.max}`;
}

function emptyTable(format: TableFormat): Table {
  return {
    count: 0,
    text: readColumns(format, 'text', () => []),
    number: readColumns(format, 'number', () => new Float64Array(0)),
    line: new Int32Array(0),
  };
}
