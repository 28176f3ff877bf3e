import { stringify } from 'csv-stringify/sync';

/** A cell of a table: text, or a number; NaN is an empty cell. */
export type Cell = string | number;

/** Rows in a piece of text. */
const ROWS_PER_PIECE = 1000;

/**
 * The text of a CSV file, piece by piece: UTF-8 without byte order mark, one header row, lines ended by LF.
 *
 * Text is quoted where it must be, and text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function* csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  // Millions of cells hold few different texts: each is written by the library once and then remembered.
  const textCells = new Map<string, string>();
  const cellText = (cell: Cell): string => {
    if (typeof cell === 'number') return formatNumber(cell);
    const known = textCells.get(cell);
    if (known !== undefined) return known;
    const text = textCell(cell);
    textCells.set(cell, text);
    return text;
  };

  let piece = `${header.map(cellText).join(',')}\n`;
  let count = 0;
  for (const row of rows) {
    piece += `${row.map(cellText).join(',')}\n`;
    count += 1;
    if (count % ROWS_PER_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
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

/** One text as a cell, without the end of the line. */
function textCell(cell: string): string {
  // Lone carriage returns and newlines are not quoted otherwise when a record delimiter is given.
  const quoted_match = /[\r\n]/;
  return stringify([[cell]], { record_delimiter: '\n', eof: false, quoted_match, escape_formulas: true });
}
