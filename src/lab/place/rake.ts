/**
 * Rakes a table of non-negative numbers to given totals (iterative proportional fitting), in place.
 *
 * Where both sets of totals cannot be met exactly (a zero in the way, or totals that do not agree), columns are exact
 * and rows as near as the last round left them. Rows or columns without any mass stay empty.
 *
 * @param table [row][column], flattened; @param rowTotals one per row; @param columnTotals one per column.
 */
export function rake(
  table: Float64Array,
  rowTotals: ArrayLike<number>,
  columnTotals: ArrayLike<number>,
  rounds = 60,
): void {
  const rows = rowTotals.length;
  const columns = columnTotals.length;
  for (let round = 0; round < rounds; round++) {
    for (let r = 0; r < rows; r++) scaleLine(table, r * columns, 1, columns, rowTotals[r]);
    for (let c = 0; c < columns; c++) scaleLine(table, c, columns, rows, columnTotals[c]);
  }
}

/** Scales `count` cells from `first` on, `step` apart, so that they sum to `total`. */
function scaleLine(table: Float64Array, first: number, step: number, count: number, total: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += table[first + i * step];
  if (sum <= 0) return;
  const factor = total / sum;
  for (let i = 0; i < count; i++) table[first + i * step] *= factor;
}

/** Scales numbers so that they sum to a total; all equal if they are all zero. */
export function scaledTo(values: ArrayLike<number>, total: number): Float64Array {
  const scaled = Float64Array.from(values);
  let sum = 0;
  for (const value of scaled) sum += value;
  for (let i = 0; i < scaled.length; i++) {
    scaled[i] = sum > 0 ? (scaled[i] * total) / sum : total / scaled.length;
  }
  return scaled;
}
