/** A column of a table for the terminal. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Aligned text: a header, and a row of text for each entry. Two blanks between columns, none at the ends of lines. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return textRows(columns, [columns.map((column) => column.title), ...rows]);
}

/** The same without a header. */
export function textRows(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => width(row[index] ?? ''))));
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index]!, column.align))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/**
 * Rows whose last cell is broken into lines, so that the table is no wider than asked for: a line is a row whose other
 * cells are empty. The last column keeps at least 30 characters, however narrow the terminal.
 */
export function wrapLast(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: number,
): readonly (readonly string[])[] {
  const others = columns.slice(0, -1);
  const used = others.reduce(
    (sum, column, index) =>
      sum + 2 + Math.max(width(column.title), ...rows.map((row) => width(row[index] ?? ''))),
    0,
  );
  return rows.flatMap((row) => {
    const [first = '', ...more] = linesOf(row[others.length] ?? '', Math.max(30, total - used));
    return [[...row.slice(0, others.length), first], ...more.map((line) => [...others.map(() => ''), line])];
  });
}

/** Words in lines of at most a number of characters; a longer word has a line of its own. */
function linesOf(text: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || width(last) + 1 + width(word) > longest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function pad(text: string, to: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Characters, not code units: the pound sign and names with accents count one. */
function width(text: string): number {
  return Array.from(text).length;
}

/** A number as people read it: grouped thousands, about three significant decimals. */
export function readable(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  const decimals = size >= 1000 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
