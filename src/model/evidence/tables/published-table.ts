/**
 * Numbers that were published together and are read as they are: no scenario sets them. `lhe parameters` lists every cell.
 */
export interface PublishedTable {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Year or years that the figures are of. */
  readonly year: string;
  readonly source: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** [row][column] */
  readonly values: readonly (readonly number[])[];
}
