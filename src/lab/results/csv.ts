import { stringify } from 'csv-stringify/sync';

/** A cell of a table: text, or a number; NaN is an empty cell. */
export type Cell = string | number;

/** Rows turned into text at a time. */
const ROWS_PER_CHUNK = 1000;

/**
 * The text of a CSV file, piece by piece: UTF-8 without byte order mark, one header row, lines ended by LF.
 *
 * Text is quoted where it must be, and text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function* csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk: (readonly Cell[])[] = [header];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length === ROWS_PER_CHUNK) {
      yield linesOf(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) yield linesOf(chunk);
}

/**
 * A number as it stands in the files: plain decimals, at most six, no trailing zeros, no minus zero.
 * What is not finite has no figure: an empty text.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function linesOf(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: '\n',
    // Lone carriage returns and newlines are not quoted otherwise when a record delimiter is given.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { number: formatNumber },
  });
}
