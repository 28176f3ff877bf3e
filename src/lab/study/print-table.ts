/** Prints aligned columns, numbers as the text that they were given. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(alignedTable(header, rows));
}

/** Aligned text: two blanks between columns, none at the ends of lines. */
export function alignedTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      widths
        .map((width, column) => (row[column] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `62% (31)` */
export function share(count: number, of: number): string {
  return of === 0 ? '' : `${Math.round((100 * count) / of)}% (${count})`;
}
